import type { Article } from '../../library/article.ts';
import { publishedArticleIn } from '../../published/published-article.ts';
import type { RemoteLibrary } from '../../published/remote-library.ts';
import { PublishedSearcher } from '../../published/searcher.ts';
import type { ArticleCondition } from '../../search/conditions.ts';
import type { Lexicon } from '../../search/lexicon.ts';
import type { Query, Requirement } from '../../search/query.ts';
import { conditionsOf } from '../../search/requirement.ts';
import type { Cluster } from '../../search/snippet.ts';

/** Articles that have the words of a query, the best ones, of which those are chosen that also meet conditions. */
const CANDIDATES = 400;

/** The index of the edition whose manifest has this hash, and the articles of its documents that are known. */
interface OpenEdition {
  readonly hash: string;
  readonly searcher: Promise<PublishedSearcher>;
  readonly articles: Map<number, Article>;
}

/** Milliseconds in which another spelling is to be found. */
const SUGGESTING = 3_000;

/** An article that was found. */
export interface RemoteHit {
  readonly article: Article;
  readonly doc: number;
  readonly score: number;
}

export interface RemoteSearchOptions {
  /** Most articles that are found: each costs some bytes. */
  readonly limit: number;
  /** True if articles with only some of the words are found, too. */
  readonly all: boolean;
  /** Only articles for which this is true are found. */
  readonly accepts?: ((article: Article) => boolean) | undefined;
  readonly meets: (article: Article, condition: ArticleCondition) => boolean;
  /** If false, misspellings are searched only if nothing must be fetched for them: see `isPartial`. */
  readonly misspellings?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** The index of a published library, with the articles that its documents are. All methods reject as the library does. */
export class RemoteIndex {
  readonly #library: RemoteLibrary;
  readonly #lexicon: Lexicon;
  #opened: OpenEdition | undefined;
  /** The edition that was searched last: documents have other numbers in another. */
  #searched: OpenEdition | undefined;

  constructor(library: RemoteLibrary, lexicon: Lexicon) {
    this.#library = library;
    this.#lexicon = lexicon;
  }

  /** Opens the index, which a first search then need not wait for. */
  async open(): Promise<void> {
    await this.#edition().searcher;
  }

  /** The articles that match a query, best first. */
  async search(query: Query, options: RemoteSearchOptions): Promise<readonly RemoteHit[]> {
    const { limit, all, misspellings = true, signal } = options;
    const edition = this.#edition();
    this.#searched = edition;
    const searcher = await edition.searcher;
    const filter = await this.#filterFor(query, options, edition);
    const hits = await searcher.search(query, { limit, all, misspellings, ...filter }, signal);
    const articles = await this.#articlesOf(
      edition,
      hits.map(({ doc }) => doc),
      signal,
    );
    return hits.map((hit, at) => ({ ...hit, article: articles[at]! }));
  }

  /** True if the last search of a query passed over misspellings. */
  async isPartial(query: Query): Promise<boolean> {
    return (await this.#last().searcher).isPartial(query);
  }

  /** How many more articles have only some of the words. It is asked for after a search. */
  async countFolded(query: Query): Promise<number> {
    // Conditions would have to be tested on all articles.
    return needsFacts(query) ? 0 : (await this.#last().searcher).countFolded(query);
  }

  /** Another spelling of a query that found nothing. Never rejects: it is worth some rounds, but no failure. */
  async suggest(query: Query, signal?: AbortSignal): Promise<string | undefined> {
    try {
      const ended = AbortSignal.timeout(SUGGESTING);
      const searcher = await this.#edition().searcher;
      return await searcher.suggest(query, signal ? AbortSignal.any([signal, ended]) : ended);
    } catch {
      return undefined;
    }
  }

  /** The passages of documents that the last search found. */
  async passages(query: Query, docs: readonly number[], room: number): Promise<ReadonlyMap<number, Cluster>> {
    return (await this.#last().searcher).passages(query, docs, room);
  }

  /** At most `limit` articles that are similar to one with this text. */
  async related(article: Article, body: string, limit: number): Promise<readonly Article[]> {
    const edition = this.#edition();
    const docs = await (await edition.searcher).related({ ...article, body });
    const found = await this.#articlesOf(edition, docs.slice(0, limit + 1));
    return found.filter(({ path }) => path !== article.path).slice(0, limit);
  }

  /** Tests of documents, made after the facts of those that may be found have been fetched. */
  async #filterFor(query: Query, options: RemoteSearchOptions, edition: OpenEdition) {
    const { accepts = () => true, meets, misspellings = true, signal } = options;
    if (!options.accepts && !needsFacts(query)) return {};
    const words = { ...query, requirements: query.requirements.flatMap(withoutConditions) };
    const searcher = await edition.searcher;
    const hits = await searcher.search(words, { limit: CANDIDATES, all: true, misspellings }, signal);
    const docs = hits.map(({ doc }) => doc);
    const articles = await this.#articlesOf(edition, docs, signal);
    const known = new Map(docs.map((doc, at) => [doc, articles[at]!]));
    return {
      filter: (doc: number) => known.has(doc) && accepts(known.get(doc)!),
      meets: (doc: number, condition: ArticleCondition) =>
        known.has(doc) && meets(known.get(doc)!, condition),
    };
  }

  async #articlesOf(
    { searcher, articles }: OpenEdition,
    docs: readonly number[],
    signal?: AbortSignal,
  ): Promise<readonly Article[]> {
    const unknown = docs.filter((doc) => !articles.has(doc));
    const facts = await (await searcher).facts(unknown, signal);
    for (const [at, doc] of unknown.entries())
      articles.set(doc, this.#library.article(publishedArticleIn(facts[at], 'article')));
    return docs.map((doc) => articles.get(doc)!);
  }

  #last(): OpenEdition {
    return this.#searched ?? this.#edition();
  }

  /** The edition that is open now. A search keeps to the one it began with. */
  #edition(): OpenEdition {
    const { pointer, manifest } = this.#library.edition!;
    const { hash } = pointer.manifest;
    if (this.#opened?.hash === hash) return this.#opened;
    const searcher = PublishedSearcher.open(this.#library.files, manifest.segments, this.#lexicon);
    const opened = { hash, searcher, articles: new Map<number, Article>() };
    this.#opened = opened;
    // It is opened again by the next search.
    searcher.catch(() => {
      if (this.#opened === opened) this.#opened = undefined;
    });
    return opened;
  }
}

/** True if the facts of articles must be known to tell whether they meet a query; their dates are in the index. */
const needsFacts = (query: Pick<Query, 'requirements'>): boolean =>
  conditionsOf(query).some(({ kind }) => kind !== 'period');

/** The parts of a requirement that are about words: articles that meet it meet these. */
function withoutConditions(requirement: Requirement): readonly Requirement[] {
  switch (requirement.kind) {
    case 'clause':
    case 'near':
      return [requirement];
    case 'condition':
      return requirement.condition.kind === 'period' ? [requirement] : [];
    case 'all':
      return requirement.of.flatMap(withoutConditions);
    case 'any':
    case 'not':
      return needsFacts({ requirements: [requirement] }) ? [] : [requirement];
  }
}
