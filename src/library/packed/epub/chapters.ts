import { partitionPoint } from '../../../algorithms/partition-point.ts';
import { UniqueNames } from '../../../algorithms/unique-names.ts';
import { cleanLine } from '../../../unicode/clean.ts';
import { fold, slugOf } from '../../../unicode/slug.ts';
import type { OutlinedPage } from './book.ts';
import type { TableEntry } from './contents-table.ts';
import type { PageOutline, Segment } from './page.ts';
import { totalOf } from './page-kind.ts';
import { type TreeEntry, treeOf } from './table-tree.ts';

/** A chapter of a book: its text from one position to another, in as many pages as that takes. */
export interface Chapter {
  /** An ASCII slug, unique in the book. */
  readonly name: string;
  /** Undefined if nothing names it but its text. */
  readonly title: string | undefined;
  readonly from: number;
  readonly to: number;
  /** The language tag of its first page, if that has one. */
  readonly lang: string | undefined;
}

/** Where a chapter begins. */
interface Start {
  readonly label: string | undefined;
  /** The name of the part that it is in. */
  readonly part?: string | undefined;
  readonly at: number;
}

/** The chapters of a book in its order: by its table of contents, or else by its headings, or by its pages. */
export function chaptersOf(
  pages: readonly OutlinedPage[],
  table: readonly TableEntry[],
  bookTitle: string | undefined,
): readonly Chapter[] {
  const read = pages.filter(({ isLeftOut }) => !isLeftOut);
  const byName = new Map(pages.map((page) => [page.name, page]));
  const tree = treeOf(table, byName, bookTitle);
  const listed = startsIn(tree, pages);
  const isOne = listed.length === 1 && read.length > 1;
  const isTable = isTrusted(listed) && !isOne && !isOfSections(tree, read);
  const starts = isTable ? listed : (startsAtHeadings(read) ?? startsOfPages(read, bookTitle));
  return named(withText(atPages(withFront(inOrder(starts), read), pages), pages), pages);
}

/** The beginnings that a table tells: of chapters, below the parts that they are in, and of text of a part's own. */
function startsIn(tree: readonly TreeEntry[], pages: readonly OutlinedPage[]): readonly Start[] {
  const add = (entry: TreeEntry, part: string | undefined): Start[] => {
    const own = { label: entry.label, part, at: entry.at };
    if (!isPart(entry, pages)) return [own];
    return [own, ...entry.entries.flatMap((child) => add(child, entry.label))];
  };
  return tree.flatMap((entry) => add(entry, undefined));
}

/** Labels of parts, and of chapters. */
const PART =
  /^(?:(?:part|book|volume|tome|partie|livre|teil|band|buch|parte|libro)\b|(?:première|deuxième|seconde|troisième|quatrième|cinquième|sixième|first|second|third|fourth|fifth) (?:partie|part)\b)/i;
const CHAPTER = /^(?:chapter|chapitre|kapitel|cap[ií]tulo|capitolo)\b/i;
/** Bytes of a page that is a chapter rather than a section of one. */
const CHAPTER_SIZE = 12_000;

/** True if the entries below one are chapters, rather than sections of the one that it is. */
function isPart({ label, at, entries }: TreeEntry, pages: readonly OutlinedPage[]): boolean {
  if (entries.length === 0) return false;
  if (PART.test(label)) return true;
  if (!CHAPTER.test(label) && entries.some((child) => CHAPTER.test(child.label))) return true;
  if (entries.length < 2 || !entries.every(({ isPage, at: own }) => isPage && own !== at)) return false;
  const sizes = new Map(pages.map(({ base, size }) => [base, size]));
  const total = entries.reduce((sum, child) => sum + (sizes.get(child.at) ?? 0), 0);
  return total >= CHAPTER_SIZE * entries.length;
}

/** The share of entries that may be wrong in a table that is believed. */
const TOLERANCE = 0.1;

/** True if a table is one of chapters: it goes forwards, and has labels. Programs make tables of any links, too. */
function isTrusted(starts: readonly Start[]): boolean {
  if (starts.length === 0) return false;
  const backwards = starts.filter(({ at }, i) => i > 0 && at < starts[i - 1]!.at).length;
  const bare = starts.filter(({ label = '' }) => !/[\p{L}\d]/u.test(label)).length;
  return backwards <= TOLERANCE * starts.length && bare <= starts.length / 2;
}

/** True if a table only leads to headings below others that it leaves out. */
function isOfSections(tree: readonly TreeEntry[], pages: readonly OutlinedPage[]): boolean {
  const highest = tree.reduce((least, { depth = 1 }) => Math.min(least, depth), Number.POSITIVE_INFINITY);
  return headingsIn(pages).filter(({ depth }) => depth < highest).length > 1;
}

const headingsIn = (pages: readonly OutlinedPage[]) =>
  pages.flatMap(({ base, outline }) =>
    outline.segments.flatMap(({ at, heading }) =>
      heading && heading.text !== '' ? [{ ...heading, at: base + at }] : [],
    ),
  );

/** Beginnings at the headings of the highest level of which there are several; undefined if there are none. */
function startsAtHeadings(pages: readonly OutlinedPage[]): readonly Start[] | undefined {
  const headings = headingsIn(pages);
  for (let depth = 1; depth <= 6; depth++) {
    const high = headings.filter((heading) => heading.depth <= depth);
    if (high.length > 1) return high.map(({ text, at }) => ({ label: cleanLine(text), at }));
  }
  return undefined;
}

