import { setImmediate } from 'node:timers/promises';
import type { Article } from '../../library/article.ts';
import type { PublishedError } from '../../published/error.ts';
import type { CataloguePage, PublishedManifest } from '../../published/format.ts';
import type { RemoteLibrary } from '../../published/remote-library.ts';
import { isUnusable } from '../../published/remote-library.ts';
import type { WebError } from '../../web/web-error.ts';

/** Pages that are fetched at the same time, so that the first ones come first. */
const AT_ONCE = 8;

/** The articles of an edition, as far as its pages could be fetched. */
export interface ListedArticles {
  /** In the order of the catalogue. */
  readonly articles: readonly Article[];
  /** Articles on pages that could not be fetched, and why. */
  readonly missing: number;
  readonly error?: WebError | PublishedError;
}

export interface ListOptions {
  /** Receives the articles of the first pages as soon as these are there. */
  readonly onPages?: (articles: readonly Article[]) => void;
  /** Articles that are enough. */
  readonly limit?: number | undefined;
  readonly signal?: AbortSignal;
}

/**
 * The articles of an edition, newest first. A page that cannot be fetched does not keep the others from being listed.
 *
 * @throws the reason of `signal`, once it is aborted
 */
export async function listedArticles(
  library: RemoteLibrary,
  { catalogue }: Pick<PublishedManifest, 'catalogue'>,
  { onPages, limit = Number.POSITIVE_INFINITY, signal }: ListOptions = {},
): Promise<ListedArticles> {
  const articles: Article[] = [];
  let missing = 0;
  let error: ListedArticles['error'];
  // The first page alone is on its way before the others, as it is to be shown at once.
  const sizes = [1, AT_ONCE];
  for (let at = 0; at < catalogue.length && articles.length < limit; ) {
    const pages = catalogue.slice(at, at + (sizes[Math.min(at, 1)] ?? AT_ONCE));
    at += pages.length;
    for (const { found, page, failed } of await fetched(library, pages)) {
      articles.push(...found);
      if (!failed) continue;
      missing += page.count;
      error ??= failed;
    }
    signal?.throwIfAborted();
    onPages?.(articles);
  }
  return { articles, missing, ...(error && { error }) };
}

interface FetchedPage {
  readonly page: CataloguePage;
  readonly found: readonly Article[];
  readonly failed?: WebError | PublishedError;
}

const fetched = (library: RemoteLibrary, pages: readonly CataloguePage[]): Promise<readonly FetchedPage[]> =>
  Promise.all(
    pages.map(async (page) => {
      try {
        // Pages that were kept are there at once: keys and frames have their turn between them.
        await library.fetchPage(page);
        await setImmediate();
        return { page, found: await library.articlesOf(page) };
      } catch (failed) {
        if (!isUnusable(failed)) throw failed;
        return { page, found: [], failed };
      }
    }),
  );
