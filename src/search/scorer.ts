/** Inverse document frequencies of a scorer over all segments (BM25's, never below zero). */
export interface Idf {
  /** For documents that have the word itself. */
  readonly exact: number;
  /**
   * For documents that have only related words (inflections, family, misspellings). These may be frequent when the word
   * itself is rare (`utiliser` for `utilisateur`).
   */
  readonly related: number;
  /** True if any document matches. */
  readonly matched: boolean;
}

/** By document of a segment: what it has of the query, and how many clauses it matches, in its title and anywhere. */
export interface Matched {
  readonly sums: Float32Array;
  readonly titles: Uint8Array;
  readonly counts: Uint8Array;
}

/** The documents of a segment that match a part of a query, and their scores for it. Documents are numbers in the segment. */
export interface Scorer {
  /** How many documents match, and how many of them by the words themselves. */
  readonly count: number;
  readonly exactCount: number;
  /** How many match without synonyms. */
  readonly meantCount: number;
  /** The matching documents, in the order in which they were found. */
  readonly docs: Uint32Array;
  /** Sets the idf, which is known once all segments are evaluated, and without which nothing can be scored. */
  setIdf(idf: Idf): void;
  /** The documents that match in other fields than the body; undefined if that is not known. */
  readonly fielded?: readonly number[];
  /** True if a document matches. */
  has(doc: number): boolean;
  /** True if a document matches in its title. */
  isInTitle(doc: number): boolean;
  /** True if a document matches in a heading. */
  isInHeading(doc: number): boolean;
  /** True if a document has the word or one that was meant, and not only a misspelling of one that others have. */
  isMeant(doc: number): boolean;
  /** True if some documents match by misspellings or synonyms only. */
  readonly hasSubstitutes: boolean;
  /** True if a document has nothing but a misspelling or a synonym, or does not match at all. */
  isSubstitute(doc: number): boolean;
  /** The idf of a document's best match. */
  idfOf(doc: number): number;
  /** The documents among `docs` that match. */
  matching(docs: Uint32Array): Uint32Array;
  /** The most that a document can have of the query by it. */
  readonly mostOf: number;
  /** The part of the query's idf that a document has by it; 0 if it does not match. */
  amountIn(doc: number): number;
  /** Adds what the documents that match have of the query by it. */
  addTo(matched: Matched): void;
  /** Adds to `scores`, parallel to `docs`, the scores of the documents that match; adds 1 in `titleMatches` as `addTo` does. */
  score(docs: Uint32Array, scores: Float64Array, titleMatches: Uint8Array): void;
}

/** The idf among `total` documents, given the scorer in each segment. */
export function idfOf(scorers: readonly Scorer[], total: number): Idf {
  const matching = scorers.reduce((sum, { count }) => sum + count, 0);
  const all = scorers.reduce((sum, { meantCount }) => sum + meantCount, 0) || matching;
  const exact = scorers.reduce((sum, { exactCount }) => sum + exactCount, 0);
  const idf = (count: number): number => Math.log(1 + (total - count + 0.5) / (count + 0.5));
  return { exact: idf(exact || all), related: idf(all), matched: all > 0 };
}
