import type { Sequence } from '../algorithms/sequence.ts';
import { BlockList } from './block-list.ts';
import type { Body } from './body.ts';
import { memoryBudget, weightOfLists, workBudget } from './budgets.ts';
import { alignmentOf } from './column-alignment.ts';
import { detectLanguage, proseOf } from './detect-language.ts';
import type { Block, Document, Heading, Link } from './document.ts';
import type { ArticleFormat } from './formats.ts';
import { lateParser, type Parser } from './late-parsers.ts';
import { CHUNK_SIZES } from './markdown/chunks.ts';
import { markdownBlocks } from './markdown/markdown-blocks.ts';
import { isMdx } from './markdown/mdx-signs.ts';
import { mdxToMarkdown } from './markdown/mdx-source.ts';
import { unformattedRest } from './markdown/unformatted.ts';
import type { PageMetadata } from './page-metadata.ts';
import { plainBlocks } from './plain/plain-blocks.ts';
import { hasHeader, rowsOf, separatorOf } from './separated-values.ts';
import { terminalBlocks } from './terminal/terminal-blocks.ts';
import { sampleOf } from './text-sample.ts';
import { Anchors } from './writer/anchors.ts';
import { DocumentTitle } from './writer/document-title.ts';
import { DocumentWriter } from './writer/document-writer.ts';
import { tableOf } from './writer/nested-blocks.ts';

export interface Hints {
  /** Language that the article declares; detected if absent. */
  readonly lang?: string;
  /** The title shown above the text; a first heading with the same text is left out of it. */
  readonly title?: string;
  /** If there is no title: the first heading of the text becomes the title and is left out of it. */
  readonly takeTitle?: boolean;
}

/** A document that knows the title in its text. */
export interface TitledDocument extends Document {
  /** The title in the text itself, usually a heading; undefined if there is none. Final once all is parsed. */
  readonly ownTitle: string | undefined;
  /** Other metadata in the text itself; undefined if its format has none. */
  readonly metadata: PageMetadata | undefined;
  /** Sets the language that the article declares, as `Hints.lang` does, once it is known from the text itself. */
  declare(lang: string): void;
  /**
   * Parses and yields the blocks, each of which the document forgets with its text: a text of any length is printed in little
   * memory. The document has no blocks afterwards, and only the end of its text.
   */
  takeBlocks(): Generator<Block>;
  /** Parses to the end for the text, headings and links alone: the document forgets its blocks. */
  finish(): void;
}

/**
 * Parses the beginning of an article's body, and the rest on demand. Never throws, whatever the body holds; a part that
 * would take too long to parse becomes plain text, and so does all that follows once the blocks take too much memory.
 * A parser that is loaded late must have been loaded (`late-parsers.ts: loadParser`).
 *
 * @param budget  the bytes that the blocks may take
 */
export function parseDocument(
  body: Body,
  hints: Hints = {},
  budget = memoryBudget(body.source.length),
): TitledDocument {
  return new ParsedDocument(body, hints, budget);
}

/** The whole reading text of an article, as its words are counted. */
export const readingText = (body: Body, title: string): string => wholeDocument(body, title).text;

/** A document whose text is the whole reading text of an article, as it is indexed; it need not have its blocks. */
export function wholeDocument(body: Body, title: string): Document {
  const document = parseDocument(body, { title });
  document.finish();
  return document;
}

const PARSERS: Readonly<Record<ArticleFormat, Parser>> = {
  markdown: ({ source }, writer) =>
    isMdx(source) ? mdxBlocks(source, writer) : markdownBlocks(source, writer),
  mdx: ({ source }, writer) => mdxBlocks(source, writer),
  html: (body, writer) => lateParser('html')(body, writer),
  org: (body, writer) => lateParser('org')(body, writer),
  gemtext: (body, writer) => lateParser('gemtext')(body, writer),
  code: codeBlocks,
  table: tableBlocks,
  text: ({ source, keepLines, isUnformatted }, writer) =>
    isUnformatted ? unformattedRest(source, 0, writer, 0) : plainBlocks(source, writer, keepLines),
  terminal: ({ source }, writer) => terminalBlocks(source, writer),
};

function mdxBlocks(source: string, writer: DocumentWriter): Generator<readonly Block[]> {
  if (source.length > workBudget('mdx')) return unformattedRest(source, 0, writer, 0);
  return markdownBlocks(mdxToMarkdown(source), writer);
}

function* codeBlocks({ source, language }: Body, writer: DocumentWriter): Generator<readonly Block[]> {
  writer.title.close();
  const block = writer.code(source.trimEnd(), language, 0);
  yield block ? [block] : [];
}

/** Rows and fields of the longest text that is laid out as a table; the lines of longer ones are shown as they are. */
const MAX_ROWS = 2000;
const MAX_FIELDS = 100_000;

function* tableBlocks(body: Body, writer: DocumentWriter): Generator<readonly Block[]> {
  const { source } = body;
  const separator = separatorOf(sampleOf(source));
  const rows = separator && boundedRows(rowsOf(source, separator, MAX_FIELDS));
  if (!rows) return yield* codeBlocks(body, writer);
  writer.title.close();
  const named = hasHeader(rows) ? rows : [rows[0]!.map(() => ''), ...rows];
  const runs = named.map((row) => row.map((field) => writer.textLeaf(field).runs));
  const block = tableOf(runs, alignmentOf(named), 0);
  yield block ? [block] : [];
}

