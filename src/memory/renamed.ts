import type { Article } from '../library/article.ts';
import { fingerprintOf, sizeOf } from './fingerprint.ts';
import type { ArticleMemory } from './records.ts';

export interface Rename {
  /** The keys of the article in the memory, before and now. */
  readonly from: string;
  readonly to: string;
}

/**
 * Finds remembered articles whose files are gone while a file with the same contents, about which nothing is remembered,
 * is in the library.
 *
 * @param missing  records whose files are gone, by their keys
 */
export function findRenamed(
  missing: ReadonlyMap<string, ArticleMemory>,
  records: ReadonlyMap<string, ArticleMemory>,
  articles: readonly Article[],
  keyOf: (article: Article) => string,
): readonly Rename[] {
  const keys = new Map([...missing].flatMap(([key, { file }]) => (file ? [[file, key] as const] : [])));
  const sizes = new Set([...keys.keys()].map(sizeOf));
  const found: Rename[] = [];
  for (const article of articles) {
    if (!sizes.has(article.size)) continue;
    const to = keyOf(article);
    const file = records.has(to) ? undefined : fingerprintOf(article.path);
    const from = file && keys.get(file);
    if (!from) continue;
    found.push({ from, to });
    keys.delete(file);
  }
  return found;
}
