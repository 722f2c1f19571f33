import type { Block } from '../document.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';
import type { LeafWriter } from '../writer/leaf-writer.ts';
import { META } from '../writer/styles.ts';
import {
  breakBetween,
  type Filling,
  fillingOf,
  isPreformatted,
  type PageLine,
  pageLine,
  restOf,
  sliceParts,
  termLength,
} from './page-lines.ts';
import { styledLines } from './styled-lines.ts';
import { PAGE_HEADER } from './terminal-signs.ts';

/** Descriptions nested deeper than this keep their lines. */
const MAX_DEPTH = 12;
/** Columns before a heading inside a section, at most; text is indented more. */
const SUBHEADING = 4;
/** UTF-16 units of a heading. */
const MAX_HEADING = 100;
/** Descriptions are indented by no more, unless the term stands beside them. */
const MAX_INDENT = 8;
/** Sections whose lines are kept. */
const SYNOPSIS = /^(?:SYNOPSIS|SYNTAX|USAGE)$/i;

/** UTF-16 units and lines at the beginning of a manual page in which its first section begins. */
const OPENING = 4000;
const OPENING_LINES = 12;

/** Whether the output of a program is a manual page, by its first line or its first section. */
export function isManualPage(source: string): boolean {
  const lines = linesIn(source.slice(0, OPENING))
    .slice(0, OPENING_LINES)
    .filter(({ text }) => text !== '');
  if (PAGE_HEADER.test(lines[0]?.text ?? '')) return true;
  return lines.some(({ text, indent, parts }, i) => {
    const isHeading = indent === 0 && text === text.toUpperCase() && parts.every(({ style }) => style.bold);
    return isHeading && /^\p{Lu}/u.test(text) && (lines[i + 1]?.indent ?? 0) > SUBHEADING;
  });
}

const linesIn = (source: string): PageLine[] => Array.from(styledLines(source), pageLine);

/**
 * Writes a manual page as a formatter prints it: sections at the margin become headings, filled lines paragraphs, and the
 * descriptions of options hang from them. The header and footer are written without the title.
 */
export function* manualPageBlocks(source: string, writer: DocumentWriter): Generator<readonly Block[]> {
  const lines = linesIn(source);
  const head = lines.find(({ text }) => text !== '')!;
  const foot = footerIn(lines);
  const header = PAGE_HEADER.exec(head.text);
  const title = header?.[1] ?? columnsOf(foot).at(-1);
  const isOther = ({ text }: PageLine): boolean => text !== head.text && text !== foot?.text;
  const body = lines.filter((line) => line.text === '' || isOther(line));
  const about = (line: PageLine | undefined, text: string): Block[] => {
    const leaf = writer.leaf();
    leaf.add(text, META);
    return [writer.paragraph(leaf, line?.number ?? 0) ?? []].flat();
  };
  if (!title) writer.title.close();
  else if (!writer.title.setOwn(title))
    yield [writer.heading(writer.textLeaf(title), 1, head.number) ?? []].flat();
  yield about(head, header ? (header[2] ?? '') : head.text);
  const filling = fillingOf(body, head.indent + head.text.length);
  yield* new ManualPage(body, filling, writer).sections();
  const notes = columnsOf(foot).filter((text) => text !== title);
  yield about(foot, notes.join(' · '));
}

const columnsOf = (line: PageLine | undefined): string[] => line?.text.split(/ {3,}/) ?? [];

/** The last line, if it is a footer: columns at the margin. */
function footerIn(lines: readonly PageLine[]): PageLine | undefined {
  const last = lines.findLast(({ text }) => text !== '');
  return last?.indent === 0 && columnsOf(last).length > 1 ? last : undefined;
}

class ManualPage {
  readonly #lines: PageLine[];
  readonly #filling: Filling;
  readonly #writer: DocumentWriter;
  #at = 0;
  #keepsLines = false;

  constructor(lines: PageLine[], filling: Filling, writer: DocumentWriter) {
    this.#lines = lines;
    this.#filling = filling;
    this.#writer = writer;
  }

  *sections(): Generator<readonly Block[]> {
    for (this.#skipBlank(); this.#line; this.#skipBlank()) {
      const depth = this.#headingDepth();
      if (depth > 0) yield [this.#heading(depth) ?? []].flat();
      else yield this.#blocksFrom(this.#line.indent, 0);
    }
  }

  get #line(): PageLine | undefined {
    return this.#lines[this.#at];
  }

