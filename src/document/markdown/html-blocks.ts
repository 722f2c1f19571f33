import type { Block, Style } from '../document.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';
import { listOf, quotationOf } from '../writer/nested-blocks.ts';
import { BOLD, ITALIC, PLAIN } from '../writer/styles.ts';
import { componentText, isPicture } from './component-text.ts';
import { MAX_DEPTH } from './guards.ts';
import { attribute, type ClosedElements, htmlPieces, type Tag } from './html.ts';
import { HtmlTable } from './html-table.ts';
import { InlineWriter } from './inline-writer.ts';
import { CELLS, CONTAINERS, ITEMS, isBlock, isComponent, isForeign, isPlaceholder, LISTS } from './tags.ts';

/** An element that is open and holds blocks, or holds elements that do. */
interface Container {
  readonly name: string;
  /** Where blocks go. */
  readonly blocks: Block[];
  readonly list?: { readonly first: number | undefined; readonly items: Block[][] };
  readonly table?: HtmlTable;
  readonly line: number;
}

/** Writes HTML as blocks. An element may stay open from one piece to the next: the Markdown in between is its content. */
export class HtmlBlocks {
  readonly #writer: DocumentWriter;
  readonly #closed: ClosedElements;
  readonly #stack: Container[];
  #inline: InlineWriter | undefined;
  /** The element that makes the text being written more than a paragraph; empty for a paragraph. */
  #leafName = '';
  #pre: { text: string; language: string | undefined } | undefined;
  /** The name of the element that centres what is in it. */
  #centered: string | undefined;
  /** True if the last opening tag of an element was foreign, and its closing tag is. */
  readonly #foreign = new Map<string, boolean>();
  #line = 0;
  /** True if there are only tags before this one on its line, or in its block. */
  #beginsLine = true;

  constructor(writer: DocumentWriter, closed: ClosedElements) {
    this.#writer = writer;
    this.#closed = closed;
    this.#stack = [{ name: '', blocks: [], line: 0 }];
  }

  /** Adds a block from between pieces of HTML. */
  addBlock(block: Block): void {
    this.#here().push(block);
  }

  /** Adds a piece of HTML source that begins at line `line`. */
  add(html: string, line: number): void {
    this.#line = line;
    this.#beginsLine = true;
    for (const piece of htmlPieces(html)) {
      if (piece.type === 'text') this.#text(piece.text);
      else if (this.#isText(piece)) this.#text(piece.source);
      else if (piece.type === 'open') this.#open(piece.name, piece.source);
      else this.#close(piece.name);
    }
    this.#endPre();
    this.#endLeaf();
    this.#inline = undefined;
  }

  /** The blocks, all elements closed. */
  finish(): readonly Block[] {
    this.#unwind(1);
    return this.#stack[0]!.blocks;
  }

  /** Whether a tag is there to be read: `<your name>`, and not the `<Component />` of a site. */
  #isText({ type, name, source }: Tag): boolean {
    const foreign = isForeign(name, source);
    if (type === 'close') return this.#foreign.get(name) ?? foreign;
    this.#foreign.set(name, foreign);
    return foreign || (isPlaceholder(name, source) && !source.endsWith('/>') && !this.#closed.has(name));
  }

  #text(text: string): void {
    const newline = text.lastIndexOf('\n');
    this.#beginsLine = (this.#beginsLine || newline >= 0) && text.slice(newline + 1).trim() === '';
    if (this.#pre) this.#pre.text += text;
    else if (this.#inline || text.trim()) this.#writing().text(text);
  }

  #open(name: string, source: string): void {
    this.#writer.name(attribute(source, 'id'));
    if (this.#pre) {
      if (name === 'br') this.#pre.text += '\n';
      this.#pre.language ??= languageOf(source);
      return;
    }
    if (name === 'center' || attribute(source, 'align') === 'center') this.#centered ??= name;
    if (name === 'img' && this.#centered)
      this.#writer.title.seeCentredPicture(attribute(source, 'alt') ?? '');
    if (isComponent(source) && this.#beginsLine) this.#component(name, source);
    else if (isComponent(source) || !isBlock(name)) this.#writing().tag(name, source);
    else this.#openBlock(name, source);
  }

  /** Writes the texts of a component of a site, such as the label of a tab, which are attributes of its tag. */
  #component(name: string, source: string): void {
    if (isPicture(name) && attribute(source, 'src')) {
      this.#writing().tag('img', source);
      return;
    }
    const { title, code, description } = componentText((key) => attribute(source, key));
    if (title + code + description === '') return;
    this.#endLeaf();
    this.#leafName = title ? 'summary' : '';
    if (title) this.#text(title);
    this.#endLeaf();
    if (code) this.#writing().code(code);
    this.#endLeaf();
    this.#text(description);
    this.#endLeaf();
  }

  #openBlock(name: string, source: string): void {
    this.#endLeaf();
    this.#beginsLine = true;
    if (name === 'hr') this.addBlock(this.#writer.rule(this.#line));
    else if (name === 'pre' || name === 'listing' || name === 'xmp')
      this.#pre = { text: '', language: languageOf(source) };
    else if (LEAVES.test(name)) this.#leafName = name;
    else if (CONTAINERS.has(name) && this.#stack.length < MAX_DEPTH) this.#push(name, source);
  }

  #close(name: string): void {
    if (this.#pre) {
      if (name === 'pre' || name === 'listing' || name === 'xmp') this.#endPre();
      return;
    }
    if (name === this.#centered) this.#centered = undefined;
    if (!isBlock(name)) {
      this.#inline?.endTag(name);
      return;
    }
    this.#endLeaf();
    const index = this.#stack.findLastIndex((container) => container.name === name);
    if (index > 0) this.#unwind(index);
  }

  #push(name: string, source: string): void {
    if (LISTS.has(name)) {
      const first = name === 'ol' ? Number.parseInt(attribute(source, 'start') ?? '1', 10) || 0 : undefined;
      this.#add(name, { list: { first, items: [] } });
    } else if (ITEMS.has(name)) this.#pushItem(name);
    else if (name === 'table') this.#add(name, { table: new HtmlTable() });
    else if (name === 'tr' || CELLS.has(name)) this.#pushCell(name, source);
    else this.#add(name, {});
  }

  #add(name: string, more: Partial<Container>): void {
    this.#stack.push({ name, blocks: [], line: this.#line, ...more });
    if (hasNoTitle(name)) this.#writer.title.enter();
  }

  #pushItem(name: string): void {
    this.#leave(ITEMS, LIST_BOUNDS);
    if (!this.#top().list) this.#push(name === 'li' ? 'ul' : 'dl', '');
    const { items } = this.#top().list!;
    if (name !== 'dd' || items.length === 0) items.push([]);
    this.#add(name, { blocks: items.at(-1)! });
    if (name === 'dt') this.#leafName = name;
  }

  #pushCell(name: string, source: string): void {
    this.#leave(CELLS, TABLE_BOUNDS);
    const { table } = this.#top();
    if (!table) return;
    if (name === 'tr') table.row();
    else this.#add(name, { blocks: name === 'caption' ? table.caption : table.cell(source, name === 'th') });
  }

