import type { Block, Document } from '../document/document.ts';
import { fixedDocument } from '../document/fixed-document.ts';
import type { Article } from '../library/article.ts';
import { layout } from '../text/layout.ts';
import type { Flow, Line } from '../text/line.ts';

/** Length of text (UTF-16 units) that is parsed, searched or laid out within one key press; idle time does the rest. */
export const SYNC_LENGTH = 200_000;
/** Rows of text that are laid out within one key press. */
const SYNC_ROWS = 4000;

/** A row of the reader pane. */
export type ArticleRow =
  | { readonly kind: 'title'; readonly line: Line }
  /** Author, date and reading time. */
  | { readonly kind: 'meta' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly line: Line }
  /** The heading of the related articles, and each of them with its number. */
  | { readonly kind: 'relatedHead' }
  | { readonly kind: 'related'; readonly article: Article; readonly index: number };

/** Rows around the title: `roomy` adds a blank above it, `compact` drops the line with author and date. */
export type HeaderSpace = 'roomy' | 'plain' | 'compact';

/** The rows of an article at one width, laid out on demand: the first screen takes the same time for any length. */
export class ArticleRows {
  readonly header: readonly ArticleRow[];
  readonly flow: Flow;
  readonly document: Document;
  /** Rows after the end of the text. */
  readonly footer: readonly ArticleRow[];

  /** @param flow  the layout of `document` */
  constructor(
    document: Document,
    flow: Flow,
    header: readonly ArticleRow[],
    footer: readonly ArticleRow[] = [],
  ) {
    this.document = document;
    this.flow = flow;
    this.header = header;
    this.footer = footer;
  }

  /** The same rows followed by a list of articles. */
  withRelated(related: readonly Article[]): ArticleRows {
    return new ArticleRows(this.document, this.flow, this.header, footerOf(related));
  }

  /** Row `index`, or undefined past the end. */
  row(index: number): ArticleRow | undefined {
    const header = this.header[index];
    if (header) return header;
    const line = index < 0 ? undefined : this.flow.line(index - this.header.length);
    if (line) return { kind: 'text', line };
    return this.footer[index - this.header.length - this.flow.known];
  }

  /** Whether the text up to offset `at` is laid out, or short enough to be laid out within one key press. */
  isReady(at: number): boolean {
    const { flow } = this;
    return flow.complete || at - (flow.known > 0 ? flow.line(flow.known - 1)!.end : 0) <= SYNC_LENGTH;
  }

  /** Whether row `index` is laid out, or can be within one key press. */
  isRowReady(index: number): boolean {
    return this.flow.complete || index - this.header.length - this.flow.known <= SYNC_ROWS;
  }

  /** Whether the end of the text is laid out, or can be within one key press. */
  get isEndReady(): boolean {
    return this.document.complete && this.isReady(this.document.length);
  }

  /** Rows of the header and the text: an estimate until the layout is complete. */
  get textHeight(): number {
    return this.header.length + this.flow.height;
  }

  /** Whether a screen of `height` rows from row `top` shows the end of the text. */
  showsEnd(top: number, height: number): boolean {
    const below = this.row(top + height);
    return below === undefined || this.footer.includes(below);
  }

  /** The row of related article `index`; lays out the whole text. */
  relatedRow(index: number): number {
    this.#layOutAll();
    const row = this.footer.findIndex((each) => each.kind === 'related' && each.index === index);
    return this.header.length + this.flow.known + row;
  }

  /** The row that shows text offset `at`; for offset 0, the first row of the header. */
  rowOf(at: number): number {
    return at <= 0 ? 0 : this.header.length + this.flow.lineAt(at);
  }

  /** The text offset at the start of row `index`, which identifies the row at any width; 0 in the header. */
  offsetOf(index: number): number {
    return this.flow.line(index - this.header.length)?.start ?? 0;
  }

  /** Limits `top` so that a screen of `height` rows from there is full, or to 0 if the article is shorter. */
  clampTop(top: number, height: number): number {
    const wanted = Math.max(0, top);
    if (wanted === 0 || this.row(wanted + height - 1)) return wanted;
    return this.#maxTop(height);
  }

  /** The first row of the last screen; lays out the whole text. */
  lastTop(height: number): number {
    this.#layOutAll();
    return this.#maxTop(height);
  }

  #maxTop(height: number): number {
    return Math.max(0, this.header.length + this.flow.known + this.footer.length - height);
  }

  #layOutAll(): void {
    while (!this.flow.complete) this.flow.line(this.flow.known + 10_000);
  }
}

/** The rows above the text: the title, broken at `width` cells, and what is known about the article. */
export function headerOf(article: Article, width: number, space: HeaderSpace): readonly ArticleRow[] {
  const lines = article.title === '' ? [] : titleRows(article, width);
  const blank: ArticleRow = { kind: 'blank' };
  const above = space === 'roomy' ? [blank] : [];
  const below: ArticleRow[] = space === 'compact' ? [blank] : [{ kind: 'meta' }, blank];
  return [...above, ...lines, ...below];
}

function titleRows(article: Article, width: number): ArticleRow[] {
  const flow = layout(titleDocument(article), { width });
  flow.line(Number.POSITIVE_INFINITY);
  return Array.from(
    { length: flow.known },
    (_, row): ArticleRow => ({ kind: 'title', line: flow.line(row)! }),
  );
}

function footerOf(related: readonly Article[]): readonly ArticleRow[] {
  const rows = related.map((article, index): ArticleRow => ({ kind: 'related', article, index }));
  return [{ kind: 'blank' }, { kind: 'relatedHead' }, ...rows];
}

/** A document made of the title alone, so that its lines are broken by the rules for text. */
function titleDocument({ title, lang }: Article): Document {
  const run = { text: title, style: { role: 'title' as const, bold: true }, at: 0 };
  const block: Block = { kind: 'paragraph', start: 0, end: title.length, runs: [run] };
  return fixedDocument({
    text: title,
    blocks: [block],
    headings: [],
    links: [],
    lang: lang === 'fr' || lang === 'en' ? lang : undefined,
  });
}
