import { crc32 } from 'node:zlib';
import { compressJson, decompressJson } from './compressed.ts';
import { damaged } from './error.ts';
import type { CataloguePage } from './format.ts';
import { listIn } from './json-values.ts';
import { type PublishedArticle, publishedArticleIn } from './published-article.ts';

/** Bytes of a page of the catalogue, not compressed, for each of its articles and in all, at most. */
const MOST_ROW_BYTES = 1_000_000;
const MOST_PAGE_JSON = 64 * 1024 * 1024;

/** The content of a page of the catalogue. */
export const encodeCataloguePage = (articles: readonly PublishedArticle[]): Uint8Array =>
  compressJson(articles);

/**
 * Reads the file of a page of the catalogue, whoever wrote it.
 *
 * @throws {PublishedError} if it is none, or has another number of articles than the manifest says
 */
export function decodeCataloguePage(
  { count }: Pick<CataloguePage, 'count'>,
  bytes: Uint8Array,
): PublishedArticle[] {
  const most = Math.min(MOST_PAGE_JSON, (count + 1) * MOST_ROW_BYTES);
  const articles = listIn(decompressJson(bytes, most, 'a page'), 'page', count, publishedArticleIn);
  return articles.length === count ? articles : damaged('a page has another number of articles');
}

/** Articles on the first page, which is fetched before anything is shown, and on later ones. */
const FIRST = { least: 32, mean: 32, most: 128 } as const;
const LATER = { least: 256, mean: 1024, most: 4096 } as const;

/**
 * Cuts the list of articles in pages, after articles that their paths choose: one that comes, goes or changes then leaves most
 * pages as they are.
 */
export function cataloguePages(articles: readonly PublishedArticle[]): PublishedArticle[][] {
  const pages: PublishedArticle[][] = [];
  let page: PublishedArticle[] = [];
  for (const article of articles) {
    page.push(article);
    const { least, mean, most } = pages.length === 0 ? FIRST : LATER;
    const isChosen = chance(article.path) * mean < 1;
    if (page.length < most && !(page.length >= least && isChosen)) continue;
    pages.push(page);
    page = [];
  }
  return page.length > 0 ? [...pages, page] : pages;
}

/** A number from 0 to 1 that only the path chooses. Checksums of paths that are alike are alike, so they are multiplied. */
const chance = (path: string): number => (Math.imul(crc32(path), 0x9e3779b1) >>> 0) / 2 ** 32;
