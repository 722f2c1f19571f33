/** Inverse document frequencies of a clause over all segments (BM25's, never below zero). */
export interface Idf {
  /** For documents that have the word itself. */
  readonly exact: number;
  /**
   * For documents that have only related words (inflections, family, misspellings). These may be frequent when the word
   * itself is rare (`utiliser` for `utilisateur`).
   */
  readonly related: number;
  /** Whether any document matches the clause. */
  readonly matched: boolean;
}

/** How many documents match a clause, and how many of them by the word itself. */
export interface DocumentFrequency {
  readonly all: number;
  readonly exact: number;
}

/** The idf of a clause among `total` documents, given its document frequency in each segment. */
export function idfOf(frequencies: readonly DocumentFrequency[], total: number): Idf {
  let [all, exact] = [0, 0];
  for (const frequency of frequencies) {
    all += frequency.all;
    exact += frequency.exact;
  }
  const idf = (count: number): number => Math.log(1 + (total - count + 0.5) / (count + 0.5));
  return { exact: idf(exact || all), related: idf(all), matched: all > 0 };
}
