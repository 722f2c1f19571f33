import { type BigIntStats, statSync } from 'node:fs';

/**
 * Returns a function that opens files as `open` does, and keeps what it opened last while that file is unchanged: the
 * articles of a book or feed are often read one after another, and to open it may take seconds.
 *
 * @param open  may throw; nothing is kept then
 */
export function keepingLast<Opened>(open: (path: string) => Opened): (path: string) => Opened {
  let last: { readonly path: string; readonly stamp: string; readonly opened: Opened } | undefined;
  return (path) => {
    const stamp = stampOf(statSync(path, { bigint: true }));
    if (last?.path === path && last.stamp === stamp) return last.opened;
    last = undefined;
    const opened = open(path);
    last = { path, stamp, opened };
    return opened;
  };
}

/** Tells the contents of a file apart, as far as the file system does. */
const stampOf = ({ ino, size, mtimeNs }: BigIntStats): string => `${ino} ${size} ${mtimeNs}`;
