/** UTF-16 units of the longest field that may be a number. */
const MAX_NUMBER = 100;

/** The alignment of the columns of a table, of which the first row is the header: numbers to the right. */
export function alignmentOf([header = [], ...rows]: readonly (readonly string[])[]): ('right' | null)[] {
  const isNumber = (field = ''): boolean =>
    field.length <= MAX_NUMBER && /^\s*(?:[-+−]?[\d\s\u00a0\u202f.,]*\d\s?[%€$£]?)?\s*$/.test(field);
  return header.map((_, column) => (rows.every((row) => isNumber(row[column])) ? 'right' : null));
}
