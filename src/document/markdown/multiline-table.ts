/** The line over or under the columns of a simple or multiline table of Pandoc, and the one around a multiline table. */
export const COLUMNS = /^ {0,3}-{2,}(?: +-{2,})+[ \t]*$/;
export const AROUND = /^ {0,3}-{3,}[ \t]*$/;
/** Lines of the header of a multiline table at most. */
export const MAX_HEADER = 10;
/** UTF-16 units of a table that is looked for. */
const MAX_LENGTH = 200_000;

/**
 * The offset of the line end after the multiline table that may begin at `first`, where a line begins after a blank one;
 * undefined if none does. In such a table blank lines separate the rows. Takes time linear in its length.
 */
export function multilineTableEnd(source: string, first: number): number | undefined {
  const last = Math.min(source.length, first + MAX_LENGTH);
  let isInColumns = false;
  let count = 0;
  for (let at = first; at <= last && (isInColumns || count <= MAX_HEADER); count++) {
    const newline = source.indexOf('\n', at);
    const end = newline < 0 ? source.length : newline;
    const line = source.slice(at, end);
    if (COLUMNS.test(line) || (count > 0 && AROUND.test(line))) {
      if (isInColumns) return end;
      if (!COLUMNS.test(line)) return undefined;
      isInColumns = true;
    } else if (count === 0 ? !AROUND.test(line) : !isInColumns && line.trim() === '') return undefined;
    at = end + 1;
  }
  return undefined;
}
