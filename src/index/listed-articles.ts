import { nextTurn } from '../algorithms/next-turn.ts';
import type { Article } from '../library/article.ts';
import type { Library } from '../library/load-library.ts';
import { IndexDamage } from './errors.ts';
import { areUnchanged, openListing } from './listing.ts';
import type { OpenIndex } from './open-index.ts';
import { slices } from './slices.ts';

/** Articles of the first screen, whatever the height of the terminal. */
const FIRST = 200;

/**
 * The articles of a library as the listing beside its index has them, in slices of a few milliseconds; no file is examined.
 * Undefined if there is no listing, or the index proves damaged.
 *
 * @param onFirst  receives the first of them as soon as they are read
 */
export async function listedArticles(
  index: OpenIndex,
  onFirst: (articles: readonly Article[]) => void,
): Promise<Pick<Library, 'articles' | 'warnings' | 'leftOut'> | undefined> {
  const listing = openListing(index);
  if (!listing) return undefined;
  const pause = slices();
  const { warnings, leftOut } = listing.facts;
  const articles: Article[] = [];
  try {
    for (const row of listing.columns.order) {
      if (index.isClosed) return undefined;
      if (articles.length === FIRST) {
        index.keepsArticles = true;
        onFirst(articles.slice());
        await nextTurn();
      }
      articles.push(listing.article(row, index));
      const pausing = pause();
      if (pausing) await pausing;
    }
    return { articles, warnings, leftOut };
  } catch (error) {
    if (!(error instanceof IndexDamage)) throw error;
    return undefined;
  }
}

/** True if all files are as they were listed; examines them in slices. */
export async function isAsListed(index: OpenIndex): Promise<boolean> {
  if (!areUnchanged(index.snapshot.manifest.folders)) return false;
  const changes = await openListing(index)?.changes(slices());
  return changes?.length === 0;
}
