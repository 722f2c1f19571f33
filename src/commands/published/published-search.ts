import type { Article } from '../../library/article.ts';
import { unnamedDraft } from '../../library/drafts.ts';
import { isInFolder } from '../../library/folders.ts';
import { meetsCondition } from '../../memory/conditions.ts';
import { isUnusable, type RemoteLibrary, type Unusable } from '../../published/remote-library.ts';
import type { Lexicon } from '../../search/lexicon.ts';
import { parseQuery } from '../../search/parse-query.ts';
import { hasWords, type Query } from '../../search/query.ts';
import type { Results } from '../../state/state.ts';
import {
  type CatalogueSearch,
  type MarkOf,
  RELATED,
  type SearchRequest,
  searchBy,
  wholeQuery,
} from '../reader/catalogue-search.ts';
import { snippetsOf } from '../reader/snippets.ts';
import type { Snippets } from '../snippet-lines.ts';
import { type KeptIndex, keptIndex } from './kept-index.ts';
import { RemoteIndex } from './remote-index.ts';

/** Results that are fetched at once, and those that follow when the user has stopped typing. */
const FIRST = 20;
const LIMIT = 200;
const REST = 700;

export interface PublishedSearchPorts {
  readonly library: RemoteLibrary;
  readonly lexicon: Lexicon;
  readonly markOf: MarkOf;
  /** Receives more results of the search that was made last. */
  readonly onMore: (results: Results) => void;
  /** Called when the index cannot be had, and so many texts that were read are searched instead. */
  readonly onOffline: (error: Unusable, texts: number) => void;
}

/** The searches of the reader in a published library. */
export class PublishedSearch implements CatalogueSearch {
  readonly #ports: PublishedSearchPorts;
  readonly #index: RemoteIndex;
  /** The articles that are listed. */
  #articles: readonly Article[] = [];
  /** Their index for searches without the server. */
  #kept: Promise<KeptIndex> | undefined;
  /** The search of what is kept, if it was made last. */
  #local: ReturnType<typeof searchBy> | undefined;
  #current = new AbortController();
  #rest: NodeJS.Timeout | undefined;
  #whole = parseQuery('');
  /** By path, the documents that were found last. */
  readonly #docs = new Map<string, number>();

  constructor(ports: PublishedSearchPorts) {
    this.#ports = ports;
    this.#index = new RemoteIndex(ports.library, ports.lexicon);
  }

  /** Takes the articles that are listed now. */
  take(articles: readonly Article[]): void {
    this.#articles = articles;
    this.#kept = undefined;
  }

  /** Opens the index before it is needed. Never rejects. */
  async prepare(): Promise<void> {
    await this.#index.open().catch(() => undefined);
  }

  close(): void {
    this.#current.abort();
    clearTimeout(this.#rest);
  }

  /** Resolves with an empty result, which is of another query, if another search follows. */
  async search(request: SearchRequest): Promise<Results> {
    this.close();
    this.#current = new AbortController();
    const { signal } = this.#current;
    const query = parseQuery(wholeQuery(request));
    try {
      if (!hasWords(query)) return await this.#searchKept(request, undefined);
      const results = await this.#searchIndex(request, query, FIRST, false, signal);
      const isPartial = await this.#index.isPartial(query);
      if (isPartial || results.articles.length === FIRST) this.#moreAfter(request, query, signal);
      else if (results.articles.length === 0) this.#suggestFor(results, signal);
      return results;
    } catch (error) {
      if (signal.aborted) return { ...request, query: OUTDATED, articles: [], suggestion: undefined };
      if (!isUnusable(error)) throw error;
      return this.#searchKept(request, error);
    }
  }

  async snippets(...request: Parameters<CatalogueSearch['snippets']>): Promise<Snippets> {
    if (this.#local) return this.#local.snippets(...request);
    const [query, articles, open, cells] = request;
    const docs = articles.map(({ path }) => this.#docs.get(path));
    const known = docs.filter((doc) => doc !== undefined);
    const passages = await this.#index.passages(this.#whole, known, cells).catch(orNone(new Map()));
    const found = articles.map((article, at) => ({ article, passage: passages.get(docs[at] ?? -1) }));
    return snippetsOf(open, found, parseQuery(query), cells);
  }

  related(article: Article, body: string): Promise<readonly Article[]> {
    return this.#index.related(article, body, RELATED).catch(orNone([]));
  }

  async #searchIndex(
    request: SearchRequest,
    query: Query,
    limit: number,
    misspellings: boolean,
    signal: AbortSignal,
  ): Promise<Results> {
    const { query: typed, tag, condition, folder, all = false } = request;
    const { markOf, library } = this.#ports;
    const hits = await this.#index.search(query, {
      limit,
      all,
      misspellings,
      signal,
      ...(folder !== undefined && { accepts: (article) => isInFolder(article, folder, [library.root]) }),
      meets: (article, asked) => meetsCondition(article, markOf(article), asked),
    });
    const folded = all || hits.length === 0 ? 0 : await this.#index.countFolded(query);
    signal.throwIfAborted();
    this.#local = undefined;
    this.#whole = query;
    this.#docs.clear();
    for (const { article, doc } of hits) this.#docs.set(article.path, doc);
    const articles = hits.map(({ article }) => article);
    return { query: typed, tag, condition, folder, articles, suggestion: undefined, folded };
  }

  /** Finds more once the user rests, misspellings as well: each article that is found costs some bytes, and the words many. */
  #moreAfter(request: SearchRequest, query: Query, signal: AbortSignal): void {
    this.#rest = setTimeout(() => {
      this.#searchIndex(request, query, LIMIT, true, signal).then(
        (results) => {
          this.#ports.onMore(results);
          if (results.articles.length === 0) this.#suggestFor(results, signal);
        },
        () => undefined,
      );
    }, REST).unref();
  }

  /** Tells another spelling later: to find one takes many requests. */
  #suggestFor(results: Results, signal: AbortSignal): void {
    this.#index.suggest(parseQuery(results.query), signal).then(
      (suggestion) => {
        if (suggestion !== undefined && !signal.aborted) this.#ports.onMore({ ...results, suggestion });
      },
      () => undefined,
    );
  }

  /** Searches what is known without the server. @param error  why that could not be asked, if it should have been */
  async #searchKept(request: SearchRequest, error: Unusable | undefined): Promise<Results> {
    const { library, lexicon, markOf, onOffline } = this.#ports;
    this.#kept ??= keptIndex(library, this.#articles, lexicon, error !== undefined);
    const { searcher, articles, texts } = await this.#kept;
    // Texts may be read meanwhile, and the server be there again.
    this.#kept = error ? undefined : this.#kept;
    const roots = [library.root];
    this.#local = searchBy(searcher, (doc) => articles[doc]!, markOf, unnamedDraft(roots), roots);
    if (error) onOffline(error, texts);
    return this.#local.search(request);
  }
}

/** No query that anyone types: results of a search that another one has followed. */
const OUTDATED = '\0';

/** A handler that gives `value` for errors of the server, and throws all others. */
const orNone =
  <T>(value: T) =>
  (error: unknown): T => {
    if (isUnusable(error)) return value;
    throw error;
  };
