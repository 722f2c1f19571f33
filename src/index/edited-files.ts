import { currentList } from './current-list.ts';
import type { LibraryIndex } from './library-index.ts';
import type { IndexOptions } from './open-index.ts';
import { PendingTexts } from './pending-texts.ts';
import { saveChangedListing } from './save-listing.ts';
import { slices } from './slices.ts';
import type { UpdateOptions } from './upkeep.ts';

/** `unknown`: the whole library must be read to tell what has changed. */
export type Taken = 'unchanged' | 'updated' | 'unknown';

/**
 * Compares all files of the library with its listing, and takes those into the index that were edited. Where the list of the
 * library may have changed in other ways, that is left to `refresh`.
 */
export async function takeInEdited(
  index: LibraryIndex,
  options: IndexOptions & UpdateOptions,
): Promise<Taken> {
  const { input, isAll, signal } = options;
  const texts = new PendingTexts();
  try {
    const { manifest } = index.snapshot;
    const list = await currentList(index, {
      input,
      isAll,
      signal,
      pause: signal && slices(),
      onText: (article, text, headings) => texts.add({ article, text, headings }),
    });
    if (!list) return 'unknown';
    const { changed, listing } = list;
    if (changed.size === 0) return 'unchanged';
    const docs = [...changed.keys()].map((row) => listing.doc(row));
    await index.replace(docs, [...changed.values()], texts, options);
    await saveChangedListing(index, list, manifest);
    return 'updated';
  } catch {
    // The index is damaged, another process is writing it, or the disk is full: `refresh` knows what to do.
    signal?.throwIfAborted();
    return 'unknown';
  } finally {
    texts.end();
  }
}
