import MiniSearch, { type Options } from 'minisearch';
import { readingText } from '../../src/document/parse-document.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { readBody } from '../../src/library/read-body.ts';
import { createMemoryIndex, type SearchDocument } from '../../src/search/engine.ts';
import { parseQuery } from '../../src/search/query.ts';
import { stemFrench } from '../../src/search/stem-fr.ts';
import { isStopWord } from '../../src/search/stop-words.ts';
import { tokenize } from '../../src/search/tokenize.ts';

/** A query as a reader types it, the articles of which one should be among the first hits, and why. */
export type Expectation = readonly [query: string, ids: string, why: string];

/**
 * Expectations, one a line: a query, the pages that should be found, and a reason if the query is not their subject. They were
 * written before any search was made.
 */
export const expectations = (lines: string): readonly Expectation[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [query = '', ids = '', why = 'what the page is about'] = line.split(/ => | # /);
      return [query, ids, why];
    });

export type Document = SearchDocument & { readonly id: string };

/** Returns the ids of the documents that match a query, best first. */
export type Search = (query: string) => readonly string[];

/** The articles of a folder as search reads them. */
export async function documentsIn(folder: string): Promise<Document[]> {
  const { articles } = await loadLibrary([folder]);
  return articles.map((article) => ({ ...article, body: readingText(readBody(article), article.title) }));
}

export function kiosque(documents: readonly Document[]): Search {
  const engine = createMemoryIndex(documents);
  return (query) => engine.search(parseQuery(query)).map((hit) => documents[hit.doc]!.id);
}

/** MiniSearch as in its documentation, with folding and stemming. */
export function miniSearch(documents: readonly Document[]): Search {
  const fold = (term: string): string =>
    term.toLowerCase().replace(/œ/g, 'oe').normalize('NFD').replace(/\p{M}/gu, '');
  return miniSearchWith(documents, { processTerm: (term) => stemFrench(fold(term)) }, ['OR']);
}

/** MiniSearch with our words, stop words and stems, and with documents that match all words first. */
export function miniSearchHelped(documents: readonly Document[]): Search {
  const options = {
    tokenize: (text: string) => tokenize(text).map((word) => word.folded),
    processTerm: (term: string) => (isStopWord(term) ? null : stemFrench(term)),
  };
  return miniSearchWith(documents, options, ['AND', 'OR']);
}

function miniSearchWith(
  documents: readonly Document[],
  options: Partial<Options>,
  combine: readonly ('AND' | 'OR')[],
): Search {
  const engine = new MiniSearch({ fields: ['title', 'tags', 'author', 'body'], ...options });
  engine.addAll(documents.map((each) => ({ ...each, tags: each.tags.join(' ') })));
  const search = { boost: { title: 8, tags: 4, author: 3 }, prefix: true, fuzzy: 0.2 };
  return (query) => {
    // It has no such language: what is left out and names of fields are not words for it.
    const words = query.replace(/(?:^|\s)-\S+/g, ' ').replace(/\p{L}+:/gu, ' ');
    for (const combineWith of combine) {
      const found = engine.search(words, { ...search, combineWith });
      if (found.length > 0) return found.map((hit) => String(hit.id));
    }
    return [];
  };
}

/** Rank of the best expected article, from 1; 0 for none. */
export function rankOf(found: readonly string[], ids: string): number {
  const ranks = ids.split(' ').map((id) => found.indexOf(id) + 1);
  return Math.min(...ranks.filter((rank) => rank > 0), Number.MAX_SAFE_INTEGER) % Number.MAX_SAFE_INTEGER;
}

/** Mean reciprocal rank: one over the rank of the best expected article, 0 for none, on average. */
export const meanReciprocal = (ranks: readonly number[]): number =>
  ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length;
