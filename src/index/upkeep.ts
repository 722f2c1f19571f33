import { type Article, bytesOf } from '../library/article.ts';
import type { Folder } from '../library/walk.ts';
import { hasWorker, updateInWorker } from './background.ts';
import { IndexConflict, IndexDamage } from './errors.ts';
import { updateFolder } from './folder-update.ts';
import { mergedWith } from './merge-policy.ts';
import type { OpenIndex } from './open-index.ts';
import type { PendingTexts } from './pending-texts.ts';
import { slices } from './slices.ts';
import { withSmallHeap } from './small-heap.ts';
import { FolderStore, MemoryStore } from './store.ts';
import { type Addition, type Changes, type UpdateHooks, update } from './update.ts';

export interface UpdateOptions {
  /** Called with the number of articles added so far, and of all to add. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Called as `onProgress` is, for a caller that waits for the update and does not search meanwhile. */
  readonly onReport?: (done: number, total: number) => void;
  /** Called with the number of articles found so far. */
  readonly onListed?: (count: number) => void;
  /** Called when the index has changed: searches find more, and documents have other numbers. */
  readonly onChange?: () => void;
  readonly signal?: AbortSignal;
}

/** The articles of a library and where they were found, as `loadLibrary` returns them. */
export interface Found {
  readonly articles: readonly Article[];
  readonly folders: readonly Folder[];
  /** Those that were read on the way. */
  readonly texts?: PendingTexts;
}

/** Articles to add, bytes of their files, or articles to merge from which on it is worth starting a worker. */
const WORTH_A_WORKER = { articles: 300, bytes: 1_000_000, merged: 3000 };
const TRIES = 3;

/** Indexes articles of a new library in a worker while it is still being walked, if they are many. */
export async function takeIn(index: OpenIndex, texts: PendingTexts, options: UpdateOptions): Promise<void> {
  const { store, paths, snapshot } = index;
  const isNew = store instanceof FolderStore && snapshot.manifest.segments.length === 0;
  if (!isNew || !hasWorker() || !(await texts.reach(WORTH_A_WORKER.articles))) return;
  if (options.signal?.aborted || index.isClosed) return;
  const { generation } = index.snapshot.manifest;
  const early = isWatched(options);
  const changes = { paths, generation, count: 0, removed: {}, folders: [], complete: false, early };
  await withSmallHeap(() => updateInWorker({ store, changes }, texts.all(), hooksOf(index, options)));
}

/**
 * Adds the new and changed articles among those found, and removes the others: in a worker if there is much to do, and in
 * memory if another process is updating the index or the cache folder cannot be written to.
 *
 * @throws the signal's reason if it is aborted
 */
export async function updateTo(index: OpenIndex, found: Found, options: UpdateOptions): Promise<void> {
  options.signal?.throwIfAborted();
  for (let tries = 0; !index.isClosed; tries += 1) {
    const needed = await changesTo(index, found, isWatched(options));
    if (!needed) return;
    try {
      await apply(index, needed, found.texts, options);
      reload(index, options);
      return;
    } catch (error) {
      options.signal?.throwIfAborted();
      if (tries === TRIES) throw error;
      // Old segments are read only to be merged with new ones.
      if (error instanceof IndexDamage) index.discard();
      else if (!(error instanceof IndexConflict)) index.leaveFolder();
      index.load();
    }
  }
}

/**
 * Replaces articles of the index by others, without looking at the rest of the library.
 *
 * @param docs  the documents of the articles to remove
 * @throws {IndexConflict} or an error of the file system if that fails: the index is then as it was
 */
export async function replaceArticles(
  index: OpenIndex,
  docs: readonly number[],
  added: readonly Article[],
  texts: PendingTexts,
  options: UpdateOptions,
): Promise<void> {
  const { generation, folders, segments } = index.snapshot.manifest;
  const removed: Record<string, number[]> = {};
  let base = 0;
  for (const { name, count } of segments) {
    const own = docs.filter((doc) => doc >= base && doc < base + count).map((doc) => doc - base);
    if (own.length > 0) removed[name] = own;
    base += count;
  }
  const about = { paths: index.paths, generation, folders, complete: true, early: false };
  await apply(index, { changes: { ...about, count: added.length, removed }, added }, texts, options);
  reload(index, options);
}

