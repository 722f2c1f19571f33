import type { Line } from './line.ts';
import type { LinePrefix } from './line-prefix.ts';
import type { Setting } from './setting.ts';

/**
 * Cells that a table or code may take: the measure and the cells to its right, and those to its left unless something stands
 * there, as before a list; 0 for no limit.
 */
export function roomFor({ measure, depth }: LinePrefix, { options: { beside } }: Setting): number {
  if (measure === 0 || beside === undefined) return measure;
  return measure + beside.right + (depth === 0 ? beside.left : 0);
}

/** Cells by which a block of `cells` begins to the left of the measure: as few as possible, so that it stays below the text. */
export const outdentOf = (
  cells: number,
  { measure }: LinePrefix,
  { options: { beside } }: Setting,
): number => (measure === 0 ? 0 : Math.max(0, cells - measure - (beside?.right ?? 0)));

export const outdented = (line: Line, outdent: number): Line => (outdent > 0 ? { ...line, outdent } : line);
