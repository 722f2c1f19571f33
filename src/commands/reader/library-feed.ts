import { timeLeft } from '../../algorithms/time-left.ts';
import type { InputFormat } from '../../document/formats.ts';
import type { LibraryIndex } from '../../index/library-index.ts';
import { PendingTexts } from '../../index/pending-texts.ts';
import type { Found } from '../../index/upkeep.ts';
import type { Synonyms } from '../../lexicon/lexicon.ts';
import type { Article } from '../../library/article.ts';
import type { ParsedText } from '../../library/describe-file.ts';
import { LibraryError } from '../../library/error.ts';
import { type KnownArticles, knownArticles } from '../../library/known-articles.ts';
import { type Library, loadLibrary } from '../../library/load-library.ts';
import { sortArticles } from '../../library/sort-articles.ts';
import { LibraryWatch } from '../../library/watch.ts';
import type { Action } from '../../state/actions.ts';

/** Milliseconds after which a library is listed as its articles are found, not all at once. */
const SOON = 100;
/** Articles that make a list: the first may prove the only one, which is opened without a list. */
const FEWEST = 2;

export interface FeedOptions {
  readonly paths: readonly string[];
  /** The format that the user asked for, if any. */
  readonly input?: InputFormat | undefined;
  /** True if nothing in the folders is left out. */
  readonly isAll?: boolean | undefined;
  /** Its articles, if they are known without reading the folder. */
  readonly prepared?: readonly Article[] | undefined;
  readonly cache: string | undefined;
  /** Writes nothing to the cache. */
  readonly readOnly: boolean;
  /** The user's own synonyms. */
  readonly synonyms?: Synonyms | undefined;
  /** The order of the list, if not the one in which the library has its articles. */
  readonly arrange?: ((articles: readonly Article[]) => readonly Article[]) | undefined;
  /** Called when there is an index to search. */
  readonly onIndex: (index: LibraryIndex) => Promise<void>;
  /** Receives the text of a page that was parsed to find its title. */
  readonly onParsed?: ((article: Article, parsed: ParsedText) => void) | undefined;
  readonly dispatch: (action: Action) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Reports the articles of the library, the progress of its index, and changes to either. The list comes first, and the
 * index is updated in the background. A library that takes long to walk is listed as its articles are found.
 */
export class LibraryFeed {
  #index: LibraryIndex | undefined;
  readonly #options: FeedOptions;
  readonly #abort = new AbortController();
  readonly #watch = new LibraryWatch(() => void this.refresh());
  /** The articles that were last listed. */
  #listed: readonly Article[] | undefined;
  #reading: Promise<void> | undefined;
  #again = false;

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  /**
   * Lists the articles. The update of the index goes on afterwards.
   *
   * @throws {LibraryError} if a given path does not exist or cannot be read
   */
  async open(): Promise<readonly Article[]> {
    const { prepared, dispatch } = this.#options;
    if (prepared) {
      this.#listed = prepared;
      dispatch({ type: 'articles', articles: prepared, warnings: [], complete: true });
      // After they have been drawn.
      setImmediate(() => void this.refresh());
      return prepared;
    }
    return this.#alone(async () => {
      const listed = await this.#openListed();
      if (listed) return listed;
      const library = await this.#read(true);
      this.#update(library);
      return library.articles;
    });
  }

  /** Lists the articles as the index has them, and examines the files afterwards; undefined if it does not say which they are. */
  async #openListed(): Promise<readonly Article[] | undefined> {
    const { paths, dispatch, arrange = (articles) => articles } = this.#options;
    this.#watch.follow(paths, []);
    const index = await this.#openIndex();
    const { isAsListed, listedArticles } = await import('../../index/listed-articles.ts');
    const library = await listedArticles(index, (articles) =>
      dispatch({ type: 'articles', articles: arrange(articles), warnings: [], complete: false }),
    );
    this.#abort.signal.throwIfAborted();
    if (!library) return undefined;
    const { warnings, leftOut } = library;
    const articles = arrange(library.articles);
    this.#listed = library.articles;
    dispatch({ type: 'articles', articles, warnings, leftOut, complete: true });
    dispatch({ type: 'indexed', indexed: 1 });
    this.#watch.follow(paths, articles);
    setImmediate(() => {
      isAsListed(index)
        .then((isSame) => (isSame ? undefined : this.refresh()))
        .catch((error: unknown) => this.#failed(error));
    });
    return articles;
  }

  /** Reads changes. The list stays as it is while a file is being written, or if the folder is gone. */
  refresh(): Promise<void> {
    if (!this.#reading) return this.#alone(() => this.#refresh());
    this.#again = true;
    return this.#reading;
  }

  close(): void {
    this.#watch.close();
    this.#abort.abort();
    this.#index?.close();
  }

  /** Reads the library once at a time; what changes meanwhile is read afterwards. */
  #alone<T>(read: () => Promise<T>): Promise<T> {
    const reading = read().finally(() => {
      this.#reading = undefined;
      if (this.#again) void this.refresh();
      this.#again = false;
    });
    this.#reading = reading.then(ignore, ignore);
    return reading;
  }

  async #refresh(): Promise<void> {
    try {
      this.#update(await this.#read(false));
    } catch (error) {
      if (error instanceof LibraryError) this.#options.dispatch({ type: 'vanished' });
      else this.#failed(error);
    }
  }

  async #read(first: boolean): Promise<Library & Found & { readonly index: LibraryIndex }> {
    const { paths, input, isAll, dispatch, arrange = (articles) => articles } = this.#options;
    const { signal } = this.#abort;
    signal.throwIfAborted();
    // What changes during the reading is read again.
    if (!this.#index) this.#watch.follow(paths, []);
    const index = await this.#openIndex();
    const found: Article[] = [];
    const texts = new PendingTexts();
    let listed = 0;
    const started = Date.now();
    // It may take long until the index has all of them.
    const known = this.#listed ? knownOf(this.#listed) : await index.known();
    let total = Number.POSITIVE_INFINITY;
    index.takeIn(texts, {
      signal,
      onProgress: (done) => {
        if (done < total && total < Number.POSITIVE_INFINITY) dispatch(indexedSo(done / total, started));
      },
    });
    const library = await loadLibrary(paths, {
      input,
      isAll,
      known,
      signal,
      onText: (article, text, headings) => texts.add({ article, text, headings }),
      onParsed: this.#options.onParsed,
      onBatch: (batch) => {
        if (!first) return;
        for (const article of batch) found.push(article);
        // To sort all of them with every batch would take longer than to find them.
        if (found.length < Math.max(FEWEST, listed * 2) || Date.now() - started < SOON) return;
        listed = found.length;
        const articles = arrange(sortArticles(found, 'date'));
        dispatch({ type: 'articles', articles, warnings: [], complete: false });
      },
    }).finally(() => texts.end());
    this.#listed = library.articles;
    total = library.articles.length;
    const { warnings, leftOut } = library;
    dispatch({ type: 'articles', articles: arrange(library.articles), warnings, leftOut, complete: true });
    this.#watch.follow(paths, library.articles);
    return { ...library, texts, index };
  }

  /** Loaded on demand: a list that is known is drawn without it. */
  async #openIndex(): Promise<LibraryIndex> {
    if (this.#index) return this.#index;
    const { LibraryIndex } = await import('../../index/library-index.ts');
    this.#abort.signal.throwIfAborted();
    const onDamage = (): void => void setImmediate(() => this.refresh());
    this.#index = new LibraryIndex({ ...this.#options, onDamage });
    await this.#options.onIndex(this.#index);
    return this.#index;
  }

  /** Runs in the background; nothing waits for it. */
  #update({ index, ...library }: Library & Found & { readonly index: LibraryIndex }): void {
    const { dispatch } = this.#options;
    const { signal } = this.#abort;
    const started = Date.now();
    dispatch({ type: 'indexed', indexed: index.isWhole ? 1 : 0 });
    index
      .update(library, {
        signal,
        // The last articles can be searched once the update has settled.
        onProgress: (done, total) => {
          if (done < total) dispatch(indexedSo(done / total, started));
        },
      })
      .then(async () => {
        dispatch({ type: 'indexed', indexed: 1 });
        await (await import('../../index/save-listing.ts')).saveListing(index, library);
      })
      .catch((error: unknown) => this.#failed(error));
  }

  #failed(error: unknown): void {
    if (!this.#abort.signal.aborted) this.#options.onError(error);
  }
}

/** The share that is indexed, and the time left; `started` is when the indexing was. */
const indexedSo = (indexed: number, started: number): Action => ({
  type: 'indexed',
  indexed,
  left: timeLeft(indexed, Date.now() - started),
});

/** Finds the known articles of files that have not changed. */
function knownOf(articles: readonly Article[]): KnownArticles {
  const byPath = new Map(articles.map((article) => [article.path, article]));
  return knownArticles(articles, (path) => byPath.get(path));
}

const ignore = (): void => undefined;
