/**
 * Plain text as a person reads it. Offsets are into the body's source (UTF-16 units): of a block's first character, or
 * of a list's first marker. `lines` keeps its line ends (letters, verse, signatures) and the blanks its lines begin
 * with; a paragraph's lines are joined. A `rule` is a line of signs between two parts (`* * *`).
 */
export type PlainBlock =
  | { readonly kind: 'heading'; readonly depth: 1 | 2; readonly text: string; readonly at: number }
  | { readonly kind: 'paragraph'; readonly text: string; readonly at: number }
  | { readonly kind: 'lines'; readonly lines: readonly string[]; readonly at: number }
  | { readonly kind: 'quotation'; readonly blocks: readonly PlainBlock[]; readonly at: number }
  | {
      readonly kind: 'list';
      /** The first number of a numbered list; absent for bullets. */
      readonly start?: number;
      readonly items: readonly (readonly PlainBlock[])[];
      readonly at: number;
    }
  | { readonly kind: 'rule'; readonly at: number }
  | {
      readonly kind: 'table';
      readonly align: readonly ('left' | 'right' | 'center' | undefined)[];
      /** The first row is the header; rows may differ in length. */
      readonly rows: readonly (readonly string[])[];
      readonly at: number;
    };

export interface PlainText {
  /** The title as a reader would name it, where the text has one; it is not repeated in `blocks`. */
  readonly title?: string;
  readonly blocks: readonly PlainBlock[];
}
