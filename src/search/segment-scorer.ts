import { BATCH } from './postings.ts';
import type { Matched, Scorer } from './scorer.ts';
import { lengthOfByte, type Segment } from './segment.ts';
import {
  COVERAGE,
  PART_IN_TITLE,
  SATURATION,
  SUBSTITUTE_ALONE,
  WHOLE_IN_TITLE,
  WORD_IN_HEADING,
} from './weights.ts';

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
  readonly filter: DocFilter | undefined;
  readonly #segment: Segment;
  readonly #clauses: readonly Scorer[];
  readonly #query: QueryTotals;
  #full: Uint32Array | undefined;
  #known: Matched | undefined;
  readonly #selected = new Map<string, Uint32Array>();

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
  }

  /** Filtered documents that match every clause. */
  get full(): Uint32Array {
    if (this.#full) return this.#full;
    const [rarest, ...others] = this.#clauses.toSorted((a, b) => a.count - b.count);
    const full = others.reduce((docs, clause) => clause.matching(docs), rarest?.docs ?? new Uint32Array(0));
    this.#full = this.#filtered(full);
    return this.#full;
  }

  /** Filtered documents that match at least `count` clauses. */
  matching(count: number): Uint32Array {
    return this.#select(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, count);
  }

  /** Filtered documents that match any clause. */
  matchingAny(): Uint32Array {
    return this.matching(1);
  }

  /**
   * Filtered documents that have at least `least` of the query, or match `leastInTitle` clauses in their titles, or all of
   * them anywhere.
   */
  having(least: number, leastInTitle: number): Uint32Array {
    return this.#select(least, leastInTitle, this.#clauses.length);
  }

  /**
   * The documents of `having` that lack a clause and may score `score` or more. For a query of frequent words, nearly all
   * documents with only one of them score less than those with all; one that has it in its body only is not looked at.
   */
  lacking(least: number, leastInTitle: number, score: number): Uint32Array {
    const clauses = this.#clauses;
    const mostOf = clauses.map((clause) => clause.mostOf);
    const mostLacking = mostOf.reduce((sum, each) => sum + each, 0) - Math.min(...mostOf);
    const isFull = (doc: number): boolean => clauses.every((clause) => clause.has(doc));
    if (clauses.some(({ fielded }) => fielded === undefined) || this.#mostInBody(mostLacking) >= score)
      return this.having(least, leastInTitle).filter((doc) => !isFull(doc));
    const found = new Set<number>();
    for (const clause of clauses) for (const doc of clause.fielded!) found.add(doc);
    const isEnough = (doc: number): boolean =>
      this.#sumOf(doc) >= least || clauses.filter((clause) => clause.isInTitle(doc)).length >= leastInTitle;
    return this.#filtered(Uint32Array.from([...found].filter((doc) => !isFull(doc) && isEnough(doc))));
  }

  /**
   * A bound of the score of a document that lacks a clause, has `sum` of the query, and that in its body only: the scores of
   * its clauses are below their limits for endless occurrences, and their sum counts by the share of the query that it has. A
   * little more, as sums are in 32 bits.
   */
  #mostInBody(sum: number): number {
    return 1.001 * (SATURATION + 1) * sum * Math.min(1, sum / this.#query.idf) ** COVERAGE;
  }

  /** The part of the query's idf that a document has, added up in 32 bits, as `#matched` is. */
  #sumOf(doc: number): number {
    let sum = 0;
    for (const clause of this.#clauses) sum = Math.fround(sum + clause.amountIn(doc));
    return sum;
  }

  /** The most that a filtered document has of the query: see `Scorer.mostOf`. */
  get most(): number {
    const { filter } = this;
    // Usually a document has all words, and the search ends there. Sums are added up in 32 bits.
    const limit = this.#clauses.reduce((sum, clause) => Math.fround(sum + clause.mostOf), 0);
    for (const doc of this.full) if (this.#sumOf(doc) >= limit) return limit;
    const { sums } = this.#matched;
    let most = 0;
    for (let doc = 0; doc < sums.length && most < limit; doc += 1)
      if (sums[doc]! > most && filter?.(doc) !== false) most = sums[doc]!;
    return most;
  }

  /** The most clauses that a filtered document matches. */
  get mostClauses(): number {
    const { filter } = this;
    const { counts } = this.#matched;
    let most = 0;
    for (let doc = 0; doc < counts.length && most < this.#clauses.length; doc += 1)
      if (counts[doc]! > most && filter?.(doc) !== false) most = counts[doc]!;
    return most;
  }

  /** Filtered documents that have enough of the query in one of three ways: a search and the count of what it folds away ask alike. */
  #select(leastSum: number, leastInTitle: number, leastCount: number): Uint32Array {
    const key = `${leastSum} ${leastInTitle} ${leastCount}`;
    const known = this.#selected.get(key);
    if (known) return known;
    const found = new Uint32Array(this.#segment.count);
    let length = 0;
    for (let from = 0; from < found.length; from += BATCH) {
      const to = Math.min(from + BATCH, found.length);
      length = this.#selectIn(from, to, leastSum, leastInTitle, leastCount, found, length);
    }
    const selected = this.#filtered(found.subarray(0, length));
    this.#selected.set(key, selected);
    return selected;
  }

  /** A part of `#select` that is short enough for V8 to compile it while a search goes on. */
  #selectIn(
    from: number,
    to: number,
    leastSum: number,
    leastInTitle: number,
    leastCount: number,
    found: Uint32Array,
    before: number,
  ): number {
    const { sums, titles, counts } = this.#matched;
    let length = before;
    for (let doc = from; doc < to; doc += 1)
      if (counts[doc]! >= leastCount || sums[doc]! >= leastSum || titles[doc]! >= leastInTitle)
        found[length++] = doc;
    return length;
  }

  #filtered(docs: Uint32Array): Uint32Array {
    return this.filter ? docs.filter(this.filter) : docs;
  }

  get #matched(): Matched {
    if (this.#known) return this.#known;
    const { count } = this.#segment;
    this.#known = {
      sums: new Float32Array(count),
      titles: new Uint8Array(count),
      counts: new Uint8Array(count),
    };
    for (const clause of this.#clauses) clause.addTo(this.#known);
    return this.#known;
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
    else for (const clause of this.#clauses) addHeadings(clause, docs, scores);
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
    const clauses = this.#clauses;
    let meant = 0;
    while (meant < clauses.length && clauses[meant]!.isMeant(doc)) meant += 1;
    if (meant === clauses.length) return 1;
    return Math.min(1, this.#sumOf(doc) / this.#query.idf) ** COVERAGE;
  }
}

/** Adds what it tells that a document has the only clause of the query in a heading. */
function addHeadings(clause: Scorer, docs: Uint32Array, scores: Float64Array): void {
  for (let i = 0; i < docs.length; i += 1)
    if (clause.isInHeading(docs[i]!)) scores[i]! += WORD_IN_HEADING * clause.idfOf(docs[i]!);
}

/** The most of the `all` clauses that any filtered document matches. */
export const bestMatchCount = (segments: readonly SegmentScorer[], all: number): number =>
  segments.some(({ full }) => full.length > 0)
    ? all
    : segments.reduce((most, segment) => Math.max(most, segment.mostClauses), 0);

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