/** Whether the caller may search during the update. */
const isWatched = ({ onProgress, onChange }: UpdateOptions): boolean =>
  onProgress !== undefined || onChange !== undefined;

/** The changes to make, and the articles to add. */
interface Needed {
  readonly changes: Changes;
  readonly added: readonly Article[];
}

/**
 * Whether two descriptions of the file at one path are equal. Everything else in a description comes from the file, except the
 * id, which also depends on the ids of other articles.
 */
const isSame = (known: Article, article: Article): boolean =>
  known === article ||
  (known.mtime === article.mtime && known.size === article.size && known.id === article.id);

/** What must change for the index to have exactly the articles found; undefined if nothing must. */
async function changesTo(
  index: OpenIndex,
  { articles, folders }: Found,
  early: boolean,
): Promise<Needed | undefined> {
  // The stored articles are not kept in memory: there may be a million.
  const missing = new Map(articles.map((article) => [article.path, article]));
  const removed: Record<string, number[]> = {};
  const isWhole = await index.visitEntries(({ article: stored, segment, doc }) => {
    const article = missing.get(stored.path);
    if (article && isSame(stored, article)) missing.delete(stored.path);
    else {
      removed[segment] ??= [];
      removed[segment].push(doc);
    }
  });
  // It is empty now.
  if (!isWhole) return changesTo(index, { articles, folders }, early);
  const added = [...missing.values()];
  const isSameSet = added.length === 0 && Object.keys(removed).length === 0;
  const { generation, complete, folders: before } = index.snapshot.manifest;
  if (isSameSet && complete && JSON.stringify(folders) === JSON.stringify(before)) return undefined;
  const about = { paths: index.paths, generation, folders, complete: true, early };
  return { changes: { ...about, count: added.length, removed }, added };
}

async function apply(
  index: OpenIndex,
  { changes, added }: Needed,
  texts: PendingTexts | undefined,
  options: UpdateOptions,
): Promise<void> {
  const { store, snapshot } = index;
  const isMuch =
    added.length >= WORTH_A_WORKER.articles ||
    added.reduce((sum, article) => sum + bytesOf(article), 0) >= WORTH_A_WORKER.bytes ||
    mergedWith(snapshot.manifest.segments, added.length) >= WORTH_A_WORKER.merged;
  const additions = additionsOf(added, texts);
  const hooks = hooksOf(index, options);
  const isFolder = store instanceof FolderStore;
  // A worker knows nothing of segments that are in memory here.
  const mayBeSent = store instanceof MemoryStore && snapshot.manifest.generation === 0;
  if (isMuch && hasWorker() && (isFolder || mayBeSent))
    await withSmallHeap(() => updateInWorker({ store, changes }, additions, hooks));
  else if (!isFolder) await update(store, changes, additions, { ...hooks, pause: slices() });
  else await updateFolder(store, changes, additions, { ...hooks, pause: slices() });
}

function hooksOf(index: OpenIndex, options: UpdateOptions): Omit<UpdateHooks, 'pause'> {
  const { onReport, onProgress = onReport, signal } = options;
  return {
    onCommit: () => reload(index, options),
    ...(onProgress && { onProgress }),
    ...(signal && { signal }),
  };
}

function reload(index: OpenIndex, { onChange }: UpdateOptions): void {
  if (index.isClosed || index.store.read()?.generation === index.snapshot.manifest.generation) return;
  index.load();
  onChange?.();
}

function* additionsOf(articles: readonly Article[], texts: PendingTexts | undefined): Generator<Addition> {
  for (const article of articles) {
    yield texts?.take(article) ?? { article };
  }
}
