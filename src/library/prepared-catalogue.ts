import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Article } from './article.ts';
import { isArticleName } from './file-name.ts';
import { loadLibrary } from './load-library.ts';

/** The articles of a folder, described in advance: the build does so for the bundled catalogue. */
type Prepared = readonly (Omit<Article, 'path' | 'mtime'> & { readonly name: string })[];

/** Modification time of a file that has not been examined. */
const UNKNOWN = 0;

/** The text of a description of `folder` for `readPrepared`, in which paths are relative, so that the folder may move. */
export function prepare(articles: readonly Article[], folder: string): string {
  const prepared: Prepared = articles.map(({ path, mtime: _, ...article }) => ({
    ...article,
    name: relative(folder, path),
  }));
  return JSON.stringify(prepared);
}

/**
 * The articles of `folder` in the order of the description in `file`, which `prepare` made. Undefined if the description
 * is missing or damaged, or the folder holds other files now. Does not examine the files; `refreshedArticle` does that for
 * an article when it is opened.
 */
export function readPrepared(file: string, folder: string): readonly Article[] | undefined {
  try {
    const prepared = JSON.parse(readFileSync(file, 'utf8')) as Prepared;
    const names = new Set(prepared.map(({ name }) => name));
    // Only names that are not known are tried, as the pattern of all suffixes takes as long to compile as half of this.
    const found = readdirSync(folder).filter((name) => names.has(name) || isArticleName(name));
    if (found.length !== names.size || !found.every((name) => names.has(name))) return undefined;
    // To normalize each path takes longer than all the rest of listing them.
    const prefix = join(folder, sep);
    return prepared.map(({ name, ...article }) => ({ ...article, path: prefix + name, mtime: UNKNOWN }));
  } catch {
    return undefined;
  }
}

/** An article as it is in its file now. */
export async function refreshedArticle(article: Article): Promise<Article> {
  if (article.mtime !== UNKNOWN) return article;
  const stats = statSync(article.path, { throwIfNoEntry: false });
  if (stats?.size === article.size) return { ...article, mtime: stats.mtimeMs };
  const { articles } = await loadLibrary([article.path]);
  return { ...(articles[0] ?? article), id: article.id };
}
