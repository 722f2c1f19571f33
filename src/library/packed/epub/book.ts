import { workBudget } from '../../../document/budgets.ts';
import { type Element, elementsIn, type ParentNode } from '../../../document/html/tree.ts';
import { LibraryError } from '../../error.ts';
import { openArchive } from '../zip/archive.ts';
import { BookFiles } from './book-files.ts';
import { readTable, type TableEntry } from './contents-table.ts';
import { encryptedNames } from './encryption.ts';
import { type BookPackage, readPackage } from './package.ts';
import { outlinePage, type PageOutline, parsePage } from './page.ts';
import { isLeftOut } from './page-kind.ts';

/** Bytes of the pages of the longest book. */
const MAX_TEXT = 64 * 1024 * 1024;

/** A page of a book, in reading order. */
export interface BookPage {
  /** Its name in the archive. */
  readonly name: string;
  /** Bytes of the pages before it, from which positions in the book are counted. */
  readonly base: number;
  readonly size: number;
}

/** Positions in a book: from the first to before the second. */
export interface BookRange {
  readonly from: number;
  readonly to: number;
}

/** A book whose pages are read on demand. */
export interface Book {
  readonly path: string;
  readonly files: BookFiles;
  readonly package: BookPackage;
  readonly pages: readonly BookPage[];
  readonly table: readonly TableEntry[];
  /** The pages that were parsed last, by their names. */
  readonly kept: Map<string, { readonly length: number; readonly parsed: ParsedPage }>;
}

/**
 * Opens a book: its package and its table of contents are read.
 *
 * @throws {LibraryError} if it is no book, or encrypted, or its text too large
 * @throws the file system's error
 */
export function openBook(path: string): Book {
  const files = new BookFiles(openArchive(path));
  const found = readPackage(files);
  const encrypted = encryptedNames(files);
  if (!found) throw new LibraryError(encrypted.size > 0 ? 'encrypted' : 'damaged', path);
  if (found.spine.some((name) => encrypted.has(name))) throw new LibraryError('encrypted', path);
  const pages: BookPage[] = [];
  let base = 0;
  for (const name of found.spine) {
    const size = files.sizeOf(name);
    pages.push({ name, base, size });
    base += size;
  }
  if (base > MAX_TEXT) throw new LibraryError('too-much', path);
  if (base === 0) throw new LibraryError('damaged', path);
  return { path, files, package: found, pages, table: readTable(files, found), kept: new Map() };
}

/** A page that has been outlined. */
export interface OutlinedPage extends BookPage {
  readonly outline: PageOutline;
  /** True if it is no part of the text: a cover, a table of contents. */
  readonly isLeftOut: boolean;
}

/**
 * Outlines all pages of a book that can be read, with the places that its table of contents leads to.
 *
 * @throws {LibraryError} if they take too long
 */
export function* outlinedPages(book: Book): Generator<OutlinedPage> {
  const wanted = fragmentsByPage(book.table);
  let elements = 0;
  for (const page of book.pages) {
    const source = book.files.text(page.name);
    if (source === undefined) continue;
    const outline = outlinePage(parsePage(source), wanted.get(page.name) ?? new Set());
    elements += outline.elements;
    if (elements > workBudget('book')) throw new LibraryError('too-much', book.path);
    yield { ...page, outline, isLeftOut: isLeftOutOf(book, page, outline) };
  }
}

const isLeftOutOf = ({ package: facts, pages }: Book, page: BookPage, outline: PageOutline): boolean =>
  isLeftOut(facts, page.name, outline, page === pages[0]);

/** A page that has been parsed. Its tree is that of all chapters on it: nothing of it may be changed. */
export interface ParsedPage extends Omit<OutlinedPage, keyof BookPage> {
  readonly root: ParentNode;
  /** The elements that have a name, by it; the first of those with the same. */
  places(): ReadonlyMap<string, Element>;
}

/** UTF-16 units of the pages that are kept parsed: those of the chapter before, and of the notes. */
const KEPT = 6_000_000;

/** A page of a book, parsed; undefined if it cannot be read. */
export function parsedPage(book: Book, page: BookPage): ParsedPage | undefined {
  const { kept } = book;
  const known = kept.get(page.name);
  if (known) {
    // Last used, last removed.
    kept.delete(page.name);
    kept.set(page.name, known);
    return known.parsed;
  }
  const source = book.files.text(page.name);
  if (source === undefined) return undefined;
  const parsed = parse(book, page, source);
  kept.set(page.name, { length: source.length, parsed });
  let length = 0;
  for (const each of kept.values()) length += each.length;
  for (const [name, each] of kept) {
    if (length <= KEPT || name === page.name) break;
    kept.delete(name);
    length -= each.length;
  }
  return parsed;
}

function parse(book: Book, page: BookPage, source: string): ParsedPage {
  const root = parsePage(source);
  const outline = outlinePage(root, new Set());
  let places: ReadonlyMap<string, Element> | undefined;
  return {
    root,
    outline,
    isLeftOut: isLeftOutOf(book, page, outline),
    places() {
      places ??= placesIn(root);
      return places;
    },
  };
}

function placesIn(root: ParentNode): ReadonlyMap<string, Element> {
  const places = new Map<string, Element>();
  for (const element of elementsIn(root)) {
    for (const name of [element.attribs.id, element.attribs.name])
      if (name !== undefined && !places.has(name)) places.set(name, element);
  }
  return places;
}

/** The fragments that a table of contents leads to, in all their spellings. */
function fragmentsByPage(entries: readonly TableEntry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = ({ page, fragments, entries }: TableEntry): void => {
    if (page !== undefined) {
      const known = found.get(page) ?? new Set();
      for (const fragment of fragments) known.add(fragment);
      found.set(page, known);
    }
    entries.forEach(add);
  };
  entries.forEach(add);
  return found;
}
