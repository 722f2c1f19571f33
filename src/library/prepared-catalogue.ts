import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Article } from './article.ts';
import { isArticleName } from './file-name.ts';
import { loadLibrary } from './load-library.ts';

/** Articles of a folder that were described beforehand, as the bundled ones are when the program is built. */
type Prepared = readonly (Omit<Article, 'path' | 'mtime'> & { readonly name: string })[];

/** The time of a file that was not looked at. */
const UNKNOWN = 0;

/** Describes the articles of `folder` apart from where it is, so that it may move: the text of a file for `readPrepared`. */
export function prepare(articles: readonly Article[], folder: string): string {
  const prepared: Prepared = articles.map(({ path, mtime: _, ...article }) => ({
    ...article,
    name: relative(folder, path),
  }));
  return JSON.stringify(prepared);
}

/**
 * The articles of `folder` as the file that `prepare` made describes them, in the order they had. Their files are not
 * looked at, only that there are no others: `refreshedArticle` does that for the one that is opened. Undefined where the folder
 * holds other files than then, or the description is not there or not whole.
 */
export function readPrepared(file: string, folder: string): readonly Article[] | undefined {
  try {
    const prepared = JSON.parse(readFileSync(file, 'utf8')) as Prepared;
    const names = new Set(readdirSync(folder).filter(isArticleName));
    if (names.size !== prepared.length || !prepared.every(({ name }) => names.has(name))) return undefined;
    return prepared.map(({ name, ...article }) => ({ ...article, path: join(folder, name), mtime: UNKNOWN }));
  } catch {
    return undefined;
  }
}

/** An article as its file now says it is. */
export async function refreshedArticle(article: Article): Promise<Article> {
  if (article.mtime !== UNKNOWN) return article;
  const stats = statSync(article.path, { throwIfNoEntry: false });
  if (stats?.size === article.size) return { ...article, mtime: stats.mtimeMs };
  const { articles } = await loadLibrary([article.path]);
  return { ...(articles[0] ?? article), id: article.id };
}
