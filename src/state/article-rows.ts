import type { Block, Document } from '../document/document.ts';
import type { Article } from '../library/article.ts';
import { layout } from '../text/layout.ts';
import type { Flow, Line } from '../text/line.ts';

/** UTF-16 units of a text that are parsed, searched or laid out at once; the rest in idle time. */
export const SYNC_LENGTH = 200_000;
/** Rows of a text that are laid out at once. */
const SYNC_ROWS = 4000;

/** A row of an article as the reader shows it: its title, a line about it, its text. */
export type ArticleRow =
  | { readonly kind: 'title'; readonly line: Line }
  | { readonly kind: 'meta' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly line: Line }
  /** After the end: what to read next, each by its place among them. */
  | { readonly kind: 'relatedHead' }
  | { readonly kind: 'related'; readonly article: Article; readonly index: number };

/** How much room the title has: a blank row above it, none, or neither that nor the line about the article. */
export type HeaderSpace = 'roomy' | 'plain' | 'compact';

/**
 * The rows of an article at one width. What is asked for is laid out and no more, so that the first screen of a
 * long article costs no more than that of a short one.
 */
export class ArticleRows {
  readonly header: readonly ArticleRow[];
  readonly flow: Flow;
  readonly document: Document;
  /** Rows after the end of the text. */
  readonly footer: readonly ArticleRow[];

  private constructor({
    document,
    flow,
    header,
    footer,
  }: Pick<ArticleRows, 'document' | 'flow' | 'header' | 'footer'>) {
    this.document = document;
    this.flow = flow;
    this.header = header;
    this.footer = footer;
  }

  /** @param flow  of the document, at `width` cells */
  static of(article: Article, document: Document, flow: Flow, width: number, head: HeaderSpace): ArticleRows {
    return new ArticleRows({ document, flow, header: headerOf(article, width, head), footer: [] });
  }

  /** The same page, with these articles after its end. */
  withRelated(related: readonly Article[]): ArticleRows {
    return new ArticleRows({ ...this, footer: footerOf(related) });
  }

  /** Row `index`; undefined past the end. */
  row(index: number): ArticleRow | undefined {
    const header = this.header[index];
    if (header) return header;
    const line = index < 0 ? undefined : this.flow.line(index - this.header.length);
    if (line) return { kind: 'text', line };
    return this.footer[index - this.header.length - this.flow.known];
  }

  /** Whether the text up to offset `at` is laid out, or can be at once. */
  isReady(at: number): boolean {
    const { flow } = this;
    return flow.complete || at - (flow.known > 0 ? flow.line(flow.known - 1)!.end : 0) <= SYNC_LENGTH;
  }

  /** The same of row `index`. */
  isRowReady(index: number): boolean {
    return this.flow.complete || index - this.header.length - this.flow.known <= SYNC_ROWS;
  }

  /** The same of the end of the text. */
  get isEndReady(): boolean {
    return this.document.complete && this.isReady(this.document.text.length);
  }

  /** Rows up to the end of the text: an estimate until everything is laid out, exact then. */
  get textHeight(): number {
    return this.header.length + this.flow.height;
  }

  /** Whether the end of the text is above row `top` + `height`. */
  showsEnd(top: number, height: number): boolean {
    const below = this.row(top + height);
    return below === undefined || this.footer.includes(below);
  }

  /** The row of an article after the end; lays everything out. */
  relatedRow(index: number): number {
    this.#layOutAll();
    const row = this.footer.findIndex((each) => each.kind === 'related' && each.index === index);
    return this.header.length + this.flow.known + row;
  }

  /** The row that holds offset `at` of the text; the top for the very beginning. */
  rowOf(at: number): number {
    return at <= 0 ? 0 : this.header.length + this.flow.lineAt(at);
  }

  /** The offset that stands for row `index` at any width; 0 for the header. */
  offsetOf(index: number): number {
    return this.flow.line(index - this.header.length)?.start ?? 0;
  }

  /** `top` brought to where a screen of `height` rows is full, if the page is that long. */
  clampTop(top: number, height: number): number {
    const wanted = Math.max(0, top);
    if (wanted === 0 || this.row(wanted + height - 1)) return wanted;
    return Math.max(0, this.header.length + this.flow.known + this.footer.length - height);
  }

  /** The first row of the last screen; lays everything out. */
  lastTop(height: number): number {
    this.#layOutAll();
    return Math.max(0, this.header.length + this.flow.known + this.footer.length - height);
  }

  #layOutAll(): void {
    while (!this.flow.complete) this.flow.line(this.flow.known + 10_000);
  }
}

function headerOf(article: Article, width: number, head: HeaderSpace): readonly ArticleRow[] {
  const flow = layout(titleDocument(article), { width });
  const lines: ArticleRow[] = [];
  for (let line = flow.line(0), i = 1; line; line = flow.line(i++)) lines.push({ kind: 'title', line });
  const blank: ArticleRow = { kind: 'blank' };
  const above = head === 'roomy' ? [blank] : [];
  const below: ArticleRow[] = head === 'compact' ? [blank] : [{ kind: 'meta' }, blank];
  return [...above, ...lines, ...below];
}

function footerOf(related: readonly Article[]): readonly ArticleRow[] {
  if (related.length === 0) return [];
  const rows = related.map((article, index): ArticleRow => ({ kind: 'related', article, index }));
  return [{ kind: 'blank' }, { kind: 'relatedHead' }, ...rows];
}

/** The title as a text of its own, so that its lines are broken with the same care. */
function titleDocument({ title, lang }: Article): Document {
  const run = { text: title, style: { role: 'title' as const, bold: true }, at: 0 };
  const block: Block = { kind: 'paragraph', start: 0, end: title.length, runs: [run] };
  return {
    text: title,
    blocks: [block],
    headings: [],
    links: [],
    lang: lang === 'fr' || lang === 'en' ? lang : undefined,
    complete: true,
    extend: () => {},
  };
}
