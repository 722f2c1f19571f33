import { hash } from '../library/ids.ts';

/**
 * A passage of a text, described such that it is found again after the text was edited: the TextQuoteSelector of the W3C's
 * Web Annotation Data Model, with its offset as a hint.
 */
export interface TextQuote {
  readonly exact: string;
  /** The text before and after it. */
  readonly prefix: string;
  readonly suffix: string;
  /** The offset in the reading text, in UTF-16 units. */
  readonly at: number;
}

/** A range of a text, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A text of which parts can be had: a document, or a string. */
export interface Sliceable {
  readonly length: number;
  slice(from: number, to: number): string;
}

/** UTF-16 units of context that are kept on either side, and the fewest that tell where a lost passage was. */
const CONTEXT = 32;
const LEAST_CONTEXT = 12;
/** A passage that was edited is looked for in a stretch of this many times its length. */
const STRETCH = 2;

/** Describes the passage in `range`. */
export const quoteOf = (text: Sliceable, { start, end }: Range): TextQuote => ({
  exact: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - CONTEXT), start),
  suffix: text.slice(end, Math.min(text.length, end + CONTEXT)),
  at: start,
});

/** Names a passage: the same one gets the same name, whoever makes it. */
export const quoteId = ({ exact, prefix, suffix }: TextQuote): string =>
  hash(`${prefix}\0${exact}\0${suffix}`);

/**
 * Finds a passage in a text that may have changed: of the places with the same words, the one with most of the same context,
 * then the nearest; if the words themselves were edited, what is now between the old context.
 *
 * @returns undefined if neither is there
 */
export function findQuote(text: string, quote: TextQuote): Range | undefined {
  const { exact, at } = quote;
  if (exact === '') return undefined;
  let best: { start: number; score: number } | undefined;
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
    const score = contextScore(text, start, quote);
    const isNearer = best !== undefined && Math.abs(start - at) < Math.abs(best.start - at);
    if (!best || score > best.score || (score === best.score && isNearer)) best = { start, score };
  }
  return best ? { start: best.start, end: best.start + exact.length } : betweenContext(text, quote);
}

/** How many units of context are the same around a place. */
function contextScore(text: string, start: number, { exact, prefix, suffix }: TextQuote): number {
  let before = 0;
  while (before < prefix.length && prefix.at(-1 - before) === text[start - 1 - before]) before++;
  const end = start + exact.length;
  let after = 0;
  while (after < suffix.length && suffix[after] === text[end + after]) after++;
  return before + after;
}

/** The range between the old prefix and suffix; undefined if one of them is gone, or they are too far apart. */
function betweenContext(text: string, { exact, prefix, suffix, at }: TextQuote): Range | undefined {
  const [before, after] = [prefix.trimStart(), suffix.trimEnd()];
  if (before.length < LEAST_CONTEXT || after.length < LEAST_CONTEXT) return undefined;
  const found = nearest(text, before, at - prefix.length);
  if (found === undefined) return undefined;
  const start = found + before.length;
  const end = text.indexOf(after, start);
  const isNear = end > start && end - start <= STRETCH * exact.length + CONTEXT;
  return isNear ? { start, end } : undefined;
}

/** The occurrence of `words` that is nearest to `at`. */
function nearest(text: string, words: string, at: number): number | undefined {
  const before = text.lastIndexOf(words, Math.max(0, at));
  const after = text.indexOf(words, Math.max(0, at));
  if (before < 0 || after < 0) return before < 0 && after < 0 ? undefined : Math.max(before, after);
  return after - at < at - before ? after : before;
}
