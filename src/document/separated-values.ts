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
  return taken.length >= MIN_ROWS && spaced <= fields.length / 10 && filledIn(fields) >= fields.length / 2;
}

const filledIn = (fields: Row): number => fields.filter((field) => field.trim() !== '').length;

/** Whether a row may be below `header`, or be the header if that is absent. */
function fits(row: Row, header: Row | undefined): boolean {
  if (!header) return row.length >= MIN_COLUMNS && filledIn(row) >= row.length * 0.6;
  if (row.length === header.length) return true;
  return header.length >= MANY_COLUMNS && row.length > 1 && row.length < header.length;
}

/**
 * The fields of each row of a text; a field between quotation marks may hold separators and newlines. Blank rows are left
 * out, and no character but separators and the marks around fields is.
 *
 * @param mostFields  a row that has more is cut after one more
 */
export function* rowsOf(
  text: string,
  separator: Separator,
  mostFields = Number.POSITIVE_INFINITY,
): Generator<Row> {
  const unquoted = new RegExp(`[^${separator}\n]*`, 'y');
  let row: string[] = [];
  for (let at = 0; at <= text.length; at++) {
    const end = endOfQuoted(text, at, separator);
    if (end !== undefined) {
      row.push(text.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 1;
    } else {
      unquoted.lastIndex = at;
      const [field] = unquoted.exec(text)!;
      row.push(field);
      at += field.length;
    }
    if (text[at] === separator && row.length <= mostFields) continue;
    if (row.length > 1 || row[0] !== '') yield row;
    row = [];
  }
}

/**
 * The offset of the mark that ends the quoted field at `at`; undefined if there is no such field. A pattern would need
 * memory for each pair of marks in it, and a field may be as long as the text.
 */
function endOfQuoted(text: string, at: number, separator: Separator): number | undefined {
  if (text[at] !== '"') return undefined;
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  const next = text[end + 1];
  const isEnd = end >= 0 && (next === undefined || next === separator || next === '\n');
  return isEnd ? end : undefined;
}

/** Rows below the first that are compared with it. */
const COMPARED_ROWS = 200;
/** UTF-16 units of the longest field that has a kind. */
const MAX_FIELD = 60;

type FieldKind = 'number' | 'date' | 'time' | 'text';

function kindOfField(field: string): FieldKind {
  const value = field.trim();
  if (value.length > MAX_FIELD) return 'text';
  if (/^\d{4}-\d\d(?:-\d\d)?(?:$|[T ])|^\d{1,2}([-/.])\d{1,2}\1\d{2,4}(?:$| )/.test(value)) return 'date';
  if (/^\d{1,2}:\d\d(?::\d\d)?$/.test(value)) return 'time';
  return /^[-+−~<>$€£]?\d[\d\s\u00a0\u202f.,']*\s?(?:[%$€£]|\p{L}{1,3})?$/u.test(value) ? 'number' : 'text';
}

/**
 * True if the first row names the columns. It does if most columns of numbers, dates or times have a field of another kind
 * there, and it does not if a column without them has that field again. A table without such columns is taken to have names.
 */
export function hasHeader([first = [], ...rest]: readonly Row[]): boolean {
  const rows = rest.slice(0, COMPARED_ROWS);
  if (areYears(first)) return true;
  let votes = 0;
  let isRepeated = false;
  for (const [column, name] of first.entries()) {
    const fields = rows.map((row) => row[column] ?? '').filter((field) => field.trim() !== '');
    const kind = commonKind(fields);
    if (kind !== undefined && kind !== 'text') votes += kindOfField(name) === kind ? -1 : 1;
    else isRepeated ||= name.trim() !== '' && fields.includes(name);
  }
  return votes === 0 ? !isRepeated : votes > 0;
}

/** The kind of nearly all fields of a column, a few of which may be missing values; undefined if there is none. */
function commonKind(fields: readonly string[]): FieldKind | undefined {
  const counts = new Map<FieldKind, number>();
  for (const field of fields) {
    const kind = kindOfField(field);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => count >= fields.length * 0.8)?.[0];
}

/** True if all numbers of a row are years, in order: they name columns. */
function areYears(row: readonly string[]): boolean {
  const numbers = row.filter((field) => kindOfField(field) === 'number').map((field) => field.trim());
  return (
    numbers.length > 1 &&
    numbers.every((number, i) => /^(?:1[5-9]|20)\d\d$/.test(number) && (i === 0 || number > numbers[i - 1]!))
  );
}
