import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { convertersText } from '../library/converters.ts';
import { hash } from '../library/ids.ts';

/**
 * What an index is of: the files and folders of a library, absolute, and what the user asked for, with which the same files have
 * another index: a format, that nothing in the folders is left out, or programs that convert files. Unlike an option, paths
 * are absolute.
 */
export const librarySources = (
  paths: readonly string[],
  input: string | undefined,
  isAll = false,
): readonly string[] => {
  const converters = convertersText();
  return [
    ...paths,
    ...(input ? [`--input=${input}`] : []),
    ...(isAll ? ['--no-ignore'] : []),
    ...(converters ? [`--convert=${hash(converters)}`] : []),
  ];
};

/** The folder of a library's index in the cache folder `cache`. Its name is a hash of the library's sources. */
export function folderOf(cache: string, sources: readonly string[]): string {
  const text = JSON.stringify(sources);
  const name = [crc32(text), crc32(`${text}.`)].map((sum) => sum.toString(16).padStart(8, '0')).join('');
  return join(cache, 'index', name);
}

/** The file of an index's folder that says of which segments it consists. It is replaced at each change. */
export const MANIFEST = 'manifest';
