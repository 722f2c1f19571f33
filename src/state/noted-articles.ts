import { type Noted, type NoteQuery, noteQueryOf } from '../annotations/note-search.ts';
import type { Article } from '../library/article.ts';
import { isInFolder } from '../library/folders.ts';
import { withTag } from '../library/sort-articles.ts';
import { meets, meetsCondition } from '../memory/conditions.ts';
import { locales } from '../messages/locale.ts';
import { readerMessages } from '../messages/reader.ts';
import { parseQuery } from '../search/parse-query.ts';
import type { Query } from '../search/query.ts';
import type { Snippet } from '../search/results.ts';
import { snippet } from '../search/snippet.ts';
import { cleanLine } from '../unicode/clean.ts';
import { cellWidth } from '../unicode/width.ts';
import { snippetCells } from './effects.ts';
import { memoLast } from './selectors.ts';
import { type Results, type State, withSearch } from './state.ts';

/**
 * Shows results, with the articles at their end that do not match the query themselves, but of whose notes one has all of its
 * words: a line of that note is their snippet.
 */
export function withFound(state: State, results: Results): State {
  const query = parseQuery(results.query);
  const notes = state.annotations.size > 0 ? noteQueryOf(query) : undefined;
  const noted = notes ? notedArticles(state, results, notes) : [];
  if (noted.length === 0) return withSearch(state, { results });
  const articles = [...results.articles, ...noted.map(([article]) => article)];
  const found = { ...results, articles, notes: new Map(noted.map(([{ path }, { note }]) => [path, note])) };
  const snippets = new Map([...state.search.snippets, ...noteSnippets(state, found)]);
  return withSearch(state, { results: found, snippets });
}

/** The snippets, at the present width, of results that were found by their notes. */
export function noteSnippets(state: State, results: Results | undefined): ReadonlyMap<string, Snippet> {
  if (!results?.notes) return new Map();
  const query = parseQuery(results.query);
  return new Map([...results.notes].map(([path, note]) => [path, noteSnippet(state, note, query)]));
}

function notedArticles(
  state: State,
  results: Results,
  notes: NoteQuery,
): readonly (readonly [Article, Noted])[] {
  const found = new Set(results.articles);
  let byKey: ReadonlyMap<string, Article> | undefined;
  return [...state.annotations].flatMap(([key, all]) => {
    if (!notes.mayFind(all)) return [];
    byKey ??= articlesByKey(state.library.articles, state.keyOf);
    const article = byKey.get(key);
    if (!article || found.has(article) || !isListed(state, results, article)) return [];
    const mark = state.marks.get(key);
    const noted = notes.find(article, all, (condition) => meetsCondition(article, mark, condition));
    return noted ? [[article, noted] as const] : [];
  });
}

/** True if an article passes the filter that the results were found with. */
function isListed(state: State, { tag, condition, folder }: Results, article: Article): boolean {
  const mark = state.marks.get(state.keyOf(article));
  return (
    (tag === undefined || withTag([article], tag).length > 0) &&
    (folder === undefined || isInFolder(article, folder, state.roots)) &&
    (condition === undefined || meets(mark, condition))
  );
}

/** A line of a note around what matches, after the word that says that it is one. */
function noteSnippet(state: State, note: string, query: Query): Snippet {
  const { language } = state;
  const label = locales[language].labelled(readerMessages[language].noteLabel, '');
  const room = Math.max(1, snippetCells(state) - cellWidth(label));
  const { text, matches } = snippet(cleanLine(note), query, room, cellWidth);
  const shift = label.length;
  return {
    text: label + text,
    matches: matches.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
  };
}

const articlesByKey = memoLast(
  (articles: readonly Article[], keyOf: State['keyOf']): ReadonlyMap<string, Article> =>
    new Map(articles.map((article) => [keyOf(article), article])),
);
