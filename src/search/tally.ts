import { type Answer, IN_TITLE, ITSELF, type Scored } from './evaluate.ts';
import { lengthOfByte } from './segment.ts';
import { COVERAGE, WHOLE_IN_TITLE } from './weights.ts';

/**
 * Inverse document frequencies of a clause over all segments (BM25's, never below zero): where the word itself is found,
 * and where only others that answer it are, which may be frequent when it is not (`utiliser` for `utilisateur`).
 */
export interface Rarity {
  readonly itself: number;
  readonly others: number;
  /** Whether anything answers it. */
  readonly known: boolean;
}

/** The rarity of a clause by its answers in all segments, of `total` documents together. */
export function rarityOf(answers: readonly Answer[], total: number): Rarity {
  let [all, itself] = [0, 0];
  for (const { marks } of answers) {
    all += marks.length;
    for (const mark of marks) itself += mark & ITSELF;
  }
  const idf = (having: number): number => Math.log(1 + (total - having + 0.5) / (having + 0.5));
  return { itself: idf(itself || all), others: idf(all), known: all > 0 };
}

/** In place of a count: the document has what the query leaves out. */
export const EXCLUDED = 255;

/** What the documents of a segment make of a query. */
export interface Tally {
  /** By document: how many clauses it answers. */
  readonly counts: Uint8Array;
  /** By document: how many its title answers. */
  readonly titles: Uint8Array;
  readonly scores: Float32Array;
}

/**
 * Counts and scores the documents of a segment. A score is the sum of the clauses' scores, times the square of the part
 * of the query, weighed by rarity, that these are; and more where the title has them all, the nearer it is in length to
 * the query's `words`, stop words among them: an article named as it is asked for comes first.
 */
export function tallyOf(
  { segment }: Scored,
  answers: readonly Answer[],
  rarities: readonly Rarity[],
  words: number,
): Tally {
  const counts = new Uint8Array(segment.count);
  const titles = new Uint8Array(segment.count);
  const scores = new Float32Array(segment.count);
  const covered = new Float32Array(segment.count);
  answers.forEach(({ docs, marks, scores: own }, clause) => {
    const { itself, others } = rarities[clause]!;
    for (let i = 0; i < docs.length; i += 1) {
      const doc = docs[i]!;
      const rarity = (marks[i]! & ITSELF) !== 0 ? itself : others;
      counts[doc]! += 1;
      if ((marks[i]! & IN_TITLE) !== 0) titles[doc]! += 1;
      covered[doc]! += rarity;
      scores[doc]! += rarity * own[i]!;
    }
  });
  const whole = rarities.reduce((sum, { itself, known }) => sum + (known ? itself : 0), 0);
  for (let doc = 0; doc < segment.count; doc += 1) {
    const count = counts[doc]!;
    if (count === 0) continue;
    if (titles[doc] === count) {
      const length = lengthOfByte(segment.titleLengths[doc]!);
      scores[doc]! += (WHOLE_IN_TITLE * whole * Math.min(words, length)) / Math.max(words, length);
    }
    if (count < answers.length) scores[doc]! *= (covered[doc]! / whole) ** COVERAGE;
  }
  return { counts, titles, scores };
}

/** The most clauses that a document answers, of those that the conditions other than words admit, and how many answer so many. */
export function mostOf(
  tallies: readonly Tally[],
  admissions: readonly ((doc: number) => boolean)[],
): { most: number; having: number } {
  let [most, having] = [0, 0];
  tallies.forEach(({ counts }, segment) => {
    const admits = admissions[segment]!;
    for (let doc = 0; doc < counts.length; doc += 1) {
      const count = counts[doc]!;
      if (count === 0 || count < most || count === EXCLUDED || !admits(doc)) continue;
      having = count > most ? 1 : having + 1;
      most = count;
    }
  });
  return { most, having };
}
