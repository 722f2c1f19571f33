import { basename, dirname, relative } from 'node:path';
import { ARTICLE_SUFFIX } from '../document/formats.ts';
import type { Article } from '../library/article.ts';
import type { SearchDocument } from '../search/builder.ts';
import type { SlicedText } from '../unicode/units.ts';

/**
 * An article as it is indexed: with the folders that it is in, from the library's on, and the name of its file without the
 * suffix.
 *
 * @param roots  the paths of the library, absolute: files and folders
 */
export function searchDocumentOf<Text extends SlicedText>(
  article: Article,
  body: Text,
  roots: readonly string[],
): SearchDocument<Text> {
  const { path, series = '', matter = '' } = article;
  const file = basename(path).replace(ARTICLE_SUFFIX, '');
  return { ...article, folder: folderIn(path, roots), file, matter: `${series}\n${matter}`.trim(), body };
}

/** The folders of a path below the innermost of the roots that it is in; empty if there are none. */
function folderIn(path: string, roots: readonly string[]): string {
  const [inside = ''] = roots
    .map((root) => relative(root, path))
    .filter((from) => !/^\.\.(?:[/\\]|$)/.test(from))
    .sort((a, b) => a.length - b.length);
  const folder = dirname(inside);
  return folder === '.' ? '' : folder;
}
