import { calloutLabel } from '../callout-kinds.ts';
import type { Block, Item, Style } from '../document.ts';
import { isBlock, LISTS } from '../markdown/tags.ts';
import { writeUnformatted } from '../markdown/unformatted.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';
import type { LeafWriter } from '../writer/leaf-writer.ts';
import { definitionOf, listOf, quotationOf } from '../writer/nested-blocks.ts';
import { BOLD, CALLOUT, ITALIC, PLAIN } from '../writer/styles.ts';
import { languageIn } from './code-text.ts';
import { calloutOf, type PageCallout } from './page-callout.ts';
import type { PageContext } from './page-context.ts';
import { PageInline } from './page-inline.ts';
import { definitionsIn, firstOf, itemsOf, takeTask, unwrapped } from './page-list.ts';
import { captionOf, isLayout, rowsOf, tableBlock } from './page-table.ts';
import {
  childrenOf,
  classesOf,
  type Element,
  isTag,
  isText,
  lineOf,
  type Node,
  rawText,
  textNode,
} from './tree.ts';
import { visibleText } from './visible-text.ts';

/** Blocks that are written before they are given away. */
const BATCH = 32;

/** Writes the elements of a page as blocks. */
export class PageWriter {
  readonly #writer: DocumentWriter;
  readonly #inline: PageInline;
  readonly #context: PageContext;
  /** Where blocks go. */
  #out: Block[] = [];
  /** How many elements are open that are one leaf, whatever is in them. */
  #leaves = 0;
  /** True in a cell of a table, which holds only paragraphs. */
  #isInCell = false;
  /** Titles that have been written before the blocks they are in. */
  readonly #written = new Set<Element>();

  constructor(writer: DocumentWriter, context: PageContext) {
    this.#writer = writer;
    this.#context = context;
    this.#inline = new PageInline(writer, context);
  }

  /** Writes what is in `root`, some blocks each time it is asked, and the notes at the end. */
  *write(root: Node): Generator<readonly Block[]> {
    yield* this.#parts(root);
    this.#endLeaf();
    yield this.#taken();
    const { notes, title } = this.#writer;
    title.enter();
    for (const label of this.#context.notes.keys())
      notes.define(label, { kind: 'note', source: '', line: 0, label });
    const blocks = notes.write(this.#writer, ({ label = '' }) =>
      this.#blocksIn(this.#context.notes.get(label) ?? []),
    );
    for (const block of blocks) yield [block];
  }

  /** Writes the elements that only divide the page one by one. */
  *#parts(root: Node): Generator<readonly Block[]> {
    for (const child of childrenOf(root)) {
      if (this.#writer.isSpent) yield this.#plain(child);
      else if (isTag(child) && isPart(child)) {
        this.#endLeaf();
        this.#writer.name(child.attribs.id);
        yield* this.#parts(child);
        this.#endLeaf();
      } else this.#node(child);
      if (this.#out.length >= BATCH) yield this.#taken();
    }
  }

  /** Writes a node without formatting, once a budget is spent. */
  #plain(node: Node): readonly Block[] {
    this.#endLeaf();
    return [
      ...this.#taken(),
      ...this.#writer.restIsPlain(0),
      ...writeUnformatted(visibleText(node), this.#writer, 0),
    ];
  }

  #taken(): readonly Block[] {
    const blocks = this.#out;
    this.#out = [];
    return blocks;
  }

  #nodes(nodes: readonly Node[]): void {
    for (const node of nodes) this.#node(node);
  }

  #node(node: Node): void {
    if (isText(node)) this.#inline.text(node.data);
    else if (!isTag(node) || this.#written.has(node)) return;
    else if (isBlock(node.name)) this.#blockOrPart(node);
    else {
      const close = this.#inline.open(node);
      if (!close) return;
      this.#nodes(node.children);
      close();
    }
  }

