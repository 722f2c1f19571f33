import { noteQueryOf } from '../annotations/note-search.ts';
import { AnnotationStore } from '../annotations/store.ts';
import type { LibraryIndex } from '../index/library-index.ts';
import type { Article } from '../library/article.ts';
import { readArticles } from '../memory/file.ts';
import { keysOf } from '../memory/key.ts';
import type { ArticleCondition } from '../search/conditions.ts';
import type { Query } from '../search/query.ts';
import { snippet } from '../search/snippet.ts';
import { cleanLine } from '../unicode/clean.ts';
import { cellWidth } from '../unicode/width.ts';
import type { Environment } from './environment.ts';
import { oldKeys } from './renames.ts';
import { LABEL, type Result } from './search-lines.ts';

/** The library that is searched, and how results are made from it. */
interface NoteSearch {
  /** The folder of highlights and notes. */
  readonly folder: string;
  /** The files and folders of the library, as the user typed them. */
  readonly paths: readonly string[];
  readonly index: LibraryIndex;
  readonly query: Query;
  /** True for articles with the tags and marks asked for. */
  readonly isAccepted: (article: Article) => boolean;
  readonly meets: (article: Article, condition: ArticleCondition) => boolean;
  /** Cells of a snippet and its label. */
  readonly cells: number;
}

/** The articles of a library whose notes have the words of a query, each with a line of the note. */
export async function notedResults(
  environment: Environment,
  { folder, paths, index, ...search }: NoteSearch,
): Promise<readonly Result[]> {
  const { query, isAccepted, meets } = search;
  const cells = Math.max(1, search.cells - LABEL);
  const notes = noteQueryOf(query);
  if (!notes) return [];
  const { files } = new AnnotationStore(folder).all();
  const found = new Map(
    files.flatMap(({ article: { key }, annotations }) => {
      return notes.mayFind(annotations) ? [[key, annotations] as const] : [];
    }),
  );
  if (found.size === 0) return [];
  const { state } = environment.storage;
  const oldKeyOf = await oldKeys(environment, found, {
    paths,
    articles: () => index.articles(),
    records: () => (state === undefined ? undefined : readArticles(state)),
  });
  const keyOf = keysOf(environment.catalogue);
  return [...index.articles()].flatMap((article) => {
    const key = keyOf(article) ?? '';
    const annotations = found.get(oldKeyOf.get(key) ?? key);
    if (!annotations || !isAccepted(article)) return [];
    const noted = notes.find(article, annotations, (condition) => meets(article, condition));
    if (!noted) return [];
    return [
      { article, score: 0, snippet: snippet(cleanLine(noted.note), query, cells, cellWidth), isNote: true },
    ];
  });
}
