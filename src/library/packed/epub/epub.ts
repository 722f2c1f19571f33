import { join } from 'node:path';
import type { Body } from '../../../document/body.ts';
import { type Article, fileOf } from '../../article.ts';
import { LibraryError, systemLibraryError } from '../../error.ts';
import { keepingLast } from '../last-opened.ts';
import { languageCode } from '../metadata.ts';
import type { MemberLink, PackedArticle, PackedMetadata, Unpacker } from '../unpacker.ts';
import { type Book, openBook, outlinedPages, parsedPage } from './book.ts';
import { bodyOfRange, pagesIn } from './chapter-body.ts';
import { idIn } from './chapter-links.ts';
import { type Chapter, chaptersOf } from './chapters.ts';
import { spellingsOf } from './names.ts';
import { offsetOf } from './page.ts';
import { readStyles } from './style-rules.ts';

/** A book (EPUB 2 and 3), whose chapters are the articles. */
export const epub: Unpacker = {
  async unpack({ path, size }) {
    if (size === 0) throw new LibraryError('empty', path);
    const book = openBook(path);
    const chapters = chaptersIn(book);
    if (chapters.length === 0) throw new LibraryError('damaged', path);
    return { count: chapters.length, articles: articlesOf(book, chapters) };
  },

  async read(article) {
    const { at, length } = article.member!;
    return opened(article, ({ book }) => bodyOfRange(book, { from: at, to: at + length }, article.title));
  },

  async follow(article, target, fragment) {
    return opened(article, (book) => linkTo(fileOf(article), book, target, fragment));
  },
};

const chaptersIn = (book: Book): readonly Chapter[] =>
  chaptersOf([...outlinedPages(book)], book.table, book.package.title);

async function* articlesOf(book: Book, chapters: readonly Chapter[]): AsyncGenerator<PackedArticle> {
  const rules = readStyles(book.files, book.package.styles);
  for (const [index, chapter] of chapters.entries()) {
    const { name, title, from, to } = chapter;
    const body: Body = bodyOfRange(book, { from, to }, title, rules);
    yield {
      metadata: metadataOf(book, chapter, index + 1),
      body,
      place: { at: from, length: to - from, name },
    };
  }
}

function metadataOf({ package: book }: Book, chapter: Chapter, part: number): PackedMetadata {
  const { title, author, date } = book;
  const lang = languageCode(chapter.lang) ?? book.lang;
  return {
    ...(chapter.title && { title: chapter.title }),
    ...(author && { author }),
    ...(date && { date }),
    ...(lang && { lang }),
    ...(title && { series: title }),
    part,
  };
}

/** The chapter that a link to a page leads to, and the name of the place in it; undefined if the link leads to none. */
function linkTo(file: string, read: ReadBook, name: string, fragment = ''): MemberLink | undefined {
  const { book } = read;
  const page = book.pages.find((each) => each.name === name);
  if (!page) return undefined;
  const spellings = [...spellingsOf(fragment)];
  const places = parsedPage(book, page)?.places();
  const id = spellings.find((each) => places?.has(each));
  const place = places?.get(id ?? '');
  const at = page.base + (place ? offsetOf(place) : 0);
  const chapter = read.chapters.find(({ from, to }) => at >= from && at < to);
  if (!chapter) return undefined;
  const number = pagesIn(book, chapter).indexOf(page);
  return { path: join(file, chapter.name), ...(id !== undefined && { id: idIn(number, id) }) };
}

/** A book that is read. To find its chapters, all of its pages are parsed: that is done for the first link that needs them. */
class ReadBook {
  readonly book: Book;
  #chapters: readonly Chapter[] | undefined;

  constructor(path: string) {
    this.book = openBook(path);
  }

  get chapters(): readonly Chapter[] {
    this.#chapters ??= chaptersIn(this.book);
    return this.#chapters;
  }
}

/** For reading: a book is not kept after its chapters were listed. */
const bookAt = keepingLast((path) => new ReadBook(path));

function opened<T>(article: Article, use: (book: ReadBook) => T): T {
  const path = fileOf(article);
  try {
    return use(bookAt(path));
  } catch (cause) {
    throw cause instanceof LibraryError ? cause : systemLibraryError(path, cause);
  }
}