  #blockOrPart(element: Element): void {
    if (this.#leaves > 0) {
      this.#inline.text(' ');
      this.#nodes(element.children);
      this.#inline.text(' ');
      return;
    }
    this.#endLeaf();
    this.#writer.name(element.attribs.id);
    this.#block(element);
    this.#endLeaf();
  }

  #block(element: Element): void {
    const depth = headingDepth(element);
    const callout = this.#isInCell ? undefined : calloutOf(element);
    if (depth) this.#heading(element, depth);
    else if (callout) this.#callout(element, callout);
    else if (LISTS.has(element.name)) this.#list(element);
    else if (element.name === 'pre' || element.name === 'listing' || element.name === 'xmp')
      this.#code(element);
    else if (element.name === 'table') this.#table(element);
    else if (element.name === 'blockquote' && !this.#isInCell)
      this.#push(quotationOf(this.#untitled(element.children), 0));
    else if (element.name === 'figure') this.#figure(element);
    else if (element.name === 'summary' || element.name === 'legend') this.#paragraph(element, BOLD);
    else if (element.name === 'hr' && !this.#isInCell) this.#push(this.#writer.rule(0));
    else if (/ line-block /.test(classesOf(element))) this.#lines(element);
    else this.#styled(element.children, STYLED_BLOCKS[element.name] ?? PLAIN);
  }

  #push(block: Block | undefined): void {
    if (block) this.#out.push(block);
  }

  /** Makes the text that was written a paragraph. */
  #endLeaf(): void {
    this.#push(this.#writer.paragraph(this.#inline.takeLeaf(), 0));
  }

  /** The blocks of some nodes. */
  #blocksIn(nodes: readonly Node[]): readonly Block[] {
    const outer = this.#out;
    this.#endLeaf();
    this.#out = [];
    this.#nodes(nodes);
    this.#endLeaf();
    const blocks = this.#out;
    this.#out = outer;
    return blocks;
  }

  /** The blocks of nodes in which no heading is the title of the page. */
  #untitled(nodes: readonly Node[]): readonly Block[] {
    this.#writer.title.enter();
    const blocks = this.#blocksIn(nodes);
    this.#writer.title.leave();
    return blocks;
  }

  #styled(nodes: readonly Node[], style: Style): void {
    const close = style === PLAIN ? undefined : this.#inline.style(style);
    this.#nodes(nodes);
    this.#endLeaf();
    close?.();
  }

  /** Writes all that is in an element as one leaf. */
  #leaf(element: Element, style = PLAIN): LeafWriter {
    this.#endLeaf();
    const close = style === PLAIN ? undefined : this.#inline.style(style);
    this.#leaves++;
    this.#nodes(element.children);
    this.#leaves--;
    close?.();
    return this.#inline.takeLeaf();
  }

  #paragraph(element: Element, style: Style): void {
    this.#push(this.#writer.paragraph(this.#leaf(element, style), 0));
  }

  #heading(element: Element, depth: number): void {
    if (this.#isInCell) this.#paragraph(element, BOLD);
    else this.#push(this.#writer.heading(this.#leaf(element), depth, 0));
  }

  #code(element: Element): void {
    const code = rawText(element).trimEnd();
    if (this.#isInCell) this.#inline.code(code.trim());
    else this.#push(this.#writer.code(code, languageIn([element]), 0));
  }

  #callout(element: Element, { kind, title }: PageCallout): void {
    if (title) this.#written.add(title);
    const isOwn = title !== undefined && !isLabel(lineOf(title), kind);
    const heading = isOwn ? this.#writer.paragraph(this.#leaf(title, CALLOUT), 0) : undefined;
    const blocks = this.#untitled(element.children);
    const callout = { callout: kind, ...(heading && { titled: true as const }) };
    this.#push(quotationOf(heading ? [heading, ...blocks] : blocks, 0, callout));
  }

  #figure(figure: Element): void {
    const pictures = figure.children.filter((child) => !isTag(child) || child.name !== 'figcaption');
    const caption = figure.children.find(
      (child): child is Element => isTag(child) && child.name === 'figcaption',
    );
    const before = this.#writer.length;
    this.#nodes(pictures);
    this.#endLeaf();
    const written = this.#writer.text.slice(before, this.#writer.length).trim();
    if (caption && lineOf(caption) !== written) this.#styled(caption.children, ITALIC);
  }

  /** Writes lines that belong on their own as a paragraph. */
  #lines(element: Element): void {
    for (const line of element.children) {
      if (!isTag(line)) continue;
      this.#leaves++;
      this.#nodes(line.children);
      this.#leaves--;
      this.#inline.break();
    }
  }

  #list(list: Element): void {
    if (list.name === 'dl') this.#definitions(list);
    else if (this.#isInCell) this.#bullets(list);
    else {
      const items = itemsOf(list)
        .map((nodes) => this.#item(nodes))
        .filter(({ blocks }) => blocks.length > 0);
      const loose = items.some(({ blocks }) => blocks.filter(({ kind }) => kind === 'paragraph').length > 1);
      this.#push(listOf(items, { first: firstOf(list), loose }, 0));
    }
  }

  #item(nodes: readonly Node[]): Item {
    const task = takeTask(nodes);
    const blocks = this.#untitled(nodes);
    return task ? { blocks, task } : { blocks };
  }

  /** Writes a list as paragraphs with bullets or numbers. */
  #bullets(list: Element): void {
    const first = firstOf(list);
    for (const [index, nodes] of itemsOf(list).entries()) {
      const marker = first === undefined ? '• ' : `${first + index}. `;
      const isEmpty = nodes.every((node) => lineOf(node) === '');
      this.#nodes(isEmpty ? nodes : [textNode(marker), ...unwrapped(nodes)]);
      this.#endLeaf();
    }
  }

  #definitions(list: Element): void {
    let term: Element | undefined;
    let isCompact = false;
    for (const element of definitionsIn(list)) {
      if (element.name === 'dt') {
        if (term) this.#definition(term, [], isCompact);
        term = element;
      } else {
        isCompact = this.#definition(term, element.children, isCompact);
        term = undefined;
      }
    }
    if (term) this.#definition(term, [], isCompact);
  }

  /** Writes a term and its description. Returns whether they are so short that no empty line need follow. */
  #definition(element: Element | undefined, description: readonly Node[], isAfterCompact: boolean): boolean {
    if (this.#isInCell) {
      if (element) this.#paragraph(element, BOLD);
      this.#nodes(description);
      this.#endLeaf();
      return true;
    }
    const start = this.#writer.next;
    if (element) this.#writer.name(element.attribs.id);
    const term = element ? this.#leaf(element, BOLD).runs : [];
    const blocks = this.#untitled(description);
    const range = { start, end: this.#writer.length };
    const { block, isCompact } = definitionOf({ term, blocks }, range, isAfterCompact);
    this.#push(block);
    return isCompact;
  }

  #table(table: Element): void {
    const caption = captionOf(table);
    if (caption) this.#styled(caption.children, ITALIC);
    if (!this.#isInCell && !isLayout(table)) {
      this.#push(tableBlock(table, (cell) => this.#cell(cell)));
      return;
    }
    for (const cell of rowsOf(table).flat()) {
      this.#writer.name(cell.attribs.id);
      this.#nodes(cell.children);
      this.#endLeaf();
    }
  }

  #cell(cell: Element): readonly Block[] {
    this.#isInCell = true;
    this.#writer.name(cell.attribs.id);
    const blocks = this.#untitled(cell.children);
    this.#isInCell = false;
    return blocks;
  }
}

/** Styles of elements whose blocks are those in them. */
const STYLED_BLOCKS: Readonly<Record<string, Style>> = { figcaption: ITALIC, dt: BOLD };

/** Elements that divide a page and are nothing by themselves. */
const PARTS: ReadonlySet<string> = new Set(
  'html body main article section div header footer center form fieldset hgroup search address nav aside'.split(
    ' ',
  ),
);

const isPart = (element: Element): boolean =>
  PARTS.has(element.name) &&
  headingDepth(element) === undefined &&
  calloutOf(element) === undefined &&
  !/ line-block /.test(classesOf(element));

function headingDepth({ name, attribs }: Element): number | undefined {
  if (/^h[1-6]$/.test(name)) return Number(name[1]);
  return attribs.role === 'heading'
    ? Math.min(6, Number.parseInt(attribs['aria-level'] ?? '2', 10) || 2)
    : undefined;
}

/** True if the title of a callout only names its kind, as the reader does too. */
const isLabel = (title: string, kind: string): boolean =>
  [kind, calloutLabel(kind, 'en'), calloutLabel(kind, 'fr')].some(
    (label) => title.replace(/(?<![\s:.!])[\s:.!]+$/, '').toLowerCase() === label.toLowerCase(),
  );
