import type { Body } from '../../document/body.ts';
import { loadParser } from '../../document/late-parsers.ts';
import { lexiconWith } from '../../lexicon/lexicon.ts';
import type { Article } from '../../library/article.ts';
import { LibraryError } from '../../library/error.ts';
import { hasTags } from '../../library/sort-articles.ts';
import { progressMessages } from '../../messages/progress.ts';
import { isUnusable, type RemoteLibrary, type Unusable } from '../../published/remote-library.ts';
import { parseQuery } from '../../search/parse-query.ts';
import { conditionOn } from '../../search/qualifiers.ts';
import { hasWords, type Query } from '../../search/query.ts';
import type { Cluster } from '../../search/snippet.ts';
import { cleanLine } from '../../unicode/clean.ts';
import type { SearchOptions } from '../command-options.ts';
import { conditionTest } from '../condition-test.ts';
import type { Environment } from '../environment.ts';
import { type Found, NO_SNIPPET, nothingFoundFor } from '../found.ts';
import { ProgressLine } from '../progress-line.ts';
import { snippetsOf } from '../reader/snippets.ts';
import type { Result } from '../search-lines.ts';
import { listedArticles } from './articles.ts';
import { sayEdition } from './catalogue.ts';
import { keptIndex } from './kept-index.ts';
import { openedLibrary, searchedKeptText } from './open-library.ts';
import { RemoteIndex, type RemoteSearchOptions } from './remote-index.ts';

/**
 * The results of a search in the published library that stands among the paths. If its server cannot be asked, those in what
 * was kept of it.
 *
 * @throws {Failure} if there are none
 */
export async function publishedResults(
  environment: Environment,
  options: SearchOptions,
  query: Query,
  cells: number,
): Promise<Found> {
  const library = openedLibrary(options.paths[0])!;
  sayEdition(environment, library);
  const line = new ProgressLine(environment);
  const { fetching } = progressMessages[environment.language];
  line.tell(() => ({
    text: fetching(cleanLine(new URL(library.root).host), library.files.traffic.bytes),
  }));
  const how = {
    ...(options.tags.length > 0 && { accepts: (article: Article) => hasTags(article, options.tags) }),
    meets: await conditionTest(environment, options.paths, query, []),
    limit: options.limit,
    all: options.all,
  };
  try {
    const search = new Search(environment, library, query, how);
    return hasWords(query) ? await search.inIndex(options, cells) : await search.inKept(options, cells);
  } finally {
    line.end();
  }
}

/** A search of the command. */
class Search {
  readonly #environment: Environment;
  readonly #library: RemoteLibrary;
  readonly #query: Query;
  readonly #how: RemoteSearchOptions;

  constructor(environment: Environment, library: RemoteLibrary, query: Query, how: RemoteSearchOptions) {
    this.#environment = environment;
    this.#library = library;
    this.#query = query;
    this.#how = how;
  }

  async inIndex(options: SearchOptions, cells: number): Promise<Found> {
    const index = new RemoteIndex(this.#library, this.#lexicon);
    try {
      const hits = await index.search(withTags(this.#query, options.tags), this.#how);
      if (hits.length === 0) throw nothingFoundFor(options, await index.suggest(parseQuery(options.words)));
      const docs = hits.map(({ doc }) => doc);
      const [passages, bodies] = await Promise.all([
        index.passages(this.#query, docs, cells),
        this.#bodiesOf(hits.map(({ article }) => article)),
      ]);
      const found = hits.map((hit) => ({ ...hit, passage: passages.get(hit.doc) }));
      const isTold = !options.all && !options.json && this.#environment.stdout.isTTY;
      return {
        results: await this.#withSnippets(found, bodies, cells),
        folded: isTold ? await index.countFolded(this.#query) : 0,
      };
    } catch (error) {
      if (!isUnusable(error)) throw error;
      return this.inKept(options, cells, error);
    }
  }

  /** Searches what is known without the server. @param error  why that could not be asked, if it should have been */
  async inKept(options: SearchOptions, cells: number, error?: Unusable): Promise<Found> {
    const { stderr } = this.#environment;
    const { articles } = await listedArticles(this.#library, this.#library.edition!.manifest);
    const kept = await keptIndex(this.#library, articles, this.#lexicon, error !== undefined);
    if (error) {
      const text = searchedKeptText(error, kept.texts, this.#library.root, this.#environment);
      stderr.write(`kiosque: ${text}\n`);
    }
    const { accepts = () => true, meets, limit, all } = this.#how;
    const hits = kept.searcher.search(this.#query, {
      limit,
      all,
      filter: (doc) => accepts(articles[doc]!),
      meets: (doc, condition) => meets(articles[doc]!, condition),
    });
    if (hits.length === 0) throw nothingFoundFor(options, undefined);
    const passages = kept.searcher.passages(
      this.#query,
      hits.map(({ doc }) => doc),
      cells,
    );
    const found = hits.map(({ doc, score }) => ({
      article: articles[doc]!,
      score,
      passage: passages.get(doc),
    }));
    const bodies = await this.#bodiesOf(error ? [] : found.map(({ article }) => article));
    for (const { article } of found) {
      const body = this.#library.keptBody(article.path);
      if (body) bodies.set(article.path, body);
    }
    return { results: await this.#withSnippets(found, bodies, cells), folded: 0 };
  }

  get #lexicon() {
    return lexiconWith(this.#environment.settings.synonyms);
  }

  /** The bodies of articles, by path, without those that cannot be fetched. */
  async #bodiesOf(articles: readonly Article[]): Promise<Map<string, Body>> {
    const bodies = await Promise.allSettled(articles.map((article) => this.#library.body(article)));
    return new Map(
      bodies.flatMap((each, at) => (each.status === 'fulfilled' ? [[articles[at]!.path, each.value]] : [])),
    );
  }

  async #snippetsOf(found: readonly FoundArticle[], bodies: ReadonlyMap<string, Body>, cells: number) {
    for (const { format } of bodies.values()) await loadParser(format);
    return snippetsOf(
      (article, parse) => {
        const body = bodies.get(article.path);
        if (!body) throw new LibraryError('unreadable', article.path);
        return parse(body, article);
      },
      found,
      this.#query,
      cells,
    );
  }

  async #withSnippets(
    found: readonly FoundArticle[],
    bodies: ReadonlyMap<string, Body>,
    cells: number,
  ): Promise<Result[]> {
    const snippets = await this.#snippetsOf(found, bodies, cells);
    return found.map(({ article, score }, at) => ({
      article,
      score,
      snippet: snippets[at]?.[1] ?? NO_SNIPPET,
    }));
  }
}

interface FoundArticle {
  readonly article: Article;
  readonly score: number;
  readonly passage: Cluster | undefined;
}

/** The query with the tags asked for, so that fewer articles are looked at. */
const withTags = (query: Query, tags: readonly string[]): Query =>
  tags.length === 0
    ? query
    : parseQuery([...tags.map((tag) => conditionOn('tag', tag)), query.text].join(' '));
