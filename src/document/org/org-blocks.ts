import type { Body } from '../body.ts';
import type { Block } from '../document.ts';
import { unformattedRest } from '../markdown/unformatted.ts';
import { DocumentWriter } from '../writer/document-writer.ts';
import { OrgElements } from './org-elements.ts';
import { type Headline, headlineOf } from './org-headline.ts';
import { writeInline } from './org-inline.ts';
import { OrgLines } from './org-lines.ts';
import { HEADLINE, NOTE, PLANNING } from './org-patterns.ts';
import { type OrgSettings, settingsOf } from './org-settings.ts';

/** Blocks that are written before they are given away. */
const BATCH = 32;

/**
 * Writes a text of Org as blocks, some more of them each time it is asked. Its metadata is known at once. A reader of our own,
 * since Org is made of lines: it takes linear time, where parsers that build a tree take seconds for a long file.
 */
export function orgBlocks({ source }: Body, writer: DocumentWriter): Iterator<readonly Block[]> {
  const settings = settingsOf(source);
  const { title } = settings.metadata;
  writer.metadata =
    title === undefined ? settings.metadata : { ...settings.metadata, title: plainText(title, settings) };
  if (writer.metadata.title !== undefined) writer.title.offer(writer.metadata.title);
  else if (!isTitled(source)) writer.title.close();
  return new OrgReader(source, writer, settings).read();
}

/** A text without its markup. */
function plainText(text: string, settings: OrgSettings): string {
  const writer = new DocumentWriter();
  const leaf = writer.leaf();
  writeInline(text, writer, leaf, settings);
  return leaf.runs.map((run) => run.text).join('');
}

/** True if a text begins with its only headline of the first level: the title, and not that of a section. */
function isTitled(source: string): boolean {
  const first = /^\*[ \t]/m.exec(source);
  if (!first || /^(?!#|[ \t]*$|:[\w-]+:).+/m.test(source.slice(0, first.index))) return false;
  return !source.includes('\n* ', first.index + 1);
}

class OrgReader {
  readonly #source: string;
  readonly #writer: DocumentWriter;
  readonly #settings: OrgSettings;
  readonly #lines: OrgLines;
  readonly #elements: OrgElements;
  #out: Block[] = [];

  constructor(source: string, writer: DocumentWriter, settings: OrgSettings) {
    this.#source = source;
    this.#writer = writer;
    this.#settings = settings;
    this.#lines = new OrgLines(source);
    this.#elements = new OrgElements(this.#lines, writer, settings);
  }

  *read(): Generator<readonly Block[]> {
    for (let at = 0; at < this.#lines.length; ) {
      const headline = headlineOf(this.#lines.at(at), this.#settings);
      const end = this.#nextHeadline(headline ? at + 1 : at);
      if (headline?.isHidden) at = this.#endOfTree(end, headline.depth);
      else {
        const from = headline ? this.#heading(headline, at, end) : at;
        if (yield* this.#section(from, end)) return;
        at = end;
      }
    }
    yield this.#taken();
    for (const notes of this.#notes()) yield [notes];
  }

  /** Writes the elements in [from, to). Returns true if a budget was spent, and all that follows is written without formatting. */
  *#section(from: number, to: number): Generator<readonly Block[], boolean> {
    for (let at = from; at < to; ) {
      if (this.#writer.isSpent) {
        yield this.#taken();
        const before = this.#lines.slice(0, at).reduce((sum, { length }) => sum + length + 1, 0);
        yield* unformattedRest(this.#source, before, this.#writer, at);
        return true;
      }
      const { blocks, next } = this.#elements.element(at, to, 0);
      for (const block of blocks) this.#out.push(block);
      if (this.#out.length >= BATCH) yield this.#taken();
      at = next;
    }
    return false;
  }

  #taken(): readonly Block[] {
    const blocks = this.#out;
    this.#out = [];
    return blocks;
  }

  /** The first headline from a line on. Stars in an example or in code are none, though Emacs wants a comma before them. */
  #nextHeadline(from: number): number {
    const { length } = this.#lines;
    let at = from;
    while (at < length && !HEADLINE.test(this.#lines.at(at))) {
      const isLiteral = /^\s*#\+begin_(?:src|example)\b/i.test(this.#lines.at(at));
      at = ((isLiteral ? this.#lines.endOfElementAt(at, length) : undefined) ?? at) + 1;
    }
    return at;
  }

  /** The first headline from a line on that is not below one of `depth`. */
  #endOfTree(from: number, depth: number): number {
    let at = from;
    while (at < this.#lines.length && headlineOf(this.#lines.at(at), this.#settings)!.depth > depth)
      at = this.#nextHeadline(at + 1);
    return at;
  }

  /** Writes a headline, which its properties name. Returns the line of the text below it. */
  #heading({ text, depth }: Headline, at: number, end: number): number {
    let next = at + 1;
    while (next < end && PLANNING.test(this.#lines.at(next))) next++;
    const drawer = /^\s*:properties:\s*$/i.test(this.#lines.at(next))
      ? this.#lines.endOfElementAt(next, end)
      : undefined;
    for (const line of drawer === undefined ? [] : this.#lines.slice(next + 1, drawer))
      this.#writer.name(/^\s*:(?:custom_)?id:\s*(\S+)/i.exec(line)?.[1]);
    next = drawer === undefined ? next : drawer + 1;
    if (this.#areNotes(text, next, end)) return next;
    const leaf = this.#writer.leaf();
    writeInline(text, this.#writer, leaf, this.#settings);
    const block = this.#writer.heading(leaf, Math.min(depth, 6), at);
    if (block) this.#out.push(block);
    return next;
  }

  /** True if a section has the notes, which the reader shows under a heading of its own. */
  #areNotes(text: string, from: number, end: number): boolean {
    let at = from;
    while (at < end && this.#lines.isBlank(at)) at++;
    return /^(?:foot)?notes$/i.test(text) && at < end && NOTE.test(this.#lines.at(at));
  }

  /** Writes the footnotes. */
  #notes(): Generator<Block> {
    const { notes, title } = this.#writer;
    const context = { ...this.#settings, isInNote: true };
    title.enter();
    return notes.write(this.#writer, ({ source, line }) => {
      const lines = new OrgLines(source);
      return new OrgElements(lines, this.#writer, context, line).write(0, lines.length, 1);
    });
  }
}
