import { isCallout } from '../callout-kinds.ts';
import type { Block, Item, Run } from '../document.ts';
import { MAX_DEPTH } from '../markdown/guards.ts';
import { writeUnformatted } from '../markdown/unformatted.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';
import type { LeafWriter } from '../writer/leaf-writer.ts';
import { definitionOf, listOf, quotationOf } from '../writer/nested-blocks.ts';
import { BOLD, ITALIC, PLAIN } from '../writer/styles.ts';
import { codeIn, isCodeShown, languageOf } from './org-code.ts';
import type { OrgContext } from './org-context.ts';
import { writeInline } from './org-inline.ts';
import { endName, type OrgLines } from './org-lines.ts';
import { type ItemExtent, itemAt } from './org-list.ts';
import {
  CLOCK,
  COMMENT,
  DRAWN_TABLE,
  FIXED,
  ITEM,
  interrupts,
  KEYWORD,
  NOTE,
  ROW,
  RULE,
} from './org-patterns.ts';
import { isTooLarge, tableBlock } from './org-table.ts';

/** Items of a list at the top that are one block: a longer list is several, so that its beginning is shown early. */
const MAX_ITEMS = 200;

/** Blocks that have been written, and the line after them. */
interface Written {
  readonly blocks: readonly Block[];
  readonly next: number;
}

/** Writes the elements of Org between two headlines. */
export class OrgElements {
  readonly #lines: OrgLines;
  readonly #writer: DocumentWriter;
  readonly #context: OrgContext;
  /** The line of the source at which `lines` begin. */
  readonly #firstLine: number;

  constructor(lines: OrgLines, writer: DocumentWriter, context: OrgContext, firstLine = 0) {
    this.#lines = lines;
    this.#writer = writer;
    this.#context = context;
    this.#firstLine = firstLine;
  }

