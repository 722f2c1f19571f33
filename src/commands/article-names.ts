import { statSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../files/replace-file.ts';
import { isTrustedFolder, readTrusted } from '../files/trusted.ts';
import { folderOf, librarySources, MANIFEST } from '../index/index-folder.ts';
import type { Article } from '../library/article.ts';
import { absolutePath } from '../web/address.ts';
import { bundledArticles } from './catalogue.ts';
import type { FromOptions } from './command-options.ts';
import type { Environment } from './environment.ts';

/** What can be named: articles by their ids, with their titles; tags, with how many articles have them. */
export type NameKind = 'articles' | 'tags';

/** The names of a library by kind: sorted lines, each a name and, after a tab, what is said of it. */
type Names = Readonly<Record<NameKind, readonly string[]>>;

/** Files of an unindexed library that are looked at, at most. */
const MOST_FILES = 2_000;

/**
 * The names in a library that begin with `beginning`, as lines. Of an indexed library they are in a file beside its index, which
 * a shell can wait for at each Tab; what has changed since the last search is not among them. A large library that has no index
 * has no names.
 */
export async function namesOf(
  environment: Environment,
  kind: NameKind,
  beginning: string,
  { paths, input }: FromOptions,
): Promise<readonly string[]> {
  const bundled = paths.length === 0 && !input ? bundledArticles(environment) : undefined;
  const names = bundled ? namesIn(bundled) : await namesFrom(environment, paths, input);
  return names[kind].filter((line) => line.startsWith(beginning));
}

/** The names of articles. */
function namesIn(articles: Iterable<Article>): Names {
  const ids: string[] = [];
  const tags = new Map<string, number>();
  for (const { id, title, tags: own } of articles) {
    ids.push(`${id}\t${title}`);
    for (const tag of own) tags.set(tag, (tags.get(tag) ?? 0) + 1);
  }
  return { articles: ids.sort(), tags: Array.from(tags, ([tag, count]) => `${tag}\t${count}`).sort() };
}

async function namesFrom(
  { storage: { cache, readOnly }, catalogue }: Environment,
  paths: readonly string[],
  input: FromOptions['input'],
): Promise<Names> {
  const files = (paths.length > 0 ? paths : [catalogue]).map((path) => absolutePath(path));
  const folder = cache === undefined ? undefined : folderOf(cache, librarySources(files, input));
  const key = folder === undefined ? undefined : keyOf(folder);
  if (cache === undefined || folder === undefined || key === undefined || !isTrustedFolder(folder, cache))
    return namesOfFiles(files, input);
  const file = join(folder, NAMES);
  const saved = savedNames(file, key);
  if (saved) return saved;
  const { OpenIndex } = await import('../index/open-index.ts');
  const index = new OpenIndex({ paths: files, input, cache, readOnly: true });
  const names = index.guarded(() => namesIn(Array.from(index.entries(), ({ article }) => article)), NO_NAMES);
  index.close();
  if (!readOnly) await save(file, key, names);
  return names;
}

const NO_NAMES: Names = { articles: [], tags: [] };

/** The file of names in the folder of an index, which removes it when it changes. */
const NAMES = 'names';

/** What tells a state of an index from any other: its manifest is replaced at each change. Undefined if there is no index. */
function keyOf(folder: string): string | undefined {
  const stats = statSync(join(folder, MANIFEST), { throwIfNoEntry: false });
  return stats && [stats.ino, stats.size, stats.mtimeMs].join(' ');
}

/** The names in a file that `save` has written; undefined if there is none for this state of the index. */
function savedNames(file: string, key: string): Names | undefined {
  try {
    const [savedKey, count, ...lines] = readTrusted(file).split('\n');
    if (savedKey !== key) return undefined;
    return { articles: lines.slice(0, Number(count)), tags: lines.slice(Number(count)) };
  } catch {
    return undefined;
  }
}

async function save(file: string, key: string, { articles, tags }: Names): Promise<void> {
  try {
    await replaceFile(file, [key, articles.length, ...articles, ...tags].join('\n'));
  } catch {
    // They are looked up again next time.
  }
}

/** The names of the articles in files and folders, by reading them. */
async function namesOfFiles(paths: readonly string[], input: FromOptions['input']): Promise<Names> {
  const { loadLibrary } = await import('../library/load-library.ts');
  const tooMany = new AbortController();
  let count = 0;
  const onBatch = (articles: readonly Article[]): void => {
    count += articles.length;
    if (count > MOST_FILES) tooMany.abort();
  };
  try {
    const library = await loadLibrary(paths, { input, onBatch, signal: tooMany.signal });
    return namesIn(library.articles);
  } catch {
    // A path that does not exist, or too many files to wait for.
    return NO_NAMES;
  }
}
