import { noteQueryOf } from '../annotations/note-search.ts';
import { AnnotationStore } from '../annotations/store.ts';
import type { LibraryIndex } from '../index/library-index.ts';
import type { Article } from '../library/article.ts';
import { keysOf } from '../memory/key.ts';
import type { Query } from '../search/query.ts';
import { snippet } from '../search/snippet.ts';
import { cleanLine } from '../unicode/clean.ts';
import { cellWidth } from '../unicode/width.ts';
import { LABEL, type Result } from './search-lines.ts';

/** What is searched, and how results are made from it. */
interface NoteSearch {
  /** The folder of highlights and notes. */
  readonly folder: string;
  /** The folder of the bundled articles. */
  readonly catalogue: string;
  readonly index: LibraryIndex;
  readonly query: Query;
  /** True for articles with the tags and marks asked for. */
  readonly isAccepted: ((article: Article) => boolean) | undefined;
  /** Cells of a snippet and its label. */
  readonly cells: number;
}

/** The articles of a library whose notes have the words of a query, each with a line of the note. */
export function notedResults({ folder, catalogue, index, ...search }: NoteSearch): readonly Result[] {
  const { query, isAccepted = () => true } = search;
  const cells = Math.max(1, search.cells - LABEL);
  const notes = noteQueryOf(query);
  if (!notes) return [];
  const { files } = new AnnotationStore(folder).all();
  const found = new Map(files.map(({ article: { key }, annotations }) => [key, notes.find(annotations)]));
  if ([...found.values()].every((noted) => noted === undefined)) return [];
  const keyOf = keysOf(catalogue);
  return [...index.articles()].flatMap((article) => {
    const noted = found.get(keyOf(article) ?? '');
    if (!noted || !notes.accepts(article) || !isAccepted(article)) return [];
    return [
      { article, score: 0, snippet: snippet(cleanLine(noted.note), query, cells, cellWidth), isNote: true },
    ];
  });
}
