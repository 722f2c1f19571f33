import type { Block, Run } from '../document.ts';
import { tableOf } from '../writer/nested-blocks.ts';
import { PLAIN } from '../writer/styles.ts';
import { attribute } from './html.ts';

interface Cell {
  readonly blocks: Block[];
  readonly heads: boolean;
  readonly columns: number;
  readonly align: Side;
}

type Side = 'left' | 'right' | 'center' | null;

/** Columns that a cell may span. */
const MAX_SPAN = 100;

/** Gathers the cells of a table written in HTML. */
export class HtmlTable {
  readonly caption: Block[] = [];
  readonly #rows: Cell[][] = [];

  row(): void {
    this.#rows.push([]);
  }

  /** Starts a cell with its opening tag; returns the array that its blocks go into. */
  cell(source: string, heads: boolean): Block[] {
    if (this.#rows.length === 0) this.row();
    const span = Number.parseInt(attribute(source, 'colspan') ?? '', 10) || 1;
    const side = (attribute(source, 'align') ?? attribute(source, 'style'))?.match(/left|right|center/)?.[0];
    const align = (side ?? null) as Side;
    const cell = { blocks: [], heads, columns: Math.min(Math.max(span, 1), MAX_SPAN), align };
    this.#rows.at(-1)!.push(cell);
    return cell.blocks;
  }

  /** The caption and the table; or just the cells' blocks, if the table is for page layout or holds more than paragraphs. */
  blocks(line: number): readonly Block[] {
    const rows = this.#rows.filter((row) => row.some((cell) => cell.blocks.length > 0));
    const all = rows.flatMap((row) => row.flatMap((cell) => cell.blocks));
    const width = Math.max(0, ...rows.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)));
    const simple = all.every((block) => block.kind === 'paragraph' || block.kind === 'heading');
    if (rows.length < 2 || width < 2 || !simple) return [...this.caption, ...all];

    const cells = rows.map((row) => {
      const runs = row.flatMap((cell) => [joined(cell.blocks), ...empty(cell.columns - 1)]);
      return [...runs, ...empty(width - runs.length)];
    });
    const headed = rows[0]!.every((cell) => cell.heads || cell.blocks.length === 0);
    if (!headed) cells.unshift(empty(width));
    const align = Array.from({ length: width }, (_, column) => rows.at(-1)![column]?.align ?? null);
    return [...this.caption, tableOf(cells, align, line)!];
  }
}

const empty = (columns: number): (readonly Run[])[] => Array.from({ length: columns }, () => []);

/** The runs of paragraphs, joined by the newlines between them in the document's text. */
function joined(blocks: readonly Block[]): readonly Run[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') return [];
    const { runs, start } = block;
    return index > 0 ? [{ text: '\n', style: PLAIN, at: start - 1 }, ...runs] : runs;
  });
}
