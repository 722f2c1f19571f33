import { clean } from '../../unicode/clean.ts';
import type { LinkKind, Run, Style } from '../document.ts';
import type { Writer } from './document-writer.ts';
import { PLAIN } from './styles.ts';

export type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A link that takes its place among the document's links with the first text written in it. */
export interface PendingLink {
  readonly href: string;
  readonly kind: LinkKind;
  readonly target?: number;
  index?: number;
}

/**
 * A paragraph, heading or cell being written. White space collapses as in HTML, across runs too, and none is left at
 * either end; a line break is a `\n`.
 */
export class Leaf {
  readonly runs: Writable<Run>[];
  readonly #writer: Writer;
  /** White space read and not yet written: dropped when nothing follows. */
  #gap = '';
  #gapStyle: Style | undefined;
  #gapLink: PendingLink | undefined;

  /** @param runs those of a leaf to go on with, the last that was written */
  constructor(writer: Writer, runs: Writable<Run>[] = []) {
    this.#writer = writer;
    this.runs = runs;
  }

  /** Adds untrusted text. */
  add(text: string, style: Style, link: PendingLink | undefined): void {
    const cleaned = collapse(clean(text));
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

  /** Adds untrusted text whose blanks are kept, as in a span of code. */
  verbatim(text: string, style: Style, link: PendingLink | undefined): void {
    const cleaned = clean(text);
    if (cleaned) this.write(cleaned, style, link);
  }

  break(style: Style, link: PendingLink | undefined): void {
    this.#space('\n', style, link);
  }

  get start(): number {
    return this.runs[0]?.at ?? this.#writer.text.length;
  }

  get end(): number {
    const last = this.runs.at(-1);
    return last ? last.at + last.text.length : this.#writer.text.length;
  }

  /** Whether a text says again what the picture before it is called: `<img alt="Ada"> Ada`. */
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

  /** Adds text that is clean and has single blanks, none at either end. */
  write(text: string, style: Style, link: PendingLink | undefined): void {
    if (this.runs.length === 0) {
      if (this.#writer.text !== '') this.#writer.text += '\n';
    } else if (this.#gap) {
      // A blank on either side of a link is none of it.
      const inside = this.#gapLink === link && (link === undefined || link.index !== undefined);
      this.#append(this.#gap, inside ? this.#gapStyle! : PLAIN, inside ? link : undefined);
    }
    this.#gap = '';
    this.#append(text, style, link);
  }

  #append(text: string, style: Style, link: PendingLink | undefined): void {
    const at = this.#writer.text.length;
    this.#writer.text += text;
    const index = link && this.#writer.extendLink(link, at, at + text.length);
    const last = this.runs.at(-1);
    if (last && last.style === style && last.link === index) last.text += text;
    else this.runs.push(index === undefined ? { text, style, at } : { text, style, at, link: index });
  }
}

/** No-break spaces that hold a place open (`<p>&nbsp;</p>`): no text begins with them. */
const ONLY_BLANKS = /^[ \xa0]+$/;

/**
 * Runs of ASCII white space become one blank; a line's end between ideographs or kana, which are written without
 * blanks, becomes nothing (CSS Text 4, "segment break transformation").
 */
function collapse(text: string): string {
  if (!/[\t\n]| {2}/.test(text)) return text;
  const joined = text.includes('\n') && IDEOGRAPH.test(text) ? text.replace(BETWEEN_IDEOGRAPHS, '') : text;
  return joined.replace(/[\t\n ]+/g, ' ');
}

const WITHOUT_BLANKS = '[\\u2e80-\\u312f\\u31c0-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]';
const IDEOGRAPH = new RegExp(WITHOUT_BLANKS);
const BETWEEN_IDEOGRAPHS = new RegExp(`(?<=${WITHOUT_BLANKS})[\\t ]*\\n[\\t ]*(?=${WITHOUT_BLANKS})`, 'g');
