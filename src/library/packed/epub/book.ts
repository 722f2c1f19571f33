import type { ParentNode } from '../../../document/html/tree.ts';
import { LibraryError } from '../../error.ts';
import { openArchive } from '../zip/archive.ts';
import { BookFiles } from './book-files.ts';
import { readTable, type TableEntry } from './contents-table.ts';
import { encryptedNames } from './encryption.ts';
import { type BookPackage, readPackage } from './package.ts';
import { outlinePage, type PageOutline, parsePage } from './page.ts';
import { isLeftOut } from './page-kind.ts';

/** Bytes of the pages of the longest book: what declares more is no book. */
const MAX_TEXT = 256 * 1024 * 1024;

/** A page of a book, in reading order. */
export interface BookPage {
  /** Its name in the archive. */
  readonly name: string;
  /** Bytes of the pages before it, from which positions in the book are counted. */
  readonly base: number;
  readonly size: number;
}

/** A book whose pages are read on demand. */
export interface Book {
  readonly files: BookFiles;
  readonly package: BookPackage;
  readonly pages: readonly BookPage[];
  readonly table: readonly TableEntry[];
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
  if (base > MAX_TEXT) throw new LibraryError('too-large', path);
  if (base === 0) throw new LibraryError('damaged', path);
  return { files, package: found, pages, table: readTable(files, found) };
}

/** A page that has been outlined. */
export interface OutlinedPage extends BookPage {
  readonly outline: PageOutline;
  /** True if it is no part of the text: a cover, a table of contents. */
  readonly isLeftOut: boolean;
}

/** Outlines all pages of a book that can be read, with the places that its table of contents leads to. */
export function* outlinedPages(book: Book): Generator<OutlinedPage> {
  const wanted = fragmentsByPage(book.table);
  for (const page of book.pages) {
    const parsed = parsedPage(book, page, wanted.get(page.name));
    if (parsed) yield { ...page, outline: parsed.outline, isLeftOut: parsed.isLeftOut };
  }
}

/** A page that has been parsed. */
export interface ParsedPage extends Omit<OutlinedPage, keyof BookPage> {
  readonly root: ParentNode;
}

/**
 * Parses a page of a book; undefined if it cannot be read.
 *
 * @param wanted  the names of elements whose offsets are wanted
 */
export function parsedPage(
  { files, package: facts, pages }: Book,
  page: BookPage,
  wanted: ReadonlySet<string> = new Set(),
): ParsedPage | undefined {
  const source = files.text(page.name);
  if (source === undefined) return undefined;
  const root = parsePage(source);
  const outline = outlinePage(root, wanted);
  return { root, outline, isLeftOut: isLeftOut(facts, page.name, outline, page === pages[0]) };
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