/** The rows of a table; undefined if there are none, or too many. */
function boundedRows(rows: Iterable<readonly string[]>): (readonly string[])[] | undefined {
  const taken: (readonly string[])[] = [];
  let fields = 0;
  for (const row of rows) {
    fields += row.length;
    if (taken.push(row) > MAX_ROWS || fields > MAX_FIELDS) return undefined;
  }
  return taken.length > 0 ? taken : undefined;
}

class ParsedDocument implements TitledDocument {
  complete = false;
  #blocks: BlockList;
  #declaredLang: string | undefined;
  #lang: { readonly detected: Document['lang'] } | undefined;
  readonly #hasNames: boolean;
  /** How many blocks the language is detected by: those parsed first, so that it never changes. */
  readonly #sample: number;
  readonly #writer: DocumentWriter;
  readonly #anchors: Anchors;
  /** Parses the rest; undefined once that is done, since the parser holds the source. */
  #rest: Iterator<readonly Block[]> | undefined;
  /** The bytes that the blocks may take. */
  readonly #budget: number;

  constructor(body: Body, { lang, title, takeTitle }: Hints, budget: number) {
    this.#budget = budget;
    this.#writer = new DocumentWriter(new DocumentTitle(title, takeTitle));
    if (body.hiddenBefore) this.#writer.hidden.add({ count: body.hiddenBefore, places: [0] });
    this.#blocks = new BlockList(this.#writer.text);
    this.#anchors = new Anchors(this.#writer);
    this.#rest = PARSERS[body.format](body, this.#writer);
    this.#declaredLang = lang;
    this.#hasNames = body.format === 'html' || body.format === 'org';
    this.extend(body.source.length <= CHUNK_SIZES.target ? Infinity : 1);
    this.#sample = this.#blocks.length;
  }

  get text(): string {
    return this.#writer.text.whole;
  }

  get length(): number {
    return this.#writer.length;
  }

  slice(from: number, to: number): string {
    return this.#writer.text.slice(from, to);
  }

  get blocks(): Sequence<Block> {
    return this.#blocks;
  }

  get headings(): readonly Heading[] {
    return this.#writer.headings;
  }

  get links(): readonly Link[] {
    return this.#writer.links;
  }

  get hidden(): Document['hidden'] {
    return this.#writer.hidden.found;
  }

  get ownTitle(): string | undefined {
    return this.#writer.title.own;
  }

  get metadata(): PageMetadata | undefined {
    return this.#writer.metadata;
  }

  get anchors(): Document['anchors'] {
    const { anchors } = this.#writer;
    // Names in Markdown are those of its headings, which are found by their texts.
    return this.#hasNames && anchors.size > 0 ? Object.fromEntries(anchors) : undefined;
  }

  /** Detected on first use: it takes a fraction of the time of parsing, and indexing does not need it. */
  get lang(): Document['lang'] {
    if (this.#declaredLang) return supported(this.#declaredLang);
    this.#lang ??= { detected: detectLanguage(proseOf(this.#sampled())) };
    return this.#lang.detected;
  }

  declare(lang: string): void {
    this.#declaredLang = lang;
  }

  *takeBlocks(): Generator<Block> {
    // Detected from blocks that are about to be taken.
    void this.lang;
    const parsed = this.#blocks;
    this.#blocks = new BlockList(this.#writer.text);
    for (const block of parsed) yield block;
    while (!this.complete) {
      this.#writer.text.forgetParts();
      for (const block of this.#parseUnkept()) yield block;
    }
  }

  finish(): void {
    if (this.complete) return;
    void this.lang;
    this.#blocks = new BlockList(this.#writer.text);
    while (!this.complete) this.#parseUnkept();
  }

  /** Parses some more blocks, which the document does not keep. */
  #parseUnkept(): readonly Block[] {
    this.#leaveRoom();
    const blocks = this.#parse();
    this.#anchors.resolve();
    return blocks;
  }

  extend(blocks: number): void {
    while (!this.complete && this.#blocks.length < blocks) {
      for (const block of this.#parse()) this.#blocks.push(block);
      this.#leaveRoom();
    }
    this.#anchors.resolve();
  }

  /** Tells the writer how much of the budget is left for the blocks to come. */
  #leaveRoom(): void {
    const { links, headings, notes } = this.#writer;
    const lists = { links: links.length, headings: headings.length, notes: notes.count };
    this.#writer.room = this.#budget - this.#blocks.weight - weightOfLists(lists);
    // Stays so, although more room may be left once the block is packed.
    void this.#writer.isSpent;
  }

  /** Parses some more blocks, none at the end. */
  #parse(): readonly Block[] {
    const { value, done } = this.#rest!.next();
    this.complete = done === true;
    if (done) this.#rest = undefined;
    const { text, hidden } = this.#writer;
    text.finishPart();
    hidden.limit(text.length);
    return done ? [] : value;
  }

  #sampled(): readonly Block[] {
    return Array.from({ length: this.#sample }, (_, index) => this.#blocks.at(index)!);
  }
}

function supported(lang: string): Document['lang'] {
  const primary = lang.toLowerCase().split(/[-_]/)[0];
  return primary === 'fr' || primary === 'en' ? primary : undefined;
}
