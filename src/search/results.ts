/** UTF-16 units of a query at most: correcting thousands of unknown words would take minutes. */
export const LONGEST_QUERY = 1_000;

/** A range of a text, UTF-16 offsets, end exclusive. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** One line around the best cluster of matches. `matches` are ranges of `text`. */
export interface Snippet {
  readonly text: string;
  readonly matches: readonly Match[];
}

/** An article that matches a query: its number in the index, and its score (higher is better). */
export interface Hit {
  readonly doc: number;
  readonly score: number;
}
