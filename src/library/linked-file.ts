import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Article } from './article.ts';
import { LibraryError } from './error.ts';
import { loadLibrary } from './load-library.ts';
import type { MemberLink } from './packed/unpacker.ts';
import { unpackerFor } from './packed/unpackers.ts';

/** How a link may name a file: as it is, without its suffix, or by its folder. */
const ENDINGS = ['', '.md', '.markdown', '.txt', '/README.md', '/index.md', '/readme.md'] as const;

/**
 * The article in the file that a link refers to.
 *
 * @param from  the path of the article with the link; `-` for standard input, whose links start at `cwd`
 * @param target  the decoded path of the link, relative or absolute
 * @returns undefined if there is no such file, or it holds no text
 */
export async function linkedFile(from: string, target: string, cwd: string): Promise<Article | undefined> {
  const named = resolve(from === '-' ? cwd : dirname(from), target);
  for (const ending of ENDINGS) {
    const path = join(named + ending);
    if (!(await isFile(path))) continue;
    const { articles } = await loadLibrary([path]);
    return articles[0];
  }
  return undefined;
}

/**
 * The article of the same packed file that a link in an article leads to; undefined if it leads to none, or there are no such links.
 *
 * @param target  the decoded path of the link
 * @param fragment  the decoded name of the place in it
 */
export async function linkedMember(
  from: Article,
  target: string,
  fragment: string | undefined,
): Promise<MemberLink | undefined> {
  if (!from.packed) return undefined;
  const unpacker = await unpackerFor(from.packed);
  try {
    return await unpacker.follow?.(from, target, fragment);
  } catch (error) {
    if (error instanceof LibraryError) return undefined;
    throw error;
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
