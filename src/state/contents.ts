import type { Annotation } from '../annotations/annotation.ts';
import type { Heading } from '../document/document.ts';
import { type Article, fileOf } from '../library/article.ts';
import { type PlacedAnnotation, placementOf } from './annotations.ts';
import { currentHeading } from './heading-navigation.ts';
import { memoLast } from './selectors.ts';
import type { State } from './state.ts';

/** A row of the contents; `lost` is an annotation whose passage is not in the text any more. */
export type ContentsEntry = Readonly<
  | { kind: 'chapter'; article: Article }
  | { kind: 'heading'; heading: Heading }
  | { kind: 'annotation'; placed: PlacedAnnotation }
  | { kind: 'lost'; annotation: Annotation }
>;

/**
 * The rows of the contents: headings and annotations in the order of the text, and then the annotations that are lost. In a
 * book, they are below their chapter, among the others.
 */
export function contentsOf(state: State): readonly ContentsEntry[] {
  const { document, article } = state.reader;
  if (!document || !article) return [];
  const own = entriesFor(document.headings, document.headings.length, placementOf(state));
  const chapters = chaptersFor(state.library.articles, bookOf(article));
  return chapters.length < 2 ? own : entriesInBook(chapters, article.path, own);
}

/** The file of the book that an article is a chapter of; undefined if it is in none. */
const bookOf = (article: Article): string | undefined =>
  article.member && article.series !== undefined ? fileOf(article) : undefined;

const chaptersFor = memoLast((articles: readonly Article[], book: string | undefined): readonly Article[] => {
  if (book === undefined) return [];
  const chapters = articles.filter((article) => article.member && fileOf(article) === book);
  return chapters.sort((a, b) => a.member!.at - b.member!.at);
});

const entriesInBook = memoLast(
  (chapters: readonly Article[], open: string, own: readonly ContentsEntry[]): readonly ContentsEntry[] =>
    chapters.flatMap((article): readonly ContentsEntry[] => {
      const chapter = { kind: 'chapter', article } as const;
      return article.path === open ? [chapter, ...own] : [chapter];
    }),
);

const entriesFor = memoLast(
  (
    headings: readonly Heading[],
    _length: number,
    { placed, lost }: ReturnType<typeof placementOf>,
  ): readonly ContentsEntry[] => {
    const entries: ContentsEntry[] = headings.map((heading) => ({ kind: 'heading', heading }));
    if (placed.length === 0 && lost.length === 0) return entries;
    for (const each of placed) entries.push({ kind: 'annotation', placed: each });
    entries.sort((a, b) => startOf(a) - startOf(b));
    return [...entries, ...lost.map((annotation) => ({ kind: 'lost', annotation }) as const)];
  },
);

const startOf = (entry: ContentsEntry): number =>
  entry.kind === 'heading'
    ? entry.heading.at
    : entry.kind === 'annotation'
      ? entry.placed.start
      : Number.POSITIVE_INFINITY;

/** The number of the entry for the heading that the reader is at, or else for its chapter; -1 if there is neither. */
export function currentEntry(state: State, entries: readonly ContentsEntry[]): number {
  const heading = state.reader.document?.headings[currentHeading(state)];
  const path = state.reader.article?.path;
  return entries.findIndex((entry) =>
    heading
      ? entry.kind === 'heading' && entry.heading === heading
      : entry.kind === 'chapter' && entry.article.path === path,
  );
}