  #skipBlank(): void {
    while (this.#line?.text === '') this.#at++;
  }

  /** The depth of the heading on the current line; 0 if it is none. */
  #headingDepth(): number {
    const { indent, text } = this.#line!;
    if (indent > SUBHEADING || text.length > MAX_HEADING) return 0;
    const below = this.#lines.slice(this.#at + 1, this.#at + 4).find((line) => line.text !== '');
    if (!below) return 0;
    if (indent > 0) return below.indent > indent ? 3 : 0;
    if (PAGE_HEADER.test(text)) return 1;
    return below.indent > 0 || text === text.toUpperCase() ? 2 : 0;
  }

  #heading(depth: number): Block | undefined {
    const { text, number } = this.#line!;
    this.#at++;
    if (depth === 2) this.#keepsLines = SYNOPSIS.test(text);
    return this.#writer.heading(this.#writer.textLeaf(text), depth, number);
  }

  /** The blocks up to a line that is indented less than `level`. */
  #blocksFrom(level: number, depth: number): Block[] {
    const blocks: Block[] = [];
    for (; this.#line && this.#line.indent >= level; this.#skipBlank()) {
      const block = this.#block(level, depth);
      if (block) blocks.push(block);
    }
    return blocks;
  }

  #block(level: number, depth: number): Block | undefined {
    const group = this.#group(level);
    const tight = this.#lines[this.#at - 1]?.text !== '';
    if (this.#keepsLines || depth >= MAX_DEPTH || isPreformatted(group, this.#filling))
      return this.#code(group);
    const [first] = group as [PageLine, ...PageLine[]];
    if (first.indent > level) return this.#hanging(() => [], first.indent - level, depth, tight);
    const deeper = group.findIndex(({ indent }) => indent > level);
    const run = deeper < 0 ? group : group.slice(0, deeper);
    const next = group[run.length];
    const length = run.length === 1 ? termLength(first, next, this.#filling) : 0;
    if (length > 0) {
      this.#lines[this.#at] = restOf(first, length);
      const term = {
        ...first,
        parts: sliceParts(first.parts, 0, first.text.slice(0, length).trimEnd().length),
      };
      return this.#hanging(() => this.#leaf([term]).runs, length, depth, tight);
    }
    const isTerm =
      next !== undefined && run.every((line, i) => i === 0 || this.#break(run[i - 1]!, line) === 'line');
    this.#at += run.length;
    if (isTerm) {
      const indent = Math.min(MAX_INDENT, next.indent - level);
      return this.#hanging(() => this.#leaf(run).runs, indent, depth, tight);
    }
    return this.#writer.paragraph(this.#leaf(run), first.number);
  }

  /** The lines from the current one to an empty one, or to one indented less than `level`. */
  #group(level: number): PageLine[] {
    let end = this.#at;
    while (end < this.#lines.length && this.#lines[end]!.text !== '' && this.#lines[end]!.indent >= level)
      end++;
    return this.#lines.slice(this.#at, end);
  }

  /** The blocks from the current line on, hanging from a term. */
  #hanging(writeTerm: () => LeafWriter['runs'], indent: number, depth: number, tight: boolean): Block {
    const { indent: level, number } = this.#line!;
    const start = this.#writer.next;
    const term = writeTerm();
    const blocks = this.#blocksFrom(level, depth + 1);
    return { kind: 'hanging', term, blocks, indent, tight, start, end: this.#writer.length, line: number };
  }

  #code(group: readonly PageLine[]): Block | undefined {
    const indent = Math.min(...group.map((line) => line.indent));
    const lines = group.map((line) => [{ text: ' '.repeat(line.indent - indent), style: {} }, ...line.parts]);
    this.#at += group.length;
    return this.#writer.styledCode(lines, group[0]!.number);
  }

  /** A paragraph of lines that are joined where they were filled. */
  #leaf(lines: readonly PageLine[]): LeafWriter {
    const leaf = this.#writer.leaf();
    for (const [i, { text, parts }] of lines.entries()) {
      const next = lines[i + 1];
      const end = next && this.#break(lines[i]!, next);
      const kept = end === 'soft-hyphen' ? sliceParts(parts, 0, text.length - 1) : parts;
      for (const part of kept) leaf.add(part.text, part.style);
      if (end === 'space') leaf.add(' ');
      else if (end === 'line') leaf.break();
    }
    return leaf;
  }

  #break(above: PageLine, below: PageLine): ReturnType<typeof breakBetween> {
    return breakBetween(above, below, this.#filling);
  }
}
