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
export function separatorOf({ text, isCut }: Sample): Separator | undefined {
  const end = text.indexOf('\n');
  const header = end < 0 ? '' : text.slice(0, end);
  return ([',', ';', '\t'] as const).find(
    (separator) => header.includes(separator) && isTable(rowsOf(text, separator), isCut),
  );
}

function isTable(rows: Iterable<readonly string[]>, isCut: boolean): boolean {
  let columns = 0;
  let count = 0;
  let fields = 0;
  let spaced = 0;
  let filled = 0;
  let misfit = 0;
  for (const row of rows) {
    // Only the last row may be of another length, if it is cut.
    if (misfit > 0) return false;
    if (count === 0) {
      columns = row.length;
      if (columns < MIN_COLUMNS || row.some((field) => field.trim() === '')) return false;
    }
    count++;
    const fits =
      row.length === columns || (columns >= MANY_COLUMNS && row.length > 1 && row.length < columns);
    if (!fits) misfit++;
    fields += row.length;
    for (const field of row) {
      if (field.startsWith(' ')) spaced++;
      if (field.trim() !== '') filled++;
    }
  }
  return count >= MIN_ROWS && (misfit === 0 || isCut) && spaced <= fields / 10 && filled >= fields / 2;
}

/**
 * The fields of each row of a text; a field between quotation marks may hold separators and newlines. Blank rows are left
 * out, and no character but separators and the marks around fields is.
 */
export function* rowsOf(text: string, separator: Separator): Generator<readonly string[]> {
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
