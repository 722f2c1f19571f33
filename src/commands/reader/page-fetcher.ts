import type { Article } from '../../library/article.ts';
import { linkedFile } from '../../library/linked-file.ts';
import { cliMessages } from '../../messages/cli.ts';
import type { Action } from '../../state/actions.ts';
import { cleanExcerpt } from '../../unicode/clean.ts';
import { WebError } from '../../web/web-error.ts';
import type { Environment } from '../environment.ts';
import { offlineText, pageAt } from '../web/page-at.ts';
import { webErrorText } from '../web/web-error-text.ts';

/** Milliseconds between two reports of progress. */
const TOLD_EVERY = 200;

/** Fetches the pages that links lead to, one at a time, and opens them in the reader. */
export class PageFetcher {
  readonly #environment: Environment;
  readonly #dispatch: (action: Action) => void;
  #current: AbortController | undefined;

  constructor(environment: Environment, dispatch: (action: Action) => void) {
    this.#environment = environment;
    this.#dispatch = dispatch;
  }

  /** Fetches a page, and opens it unless the reader has left the article `from` meanwhile. Never throws. */
  async fetch(from: Article, url: string): Promise<void> {
    this.stop();
    const current = new AbortController();
    this.#current = current;
    const { signal } = current;
    const { language, cwd } = this.#environment;
    let told = performance.now();
    const onProgress = (bytes: number, total: number | undefined): void => {
      if (performance.now() - told < TOLD_EVERY) return;
      told = performance.now();
      this.#dispatch({ type: 'fetching', url, bytes, total });
    };
    try {
      const { path, keptSince } = await pageAt(this.#environment, url, { signal, onProgress });
      const article = await linkedFile('-', path, cwd);
      if (signal.aborted) return;
      this.#dispatch({ type: 'fetched', url });
      if (article) this.#dispatch({ type: 'fileOpened', from, article, slug: fragmentOf(url) });
      else this.#problem(cliMessages[language].unopened.empty(cleanExcerpt(url)));
      if (article && keptSince !== undefined) this.#problem(offlineText(url, keptSince, language));
    } catch (error) {
      if (signal.aborted) return;
      this.#dispatch({ type: 'fetched', url });
      const messages = cliMessages[language];
      const reason = error instanceof Error ? error.message : String(error);
      this.#problem(
        error instanceof WebError
          ? webErrorText(error, messages)
          : messages.unfetched.broken(cleanExcerpt(url), cleanExcerpt(reason)),
      );
    }
  }

  /** Gives up the page that is being fetched, if any. */
  stop(): void {
    this.#current?.abort();
    this.#current = undefined;
  }

  #problem(text: string): void {
    this.#dispatch({ type: 'noticed', notice: { kind: 'problem', text } });
  }
}

const fragmentOf = (url: string): string | undefined => {
  const { hash } = new URL(url);
  return hash.length > 1 ? decodeURIComponent(hash.slice(1)) : undefined;
};
