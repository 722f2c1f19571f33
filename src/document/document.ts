/**
 * A parsed article: blocks of styled runs over one reading text.
 *
 * `text` is what a person reads, without markup: the leaves (paragraphs, headings, table cells, lines of code)
 * in order, a newline between them. All positions in the program (matches, places, links, headings) are UTF-16
 * offsets into it, so they hold at any width.
 *
 * A document opens with its first blocks parsed and grows on demand: what is there never changes, more is
 * appended, so offsets stay good.
 */
export interface Document {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  /** Language of the typography: from the article, else detected. */
  readonly lang: 'fr' | 'en' | undefined;
  /** Whether all of the source has been parsed. */
  readonly complete: boolean;
  /** Parses on until at least `blocks` top-level blocks are there or the source ends. `Infinity` for all. */
  extend(blocks: number): void;
}

export interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly at: number;
}

export interface Link {
  /** Cleaned and percent-encoded: ASCII without controls or blanks. What it leads to says `kind`. */
  readonly href: string;
  readonly kind: LinkKind;
  readonly start: number;
  readonly end: number;
  /** For footnotes, back links and anchors: the offset they lead to, once that has been parsed. */
  readonly target?: number;
}

/**
 * `web`: http, https, mailto, the only ones that may reach the terminal or a browser; `article`: another article,
 * by relative path or by name; `image`: where an image lies, web or not; `anchor`: `#…`, a heading of this document;
 * `footnote` and `backlink`: to a note and back; `other`: everything else, to be shown, never opened.
 */
export type LinkKind = 'web' | 'article' | 'image' | 'anchor' | 'footnote' | 'backlink' | 'other';

/** How a run of text is drawn; roles become colours in a theme, flags become terminal attributes. */
export interface Style {
  readonly role?: Role;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
}

export type Role =
  | 'title'
  | 'heading'
  | 'meta'
  | 'link'
  | 'code'
  | 'kbd'
  | 'mark'
  | 'quote'
  | 'marker'
  | 'rule'
  | 'note'
  | 'image'
  | 'code.keyword'
  | 'code.string'
  | 'code.number'
  | 'code.comment'
  | 'code.name'
  | 'code.type';

/** A run of text in one style. `at` is its offset in the document's text. */
export interface Run {
  readonly text: string;
  readonly style: Style;
  readonly at: number;
  /** Index into `Document.links`. */
  readonly link?: number;
}

interface BlockBase {
  /** Range in the document's text. */
  readonly start: number;
  readonly end: number;
  /** Line in the body's source, from 0, for opening an editor there; absent where it is not known. */
  readonly line?: number;
}

export type Block = BlockBase &
  (
    | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
    | { readonly kind: 'heading'; readonly depth: number; readonly runs: readonly Run[] }
    | { readonly kind: 'code'; readonly code: string; readonly language?: string }
    | {
        readonly kind: 'quotation';
        readonly blocks: readonly Block[];
        /** The kind of an admonition, in lower case (`note`, `warning`, …). */
        readonly callout?: string;
        /** Set on a callout with a title of its own, the first of its blocks. */
        readonly titled?: true;
      }
    | {
        readonly kind: 'list';
        /** The number of the first item of a numbered list; absent for bullets. */
        readonly first?: number;
        readonly loose: boolean;
        readonly items: readonly Item[];
      }
    | {
        readonly kind: 'table';
        readonly align: readonly ('left' | 'right' | 'center' | undefined)[];
        /** Cells of runs; the first row is the header, its cells empty where the table has none. */
        readonly rows: readonly (readonly (readonly Run[])[])[];
      }
    | { readonly kind: 'rule' }
    | { readonly kind: 'notes'; readonly notes: readonly Note[] }
  );

export interface Item {
  readonly task?: 'open' | 'done';
  readonly blocks: readonly Block[];
}

export interface Note {
  /** Its number, in the order of first mention. */
  readonly label: string;
  readonly blocks: readonly Block[];
}