  /** Closes up to the innermost element of `names`, unless one of `bounds` comes first. */
  #leave(names: ReadonlySet<string>, bounds: ReadonlySet<string>): void {
    for (let index = this.#stack.length - 1; index > 0; index--) {
      const { name } = this.#stack[index]!;
      if (bounds.has(name)) return;
      if (names.has(name)) {
        this.#unwind(index);
        return;
      }
    }
  }

  /** Closes the element at `index` of the stack and all inside it. */
  #unwind(index: number): void {
    this.#endPre();
    this.#endLeaf();
    while (this.#stack.length > index) {
      const container = this.#stack.pop()!;
      if (hasNoTitle(container.name)) this.#writer.title.leave();
      const blocks = [blocksOf(container)].flat();
      if (blocks.length > 0) this.#here().push(...blocks);
    }
  }

  #top(): Container {
    return this.#stack.at(-1)!;
  }

  /** The blocks of the innermost open element; text between items or rows gets an item or a cell of its own. */
  #here(): Block[] {
    const { blocks, list, table } = this.#top();
    if (list) {
      list.items.push([]);
      return list.items.at(-1)!;
    }
    return table ? table.cell('', false) : blocks;
  }

  #writing(): InlineWriter {
    const style = LEAF_STYLES[this.#leafName] ?? PLAIN;
    this.#inline ??= new InlineWriter(this.#writer, this.#writer.leaf(), style);
    return this.#inline;
  }

  #endLeaf(): void {
    if (this.#inline?.leaf.runs.length) {
      const { leaf } = this.#inline;
      const depth = Number(/^h([1-6])$/.exec(this.#leafName)?.[1]);
      const block = depth
        ? this.#writer.heading(leaf, depth, this.#line)
        : this.#writer.paragraph(leaf, this.#line);
      if (block) this.addBlock(block);
      this.#inline.leaf = this.#writer.leaf();
    }
    if (this.#leafName) this.#inline = undefined;
    this.#leafName = '';
  }

  #endPre(): void {
    if (!this.#pre) return;
    const { text, language } = this.#pre;
    const block = this.#writer.code(text.replace(/^\n/, '').trimEnd(), language, this.#line);
    if (block) this.addBlock(block);
    this.#pre = undefined;
  }
}

/** Whether headings in an element are not the title of the text. */
const hasNoTitle = (name: string): boolean => name === 'blockquote' || ITEMS.has(name);

/** The blocks that a closed element stands for; none if its content has gone into the element around it. */
function blocksOf({ name, blocks, list, table, line }: Container): Block | readonly Block[] {
  if (table) return table.blocks(line);
  if (list) {
    const items = list.items.filter((item) => item.length > 0).map((item) => ({ blocks: item }));
    const paragraphs = items.map((item) => item.blocks.filter((block) => block.kind === 'paragraph'));
    const loose = name !== 'dl' && paragraphs.some(({ length }) => length > 1);
    return listOf(items, { first: list.first, loose }, line) ?? [];
  }
  return (name === 'blockquote' && quotationOf(blocks, line)) || [];
}

const languageOf = (source: string): string | undefined =>
  /(?:^|\s)(?:lang(?:uage)?-|brush:\s*)([\w+#-]+)/.exec(attribute(source, 'class') ?? '')?.[1]?.toLowerCase();

/** Items end at the list they are in, or the cell. */
const LIST_BOUNDS: ReadonlySet<string> = new Set([...LISTS, 'td', 'th']);
const TABLE_BOUNDS: ReadonlySet<string> = new Set(['table']);
const LEAVES = /^(?:h[1-6]|summary|figcaption)$/;
const LEAF_STYLES: Readonly<Record<string, Style>> = { summary: BOLD, dt: BOLD, figcaption: ITALIC };
