import type { Article } from '../library/article.ts';
import { keysOf, missingFiles } from '../memory/key.ts';
import type { ArticleMemory } from '../memory/records.ts';
import { absolutePath } from '../web/address.ts';
import type { Environment } from './environment.ts';

/** A library, and what is remembered about it; both are only asked for if a file is missing. */
interface Remembered {
  /** As the user typed them; none for the bundled articles. */
  readonly paths: readonly string[];
  readonly articles: () => Iterable<Article> | Promise<Iterable<Article>>;
  /** Undefined if the memory cannot be read. */
  readonly records: () => ReadonlyMap<string, ArticleMemory> | undefined;
}

/**
 * Finds the articles whose files were renamed since the reader last had them open. The reader then moves what is kept about
 * them; commands only look it up by its old key.
 *
 * @param kept  what is kept about articles, by their keys
 * @returns the old keys by the new ones
 */
export async function oldKeys<Kept>(
  { catalogue, cwd }: Pick<Environment, 'catalogue' | 'cwd'>,
  kept: ReadonlyMap<string, Kept>,
  { paths, articles, records }: Remembered,
): Promise<ReadonlyMap<string, string>> {
  const missing = missingFiles(
    kept,
    paths.map((path) => absolutePath(path, cwd)),
  );
  const known = missing.size > 0 ? records() : undefined;
  if (!known) return new Map();
  const { findRenamed } = await import('../memory/renamed.ts');
  const keyOf = keysOf(catalogue);
  const renames = findRenamed(
    new Map([...known].filter(([key]) => missing.has(key))),
    known,
    [...(await articles())].filter(({ path }) => path !== '-'),
    (article) => keyOf(article) ?? '',
  );
  return new Map(renames.map(({ from, to }) => [to, from]));
}
