import MiniSearch, { type Options } from 'minisearch';
import { headingRanges } from '../../src/document/heading-ranges.ts';
import { wholeDocument } from '../../src/document/parse-document.ts';
import { lexiconWith } from '../../src/lexicon/lexicon.ts';
import type { Article } from '../../src/library/article.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { readBody } from '../../src/library/read-body.ts';
import { createMemoryIndex, type SearchDocument } from '../../src/search/engine.ts';
import { parseQuery } from '../../src/search/parse-query.ts';
import { stemFrench } from '../../src/search/stem-fr.ts';
import { isStopWord } from '../../src/search/stop-words.ts';
import { tokenize } from '../../src/search/tokenize.ts';

/** A query, the ids of relevant articles, one of which should be among the first results, and the reason. */
export type Expectation = readonly [query: string, ids: string, why: string];

/**
 * Parses expectations, one per line: a query, the relevant pages, and the reason unless they are about the query. All
 * were written before any search was run, so that they are not fitted to the results.
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

/** The articles of a folder with the text that is indexed. */
export async function documentsIn(folder: string): Promise<Document[]> {
  const { articles } = await loadLibrary([folder]);
  return articles.map((article) => ({ ...article, ...indexedText(article, article.title) }));
}

/** The reading text of an article, and where its headings are, as both are indexed. */
export function indexedText(article: Article, title: string): Pick<SearchDocument, 'body' | 'headings'> {
  const document = wholeDocument(readBody(article), title);
  return { body: document.text, headings: headingRanges(document) };
}

/** @param folders  those of thesauri: by default none, so that figures are the same everywhere */
export function kiosque(documents: readonly Document[], folders: readonly string[] = []): Search {
  const engine = createMemoryIndex(documents, lexiconWith(new Map(), folders));
  return (query) => engine.search(parseQuery(query)).map((hit) => documents[hit.doc]!.id);
}

/** A query for an engine without our query language: without excluded words and names of fields. */
export const plainWords = (query: string): string =>
  query.replace(/(?:^|\s)-\S+/g, ' ').replace(/\p{L}+:/gu, ' ');

/** MiniSearch set up as in its documentation, with folding and stemming. */
export function miniSearch(documents: readonly Document[]): Search {
  const fold = (term: string): string =>
    term.toLowerCase().replace(/œ/g, 'oe').normalize('NFD').replace(/\p{M}/gu, '');
  return miniSearchWith(documents, { processTerm: (term) => stemFrench(fold(term)) }, ['OR']);
}

/** MiniSearch with our tokenizer, stop words and stemmer; documents must match all words if any document does. */
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
    const words = plainWords(query);
    for (const combineWith of combine) {
      const found = engine.search(words, { ...search, combineWith });
      if (found.length > 0) return found.map((hit) => String(hit.id));
    }
    return [];
  };
}

/** The rank of the best relevant article, from 1, or 0 if none was found. */
export function rankOf(found: readonly string[], ids: string): number {
  const ranks = ids.split(' ').map((id) => found.indexOf(id) + 1);
  return Math.min(...ranks.filter((rank) => rank > 0), Number.MAX_SAFE_INTEGER) % Number.MAX_SAFE_INTEGER;
}

/** The mean reciprocal rank: the average of 1 / rank, or 0 for a query that found nothing relevant. */
export const meanReciprocal = (ranks: readonly number[]): number =>
  ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length;
