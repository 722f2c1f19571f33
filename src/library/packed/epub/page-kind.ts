import { fold } from '../../../unicode/slug.ts';
import type { BookPackage } from './package.ts';
import type { PageOutline, Segment } from './page.ts';

/** Names of pages that are no text, in the vocabularies of EPUB 3 and of the guide of EPUB 2. */
const LEFT_OUT =
  /(?:^|\s)(?:cover|cover-page|titlepage|title-page|halftitlepage|halftitle|toc|doc-toc|doc-cover|landmarks|loi|lot|page-list|doc-pagelist|index|doc-index)(?=\s|$)/;
/** Characters of the longest title page. */
const MAX_TITLE_PAGE = 400;
/** Characters of links, and their share of the text, from which on a page is a list of links. */
const MIN_LINK_LETTERS = 80;
const LINK_SHARE = 0.7;
/** Share of links below which a page is not the table of contents that the book says it is: Sphinx says so of its first page. */
const CONTENTS_SHARE = 0.5;
const CONTENTS = /(?:^|\s)(?:doc-)?toc(?=\s|$)/;

/** The figures of some segments together. */
export function totalOf(segments: readonly Segment[]): Omit<Segment, 'at' | 'heading'> {
  const total = { letters: 0, linkLetters: 0, plainLetters: 0, pictures: 0 };
  for (const { letters, linkLetters, plainLetters, pictures } of segments) {
    total.letters += letters;
    total.linkLetters += linkLetters;
    total.plainLetters += plainLetters;
    total.pictures += pictures;
  }
  return total;
}

/**
 * True if a page is not for reading: a cover, a title page, a table of contents, an index, another list of links.
 *
 * @param isFirst  whether it is the first page of the book
 */
export function isLeftOut(book: BookPackage, name: string, outline: PageOutline, isFirst: boolean): boolean {
  const { letters, linkLetters, pictures } = totalOf(outline.segments);
  if (letters === 0) return isFirst || pictures === 0;
  const kind = book.kinds.get(name) ?? '';
  const isText = CONTENTS.test(kind) && linkLetters < CONTENTS_SHARE * letters;
  if (LEFT_OUT.test(kind) && !isText) return true;
  if (LEFT_OUT.test(outline.types) && !/chapter|part\b/.test(outline.types)) return true;
  if (linkLetters >= MIN_LINK_LETTERS && linkLetters >= LINK_SHARE * letters) return true;
  return letters <= MAX_TITLE_PAGE && isTitlePage(book, outline.beginning);
}

/** True if a text has the title of the book, and hardly a word that is not known of it. */
function isTitlePage(
  { title = '', author = '', publisher = '', date = '' }: BookPackage,
  text: string,
): boolean {
  const words = wordsIn(text);
  const titleWords = wordsIn(title);
  const known = new Set([...titleWords, ...wordsIn(`${author} ${publisher} ${date}`)]);
  const other = words.filter((word) => !known.has(word) && !/^\d+$/.test(word));
  const hasTitle = titleWords.length > 0 && titleWords.every((word) => words.includes(word));
  return hasTitle && other.length <= Math.max(2, words.length / 5);
}

const wordsIn = (text: string): string[] => fold(text).match(/[\p{L}\d]+/gu) ?? [];
