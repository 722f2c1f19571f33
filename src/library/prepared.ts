import { join, relative } from 'node:path';
import type { Article } from './article.ts';

/** Articles of a folder that were described beforehand, as the bundled ones are when the program is built. */
export type Prepared = readonly (Omit<Article, 'path' | 'mtime'> & { readonly name: string })[];

/** Describes the articles of `folder` apart from where it is, so that it may move. */
export const prepare = (articles: readonly Article[], folder: string): Prepared =>
  articles.map(({ path, mtime: _, ...article }) => ({ ...article, name: relative(folder, path) }));

/** Makes the `known` of `openLibrary`: a file that has the size it had then need not be read. */
export function knownFrom(prepared: Prepared, folder: string) {
  const byPath = new Map(prepared.map(({ name, ...article }) => [join(folder, name), article]));
  return (path: string, size: number, mtime: number): Article | undefined => {
    const article = byPath.get(path);
    return article?.size === size ? { ...article, path, mtime } : undefined;
  };
}
