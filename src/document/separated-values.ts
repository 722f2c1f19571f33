import type { Sample } from './text-sample.ts';

/** Rows and columns that make a table. */
const MIN_ROWS = 3;
const MIN_COLUMNS = 2;
/** A header with so many columns may have shorter rows below it. */
const MANY_COLUMNS = 4;

export type Separator = ',' | ';' | '\t';

/**
 * The separator of a text that is a table of values: three rows and more, each with the same number of fields, that are
 * data rather than sentences with commas. Undefined if it is not such a text.
 */
export function separatorOf({ text }: Sample): Separator | undefined {
  const end = text.indexOf('\n');
  const header = end < 0 ? '' : text.slice(0, end);
  return ([',', ';', '\t'] as const).find(
    (separator) => header.includes(separator) && isTable(rowsOf(text, separator)),
  );
}

type Row = readonly string[];

function isTable(rows: Iterable<Row>): boolean {
  const taken: Row[] = [];
  for (const row of rows) {
    // Most texts end here, at the first or second row.
    if (!fits(row, taken[0])) return false;
    taken.push(row);
  }
  const fields = taken.flat();
  const spaced = fields.filter((field) => field.startsWith(' ')).length;
  const filled = fields.filter((field) => field.trim() !== '').length;
  return taken.length >= MIN_ROWS && spaced <= fields.length / 10 && filled >= fields.length / 2;
}

/** Whether a row may be below `header`, or be the header if that is absent. */
function fits(row: Row, header: Row | undefined): boolean {
  if (!header) return row.length >= MIN_COLUMNS && row.every((field) => field.trim() !== '');
  if (row.length === header.length) return true;
  return header.length >= MANY_COLUMNS && row.length > 1 && row.length < header.length;
}

/**
 * The fields of each row of a text; a field between quotation marks may hold separators and newlines. Blank rows are left
 * out, and no character but separators and the marks around fields is.
 */
export function* rowsOf(text: string, separator: Separator): Generator<Row> {
  const field = new RegExp(`"((?:[^"]|"")*)"(?=${separator}|\n|$)|[^${separator}\n]*`, 'y');
  let row: string[] = [];
  for (let at = 0; at <= text.length; at = field.lastIndex + 1) {
    field.lastIndex = at;
    const [whole, quoted] = field.exec(text)!;
    row.push(quoted?.replaceAll('""', '"') ?? whole);
    field.lastIndex = at + whole.length;
    if (text[field.lastIndex] === separator) continue;
    if (row.length > 1 || row[0] !== '') yield row;
    row = [];
  }
}
