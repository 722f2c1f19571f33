/** Rows of fields on one line each, a tab between them. Fields hold no tabs or newlines: they have been cleaned. */
export const tsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.join('\t')}\n`).join('');
