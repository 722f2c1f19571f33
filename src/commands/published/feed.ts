import type { Article } from '../../library/article.ts';
import { cliMessages } from '../../messages/cli.ts';
import { publishedMessages } from '../../messages/published.ts';
import { type Edition, isUnusable, type RemoteLibrary } from '../../published/remote-library.ts';
import type { Action } from '../../state/actions.ts';
import type { Notice } from '../../state/notice.ts';
import { cleanLine } from '../../unicode/clean.ts';
import type { Environment } from '../environment.ts';
import { type ListedArticles, listedArticles } from './articles.ts';
import { editionText } from './edition-text.ts';
import { publishedErrorText } from './open-library.ts';

/** Milliseconds after which the server is asked for a new edition: while all is well, and after the first failure, doubled after each further one. */
const EVERY = 180_000;
const SOON = 5_000;

export interface PublishedFeedOptions {
  readonly environment: Pick<Environment, 'language'>;
  readonly library: RemoteLibrary;
  /** Called with the articles whenever they are others, for the search. */
  readonly onArticles: (articles: readonly Article[]) => void;
  readonly dispatch: (action: Action) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Reports the articles of a published library: the first page of its list at once, the others as they come, then those of new
 * editions. What cannot be fetched is told, and tried again after growing pauses; what is there stays.
 */
export class PublishedFeed {
  readonly #options: PublishedFeedOptions;
  readonly #abort = new AbortController();
  #listed: ListedArticles = { articles: [], missing: 0 };
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #checking: Promise<void> | undefined;

  constructor(options: PublishedFeedOptions) {
    this.#options = options;
  }

  /** Lists the articles of the edition that is open. */
  async open(): Promise<readonly Article[]> {
    const { library, environment } = this.#options;
    let shown = 0;
    const listed = await this.#list(library.edition!, (articles) => {
      // To draw all of them with every page would take longer than to read them.
      if (articles.length < 2 * shown) return;
      shown = articles.length;
      this.#show(articles, false);
    });
    this.#take(listed);
    const text = editionText(library, environment.language);
    if (text !== undefined) this.#problem(text);
    if (library.edition?.stale) this.#failures = 1;
    if (!library.hasAsked) void this.refresh();
    else this.#wait();
    return listed.articles;
  }

  /** Asks the server for a new edition, and for what could not be fetched before. */
  refresh(): Promise<void> {
    clearTimeout(this.#timer);
    this.#checking ??= this.#check()
      .catch((error: unknown) => this.#failed(error))
      .finally(() => {
        this.#checking = undefined;
        this.#wait();
      });
    return this.#checking;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#abort.abort();
    this.#options.library.close();
  }

  async #check(): Promise<void> {
    const { library, environment } = this.#options;
    const newer = await library.newer();
    this.#abort.signal.throwIfAborted();
    const hadFailed = this.#failures > 0;
    this.#failures = 0;
    if (newer) await this.#changeTo(newer);
    else {
      library.use({ pointer: library.edition!.pointer, manifest: library.edition!.manifest });
      if (this.#listed.missing > 0) this.#take(await this.#list(library.edition!));
      if (hadFailed) this.#news(publishedMessages[environment.language].reachable(this.#host));
    }
  }

  /** Shows a new edition once all of its list is there: until then the one before stays as it is. */
  async #changeTo(newer: Edition): Promise<void> {
    const { library, environment } = this.#options;
    const before = this.#listed.articles;
    const listed = await this.#list(newer);
    if (listed.error) throw listed.error;
    library.use(newer);
    this.#take(listed);
    const { news } = publishedMessages[environment.language];
    const { added, changed, removed } = difference(before, listed.articles);
    if (added + changed + removed > 0) this.#news(news(added, changed, removed));
  }

  #list({ manifest }: Edition, onPages?: (articles: readonly Article[]) => void): Promise<ListedArticles> {
    const { signal } = this.#abort;
    return listedArticles(this.#options.library, manifest, { signal, ...(onPages && { onPages }) });
  }

  #take(listed: ListedArticles): void {
    const { library, environment } = this.#options;
    this.#listed = listed;
    this.#show(listed.articles, true);
    if (!listed.error) return;
    const { language } = environment;
    const reason = publishedErrorText(listed.error, library.root, environment, cliMessages[language]);
    this.#failures += 1;
    this.#problem(publishedMessages[language].missingArticles(listed.missing, reason));
  }

  #show(articles: readonly Article[], complete: boolean): void {
    const { dispatch, onArticles } = this.#options;
    onArticles(articles);
    dispatch({ type: 'articles', articles: [...articles], warnings: [], leftOut: [], complete });
    dispatch({ type: 'indexed', indexed: 1 });
  }

  /** Only the first failure is told: the others say nothing new. */
  #failed(error: unknown): void {
    if (this.#abort.signal.aborted) return;
    if (!isUnusable(error)) {
      this.#options.onError(error);
      return;
    }
    const { library, environment } = this.#options;
    this.#failures += 1;
    if (this.#failures > 1) return;
    library.use({ ...library.edition!, stale: error });
    this.#problem(editionText(library, environment.language)!);
  }

  #wait(): void {
    if (this.#abort.signal.aborted) return;
    const pause = this.#failures === 0 ? EVERY : Math.min(EVERY, SOON * 2 ** (this.#failures - 1));
    this.#timer = setTimeout(() => void this.refresh(), pause).unref();
  }

  get #host(): string {
    return cleanLine(new URL(this.#options.library.root).host);
  }

  #problem(text: string): void {
    this.#notice({ kind: 'problem', text });
  }

  #news(text: string): void {
    this.#notice({ kind: 'news', text });
  }

  #notice(notice: Notice): void {
    this.#options.dispatch({ type: 'noticed', notice });
  }
}

/** How many articles another edition has that this one has not, or with another text, and the other way round. */
export function difference(before: readonly Article[], after: readonly Article[]) {
  const known = new Map(before.map(({ path, mtime }) => [path, mtime]));
  let [added, changed] = [0, 0];
  for (const { path, mtime } of after) {
    const old = known.get(path);
    if (old === undefined) added += 1;
    else if (old !== mtime) changed += 1;
  }
  return { added, changed, removed: before.length - (after.length - added) };
}
