import { statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { crc32 } from 'node:zlib';
import { readTrustedBytes } from '../files/trusted.ts';
import type { Article } from '../library/article.ts';
import { usedConverters } from '../library/converters.ts';
import { dayOf, scheduled } from '../library/drafts.ts';
import { MISSING } from '../library/load-library.ts';
import type { Named } from '../library/resolve-reference.ts';
import type { Folder, FoundFile } from '../library/walk.ts';
import { type ListingColumns, type ListingFacts, readListingFile } from './listing-file.ts';
import { formatManifest, type Manifest } from './manifest.ts';
import type { OpenIndex } from './open-index.ts';

/** The file of a listing in the folder of an index, which removes it when it changes. */
export const LISTING = 'listing';

/** The identity of one state of an index. */
export const keyOf = (manifest: Manifest): string =>
  `${manifest.generation} ${crc32(formatManifest(manifest))}`;

/** A file of a listing as it is now; `at` is its position among the files. */
export interface ChangedFile extends FoundFile {
  readonly at: number;
}

/**
 * The list of a library as it was when its index was last updated: what is in it, in its order, and the files that were
 * examined. Other than the index, it can be compared with the files without reading the descriptions of all articles.
 */
export class Listing {
  readonly facts: ListingFacts;
  readonly columns: ListingColumns;
  /** By folder, with a separator at the end: joining paths would take longer than examining the files. */
  #prefixes: readonly string[] | undefined;
  #draftRows: ReadonlySet<number> | undefined;

  constructor(facts: ListingFacts, columns: ListingColumns) {
    this.facts = facts;
    this.columns = columns;
  }

  /** Number of articles. */
  get count(): number {
    return this.columns.docs.length;
  }

  /** Number of files, those without an article included. */
  get fileCount(): number {
    return this.columns.sizes.length;
  }

  /** The document of the article at `row` in the index. */
  doc(row: number): number {
    return this.columns.docs[row]!;
  }

  /**
   * The article at `row`, read from its index.
   *
   * @throws {IndexDamage} if it cannot be read
   */
  article(row: number, index: Pick<OpenIndex, 'article'>): Article {
    const article = index.article(this.doc(row));
    // The index does not keep what depends on the day.
    return this.#drafts().has(row) && !article.draft ? scheduled(article) : article;
  }

  #drafts(): ReadonlySet<number> {
    this.#draftRows ??= new Set(this.columns.order.subarray(this.count - this.facts.drafts));
    return this.#draftRows;
  }

  /** The path of the article at `row`. */
  path(row: number): string {
    const path = this.filePath(this.columns.fileOf[row]!);
    const member = this.columns.members.values[row] ?? '';
    return member === '' ? path : join(path, member);
  }

  /** The path of a file, by its position among the files. */
  filePath(file: number): string {
    this.#prefixes ??= this.columns.folders.values.map((folder) =>
      folder.endsWith(sep) ? folder : folder + sep,
    );
    return this.#prefixes[this.columns.folderOf[file]!]! + this.columns.names.values[file]!;
  }

  /** The names of the article at `row`. */
  named(row: number): Named {
    const { ids, titles } = this.columns;
    return { id: ids.values[row]!, title: titles.values[row]!, path: this.path(row) };
  }

  /**
   * The files that were edited since, by comparing the sizes and times of all of them; undefined if files came or went.
   *
   * @param pause  awaited between files, so that other work of the thread gets its turn
   */
  async changes(pause?: () => Promise<void> | undefined): Promise<readonly ChangedFile[] | undefined> {
    const { sizes } = this.columns;
    const changed: ChangedFile[] = [];
    for (let at = 0; at < sizes.length; at += 1) {
      const file = this.#examined(at);
      if ((file === undefined) !== (sizes[at] === MISSING)) return undefined;
      if (file && !this.#isSame(file)) changed.push(file);
      const pausing = pause?.();
      if (pausing) await pausing;
    }
    return changed;
  }

  /** True if the file of the article at `row` is as it was. */
  isUnchanged(row: number): boolean {
    const file = this.#examined(this.columns.fileOf[row]!);
    return file !== undefined && this.#isSame(file);
  }

  #examined(at: number): ChangedFile | undefined {
    const path = this.filePath(at);
    const stats = statsOf(path);
    return stats && { at, path, size: stats.size, mtime: stats.mtimeMs };
  }

  #isSame({ at, size, mtime }: ChangedFile): boolean {
    return size === this.columns.sizes[at] && mtime === this.columns.times[at];
  }
}

/** The listing of an index; undefined if there is none for its present state, or it is damaged. */
export function openListing({ folder, snapshot: { manifest } }: OpenIndex): Listing | undefined {
  if (folder === undefined || !manifest.complete || !canBeListed()) return undefined;
  try {
    const file = readListingFile(readTrustedBytes(join(folder, LISTING)));
    if (file?.facts.key !== keyOf(manifest)) return undefined;
    const { day, until } = file.facts;
    const today = dayOf(Date.now());
    return day <= today && (until === undefined || today < until)
      ? new Listing(file.facts, file.columns)
      : undefined;
  } catch {
    return undefined;
  }
}

/** True if no file came or went in the folders of a library: then their times are the same. */
export const areUnchanged = (folders: readonly Folder[]): boolean =>
  folders.every(({ path, mtime }) => statsOf(path)?.mtimeMs === mtime);

/** True unless programs of the settings convert files: which files are articles depends on them, too. */
export const canBeListed = (): boolean => usedConverters().bySuffix.size === 0;

/** Made once: an object for each file would take longer. */
const QUIETLY = { throwIfNoEntry: false } as const;

/** The size and time of a file or folder; undefined if it does not exist or cannot be examined. */
function statsOf(path: string): { readonly size: number; readonly mtimeMs: number } | undefined {
  try {
    return statSync(path, QUIETLY);
  } catch {
    return undefined;
  }
}
