type Inline = { readonly text: string; readonly at: number };

/** A block of plain text, its strings not cleaned. `at` is the offset of its first character, or its first marker. */
export type PlainBlock =
  /** `depth` is from 1, the highest, to 6. */
  | ({ readonly kind: 'heading'; readonly depth: number } & Inline)
  /** Its lines are joined. */
  | ({ readonly kind: 'paragraph' } & Inline)
  /** Verbatim lines, with their indents: an address, verse, a signature. */
  | { readonly kind: 'lines'; readonly lines: readonly string[]; readonly at: number }
  | { readonly kind: 'quotation'; readonly blocks: readonly PlainBlock[]; readonly at: number }
  | {
      readonly kind: 'list';
      /** The first number of a numbered list; absent for bullets. */
      readonly start?: number;
      readonly items: readonly (readonly PlainBlock[])[];
      readonly at: number;
    }
  /** A line of signs between two parts, such as `* * *`. */
  | { readonly kind: 'rule'; readonly at: number }
  | {
      readonly kind: 'table';
      readonly align: readonly ('left' | 'right' | 'center' | null)[];
      /** The first row is the header; rows may differ in length. */
      readonly rows: readonly (readonly string[])[];
      readonly at: number;
    };

export interface PlainText {
  /** The title in the text, which is not repeated in `blocks`; absent if there is none. */
  readonly title?: string;
  readonly blocks: Iterable<PlainBlock>;
}