/** Each page as a chapter; the only page of a book has its title. */
const startsOfPages = (pages: readonly OutlinedPage[], title: string | undefined): readonly Start[] =>
  pages.map(({ base, outline }) => ({
    label: pages.length === 1 && title ? title : titleOf(outline),
    at: base,
  }));

/** Characters of the first words of a page that stand for its title. */
const FIRST_WORDS = 50;

/** The first heading of a page, or else its first words. */
function titleOf({ segments, beginning }: PageOutline): string {
  const heading = segments.find((segment) => segment.heading?.text)?.heading?.text;
  if (heading) return cleanLine(heading);
  const words = cleanLine(beginning);
  return words.length <= FIRST_WORDS ? words : `${words.slice(0, FIRST_WORDS).replace(/\s\S*$/, '')} …`;
}

/** Beginnings by their position, one at each: the last, which is in the others. */
function inOrder(starts: readonly Start[]): readonly Start[] {
  const sorted = [...starts].sort((a, b) => a.at - b.at);
  return sorted.filter(({ at }, i) => at !== sorted[i + 1]?.at);
}

/** Beginnings with those of the pages before the first of them, which a table need not name. */
function withFront(starts: readonly Start[], pages: readonly OutlinedPage[]): readonly Start[] {
  const first = starts[0]?.at ?? Number.POSITIVE_INFINITY;
  const front = pages.flatMap((page): readonly OutlinedPage[] => {
    const segments = segmentsBefore(page, first);
    return hasText(segments) ? [{ ...page, outline: { ...page.outline, segments } }] : [];
  });
  return [...startsOfPages(front, undefined), ...starts];
}

/**
 * Beginnings, those before which there is only markup on their page at the beginning of that page: so links to the page lead
 * to them, and it is no part of the chapter before.
 */
function atPages(starts: readonly Start[], pages: readonly OutlinedPage[]): readonly Start[] {
  const found: Start[] = [];
  for (const start of starts) {
    const index = partitionPoint(pages.length, (each) => pages[each]!.base <= start.at) - 1;
    const page = pages[index];
    const isFirst = page !== undefined && (found.at(-1)?.at ?? -1) < page.base;
    const isAtPage = isFirst && !hasText(segmentsBefore(page, start.at));
    found.push(isAtPage ? { ...start, at: page.base } : start);
  }
  return found;
}

/** The segments of a page that begin before a position in the book. */
const segmentsBefore = ({ base, outline }: OutlinedPage, position: number): readonly Segment[] =>
  outline.segments.filter(({ at }) => base + at < position);

const hasText = (segments: readonly Segment[]): boolean => {
  const { letters, pictures } = totalOf(segments);
  return letters + pictures > 0;
};

interface Range extends Start {
  from: number;
  to: number;
}

/** The chapters that have a text. One that is only a heading is the beginning of the next. */
function withText(starts: readonly Start[], pages: readonly OutlinedPage[]): readonly Range[] {
  const segments = pages
    .filter(({ isLeftOut }) => !isLeftOut)
    .flatMap(({ base, outline }) => outline.segments.map((each) => ({ ...each, at: base + each.at })));
  const last = pages.at(-1);
  const end = last ? last.base + last.size : 0;
  const ranges: Range[] = [];
  let next = 0;
  let from: number | undefined;
  for (const [i, start] of starts.entries()) {
    const to = starts[i + 1]?.at ?? end;
    const own: Segment[] = [];
    while (next < segments.length && segments[next]!.at < to) {
      if (segments[next]!.at >= start.at) own.push(segments[next]!);
      next++;
    }
    const { letters, plainLetters, pictures } = totalOf(own);
    if (letters + pictures === 0) continue;
    const isHeading = plainLetters + pictures === 0;
    if (isHeading && i + 1 < starts.length) {
      from ??= start.at;
      continue;
    }
    ranges.push({ ...start, from: from ?? start.at, to });
    from = undefined;
  }
  return ranges;
}

/** Characters of a title that are part of a name. */
const NAME = 60;

function named(ranges: readonly Range[], pages: readonly OutlinedPage[]): readonly Chapter[] {
  const titles = titlesOf(ranges);
  const names = new UniqueNames();
  return ranges.map(({ from, to }, i) => {
    const page = pages[partitionPoint(pages.length, (index) => pages[index]!.base <= from) - 1];
    const title = titles[i];
    const slug = slugOf((title ?? '').slice(0, NAME)) || slugOf(stemOf(page?.name ?? '')) || 'chapter';
    return { name: names.take(slug), title, from, to, lang: page?.outline.lang };
  });
}

const stemOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');

/** The titles of chapters. Those that several have, such as “I”, follow the name of their part. */
function titlesOf(ranges: readonly Range[]): readonly (string | undefined)[] {
  const counts = new Map<string, number>();
  for (const { label = '' } of ranges) counts.set(fold(label), (counts.get(fold(label)) ?? 0) + 1);
  return ranges.map(({ label, part }) => {
    if (!label) return undefined;
    return part && counts.get(fold(label))! > 1 ? `${part} · ${label}` : label;
  });
}
