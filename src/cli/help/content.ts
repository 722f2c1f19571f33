/** A term and its explanation. */
export interface Entry {
  readonly term: string;
  readonly text: string;
  /** Lines to type that use the term. */
  readonly examples?: readonly string[];
}

/**
 * A part of the help. `kiosque help` prints it as text (`help-text.ts`), the manual as mdoc (`mdoc.ts`): facts are written
 * once, here from the tables that the program itself uses.
 */
export interface Section {
  readonly title?: string;
  /** Paragraphs before the entries. */
  readonly paragraphs?: readonly string[];
  readonly entries?: readonly Entry[];
  /** Lines to type, or lines of a file. */
  readonly lines?: readonly string[];
}
