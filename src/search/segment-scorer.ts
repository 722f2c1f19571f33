import type { Scorer } from './scorer.ts';
import { lengthOfByte, type Segment } from './segment.ts';
import { COVERAGE, PART_IN_TITLE, SUBSTITUTE_ALONE, WHOLE_IN_TITLE } from './weights.ts';

/** Whether a document of a segment meets the conditions that are not words. */
export type DocFilter = (doc: number) => boolean;

/** What a score depends on besides the documents: the words of the query, stop words included, and its clauses' idf. */
export interface QueryTotals {
  readonly words: number;
  /** The sum over all clauses that any document matches. */
  readonly idf: number;
}

/** By document: what it has of the query, and how many clauses it matches, in its title and anywhere. */
interface Sums {
  readonly sums: Float32Array;
  readonly titles: Uint8Array;
  readonly counts: Uint8Array;
}

/** Scores the documents of a segment by the scorers of the query's clauses. */
export class SegmentScorer {
  /** Filtered documents that match every clause. */
  readonly full: Uint32Array;
  readonly filter: DocFilter | undefined;
  readonly #segment: Segment;
  readonly #clauses: readonly Scorer[];
  readonly #query: QueryTotals;
  #known: Sums | undefined;

  /** @param clauses  with their idf set */
  constructor(
    segment: Segment,
    clauses: readonly Scorer[],
    query: QueryTotals,
    filter: DocFilter | undefined,
  ) {
    this.#segment = segment;
    this.#clauses = clauses;
    this.#query = query;
    this.filter = filter;
    const [rarest, ...others] = clauses.toSorted((a, b) => a.count - b.count);
    const full = others.reduce((docs, clause) => clause.matching(docs), rarest?.docs ?? new Uint32Array(0));
    this.full = filter ? full.filter(filter) : full;
  }

  /** Filtered documents that match exactly `count` clauses. */
  matching(count: number): Uint32Array {
    const counts = this.matchCounts();
    return this.#filtered((doc) => counts[doc] === count);
  }

  /** By document, how many clauses it matches. */
  matchCounts(): Uint8Array {
    const counts = new Uint8Array(this.#segment.count);
    for (const clause of this.#clauses) {
      const { docs } = clause;
      for (let i = 0; i < docs.length; i += 1) counts[docs[i]!]! += 1;
    }
    return counts;
  }

  /** The most that a filtered document has of the query: see `weighedIdfOf`. */
  get most(): number {
    const { filter } = this;
    const { sums } = this.#sums();
    let most = 0;
    for (let doc = 0; doc < sums.length; doc += 1)
      if (sums[doc]! > most && filter?.(doc) !== false) most = sums[doc]!;
    return most;
  }

  /**
   * Filtered documents that have at least `least` of the query, or match `leastInTitle` clauses in their titles, or all of
   * them anywhere.
   */
  having(least: number, leastInTitle: number): Uint32Array {
    const { sums, titles, counts } = this.#sums();
    const all = this.#clauses.length;
    return this.#filtered(
      (doc) => sums[doc]! >= least || titles[doc]! >= leastInTitle || counts[doc] === all,
    );
  }

  /** Filtered documents that match any clause. */
  matchingAny(): Uint32Array {
    const { sums } = this.#sums();
    return this.#filtered((doc) => sums[doc]! > 0);
  }

  #filtered(isFound: (doc: number) => boolean): Uint32Array {
    const { filter } = this;
    const found = new Uint32Array(this.#segment.count);
    let count = 0;
    for (let doc = 0; doc < found.length; doc += 1)
      if (isFound(doc) && filter?.(doc) !== false) found[count++] = doc;
    return found.subarray(0, count);
  }

  #sums(): Sums {
    if (this.#known) return this.#known;
    const { count } = this.#segment;
    const known = {
      sums: new Float32Array(count),
      titles: new Uint8Array(count),
      counts: this.matchCounts(),
    };
    for (const clause of this.#clauses) clause.addTo(known.sums, known.titles);
    this.#known = known;
    return known;
  }

  /**
   * The score of each of `docs`: the sum of the clauses' scores, plus a boost if all matching clauses match in the title
   * (the title that was asked for comes first), times the share of the query that the document matches.
   */
  scoresOf(docs: Uint32Array): Float64Array {
    const scores = new Float64Array(docs.length);
    const titleMatches = new Uint8Array(docs.length);
    for (const clause of this.#clauses) {
      const others = this.#clauses.filter((other) => other !== clause);
      if (others.length === 0 || !clause.hasSubstitutes) clause.score(docs, scores, titleMatches);
      else scoreSubstitutes(clause, others, docs, scores, titleMatches);
    }
    for (let i = 0; i < docs.length; i += 1)
      if (titleMatches[i] !== 0) scores[i]! += this.#titleBoost(docs[i]!, titleMatches[i]!);
    if (this.#clauses.length > 1)
      for (let i = 0; i < docs.length; i += 1) scores[i]! *= this.#coverage(docs[i]!);
    return scores;
  }

  /** The date of each of `docs` as `dateNumber`, in place of a score. */
  datesOf(docs: Uint32Array): Float64Array {
    const { dates } = this.#segment;
    return Float64Array.from(docs, (doc) => dates[doc]!);
  }

  /**
   * The boost of a title in which `count` clauses match: larger the nearer its length is to the query's, and whole only if the
   * document has no other clause elsewhere.
   */
  #titleBoost(doc: number, count: number): number {
    const { words, idf } = this.#query;
    const length = lengthOfByte(this.#segment.titleLengths[doc]!);
    const likeness = (WHOLE_IN_TITLE * Math.min(words, length)) / Math.max(words, length);
    if (count >= this.#clauses.filter((clause) => clause.isMeant(doc)).length) return likeness * idf;
    const inTitle = this.#clauses.filter((clause) => clause.isInTitle(doc));
    const told = inTitle.reduce((sum, clause) => sum + clause.idfOf(doc), 0);
    return likeness * idf * Math.min(1, told / idf) ** PART_IN_TITLE;
  }

  /** The factor for what a document lacks: the share of the query that it has, to a power. */
  #coverage(doc: number): number {
    if (this.#clauses.every((clause) => clause.isMeant(doc))) return 1;
    return Math.min(1, this.#sums().sums[doc]! / this.#query.idf) ** COVERAGE;
  }
}

/** The most of the `all` clauses that any filtered document matches. */
export function bestMatchCount(segments: readonly SegmentScorer[], all: number): number {
  if (segments.some(({ full }) => full.length > 0)) return all;
  let most = 0;
  for (const segment of segments) {
    const { filter } = segment;
    const counts = segment.matchCounts();
    for (let doc = 0; doc < counts.length; doc += 1)
      if (counts[doc]! > most && filter?.(doc) !== false) most = counts[doc]!;
  }
  return most;
}

/** As `clause.score`, with hardly anything for misspellings in documents that lack one of the `others`. */
function scoreSubstitutes(
  clause: Scorer,
  others: readonly Scorer[],
  docs: Uint32Array,
  scores: Float64Array,
  titleMatches: Uint8Array,
): void {
  const own = new Float64Array(docs.length);
  const ownTitles = new Uint8Array(docs.length);
  clause.score(docs, own, ownTitles);
  docs.forEach((doc, i) => {
    const isAlone = clause.isSubstitute(doc) && others.some((other) => other.isSubstitute(doc));
    scores[i]! += isAlone ? SUBSTITUTE_ALONE * own[i]! : own[i]!;
    if (!isAlone) titleMatches[i]! += ownTitles[i]!;
  });
}
