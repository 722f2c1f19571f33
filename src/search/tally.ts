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
  for (const answer of answers) {
    all += answer.docs.length;
    itself += answer.itself;
  }
  const idf = (having: number): number => Math.log(1 + (total - having + 0.5) / (having + 0.5));
  return { itself: idf(itself || all), others: idf(all), known: all > 0 };
}

/** In place of a count: the document has what the query leaves out. */
export const EXCLUDED = 255;

/** What the documents of a segment make of a query. */
export interface Tally {
  /** By document: how many clauses it answers, and how many of them in its title. */
  readonly counts: Uint8Array;
  readonly titles: Uint8Array;
  /** Documents among which are all those that answer every clause. */
  readonly rarest: Uint32Array;
  /** The score of a document that answers some clause. */
  scoreOf(doc: number): number;
}

/**
 * Counts and scores the documents of a segment. A score is the sum of the clauses' scores; more where the title has all
 * those that the document answers, the nearer it is in length to the query's `words`, stop words among them: an article
 * named as it is asked for comes first; and less by the part of the query, weighed by rarity, that is missing.
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
  for (let clause = 0; clause < answers.length; clause += 1) {
    const { docs, marks, scores: own } = answers[clause]!;
    const { itself, others } = rarities[clause]!;
    for (let i = 0; i < docs.length; i += 1) {
      const doc = docs[i]!;
      const mark = marks[i]!;
      const rarity = (mark & ITSELF) !== 0 ? itself : others;
      counts[doc]! += 1;
      if ((mark & IN_TITLE) !== 0) titles[doc]! += 1;
      covered[doc]! += rarity;
      scores[doc]! += rarity * own[i]!;
    }
  }
  const whole = rarities.reduce((sum, { itself, known }) => sum + (known ? itself : 0), 0);
  const lists = answers.map(({ docs }) => docs).sort((a, b) => a.length - b.length);
  return {
    counts,
    titles,
    rarest: lists[0] ?? new Uint32Array(0),
    // Of few documents, those that may be results.
    scoreOf(doc) {
      let score = scores[doc]!;
      const count = counts[doc]!;
      if (titles[doc] === count) {
        const length = lengthOfByte(segment.titleLengths[doc]!);
        score += (WHOLE_IN_TITLE * whole * Math.min(words, length)) / Math.max(words, length);
      }
      return count < answers.length ? score * (covered[doc]! / whole) ** COVERAGE : score;
    },
  };
}

/** The most clauses that a document answers, of those that the conditions other than words admit, and how many answer so many. */
export function mostOf(
  tallies: readonly Tally[],
  all: number,
  admissions: readonly ((doc: number) => boolean)[],
): { most: number; having: number } {
  let having = 0;
  tallies.forEach(({ counts, rarest }, segment) => {
    const admits = admissions[segment]!;
    for (let i = 0; i < rarest.length; i += 1)
      if (counts[rarest[i]!] === all && admits(rarest[i]!)) having += 1;
  });
  if (having > 0) return { most: all, having };
  let most = 0;
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
