import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadParser } from '../../../../../src/document/late-parsers.ts';
import { parseDocument } from '../../../../../src/document/parse-document.ts';
import type { Article } from '../../../../../src/library/article.ts';
import { articlesAt } from '../../../../../src/library/articles-at.ts';
import { openBody } from '../../../../../src/library/open-body.ts';
import { bookOf, type TestBook } from '../../../../support/books.ts';
import { temporaryFolder } from '../../../../support/home.ts';

/** Writes a book; returns its path. */
export function written(bytes: Uint8Array): string {
  const path = join(temporaryFolder(), 'book.epub');
  writeFileSync(path, bytes);
  return path;
}

export const open = (path: string) => articlesAt(path);
export const chaptersOf = async (book: TestBook): Promise<readonly Article[]> =>
  (await open(written(bookOf(book)))).articles;
export const titlesOf = async (book: TestBook): Promise<readonly string[]> =>
  (await chaptersOf(book)).map(({ title }) => title);

/** The reading text of an article. */
export async function textOf(article: Article): Promise<string> {
  await loadParser('html');
  const document = parseDocument(await openBody(article), article);
  document.extend(Number.POSITIVE_INFINITY);
  return document.text;
}

export const textsOf = async (articles: readonly Article[]): Promise<readonly string[]> =>
  Promise.all(articles.map(textOf));
