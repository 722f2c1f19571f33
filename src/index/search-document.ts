import { basename } from 'node:path';
import { ARTICLE_SUFFIX } from '../document/formats.ts';
import type { Article } from '../library/article.ts';
import { folderBelow } from '../library/folders.ts';
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
  return { ...article, folder: folderBelow(path, roots), file, matter: `${series}\n${matter}`.trim(), body };
}
