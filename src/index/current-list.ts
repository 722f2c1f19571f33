import { dirname, sep } from 'node:path';
import { partitionPoint } from '../algorithms/partition-point.ts';
import type { InputFormat } from '../document/formats.ts';
import type { Article } from '../library/article.ts';
import { DRAFTS_FOLDER } from '../library/drafts.ts';
import type { OpenOptions } from '../library/load-library.ts';
import type { Named } from '../library/resolve-reference.ts';
import { compareByDate } from '../library/sort-articles.ts';
import { areUnchanged, type ChangedFile, type Listing, openListing } from './listing.ts';
import type { OpenIndex } from './open-index.ts';

/** Files that are examined even if only a few articles are asked for: that takes some 50 ms. */
const FEW_FILES = 20_000;
/** Edited files that are read one by one; if there are more, the whole library is read. */
const MOST_EDITED = 200;

export interface CurrentListOptions {
  /** The format that the user asked for, if any. */
  readonly input?: InputFormat | undefined;
  readonly isAll?: boolean | undefined;
  /**
   * How many articles are asked for, from the first on. In a library of very many files, only these are examined, and the
   * folders; one of the others that was edited is noticed when it is asked for, or when the index is next updated.
   */
  readonly first?: number;
  /** Receives the reading texts of edited files. */
  readonly onText?: NonNullable<OpenOptions['onText']>;
  /** Awaited between files. */
  readonly pause?: (() => Promise<void> | undefined) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The list of a library as it is now, by the listing beside its index: files have been examined, and those edited since were
 * read. Articles are read from the index as they are asked for.
 */
export class CurrentList {
  readonly listing: Listing;
  readonly edited: readonly ChangedFile[];
  /** The articles of edited files, by their rows in the listing. */
  readonly changed: ReadonlyMap<number, Article>;
  /** The rows of the listing in the order of the list. */
  readonly order: Uint32Array;
  /** True if all files were examined. */
  readonly isExamined: boolean;
  readonly #index: OpenIndex;

  /** @param files  those that were edited, and their articles; undefined if not all files were examined */
  constructor(index: OpenIndex, listing: Listing, files?: Pick<CurrentList, 'edited' | 'changed'>) {
    const { edited = [], changed = new Map<number, Article>() } = files ?? {};
    this.#index = index;
    this.listing = listing;
    this.edited = edited;
    this.changed = changed;
    this.isExamined = files !== undefined;
    this.order = changed.size > 0 ? this.#reordered() : listing.columns.order;
  }

  get count(): number {
    return this.listing.count;
  }

  /** The article at a position of the list. @throws {IndexDamage} if it cannot be read */
  article(at: number): Article {
    return this.#articleOf(this.order[at]!);
  }

  /** True if the file of the article at a position is as the list has it. */
  isUnchanged(at: number): boolean {
    const row = this.order[at]!;
    return this.changed.has(row) || this.listing.isUnchanged(row);
  }

  /** The names of the articles, in order. */
  names(): readonly Named[] {
    return Array.from(this.order, (row) => this.changed.get(row) ?? this.listing.named(row));
  }

  /** All articles in order. @throws {IndexDamage} if one cannot be read */
  articles(): Article[] {
    this.#index.keepsArticles = true;
    return Array.from({ length: this.count }, (_, at) => this.article(at));
  }

  #articleOf(row: number): Article {
    return this.changed.get(row) ?? this.listing.article(row, this.#index);
  }

  /** The rows with the changed ones where they belong now. */
  #reordered(): Uint32Array {
    const rows = this.listing.columns.order.filter((row) => !this.changed.has(row));
    const order = [...rows];
    for (const [row, article] of this.changed) {
      const isBefore = (at: number): boolean => compareByDate(this.#articleOf(order[at]!), article) < 0;
      order.splice(partitionPoint(order.length, isBefore), 0, row);
    }
    return Uint32Array.from(order);
  }
}

/**
 * The present list of a library by its listing, after examining its files. Undefined if there is no listing, or more has
 * changed than can be told from it: the library must be read then.
 *
 * @throws {IndexDamage} if an article cannot be read from the index
 */
export async function currentList(
  index: OpenIndex,
  options: CurrentListOptions,
): Promise<CurrentList | undefined> {
  const listing = openListing(index);
  // A folder whose time is the same has the same files.
  if (!listing || !areUnchanged(index.snapshot.manifest.folders)) return undefined;
  const { first = listing.count } = options;
  if (listing.fileCount > FEW_FILES && first < listing.count && isBeginningUnchanged(listing, first))
    return new CurrentList(index, listing);
  const edited = await listing.changes(options.pause);
  if (!edited || edited.length > MOST_EDITED) return undefined;
  const changed = edited.length > 0 ? await changedArticles(index, listing, edited, options) : new Map();
  return changed && new CurrentList(index, listing, { edited, changed });
}

function isBeginningUnchanged(listing: Listing, count: number): boolean {
  return listing.columns.order.subarray(0, count).every((row) => listing.isUnchanged(row));
}

/** The articles of edited files by their rows; undefined if more than these articles has changed. */
async function changedArticles(
  index: OpenIndex,
  listing: Listing,
  edited: readonly ChangedFile[],
  { pause: _, first: __, ...options }: CurrentListOptions,
): Promise<ReadonlyMap<number, Article> | undefined> {
  const rows = rowsOf(listing, edited);
  if (!rows) return undefined;
  const { describeFiles } = await import('../library/load-library.ts');
  const { articles } = await describeFiles(edited, options);
  const changed = new Map<number, Article>();
  for (const article of articles) {
    const row = rows.get(article.path);
    const before = row === undefined ? undefined : listing.article(row, index);
    if (row === undefined || !before || !isOnlyEdited(before, article)) return undefined;
    changed.set(row, { ...article, id: before.id });
  }
  return changed.size === edited.length ? changed : undefined;
}

/** The rows of edited files by path; undefined if one of these had no article, or may have several. */
function rowsOf(listing: Listing, edited: readonly ChangedFile[]): Map<string, number> | undefined {
  const { fileOf, members } = listing.columns;
  const files = new Map(edited.map(({ at, path }) => [at, path]));
  const rows = new Map<string, number>();
  for (let row = 0; row < fileOf.length; row += 1) {
    const path = files.get(fileOf[row]!);
    if (path === undefined) continue;
    if (members.values[row] || isAmongDrafts(path)) return undefined;
    rows.set(path, row);
  }
  return rows.size === edited.length ? rows : undefined;
}

/** True if a file is below a folder of drafts, which makes it one. */
const isAmongDrafts = (path: string): boolean => dirname(path).split(sep).includes(DRAFTS_FOLDER);

/** True if the facts about the list as a whole, and the ids of other articles, stay the same. */
const isOnlyEdited = (before: Article, after: Article): boolean =>
  before.slug === after.slug &&
  before.author === after.author &&
  before.draft === after.draft &&
  !before.packed &&
  !after.packed &&
  !before.hasBrokenFrontMatter &&
  !after.hasBrokenFrontMatter;
