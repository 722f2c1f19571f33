import { extname } from 'node:path';
import type { LeftOutCounts } from '../messages/left-out.ts';

/**
 * Why something in a folder is left out: `unreadable` documents are of a kind that Kiosque cannot read, `ignored` is what
 * files of patterns name and what programs put there, `other` are files that are no articles, such as licenses and templates.
 */
export type LeftOutReason = 'unreadable' | 'ignored' | 'other';

/** A file or folder that is left out. */
export interface LeftOut {
  readonly path: string;
  readonly isFolder: boolean;
  readonly reason: LeftOutReason;
}

/** The files left out for one reason; documents that cannot be read by the suffixes of their names, too. */
export interface LeftOutGroup {
  readonly reason: LeftOutReason;
  /** In lower case, without the dot. */
  readonly suffix?: string;
  readonly items: readonly LeftOut[];
}

/** The files left out, by reason: documents that cannot be read first, the most frequent suffix at their head. Paths are in order. */
export function groupLeftOut(all: readonly LeftOut[]): readonly LeftOutGroup[] {
  const { unreadable } = countLeftOut(all);
  const sorted = all.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const of = (reason: LeftOutReason): LeftOut[] => sorted.filter((each) => each.reason === reason);
  const documents = of('unreadable');
  return [
    ...unreadable.map(([suffix]) => ({
      reason: 'unreadable' as const,
      suffix,
      items: documents.filter(({ path }) => suffixOf(path) === suffix),
    })),
    { reason: 'ignored' as const, items: of('ignored') },
    { reason: 'other' as const, items: of('other') },
  ].filter(({ items }) => items.length > 0);
}

const suffixOf = (path: string): string => extname(path).slice(1).toLowerCase();

/** Counts what is left out. */
export function countLeftOut(all: readonly LeftOut[]): LeftOutCounts {
  const suffixes = new Map<string, number>();
  const counts: Record<LeftOutReason, number> = { unreadable: 0, ignored: 0, other: 0 };
  let folders = 0;
  for (const { path, isFolder, reason } of all) {
    if (isFolder) folders++;
    counts[reason]++;
    if (reason !== 'unreadable') continue;
    const suffix = suffixOf(path);
    suffixes.set(suffix, (suffixes.get(suffix) ?? 0) + 1);
  }
  const unreadable = [...suffixes].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return { files: all.length - folders, folders, unreadable, ignored: counts.ignored, other: counts.other };
}
