import type { Library } from '../library/load-library.ts';
import type { SearchOptions } from '../search/engine.ts';
import type { Query } from '../search/query.ts';
import type { Hit } from '../search/results.ts';
import { IndexDamage } from './errors.ts';
import { LibraryIndex } from './library-index.ts';
import type { IndexOptions } from './open-index.ts';
import { PendingTexts } from './pending-texts.ts';
import type { UpdateOptions } from './upkeep.ts';

const TRIES = 3;

/**
 * Hands `use` the index of a library, up to date. If the index proves damaged while it is used, it is emptied and handed
 * over again, for `searchLibrary` to rebuild it.
 *
 * @throws {LibraryError} if one of the paths does not exist or cannot be read
 */
export async function withLibraryIndex<T>(
  options: IndexOptions & UpdateOptions,
  use: (index: LibraryIndex) => Promise<T>,
): Promise<T> {
  const index = await openLibraryIndex(options);
  try {
    for (let tries = 1; ; tries += 1) {
      try {
        return await use(index);
      } catch (error) {
        if (!(error instanceof IndexDamage) || tries === TRIES) throw error;
        if (index.count > 0) index.discard();
      }
    }
  } finally {
    index.close();
  }
}

/**
 * Opens the index of a library for a search, and updates it first if a quick check finds changes.
 *
 * @throws {LibraryError} if one of the paths does not exist or cannot be read
 */
export async function openLibraryIndex(options: IndexOptions & UpdateOptions): Promise<LibraryIndex> {
  const index = new LibraryIndex(options);
  if (!index.isFresh()) await refresh(index, options);
  return index;
}

/** Walks the library and updates its index. Unchanged files are not read, others once. */
export async function refresh(index: LibraryIndex, options: IndexOptions & UpdateOptions): Promise<Library> {
  const { paths, input, isAll, signal, onListed } = options;
  const { loadLibrary } = await import('../library/load-library.ts');
  const texts = new PendingTexts();
  const known = await index.known();
  index.takeIn(texts, options);
  let listed = 0;
  onListed?.(listed);
  try {
    const library = await loadLibrary(paths, {
      input,
      isAll,
      known,
      onText: (article, text, headings) => texts.add({ article, text, headings }),
      ...(onListed && {
        onBatch: ({ length }) => {
          listed += length;
          onListed(listed);
        },
      }),
      ...(signal && { signal }),
    });
    await index.update({ ...library, texts }, options);
    await (await import('./save-listing.ts')).saveListing(index, library);
    return library;
  } finally {
    texts.end();
  }
}

/**
 * The best articles for a query. If a hit has changed, or nothing is found and not every file was checked, all are checked; if
 * one has changed, the index is updated and searched again. In a large library, new words of an article that was edited in place may be missed until then.
 */
export async function searchLibrary(
  index: LibraryIndex,
  query: Query,
  search: SearchOptions,
  options: IndexOptions & UpdateOptions,
): Promise<readonly Hit[]> {
  const hits = index.search(query, search);
  const isSure = hits.length > 0 ? index.isCurrent(hits) : index.isSmall;
  if (index.isWhole && isSure) return hits;
  const found = index.isWhole
    ? await (await import('./edited-files.ts')).takeInEdited(index, options)
    : 'unknown';
  if (found === 'unchanged') return hits;
  if (found === 'unknown') await refresh(index, options);
  return index.search(query, search);
}
