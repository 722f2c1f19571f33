import { grown } from '../../algorithms/grown.ts';

/** Kinds of nodes. The first two leave the source between `start` and `end` as text unless something matches them. */
export const BRACKET = 0;
export const DELIMITERS = 1;
/** The text `value` in place of the source. */
export const TEXT = 2;
export const CODE = 3;
export const BREAK = 4;
/** A link or an image from its opening bracket on; `pair` is the index of the node that ends it. */
export const LINK = 5;
export const IMAGE = 6;
export const END = 7;
/** An address in angle brackets, and one without; `value` is the target, `title` the text. */
export const AUTOLINK = 8;
export const BARE_LINK = 9;
/** HTML; `value` is the element's name in lower case. */
export const TAG = 10;
export const END_TAG = 11;
/** A comment, a declaration or an instruction. */
export const HIDDEN = 12;
/** `value` is a footnote's label, or the source of a note. */
export const FOOTNOTE = 13;
export const INLINE_NOTE = 14;
/** `value` is the target, `title` the text. */
export const WIKILINK = 15;
export const EMBED = 16;

/** Nodes above this number are not kept for the next text. */
const MANY = 10_000;

/** The nodes of one text, in order: stretches of inline source that are more than text. Reused for the next text. */
export class Nodes {
  length = 0;
  kinds = new Uint8Array(64);
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  pairs = new Int32Array(64);
  readonly values: string[] = [];
  readonly titles: string[] = [];

  clear(): void {
    if (this.length > MANY) this.values.length = this.titles.length = 0;
    this.length = 0;
  }

  /** Where the last node ends; 0 without nodes. */
  get end(): number {
    return this.length === 0 ? 0 : this.ends[this.length - 1]!;
  }

  add(kind: number, start: number, end: number, value = '', title = ''): void {
    if (this.length === this.kinds.length) this.#grow();
    const index = this.length++;
    this.kinds[index] = kind;
    this.starts[index] = start;
    this.ends[index] = end;
    this.values[index] = value;
    this.titles[index] = title;
  }

  #grow(): void {
    this.kinds = grown(this.kinds);
    this.starts = grown(this.starts);
    this.ends = grown(this.ends);
    this.pairs = grown(this.pairs);
  }
}
