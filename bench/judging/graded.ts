/** A query and the pages that answer it, by grade: 3 for the page that is sought, 2 for a good answer, 1 for a partial one. */
export interface GradedQuery {
  readonly query: string;
  readonly grades: ReadonlyMap<string, number>;
}

/** Parses graded queries, one per line: the query, ` => `, and the pages of grade 3, 2 and 1, divided by ` > `. */
export const graded = (lines: string): readonly GradedQuery[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [query = '', answers = ''] = line.split(' => ');
      const pages = answers
        .split(' > ')
        .flatMap((ids, i) => ids.split(' ').map((id) => [id, 3 - i] as const));
      return { query, grades: new Map(pages) };
    });
