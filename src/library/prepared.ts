import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Article } from './article.ts';
import type { OpenOptions } from './open.ts';

/** Articles of a folder that were described beforehand, as the bundled ones are when the program is built. */
type Prepared = readonly (Omit<Article, 'path' | 'mtime'> & { readonly name: string })[];

/** Describes the articles of `folder` apart from where it is, so that it may move: the text of a file for `readPrepared`. */
export function prepare(articles: readonly Article[], folder: string): string {
  const prepared: Prepared = articles.map(({ path, mtime: _, ...article }) => ({
    ...article,
    name: relative(folder, path),
  }));
  return JSON.stringify(prepared);
}

/**
 * The `known` of `openLibrary` for `folder`, from the file that `prepare` made: an article's file that has the size it
 * had then need not be read. Nothing is known where that file is not there or not whole.
 */
export function readPrepared(file: string, folder: string): NonNullable<OpenOptions['known']> {
  const byPath = new Map<string, Omit<Article, 'path' | 'mtime'>>();
  try {
    const prepared = JSON.parse(readFileSync(file, 'utf8')) as Prepared;
    for (const { name, ...article } of prepared) byPath.set(join(folder, name), article);
  } catch {
    byPath.clear();
  }
  return (path, size, mtime) => {
    const article = byPath.get(path);
    return article?.size === size ? { ...article, path, mtime } : undefined;
  };
}
