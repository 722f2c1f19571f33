import type { Document } from '../text/document.ts';

/** Characters of a block that are looked for in the new text, then fewer if that finds nothing. */
const LENGTHS = [120, 40, 16];

/**
 * Where a place of one edition of a text is in the next: at the block that begins alike, the nearest to where it was;
 * where there is none, as far into the text.
 */
export function movedOffset(before: Document, at: number, after: Document): number {
  if (at <= 0) return 0;
  const block = before.blocks.findLast((candidate) => candidate.start <= at);
  const start = block?.start ?? at;
  const { text } = after;
  for (const length of LENGTHS) {
    const wanted = before.text.slice(start, Math.min(block?.end ?? Number.POSITIVE_INFINITY, start + length));
    if (wanted.length < Math.min(length, 4)) continue;
    const found = nearest(text, wanted, start);
    if (found >= 0) return Math.min(found + (at - start), text.length);
  }
  return Math.min(at, text.length);
}

/** The occurrence of `wanted` nearest to `at`, or -1. */
function nearest(text: string, wanted: string, at: number): number {
  const after = text.indexOf(wanted, at);
  const before = text.lastIndexOf(wanted, at);
  if (after < 0 || before < 0) return Math.max(after, before);
  return after - at < at - before ? after : before;
}
