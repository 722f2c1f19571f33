import type { LibraryIndex } from '../../index/library-index.ts';
import { lexicon } from '../../lexicon/lexicon.ts';
import type { Article } from '../../library/article.ts';
import { unnamedDraft } from '../../library/drafts.ts';
import { isInFolder } from '../../library/folders.ts';
import { withTag } from '../../library/sort-articles.ts';
import { meetsCondition } from '../../memory/conditions.ts';
import type { ArticleMemory } from '../../memory/records.ts';
import type { ArticleCondition } from '../../search/conditions.ts';
import { createMemoryIndex, type Searcher } from '../../search/engine.ts';
import { parseQuery } from '../../search/parse-query.ts';
import { conditionOn } from '../../search/qualifiers.ts';
import type { Query } from '../../search/query.ts';
import { relatedTo } from '../../search/related.ts';
import { unknownTag } from '../../search/unknown-tag.ts';
import type { Filter, Results } from '../../state/state.ts';
import type { Snippets } from '../snippet-lines.ts';
import { type OpenText, snippetsOf } from './snippets.ts';

/** The most results that are listed: with more, users refine the query rather than scroll. */
const LIMIT = 2_000;

/** Related articles that are listed after the end of an article. */
export const RELATED = 3;

/** A query, what the list that is searched is filtered by, and whether articles with only some of the words are results. */
export type SearchRequest = Pick<Results, 'query' | keyof Filter> & {
  readonly all?: boolean;
};
/** Looks up the saved marks of an article. */
export type MarkOf = (article: Article) => ArticleMemory | undefined;

/** The searches of the reader. */
export interface CatalogueSearch {
  search(request: SearchRequest): Results | Promise<Results>;
  /** For each of `articles`, results of `query`: the line around its best matches, at most `cells` wide. */
  snippets(
    query: string,
    articles: readonly Article[],
    open: OpenText,
    cells: number,
  ): Snippets | Promise<Snippets>;
  /** The articles most similar to this one, whose text is `body`. */
  related(article: Article, body: string): readonly Article[] | Promise<readonly Article[]>;
}

/** The searches of a library whose index is here. */
export interface LocalSearch extends CatalogueSearch {
  search(request: SearchRequest): Results;
  snippets(...request: Parameters<CatalogueSearch['snippets']>): Snippets;
  related(...request: Parameters<CatalogueSearch['related']>): readonly Article[];
}

/** Searches a library through its index, with what is indexed so far; finds nothing if the index proves damaged. */
export function searchOf(index: LibraryIndex, markOf: MarkOf): LocalSearch {
  const isLeftOut = unnamedDraft(index.paths);
  const { search, snippets, related } = searchBy(
    index,
    (doc) => index.article(doc),
    markOf,
    isLeftOut,
    index.paths,
  );
  return {
    search: (request) => index.guarded(() => search(request), nothingFor(request)),
    snippets: (...request) => index.guarded(() => snippets(...request), []),
    related: (...request) => index.guarded(() => related(...request), []),
  };
}

const nothingFor = ({ query, tag, condition, folder }: SearchRequest): Results => ({
  query,
  tag,
  condition,
  folder,
  articles: [],
  suggestion: undefined,
});

/** Searches one article that is in no library. */
export function searchOfOne(article: Article, body: string): LocalSearch {
  return searchBy(
    createMemoryIndex([{ ...article, body }], lexicon),
    () => article,
    () => undefined,
    () => false,
    [],
  );
}

/**
 * @param isLeftOut  true for articles that are never results
 * @param roots  the paths of the library
 */
export function searchBy(
  searcher: Searcher,
  articleOf: (doc: number) => Article,
  markOf: MarkOf,
  isLeftOut: (article: Article) => boolean,
  roots: readonly string[],
): LocalSearch {
  let whole = parseQuery('');
  const docs = new Map<string, number>();
  const insteadOf = (query: Query) => ({
    suggestion: searcher.suggest(query),
    unknownTag: unknownTag(searcher, query),
  });
  return {
    search({ query, tag, condition, folder, all = false }) {
      whole = parseQuery(wholeQuery({ query, tag, condition, folder }));
      docs.clear();
      const meets = (doc: number, asked: ArticleCondition): boolean => {
        const article = articleOf(doc);
        return meetsCondition(article, markOf(article), asked);
      };
      const isInside = (doc: number): boolean => isInFolder(articleOf(doc), folder ?? '', roots);
      const options = { limit: LIMIT, all, meets, ...(folder !== undefined && { filter: isInside }) };
      const found = searcher.search(whole, options).flatMap(({ doc }) => {
        const article = articleOf(doc);
        if (isLeftOut(article)) return [];
        docs.set(article.path, doc);
        return [article];
      });
      const articles = tag === undefined ? found : withTag(found, tag);
      return {
        query,
        tag,
        condition,
        folder,
        articles,
        ...(articles.length === 0 ? insteadOf(parseQuery(query)) : { suggestion: undefined }),
        folded: all ? 0 : searcher.countFolded(whole, options),
      };
    },
    snippets(query, articles, open, cells) {
      const numbers = articles.map(({ path }) => docs.get(path));
      const known = numbers.filter((doc) => doc !== undefined);
      const passages = searcher.passages(whole, known, cells);
      const found = articles.map((article, i) => ({ article, passage: passages.get(numbers[i] ?? -1) }));
      return snippetsOf(open, found, parseQuery(query), cells);
    },
    related(article, body) {
      const docs = relatedTo(searcher, { ...article, body }).slice(0, RELATED + 1);
      return docs
        .map(articleOf)
        .filter(({ path }) => path !== article.path)
        .slice(0, RELATED);
    },
  };
}

/**
 * The query with what the list is filtered by. The filter comes first because the last word of the query, which may still be
 * typed, matches as a prefix.
 */
export function wholeQuery({ query, tag, condition, folder }: SearchRequest): string {
  const inTag = tag === undefined ? '' : `${conditionOn('tag', tag)} `;
  return inTag + (condition === undefined ? '' : `is:${condition} `) + inFolder(folder) + query;
}

/** A condition on the words of a folder; none if it has no words. */
const inFolder = (folder = ''): string =>
  /[\p{L}\p{N}]/u.test(folder) ? `${conditionOn('folder', folder)} ` : '';
