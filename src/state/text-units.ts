import { lazy } from '../algorithms/lazy.ts';
import type { Range, Sliceable } from '../annotations/text-quote.ts';

/** UTF-16 units that are looked through at first for the end of a word, a sentence or a paragraph: longer words are cut there. */
const REACH = 4_000;

/** A word with the apostrophes and hyphens inside it, or a run of other characters that are not blank: 0.7 ms to compile. */
const wordPattern = lazy(() => /[\p{L}\p{N}\p{M}]+(?:['’\-‐‑.,][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}]+/gu);
/** The blank between two sentences, after the marks that end one. */
const SENTENCE_END = /(?<![.!?…])[.!?…]+["»”’)\]\s\u00a0\u202f]*(?<=\s)(?=["«“‘([\p{Lu}\p{N}—–-])|\n+/gu;

/** The word at an offset; in a blank, the next one, or else the last. Undefined if the text has no word near it. */
export function wordAt(text: Sliceable, at: number): Range | undefined {
  return firstMatch(text, wordPattern(), at) ?? wordBefore(text, text.length + 1);
}

/** The word after the one in `range`; undefined at the end. */
export const wordAfter = (text: Sliceable, { end }: Range): Range | undefined =>
  firstMatch(text, wordPattern(), end);

/** The last word that ends at or before an offset. */
export function wordBefore(text: Sliceable, at: number): Range | undefined {
  const from = Math.max(0, at - REACH);
  const before = text.slice(from, Math.min(at, text.length));
  const last = [...before.matchAll(wordPattern())].at(-1);
  return last && { start: from + last.index, end: from + last.index + last[0].length };
}

/** The first match that ends after an offset, with the beginning of a word that the offset is in. */
function firstMatch(text: Sliceable, pattern: RegExp, at: number): Range | undefined {
  const from = Math.max(0, at - REACH);
  const part = text.slice(from, Math.min(text.length, at + REACH));
  for (const match of part.matchAll(pattern)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (end > at) return { start, end };
  }
  return undefined;
}

/** Where the sentence after the one at `at` begins; the end of the text after the last. */
export function sentenceAfter(text: Sliceable, at: number): number {
  // Twice as much is looked through as long as the sentence goes on, which takes linear time altogether.
  for (let reach = REACH; ; reach *= 2) {
    const to = Math.min(text.length, at + reach);
    const end = text.slice(at, to).matchAll(SENTENCE_END).next().value;
    const next = end ? at + end.index + end[0].length : to;
    // More blanks may follow the part.
    if (next < to || to === text.length) return next;
  }
}

/** Where the sentence at `at` begins, or the one before if `at` is its beginning. */
export function sentenceBefore(text: Sliceable, at: number): number {
  for (let reach = REACH; ; reach *= 2) {
    const from = Math.max(0, at - reach);
    const ends = [...text.slice(from, at).matchAll(SENTENCE_END)];
    const start = ends.map((end) => from + end.index + end[0].length).findLast((end) => end < at);
    if (start !== undefined || from === 0) return start ?? 0;
  }
}

/** Where the paragraph after the one at `at` begins; the end of the text after the last. */
export function paragraphAfter(text: Sliceable, at: number): number {
  for (let from = at; from < text.length; from += REACH) {
    const line = text.slice(from, Math.min(text.length, from + REACH)).indexOf('\n');
    if (line >= 0) return from + line + 1;
  }
  return text.length;
}

/** Where the paragraph at `at` begins, or the one before if `at` is its beginning. */
export function paragraphBefore(text: Sliceable, at: number): number {
  for (let to = at - 1; to > 0; to -= REACH) {
    const from = Math.max(0, to - REACH);
    const line = text.slice(from, to).lastIndexOf('\n');
    if (line >= 0) return from + line + 1;
  }
  return 0;
}
