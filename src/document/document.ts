import type { Sequence } from '../algorithms/sequence.ts';

import type { Hidden } from '../unicode/hidden.ts';

/**
 * A parsed article: blocks of styled runs over one reading text.
 *
 * `text` is the text without markup: the leaves (paragraphs, headings, table cells, blocks of code) in order, with a
 * newline between two. All positions in the program (matches, bookmarks, links, headings) are UTF-16 offsets into it, so
 * they are valid at any width.
 *
 * A document opens with its first blocks parsed and is extended on demand. Parsing only appends, so offsets stay valid.
 */
export interface Document {
  /** The whole text. To join it takes time, so what grows or may be long is read with `slice`. */
  readonly text: string;
  /** The length of the text, in UTF-16 units. */
  readonly length: number;
  /** The text in [from, to). */
  slice(from: number, to: number): string;
  readonly blocks: Sequence<Block>;
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  /** The hidden characters removed from what has been parsed, with their places in `text`; absent if there were none. */
  readonly hidden?: Hidden | undefined;
  /** The offsets of elements by their names, to which other articles may link; absent if the source has none. */
  readonly anchors?: Readonly<Record<string, number>> | undefined;
  /** Language of the typography: from the article, else detected. */
  readonly lang: 'fr' | 'en' | undefined;
  /** True once all of the source has been parsed. */
  readonly complete: boolean;
  /** Parses until there are at least `blocks` top-level blocks or the source ends. `Infinity` for all. */
  extend(blocks: number): void;
}

export interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly at: number;
}

export interface Link {
  /** Cleaned and percent-encoded: ASCII without controls or spaces. Its target is of the kind `kind`. */
  readonly href: string;
  readonly kind: LinkKind;
  readonly start: number;
  readonly end: number;
  /** The offset that a footnote, back link or anchor leads to, once that part has been parsed. */
  readonly target?: number;
}

/**
 * `web`: http, https or mailto, the only links that may reach the terminal or a browser; `article`: another article, by
 * relative path or by name; `image`: the address of an image, on the web or not; `anchor`: `#…`, a heading of this
 * document; `footnote` and `backlink`: to a note and back; `other`: anything else, shown but never opened.
 */
export type LinkKind = 'web' | 'article' | 'image' | 'anchor' | 'footnote' | 'backlink' | 'other';

/** A color as `#rrggbb`, and the palette entry (0–15) for terminals with 16 colors. An empty hex is the entry itself. */
export type Color = readonly [hex: string, palette: number];

/** Attributes of text in a terminal. Colors need a color depth above 0, the others apply always. */
export interface Attributes {
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly inverse?: boolean;
  readonly strike?: boolean;
  readonly fg?: Color;
  readonly bg?: Color;
}

/** How a run of text is drawn: themes map roles to attributes. The source itself sets colors only in a terminal's output. */
export interface Style extends Attributes {
  readonly role?: Role;
}

/** Text in one style. */
export interface StyledText {
  readonly text: string;
  readonly style: Style;
}

type BlockRole = 'title' | 'heading' | 'subheading' | 'meta' | 'quote' | 'marker' | 'rule';
type InlineRole = 'link' | 'code' | 'kbd' | 'mark' | 'note' | 'image';
type CodeRole = `code.${'keyword' | 'string' | 'number' | 'comment' | 'name' | 'type'}`;
export type Role = BlockRole | InlineRole | CodeRole;

/** A run of text in one style. */
export interface Run extends StyledText {
  /** Its offset in the document's text. */
  readonly at: number;
  /** Index into `Document.links`. */
  readonly link?: number;
}

interface BlockBase {
  /** Range in the document's text. */
  readonly start: number;
  readonly end: number;
  /** Line in the body's source, from 0, to open an editor there; absent if it is unknown. */
  readonly line?: number;
}

export type Block = BlockBase &
  (
    | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
    | { readonly kind: 'heading'; readonly depth: number; readonly runs: readonly Run[] }
    | {
        readonly kind: 'code';
        readonly code: string;
        readonly language?: string;
        /** The code in the styles that the source gives it, as a terminal's output does. */
        readonly runs?: readonly Run[];
      }
    | {
        readonly kind: 'quotation';
        readonly blocks: readonly Block[];
        /** The kind of an admonition, in lower case (`note`, `warning`, …). */
        readonly callout?: string;
        /** Set if the callout has a title of its own, as its first block. */
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
        readonly align: readonly ('left' | 'right' | 'center' | null)[];
        /** Cells of runs; the first row is the header, with empty cells if the table has none. */
        readonly rows: readonly (readonly (readonly Run[])[])[];
      }
    | {
        /** Blocks that hang from a term, as the description of an option does; without a term they are only indented. */
        readonly kind: 'hanging';
        readonly term: readonly Run[];
        readonly blocks: readonly Block[];
        /** Cells by which the blocks are indented, at least 1. A term that is shorter stands beside them. */
        readonly indent: number;
        /** True if no empty line comes before it. */
        readonly tight: boolean;
      }
    | { readonly kind: 'rule' }
    | {
        readonly kind: 'notes';
        readonly notes: readonly Note[];
        /** True if the notes go on from those of the block before. */
        readonly continued?: boolean;
      }
  );

export type BlockOf<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;

export interface Item {
  /** GitHub knows the first two, Obsidian's themes all. */
  readonly task?:
    | 'open'
    | 'done'
    | 'begun'
    | 'cancelled'
    | 'forwarded'
    | 'scheduled'
    | 'question'
    | 'important';
  readonly blocks: readonly Block[];
}

export interface Note {
  /** Its number, in the order of first references. */
  readonly label: string;
  readonly blocks: readonly Block[];
}