  /** Writes all elements in [from, to), `depth` of which are around them. */
  write(from: number, to: number, depth: number): readonly Block[] {
    if (depth > MAX_DEPTH)
      return writeUnformatted(this.#lines.slice(from, to).join('\n'), this.#writer, this.#lineOf(from));
    const blocks: Block[] = [];
    for (let at = from; at < to; ) {
      const written = this.element(at, to, depth);
      for (const block of written.blocks) blocks.push(block);
      at = written.next;
    }
    return blocks;
  }

  /** Writes the element that begins on a line. What does not show has no blocks. */
  element(at: number, to: number, depth: number): Written {
    const line = this.#lines.at(at);
    if (line.trim() === '' || COMMENT.test(line) || CLOCK.test(line)) return { blocks: [], next: at + 1 };
    const end = this.#lines.endOfElementAt(at, to);
    if (end !== undefined) return { blocks: this.#enclosed(at, end, depth), next: end + 1 };
    const keyword = KEYWORD.exec(line);
    if (keyword) return { blocks: this.#keyword(keyword[1]!, keyword[2]!.trim(), at), next: at + 1 };
    if (ITEM.test(line)) return this.#list(at, to, depth);
    if (FIXED.test(line)) return this.#verbatim(at, to, FIXED);
    if (ROW.test(line)) return this.#table(at, to);
    if (DRAWN_TABLE.test(line)) return this.#verbatim(at, to, /^[ \t]*[+|]/);
    if (RULE.test(line)) return { blocks: [this.#writer.rule(this.#lineOf(at))], next: at + 1 };
    return NOTE.test(line) ? this.#note(at, to) : this.#paragraph(at, to);
  }

  #lineOf(at: number): number {
    return this.#firstLine + at;
  }

  #leaf(text: string, style = PLAIN): LeafWriter {
    const leaf = this.#writer.leaf();
    writeInline(text, this.#writer, leaf, this.#context, style);
    return leaf;
  }

  #paragraphOf(text: string, at: number, style = PLAIN): readonly Block[] {
    const block = this.#writer.paragraph(this.#leaf(text, style), this.#lineOf(at));
    return block ? [block] : [];
  }

  #inside(from: number, to: number, depth: number): readonly Block[] {
    this.#writer.title.enter();
    const blocks = this.write(from, to, depth + 1);
    this.#writer.title.leave();
    return blocks;
  }

  /** Captions and subtitles are text, and a name is what links lead to; what other keywords say is not for readers. */
  #keyword(keyword: string, value: string, at: number): readonly Block[] {
    const name = keyword.toLowerCase().replace(/\[.*$/, '');
    if (name === 'name') this.#writer.name(value);
    return name === 'caption' || name === 'subtitle' ? this.#paragraphOf(value, at, ITALIC) : [];
  }

  /** Writes what stands between two lines that name it: a block, a drawer, an environment of LaTeX. */
  #enclosed(at: number, end: number, depth: number): readonly Block[] {
    const [kind = '', name = ''] = endName(this.#lines.at(at))!.split(' ');
    if (kind === 'environment') return this.#code(this.#lines.slice(at, end + 1).join('\n'), 'latex', at);
    if (kind === 'drawer') {
      const isHidden = /:(?:properties|logbook):/i.test(this.#lines.at(at));
      return isHidden ? [] : this.write(at + 1, end, depth + 1);
    }
    return kind === 'dynamic' ? this.write(at + 1, end, depth + 1) : this.#block(name, at, end, depth);
  }

  #block(name: string, at: number, end: number, depth: number): readonly Block[] {
    const [, argument = ''] = /^\s*#\+begin_\S+(.*)$/i.exec(this.#lines.at(at)) ?? [];
    switch (name) {
      case 'comment':
      case 'export':
      case 'html':
      case 'latex':
        return [];
      case 'src':
      case 'example':
        if (!isCodeShown(argument)) return [];
        return this.#code(
          codeIn(this.#lines.slice(at + 1, end)),
          name === 'src' ? languageOf(argument) : undefined,
          at + 1,
        );
      case 'verse':
        return this.#verse(at + 1, end);
      case 'quote':
        return this.#quotation(at, end, depth);
      default:
        return isCallout(name) ? this.#quotation(at, end, depth, name) : this.#inside(at + 1, end, depth);
    }
  }

  #quotation(at: number, end: number, depth: number, callout?: string): readonly Block[] {
    const blocks = this.#inside(at + 1, end, depth);
    const block = quotationOf(blocks, this.#lineOf(at), callout === undefined ? undefined : { callout });
    return block ? [block] : [];
  }

  #code(code: string, language: string | undefined, at: number): readonly Block[] {
    const block = this.#writer.code(code, language, this.#lineOf(at));
    return block ? [block] : [];
  }

  #verse(from: number, to: number): readonly Block[] {
    const leaf = this.#writer.leaf();
    for (const line of this.#lines.slice(from, to)) {
      leaf.break();
      writeInline(line.trimEnd(), this.#writer, leaf, this.#context);
    }
    const block = this.#writer.paragraph(leaf, this.#lineOf(from));
    return block ? [block] : [];
  }

  /** Writes lines that match a pattern, without what is before its group, as they are. */
  #verbatim(at: number, to: number, pattern: RegExp): Written {
    const lines: string[] = [];
    let next = at;
    for (; next < to; next++) {
      const match = pattern.exec(this.#lines.at(next));
      if (!match) break;
      lines.push(pattern === FIXED ? (match[1] ?? '') : this.#lines.at(next));
    }
    return { blocks: this.#code(lines.join('\n'), undefined, at), next };
  }

  #table(at: number, to: number): Written {
    let next = at;
    while (next < to && ROW.test(this.#lines.at(next))) next++;
    const rows = this.#lines.slice(at, next);
    if (isTooLarge(rows)) return { blocks: this.#code(rows.join('\n'), undefined, at), next };
    const block = tableBlock(rows, (cell) => this.#leaf(cell).runs, this.#lineOf(at));
    return { blocks: block ? [block] : [], next };
  }

  #paragraph(at: number, to: number): Written {
    let next = at + 1;
    while (
      next < to &&
      !interrupts(this.#lines.at(next)) &&
      this.#lines.endOfElementAt(next, to) === undefined
    )
      next++;
    const lines = this.#lines.slice(at, next).map((line) => line.trimStart());
    return { blocks: this.#paragraphOf(lines.join('\n'), at), next };
  }

  /** Notes the text of a footnote, which is written at the end of the document. */
  #note(at: number, to: number): Written {
    let next = at + 1;
    const isEnd = (): boolean =>
      NOTE.test(this.#lines.at(next)) || (this.#lines.isBlank(next) && this.#lines.isBlank(next + 1));
    while (next < to && !isEnd()) next++;
    const [start, label = ''] = NOTE.exec(this.#lines.at(at))!;
    const source = this.#lines.slice(at, next).join('\n').slice(start.length);
    this.#writer.notes.define(label, { kind: 'note', source, line: this.#lineOf(at), label });
    return { blocks: [], next };
  }

  #list(at: number, to: number, depth: number): Written {
    const first = itemAt(this.#lines, at, to)!;
    const items: Item[] = [];
    const blocks: Block[] = [];
    let isCompact = false;
    let next = at;
    for (let count = 0; next < to && (depth > 0 || count < MAX_ITEMS); count++) {
      const item = itemAt(this.#lines, next, to);
      if (!item || item.indent !== first.indent || (item.term === undefined) !== (first.term === undefined))
        break;
      if (item.term === undefined) items.push(this.#item(item, next, depth));
      else {
        const { block, isCompact: compact } = this.#definition(item, next, depth, isCompact);
        if (block) blocks.push(block);
        isCompact = compact;
      }
      next = item.end;
    }
    const loose = items.some(({ blocks }) => blocks.filter(({ kind }) => kind === 'paragraph').length > 1);
    const list = listOf(items, { first: first.number, loose }, this.#lineOf(at), this.#writer.here);
    return { blocks: items.length > 0 && list ? [list] : blocks, next };
  }

  #item({ marker, task, end }: ItemExtent, at: number, depth: number): Item {
    this.#lines.blankOut(at, marker);
    const blocks = this.#inside(at, end, depth);
    return task ? { blocks, task } : { blocks };
  }

  #definition({ marker, term, end }: ItemExtent, at: number, depth: number, isAfterCompact: boolean) {
    this.#lines.blankOut(at, marker);
    const start = this.#writer.next;
    const runs: readonly Run[] = this.#leaf(term!, BOLD).runs;
    const blocks = this.#inside(at, end, depth);
    const range = { start, end: this.#writer.length };
    return definitionOf({ term: runs, blocks }, range, isAfterCompact);
  }
}
