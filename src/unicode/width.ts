import { clusterCells, clusterEnd } from './clusters.ts';

export { clusters } from './clusters.ts';

/** Cells from one tab stop to the next, as in Markdown. */
export const TAB_STOP = 4;

const TAB = 0x09;
const SOFT_HYPHEN = 0xad;

/** Whether a UTF-16 unit is a character of one cell that does not combine: printable ASCII and Latin letters. */
export const isPlain = (unit: number): boolean =>
  (unit >= 0x20 && unit < 0x7f) || (unit >= 0xa0 && unit < 0x300 && unit !== SOFT_HYPHEN);

/** Whether a unit is a dash, a quotation mark or dots: they take one cell and do not combine. */
const isPunctuation = (unit: number): boolean => unit >= 0x2010 && unit <= 0x2027;

/** Whether a unit may combine with the character before it. False for NaN, beyond the end of a text. */
const joins = (unit: number): boolean => unit >= 0x300 && !isPunctuation(unit);

/** Whether each UTF-16 unit of a text takes one cell, except newlines: faster than measuring the text. */
export const isEven = (text: string): boolean =>
  /^[\n\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u202f\u20ac]*$/.test(text);

/** The width in cells of a text that begins at `column`, for tab stops; controls count 0. Linear time. */
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

/** The end (at most `to`, in UTF-16 units) of the clusters from `from` on that fit into `cells` cells. */
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

/** Shortens a text to at most `cells` cells, if necessary, with `ellipsis` at its end. Clusters are never cut. */
export function truncate(text: string, cells: number, ellipsis = '…'): string {
  if (text.length * 2 > cells && cellWidth(text) > cells) {
    const room = cells - cellWidth(ellipsis);
    if (room < 0) return text.slice(0, fitting(text, cells));
    return text.slice(0, fitting(text, room)).trimEnd() + ellipsis;
  }
  return text;
}

/** Appends blanks to a text until it is `cells` cells wide. */
export const padEnd = (text: string, cells: number): string =>
  text + ' '.repeat(Math.max(0, cells - cellWidth(text)));

/** Prepends blanks to a text until it is `cells` cells wide. */
export const padStart = (text: string, cells: number): string =>
  ' '.repeat(Math.max(0, cells - cellWidth(text))) + text;
