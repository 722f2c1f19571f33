import { basename, sep } from 'node:path';
import { UniqueNames } from '../algorithms/unique-names.ts';
import type { Entry } from '../index/snapshot.ts';
import type { Article } from '../library/article.ts';
import { pathBelow } from '../library/folders.ts';
import { withIds } from '../library/ids.ts';

/** An article that is to be published. */
export interface Publishable {
  /** The article in its file, under the id that it is published with. */
  readonly article: Article;
  /** Below the published library, with slashes. */
  readonly path: string;
  /** Where it is in the index. */
  readonly entry: Entry;
}

/**
 * The articles that are in the index, in the same order, as they are published. Nothing in their paths and ids is from outside of
 * the library: neither the folders above it nor the name of the user.
 *
 * @param roots  the paths of the library, absolute: files and folders
 * @param entries  the documents of the index by the paths of their files
 */
export function publishableOf(
  articles: readonly Article[],
  roots: readonly string[],
  entries: ReadonlyMap<string, Entry>,
): Publishable[] {
  const pathOf = publishedPaths(roots);
  const indexed = articles.flatMap((article) => {
    const entry = entries.get(article.path);
    const path = entry && pathOf(article.path);
    return path === undefined ? [] : [{ article, path, entry: entry! }];
  });
  const ids = withIds(indexed.map(({ article, path }) => ({ ...article, path: `/${path}` })));
  return indexed.map((each, i) => ({ ...each, article: { ...each.article, id: ids[i]!.id } }));
}

/** Returns a function that gives the path of a file below the library; of several folders, each has its name before it. */
function publishedPaths(roots: readonly string[]): (path: string) => string | undefined {
  const names = new UniqueNames();
  const named = new Map(roots.map((root) => [root, names.take(basename(root) || 'library')]));
  return (path) => {
    for (const [root, name] of named) {
      const below = pathBelow(path, [root]);
      if (below === undefined) continue;
      const parts = below === '' ? [name] : [...(named.size > 1 ? [name] : []), ...below.split(sep)];
      return parts.join('/');
    }
    return undefined;
  };
}
