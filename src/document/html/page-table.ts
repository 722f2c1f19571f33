import type { Block, BlockOf, Run } from '../document.ts';
import { tableOf } from '../writer/nested-blocks.ts';
import { PLAIN } from '../writer/styles.ts';
import { attribute, childrenOf, type Element, elementsIn, isTag, rawText } from './tree.ts';

type Side = BlockOf<'table'>['align'][number];

interface Cell {
  readonly blocks: readonly Block[];
  readonly isHead: boolean;
  readonly align: Side;
}

/** Columns and rows that a cell may span, and cells that a table may have. */
const MAX_SPAN = 100;
const MAX_CELLS = 100_000;

/** The rows of a table in the order in which they show, each with its cells. */
export function rowsOf(table: Element): readonly (readonly Element[])[] {
  const parts: Record<'head' | 'body' | 'foot', Element[]> = { head: [], body: [], foot: [] };
  const collect = (parent: Element, part: Element[]): void => {
    for (const child of parent.children) {
      if (!isTag(child)) continue;
      if (child.name === 'tr') part.push(child);
      else if (child.name === 'thead') collect(child, parts.head);
      else if (child.name === 'tfoot') collect(child, parts.foot);
      else if (child.name === 'tbody') collect(child, parts.body);
    }
  };
  collect(table, parts.body);
  return [...parts.head, ...parts.body, ...parts.foot].map((row) =>
    childrenOf(row).filter((child): child is Element => isTag(child) && /^t[dh]$/.test(child.name)),
  );
}

export const captionOf = (table: Element): Element | undefined =>
  childrenOf(table).find((child): child is Element => isTag(child) && child.name === 'caption');

/** Elements that are in tables which place the parts of a page. */
const PARTS: ReadonlySet<string> = new Set(
  'table h1 h2 h3 h4 blockquote figure dl hr section article main nav header footer form details'.split(' '),
);
/** Lines of the longest code in a table of data. */
const MAX_LINES = 4;

/** True if a table only places its cells on the page: it is one row or one column, or holds parts of the page. */
export function isLayout(table: Element): boolean {
  const rows = rowsOf(table).filter((row) => row.some((cell) => cell.children.length > 0));
  const widths = rows.map((row) => row.reduce((sum, cell) => sum + spanOf(cell, 'colspan'), 0));
  const width = widths.reduce((most, each) => Math.max(most, each), 0);
  if (rows.length < 2 || width < 2 || width * rows.length > MAX_CELLS) return true;
  if (attribute(table, 'role') === 'presentation') return true;
  for (const element of elementsIn(table)) {
    if (PARTS.has(element.name)) return true;
    if (element.name === 'pre' && rawText(element).trim().split('\n').length > MAX_LINES) return true;
  }
  return false;
}

/**
 * The block of a table of data; none if there is no text in it.
 *
 * @param write  writes a cell, as paragraphs
 */
export function tableBlock(table: Element, write: (cell: Element) => readonly Block[]): Block | undefined {
  const grid = gridOf(table, write).filter((row) => row.some((cell) => cell && cell.blocks.length > 0));
  const width = grid.reduce((most, { length }) => Math.max(most, length), 0);
  const rows = grid.map((row) => filled(width, (column) => runsOf(row[column]?.blocks ?? [])));
  const isHeaded = grid[0]?.every((cell) => cell === undefined || cell.isHead || cell.blocks.length === 0);
  if (!isHeaded) rows.unshift(filled(width, () => []));
  const align = filled(width, (column) => grid.at(-1)?.[column]?.align ?? null);
  return tableOf(rows, align, 0);
}

const filled = <T>(length: number, at: (index: number) => T): T[] =>
  Array.from({ length }, (_, index) => at(index));

/** The cells of a table by rows and columns, each where it begins. */
function gridOf(
  table: Element,
  write: (cell: Element) => readonly Block[],
): readonly (readonly (Cell | undefined)[])[] {
  /** For each column, in how many more rows there is a cell that began above. */
  const taken: number[] = [];
  return rowsOf(table).map((elements) => {
    const row: (Cell | undefined)[] = [];
    const begun: [column: number, rows: number][] = [];
    for (const element of elements) {
      while ((taken[row.length] ?? 0) > 0) row.push(undefined);
      const cell = { blocks: write(element), isHead: element.name === 'th', align: sideOf(element) };
      const columns = spanOf(element, 'colspan');
      for (let column = 0; column < columns; column++) {
        begun.push([row.length, spanOf(element, 'rowspan')]);
        row.push(column === 0 ? cell : undefined);
      }
    }
    for (let column = 0; column < taken.length; column++) taken[column] = Math.max(0, taken[column]! - 1);
    for (const [column, rows] of begun) {
      while (taken.length <= column) taken.push(0);
      taken[column] = Math.max(taken[column]!, rows - 1);
    }
    return row;
  });
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(attribute(cell, name) ?? '', 10) || 1;
  return Math.min(Math.max(span, 1), MAX_SPAN);
}

function sideOf(cell: Element): Side {
  const named =
    attribute(cell, 'align') ?? /text-align\s*:\s*(\w+)/.exec(attribute(cell, 'style') ?? '')?.[1];
  return named === 'left' || named === 'right' || named === 'center' ? named : null;
}

/** The runs of the paragraphs of a cell, with the line ends that are between them in the text of the document. */
function runsOf(blocks: readonly Block[]): readonly Run[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'paragraph') return [];
    const { runs, start } = block;
    return index > 0 ? [{ text: '\n', style: PLAIN, at: start - 1 }, ...runs] : runs;
  });
}
