import { basename, dirname, join } from 'node:path';
import { replaceFile } from '../files/replace-file.ts';
import { type Article, fileOf } from '../library/article.ts';
import { dayOf } from '../library/drafts.ts';
import type { Library } from '../library/load-library.ts';
import type { FoundFile } from '../library/walk.ts';
import type { CurrentList } from './current-list.ts';
import { canBeListed, keyOf, LISTING } from './listing.ts';
import { isSound, type ListingColumns, type ListingFacts, listingFile, TextColumn } from './listing-file.ts';
import type { Manifest } from './manifest.ts';
import type { OpenIndex } from './open-index.ts';
import { slices } from './slices.ts';
import { FolderStore } from './store.ts';

/** Articles from which on a listing is worth its file: fewer are described in a few milliseconds. */
const FEWEST = 1000;

/** Saves the listing of a library whose index was brought up to date. Failing that, its files are examined again. */
export async function saveListing(index: OpenIndex, library: Library, fewest = FEWEST): Promise<void> {
  const { articles, warnings, leftOut, unread, isWhole } = library;
  const isSure = isWhole && warnings.every(({ kind }) => kind !== 'unconverted');
  if (articles.length < fewest || !isSure || !isSaved(index)) return;
  const rowOf = new Map(articles.map(({ path }, row) => [path, row]));
  const docs = new Uint32Array(articles.length);
  await visitDocuments(index, 0, (path, doc) => {
    const row = rowOf.get(path);
    if (row !== undefined && rowOf.delete(path)) docs[row] = doc;
  });
  // A file that could not be read when it was to be indexed has no document.
  if (rowOf.size > 0) return;
  const { manifest } = index.snapshot;
  const facts: ListingFacts = {
    key: keyOf(manifest),
    ...daysOf(articles),
    drafts: articles.filter(({ draft }) => draft).length,
    hasOneAuthor: articles.every(({ author }) => author === articles[0]!.author),
    warnings: warnings.map(({ kind, count, paths }) => ({ kind, count, paths })),
    leftOut,
  };
  await save(index, facts, await columnsOf(articles, docs, unread));
}

/**
 * Saves the listing of a library in which some files were edited, by changing the one before.
 *
 * @param list  the list as it is now
 * @param before  the manifest of the index before the changes
 */
export async function saveChangedListing(
  index: OpenIndex,
  list: CurrentList,
  before: Manifest,
): Promise<void> {
  const { listing, changed } = list;
  if (!isSaved(index)) return;
  const { manifest } = index.snapshot;
  const { same, end } = commonSegments(before, manifest);
  const moved = new Map<string, number>();
  await visitDocuments(index, same, (path, doc) => void moved.set(path, doc));
  const docs = listing.columns.docs.slice();
  for (const [row, known] of docs.entries()) {
    if (known < end && !changed.has(row)) continue;
    const doc = moved.get(listing.path(row));
    if (doc === undefined) return;
    docs[row] = doc;
  }
  const dates = daysOf([...changed.values()]);
  const until = [dates.until, listing.facts.until].filter((date) => date !== undefined).sort()[0];
  await save(index, { ...listing.facts, key: keyOf(manifest), until }, columnsFrom(list, docs));
}

/** How many segments two manifests have in common at their beginnings, and the number of documents in these. */
function commonSegments(before: Manifest, after: Manifest): { readonly same: number; readonly end: number } {
  let [same, end] = [0, 0];
  for (const { name, count } of before.segments) {
    if (after.segments[same]?.name !== name) break;
    same += 1;
    end += count;
  }
  return { same, end };
}

const isSaved = ({ store, snapshot }: OpenIndex): boolean =>
  store instanceof FolderStore && snapshot.manifest.complete && canBeListed();

/** Calls `visit` with the path of each article and the number of its document, from the segment at `from` on. */
async function visitDocuments(
  index: OpenIndex,
  from: number,
  visit: (path: string, doc: number) => void,
): Promise<void> {
  const { segments } = index.snapshot.manifest;
  const bases = new Map<string, number>();
  let base = 0;
  for (const { name, count } of segments) {
    bases.set(name, base);
    base += count;
  }
  await index.visitEntries(
    ({ article, segment, doc }) => visit(article.path, bases.get(segment)! + doc),
    from,
  );
}

/** Today, and the first of the dates to come. */
function daysOf(articles: readonly Article[]): Pick<ListingFacts, 'day' | 'until'> {
  const day = dayOf(Date.now());
  let until: string | undefined;
  for (const { date = '', packed } of articles)
    if (!packed && date > day && (until === undefined || date < until)) until = date;
  return { day, until };
}

/** @param docs  the document of each article */
async function columnsOf(
  articles: readonly Article[],
  docs: Uint32Array,
  unread: readonly FoundFile[],
): Promise<ListingColumns> {
  const pause = slices();
  const folders = new Map<string, number>();
  /** Files that may be met again, by path: those of members. An entry for every file of a million would take 80 MB. */
  const files = new Map<string, number>();
  const [folderOf, names, sizes, times]: [number[], string[], number[], number[]] = [[], [], [], []];
  const add = (path: string, size: number, mtime: number): number => {
    const folder = dirname(path);
    if (!folders.has(folder)) folders.set(folder, folders.size);
    folderOf.push(folders.get(folder)!);
    names.push(basename(path));
    sizes.push(size);
    return times.push(mtime) - 1;
  };
  const fileAt = (path: string, size: number, mtime: number): number => {
    const file = files.get(path) ?? add(path, size, mtime);
    files.set(path, file);
    return file;
  };
  const fileOfRow = new Uint32Array(articles.length);
  for (const [row, article] of articles.entries()) {
    const { path, size, mtime, member } = article;
    fileOfRow[row] = member ? fileAt(fileOf(article), size, mtime) : add(path, size, mtime);
    await pause();
  }
  for (const { path, size, mtime } of unread) fileAt(path, size, mtime);
  const hasMembers = articles.some(({ member }) => member);
  return {
    folders: new TextColumn([...folders.keys()]),
    folderOf: Uint32Array.from(folderOf),
    names: new TextColumn(names),
    sizes: Float64Array.from(sizes),
    times: Float64Array.from(times),
    fileOf: fileOfRow,
    order: Uint32Array.from(articles.keys()),
    docs,
    ids: new TextColumn(articles.map(({ id }) => id)),
    titles: new TextColumn(articles.map(({ title }) => title)),
    members: new TextColumn(
      hasMembers ? articles.map(({ member, path }) => (member ? basename(path) : '')) : [],
    ),
  };
}

function columnsFrom(
  { listing: { columns }, order, changed, edited }: CurrentList,
  docs: Uint32Array,
): ListingColumns {
  const [sizes, times] = [columns.sizes.slice(), columns.times.slice()];
  for (const { at, size, mtime } of edited) {
    sizes[at] = size;
    times[at] = mtime;
  }
  const isRetitled = [...changed].some(([row, { title }]) => columns.titles.values[row] !== title);
  const titles = isRetitled
    ? new TextColumn(columns.titles.values.map((title, row) => changed.get(row)?.title ?? title))
    : columns.titles;
  return { ...columns, sizes, times, order, docs, titles };
}

async function save(index: OpenIndex, facts: ListingFacts, columns: ListingColumns): Promise<void> {
  if (index.folder === undefined || !isSound(columns)) return;
  try {
    await replaceFile(join(index.folder, LISTING), listingFile(facts, columns));
  } catch {
    // The disk is full, or the folder cannot be written to: the files are examined again.
  }
}
