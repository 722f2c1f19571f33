import type { ClauseScorer } from './clause-scorer.ts';
import { lengthOfByte, type Segment } from './segment.ts';
import { COVERAGE, WHOLE_IN_TITLE } from './weights.ts';

/** Whether a document of a segment meets the conditions that are not words. */
export type DocFilter = (doc: number) => boolean;

/** What a score depends on besides the documents: the words of the query, stop words included, and its clauses' idf. */
export interface QueryTotals {
  readonly words: number;
  /** The sum over all clauses that any document matches. */
  readonly idf: number;
}

/** Scores the documents of a segment by the scorers of the query's clauses. */
export class SegmentScorer {
  /** Filtered documents that match every clause. */
  readonly full: Uint32Array;
  readonly filter: DocFilter | undefined;
  readonly #segment: Segment;
  readonly #clauses: readonly ClauseScorer[];
  readonly #query: QueryTotals;

  /** @param clauses  with their idf set */
  constructor(
    segment: Segment,
    clauses: readonly ClauseScorer[],
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

  /** Filtered documents that match at least `least` clauses, or `leastInTitle` in their titles. */
  matching(least: number, leastInTitle: number): Uint32Array {
    const { filter } = this;
    const counts = this.matchCounts();
    const titleCounts = this.matchCounts((clause, doc) => clause.isInTitle(doc));
    const found = new Uint32Array(counts.length);
    let count = 0;
    for (let doc = 0; doc < counts.length; doc += 1) {
      if (counts[doc]! < least && titleCounts[doc]! < leastInTitle) continue;
      if (filter?.(doc) !== false) found[count++] = doc;
    }
    return found.subarray(0, count);
  }

  /** By document, how many clauses it matches in the way that `isCounted` says. */
  matchCounts(isCounted: (clause: ClauseScorer, doc: number) => boolean = () => true): Uint8Array {
    const counts = new Uint8Array(this.#segment.count);
    for (const clause of this.#clauses) {
      const { docs } = clause;
      for (let i = 0; i < docs.length; i += 1) if (isCounted(clause, docs[i]!)) counts[docs[i]!]! += 1;
    }
    return counts;
  }

  /**
   * The score of each of `docs`: the sum of the clauses' scores, plus a boost if all matching clauses match in the title
   * (the title that was asked for comes first), times the share of the query that the document matches.
   *
   * @param isFull  whether all of `docs` match every clause
   */
  scoresOf(docs: Uint32Array, isFull: boolean): Float64Array {
    const scores = new Float64Array(docs.length);
    const titleMatches = new Uint8Array(docs.length);
    for (const clause of this.#clauses) clause.score(docs, scores, titleMatches);
    for (let i = 0; i < docs.length; i += 1)
      if (titleMatches[i] !== 0) scores[i]! += this.#titleBoost(docs[i]!, titleMatches[i]!);
    if (!isFull) for (let i = 0; i < docs.length; i += 1) scores[i]! *= this.#coverage(docs[i]!);
    return scores;
  }

  /** The date of each of `docs` as `dateNumber`, in place of a score. */
  datesOf(docs: Uint32Array): Float64Array {
    const { dates } = this.#segment;
    return Float64Array.from(docs, (doc) => dates[doc]!);
  }

  /** The boost of a title in which `count` clauses match: larger the nearer its length is to the query's. */
  #titleBoost(doc: number, count: number): number {
    if (count < this.#matchingClauses(doc).length) return 0;
    const { words, idf } = this.#query;
    const length = lengthOfByte(this.#segment.titleLengths[doc]!);
    return (WHOLE_IN_TITLE * idf * Math.min(words, length)) / Math.max(words, length);
  }

  /** The factor for clauses that a document lacks: the share of the query's idf that it matches, to a power. */
  #coverage(doc: number): number {
    const matching = this.#matchingClauses(doc);
    if (matching.length === this.#clauses.length) return 1;
    return (matching.reduce((sum, clause) => sum + clause.idfOf(doc), 0) / this.#query.idf) ** COVERAGE;
  }

  #matchingClauses(doc: number): readonly ClauseScorer[] {
    return this.#clauses.filter((clause) => clause.has(doc));
  }
}

/** The most of the `all` clauses that any filtered document matches, and how many documents match that many. */
export function bestMatchCount(
  segments: readonly SegmentScorer[],
  all: number,
): { most: number; docs: number } {
  let docs = segments.reduce((sum, { full }) => sum + full.length, 0);
  if (docs > 0) return { most: all, docs };
  let most = 0;
  for (const segment of segments) {
    const { filter } = segment;
    const counts = segment.matchCounts();
    for (let doc = 0; doc < counts.length; doc += 1) {
      const count = counts[doc]!;
      if (count === 0 || count < most || filter?.(doc) === false) continue;
      docs = count > most ? 1 : docs + 1;
      most = count;
    }
  }
  return { most, docs };
}
