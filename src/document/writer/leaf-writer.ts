import type { LinkKind, Run, Style } from '../document.ts';
import { PLAIN } from './styles.ts';

export type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A link that is added to the document's links with the first text written in it. */
export interface PendingLink {
  readonly href: string;
  readonly kind: LinkKind;
  readonly target?: number;
  /** Its index among the document's links, once it is there. */
  index?: number;
}

/** The document that a leaf is written into. */
export interface LeafTarget {
  /** The length of the text so far, in UTF-16 units. */
  readonly length: number;
  append(text: string): void;
  /** Cleans text that is about to be written at offset `at`, and notes the hidden characters in it. */
  clean(text: string, at: number): string;
  /** Extends `link` by the text from `start` to `end`, and returns its index among the document's links. */
  extendLink(link: PendingLink, start: number, end: number): number;
}

/** Writes a paragraph, heading or cell: white space collapses as in HTML, also between runs; a line break is `\n`. */
export class LeafWriter {
  runs: Writable<Run>[];
  readonly #target: LeafTarget;
  /** White space to write before the next text; dropped if none comes. */
  #gap = '';
  #gapStyle: Style | undefined;
  #gapLink: PendingLink | undefined;

  /** @param runs  the runs of the leaf that was written last, to append to it */
  constructor(target: LeafTarget, runs: Writable<Run>[] = []) {
    this.#target = target;
    this.runs = runs;
  }

  /** Adds untrusted text. */
  add(text: string, style = PLAIN, link?: PendingLink): void {
    const cleaned = collapse(this.#target.clean(text, this.#next));
    const from = cleaned.startsWith(' ') ? 1 : 0;
    if (from) this.#space(' ', style, link);
    if (cleaned.length === from || (this.runs.length === 0 && ONLY_BLANKS.test(cleaned))) return;
    const to = cleaned.endsWith(' ') ? cleaned.length - 1 : cleaned.length;
    if (style.role !== 'image' && this.#repeatsPicture(cleaned.slice(from, to))) {
      this.#gap = '';
      if (to < cleaned.length) this.#space(' ', style, link);
      return;
    }
    this.write(from || to < cleaned.length ? cleaned.slice(from, to) : cleaned, style, link);
    if (to < cleaned.length) this.#space(' ', style, link);
  }

  /** Adds untrusted text and keeps its white space, as in a code span. */
  verbatim(text: string, style = PLAIN, link?: PendingLink): void {
    const cleaned = this.#target.clean(text, this.#next);
    if (cleaned) this.write(cleaned, style, link);
  }

  break(style = PLAIN, link?: PendingLink): void {
    this.#space('\n', style, link);
  }

  get start(): number {
    return this.runs[0]?.at ?? this.#target.length;
  }

  get end(): number {
    const last = this.runs.at(-1);
    return last ? last.at + last.text.length : this.#target.length;
  }

  /** Where the next text begins. */
  get #next(): number {
    const { length } = this.#target;
    if (this.runs.length > 0) return length + this.#gap.length;
    return length > 0 ? length + 1 : 0;
  }

  /** True if `text` is the name of the picture before it, as in `<img alt="Ada"> Ada`. */
  #repeatsPicture(text: string): boolean {
    const last = this.runs.at(-1);
    return last?.style.role === 'image' && last.text === text;
  }

  #space(space: ' ' | '\n', style: Style, link: PendingLink | undefined): void {
    if (space === ' ' ? this.#gap !== '' : this.#gap.startsWith('\n\n')) return;
    this.#gap = this.#gap === ' ' ? space : this.#gap + space;
    this.#gapStyle = style;
    this.#gapLink = link;
  }

  /** Adds text that is clean, collapsed and trimmed already. */
  write(text: string, style = PLAIN, link?: PendingLink): void {
    if (this.runs.length === 0) {
      if (this.#target.length > 0) this.#target.append('\n');
    } else if (this.#gap) {
      // White space around a link is not part of it.
      const inside = this.#gapLink === link && (link === undefined || link.index !== undefined);
      this.#append(this.#gap, inside ? this.#gapStyle! : PLAIN, inside ? link : undefined);
    }
    this.#gap = '';
    this.#append(text, style, link);
  }

  #append(text: string, style: Style, link: PendingLink | undefined): void {
    const at = this.#target.length;
    this.#target.append(text);
    const index = link && this.#target.extendLink(link, at, at + text.length);
    const last = this.runs.at(-1);
    if (last && last.style === style && last.link === index) {
      last.text += text;
      return;
    }
    const run = index === undefined ? { text, style, at } : { text, style, at, link: index };
    // Most leaves have one run. V8 gives an array that grows room for seventeen.
    if (last) this.runs.push(run);
    else this.runs = [run];
  }
}

/** No-break spaces that only keep an element from being empty (`<p>&nbsp;</p>`): a leaf never begins with them. */
const ONLY_BLANKS = /^[ \xa0]+$/;

/**
 * Collapses each run of ASCII white space to a space, or to nothing if it holds a line end and stands between ideographs
 * or kana, which are written without spaces (CSS Text 4, "segment break transformation").
 */
function collapse(text: string): string {
  if (!/[\t\n]| {2}/.test(text)) return text;
  const joined = text.includes('\n') && IDEOGRAPH.test(text) ? text.replace(BETWEEN_IDEOGRAPHS, '') : text;
  return joined.replace(/[\t\n ]+/g, ' ');
}

const UNSPACED = '[\\u2e80-\\u312f\\u31c0-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]';
const IDEOGRAPH = new RegExp(UNSPACED);
const BETWEEN_IDEOGRAPHS = new RegExp(`(?<=${UNSPACED})[\\t ]*\\n[\\t ]*(?=${UNSPACED})`, 'g');
