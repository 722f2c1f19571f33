import { clusterCells, clusterEnd } from './clusters.ts';

export { clusters } from './clusters.ts';

/** Columns from one tab stop to the next, as Markdown counts them. */
export const TAB_STOP = 4;

const TAB = 0x09;
const SOFT_HYPHEN = 0xad;

/** Whether a UTF-16 unit is a character of one cell that joins nothing: printable ASCII and Latin letters. */
export const isPlain = (unit: number): boolean =>
  (unit >= 0x20 && unit < 0x7f) || (unit >= 0xa0 && unit < 0x300 && unit !== SOFT_HYPHEN);

/** Dashes, quotation marks, dots: one cell, and they join nothing. */
const isPunctuation = (unit: number): boolean => unit >= 0x2010 && unit <= 0x2027;

/** Whether a unit may belong to the character before it; not past the end, where it is not a number. */
const joins = (unit: number): boolean => unit >= 0x300 && !isPunctuation(unit);

/** Whether each unit of a text takes one cell, newlines aside: seen sooner than all of its parts are measured. */
export const isEven = (text: string): boolean =>
  /^[\n\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u202f\u20ac]*$/.test(text);

/**
 * Cells a text takes on a terminal, in time linear in its length. `column` is where it begins, for tabs; other
 * controls, newlines and soft hyphens take none.
 */
export function cellWidth(text: string, column = 0): number {
  let cells = 0;
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if ((isPlain(unit) || isPunctuation(unit)) && !joins(text.charCodeAt(at + 1))) {
      cells++;
      at++;
    } else if (unit === TAB) {
      cells += TAB_STOP - ((column + cells) % TAB_STOP);
      at++;
    } else {
      const end = clusterEnd(text, at);
      cells += clusterCells(text, at, end);
      at = end;
    }
  }
  return cells;
}

/** Where the clusters from `from` on that fit into `cells` cells end, at most at `to`: an offset in UTF-16 units. */
export function fitting(text: string, cells: number, from = 0, to = text.length): number {
  let room = cells;
  let at = from;
  while (at < to) {
    const end = clusterEnd(text, at);
    room -=
      text.charCodeAt(at) === TAB ? TAB_STOP - ((cells - room) % TAB_STOP) : clusterCells(text, at, end);
    if (room < 0) break;
    at = end;
  }
  return at;
}

/** `text` in at most `cells` cells: whole if it fits, else its beginning and `ellipsis`, never half a cluster. */
export function truncate(text: string, cells: number, ellipsis = '…'): string {
  if (text.length * 2 > cells && cellWidth(text) > cells) {
    const room = cells - cellWidth(ellipsis);
    if (room < 0) return text.slice(0, fitting(text, cells));
    return text.slice(0, fitting(text, room)).trimEnd() + ellipsis;
  }
  return text;
}

/** `text` with blanks after it to fill `cells` cells; unchanged if it is as wide already. */
export const padEnd = (text: string, cells: number): string =>
  text + ' '.repeat(Math.max(0, cells - cellWidth(text)));

/** `text` with blanks before it to fill `cells` cells; unchanged if it is as wide already. */
export const padStart = (text: string, cells: number): string =>
  ' '.repeat(Math.max(0, cells - cellWidth(text))) + text;
