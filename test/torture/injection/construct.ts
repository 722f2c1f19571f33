/** A place in an article or its name at which a vector can stand. */
export interface Construct {
  readonly name: string;
  /** The name of the article's file. */
  readonly file: string;
  /** The text of the file around the vector; `word` has words on both sides of it. */
  readonly text: (vector: string, word: string) => string;
  /** Makes the bytes of the file from that text, if they are not the text itself; `opening` is the first paragraph, if not in it. */
  readonly pack?: (source: Uint8Array, opening?: string) => Uint8Array;
}
