import { partitionPoint } from '../../../algorithms/partition-point.ts';
import { fold } from '../../../unicode/slug.ts';
import type { OutlinedPage } from './book.ts';
import type { TableEntry } from './contents-table.ts';
import type { Segment } from './page.ts';

/** An entry of a table of contents whose place in the book is known. */
export interface TreeEntry {
  readonly label: string;
  /** Its position in the book. */
  readonly at: number;
  /** True if it begins a page. */
  readonly isPage: boolean;
  /** The depth of the heading that it leads to; undefined if there is none. */
  readonly depth: number | undefined;
  readonly entries: readonly TreeEntry[];
}

/** The entries of a table that lead to a page, as a tree in which each place is named once. */
export function treeOf(
  table: readonly TableEntry[],
  pages: ReadonlyMap<string, OutlinedPage>,
  title: string | undefined,
): readonly TreeEntry[] {
  return unwrapped(demoted(placed(table, pages)), title);
}

function placed(entries: readonly TableEntry[], pages: ReadonlyMap<string, OutlinedPage>): TreeEntry[] {
  return entries.flatMap((entry): TreeEntry[] => {
    const { label } = entry;
    const below = placed(entry.entries, pages);
    const page = entry.page === undefined ? undefined : pages.get(entry.page);
    // A part may have a name without a page of its own.
    const first = below[0];
    if (page?.isLeftOut && !first) return [];
    if (!page) return first && label !== '' ? [{ ...first, label, entries: below }] : below;
    const offset = entry.fragments
      .map((each) => page.outline.fragments.get(each))
      .find((each) => each !== undefined);
    const at = page.base + (offset ?? 0);
    const isSame = (child: TreeEntry): boolean => child.at === at && fold(child.label) === fold(label);
    const children = below.flatMap((child) => (isSame(child) ? child.entries : [child]));
    const depth = depthAt(page, offset ?? 0);
    return [{ label, at, isPage: isAtBeginning(page, offset ?? 0), depth, entries: children }];
  });
}

/** The segments of a page that have a heading or text outside links, and the position of the first such text. */
interface Landmarks {
  readonly segments: readonly Segment[];
  readonly firstText: number;
}

/** Landmarks by page: thousands of entries may lead to one page. */
const known = new WeakMap<OutlinedPage, Landmarks>();

function landmarksOf(page: OutlinedPage): Landmarks {
  let landmarks = known.get(page);
  if (!landmarks) {
    const segments = page.outline.segments.filter(({ heading, plainLetters }) => heading || plainLetters > 0);
    const firstText = segments.find(({ plainLetters }) => plainLetters > 0)?.at ?? Number.POSITIVE_INFINITY;
    landmarks = { segments, firstText };
    known.set(page, landmarks);
  }
  return landmarks;
}

/** The depth of the heading at an offset, before any text but links. */
function depthAt(page: OutlinedPage, offset: number): number | undefined {
  const { segments } = landmarksOf(page);
  return segments[partitionPoint(segments.length, (index) => segments[index]!.at < offset)]?.heading?.depth;
}

/** True if no text stands before an offset of a page, links to other pages aside. */
const isAtBeginning = (page: OutlinedPage, offset: number): boolean => landmarksOf(page).firstText >= offset;

/** A tree in which the sections that a flat table lists beside their chapters are below these. */
function demoted(entries: readonly TreeEntry[]): TreeEntry[] {
  const result: { entry: TreeEntry; sections: TreeEntry[] }[] = [];
  for (const entry of entries) {
    const before = result.at(-1);
    const isSection =
      before?.entry.depth !== undefined &&
      entry.depth !== undefined &&
      entry.depth > before.entry.depth &&
      !entry.isPage &&
      entry.entries.length === 0;
    if (isSection) before.sections.push(entry);
    else result.push({ entry, sections: [] });
  }
  return result.map(({ entry, sections }) => ({
    ...entry,
    entries: [...demoted(entry.entries), ...sections],
  }));
}

/** The entries below a single one that stands for the whole book, after that itself. */
function unwrapped(entries: readonly TreeEntry[], title: string | undefined): readonly TreeEntry[] {
  const [root] = entries;
  if (entries.length !== 1 || !root || root.entries.length === 0) return entries;
  const isBook = fold(root.label) === fold(title ?? '') || root.entries.some(({ isPage }) => isPage);
  return isBook ? [{ ...root, entries: [] }, ...unwrapped(root.entries, title)] : entries;
}
