import { clean } from '../../unicode/clean.ts';
import type { Block, Heading, Link, LinkKind, Run, Style } from '../document.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A link that takes its place among the document's links with the first text written in it. */
export interface PendingLink {
  readonly href: string;
  readonly kind: LinkKind;
  index?: number;
}

/** Puts a document together: its reading text, and what points into it. */
export class Writer {
  text = '';
  readonly links: Writable<Link>[] = [];
  readonly headings: Heading[] = [];

  /** Notes that `link` has text from `start` to `end`, and returns its index. */
  extendLink(link: PendingLink, start: number, end: number): number {
    link.index ??= this.links.push({ href: link.href, kind: link.kind, start, end }) - 1;
    this.links[link.index]!.end = end;
    return link.index;
  }

  /** Where the next leaf will begin, if it is not empty. */
  get next(): number {
    return this.text === '' ? 0 : this.text.length + 1;
  }

  leaf(): Leaf {
    return new Leaf(this);
  }

  /** The paragraph of a written leaf; undefined when nothing was written. */
  paragraph({ runs, start, end }: Leaf, line: number): Block | undefined {
    return runs.length > 0 ? { kind: 'paragraph', runs, start, end, line } : undefined;
  }

  /** The heading of a written leaf, noted among the document's headings. */
  heading({ runs, start, end }: Leaf, depth: number, line: number): Block | undefined {
    if (runs.length === 0) return undefined;
    this.headings.push({ depth, text: this.text.slice(start, end).replaceAll('\n', ' '), at: start });
    return { kind: 'heading', depth, runs, start, end, line };
  }

  /** Writes untrusted lines that are kept as they are. */
  code(text: string, language: string | undefined, line: number): Block | undefined {
    const code = clean(text);
    if (code.trim() === '') return undefined;
    const start = this.next;
    this.text += start ? `\n${code}` : code;
    const end = this.text.length;
    return { kind: 'code', code, ...(language && { language }), start, end, line };
  }
}

/**
 * A paragraph, heading or cell being written. White space collapses as in HTML, across runs too, and none is left at
 * either end; a line break is a `\n`.
 */
export class Leaf {
  readonly runs: Writable<Run>[] = [];
  readonly #writer: Writer;
  /** White space read and not yet written: dropped when nothing follows. */
  #gap = '';
  #gapStyle: Style | undefined;
  #gapLink: PendingLink | undefined;

  constructor(writer: Writer) {
    this.#writer = writer;
  }

  /** Adds untrusted text. */
  add(text: string, style: Style, link: PendingLink | undefined): void {
    const cleaned = collapse(clean(text));
    const from = cleaned.startsWith(' ') ? 1 : 0;
    if (from) this.#space(' ', style, link);
    if (cleaned.length === from) return;
    const to = cleaned.endsWith(' ') ? cleaned.length - 1 : cleaned.length;
    this.#write(from || to < cleaned.length ? cleaned.slice(from, to) : cleaned, style, link);
    if (to < cleaned.length) this.#space(' ', style, link);
  }

  /** Adds untrusted text whose blanks are kept, as in a span of code. */
  verbatim(text: string, style: Style, link: PendingLink | undefined): void {
    const cleaned = clean(text);
    if (cleaned) this.#write(cleaned, style, link);
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

  #space(space: ' ' | '\n', style: Style, link: PendingLink | undefined): void {
    if (space === ' ' ? this.#gap !== '' : this.#gap.startsWith('\n\n')) return;
    this.#gap = this.#gap === ' ' ? space : this.#gap + space;
    this.#gapStyle = style;
    this.#gapLink = link;
  }

  #write(text: string, style: Style, link: PendingLink | undefined): void {
    if (this.runs.length === 0) {
      if (this.#writer.text !== '') this.#writer.text += '\n';
    } else if (this.#gap) {
      this.#append(this.#gap, this.#gapStyle!, this.#gapLink);
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

/** Runs of ASCII white space become one blank. */
function collapse(text: string): string {
  return /[\t\n]| {2}/.test(text) ? text.replace(/[\t\n ]+/g, ' ') : text;
}

/** The range of the text that blocks hold; undefined where there are none. */
export function rangeOf(blocks: readonly Block[]): { start: number; end: number } | undefined {
  return blocks.length > 0 ? { start: blocks[0]!.start, end: blocks.at(-1)!.end } : undefined;
}
