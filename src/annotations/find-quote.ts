import { closestBeginning } from '../algorithms/closest-beginning.ts';
import { sharedUnits } from './shared-units.ts';
import { CONTEXT, type Range, type TextQuote } from './text-quote.ts';

/** The fewest units of a context that tell where an edited passage was. */
const LEAST_CONTEXT = 12;
/** A passage that was edited is looked for in a stretch of this many times its length. */
const STRETCH = 2;
/** Units of the text beside a place in which its context is looked for: words were inserted there, too. */
const NEARBY = CONTEXT + CONTEXT / 2;
/** Edits that a passage may have had where only one side of its context is left: one for each so many units. */
const UNITS_PER_EDIT = 5;
/** Units of the longest passage that is compared with an edited one: that takes time by the square of its length. */
const LONGEST_COMPARED = 256;

/** A range where a passage may be, and how many units of the quote and its context are there. */
interface Candidate extends Range {
  readonly agreeing: number;
}

/**
 * Finds a passage in a text that may have changed, by its words, the words around it and its offset, in this order, as other
 * programs do for the W3C's TextQuoteSelector. Short words are no evidence by themselves: of them and their context, as much
 * must be there as one side of the context has. Of the places with the same words, and those at which the context shows that
 * the words were edited, the one with most of both is taken; of equal ones the nearest. The time is linear in the text.
 *
 * @returns undefined if the passage is gone
 */
export function findQuote(text: string, quote: TextQuote): Range | undefined {
  const { exact, prefix, suffix } = quote;
  if (exact === '') return undefined;
  const whole = exact.length + prefix.length + suffix.length;
  const agreement = agreementWith(text, quote);
  const same = sameWords(text, quote, agreement);
  if (same?.agreeing === whole) return rangeOf(same);
  const least = Math.min(CONTEXT, whole / 2);
  const candidates = [
    same,
    afterPrefix(text, quote, agreement),
    beforeSuffix(text, quote, agreement),
    betweenContext(text, quote),
  ].filter((candidate) => candidate !== undefined && candidate.agreeing >= least);
  const best = candidates.reduce((a, b) => (a && b && b.agreeing > a.agreeing ? b : a), candidates[0]);
  return best && rangeOf(best);
}

const rangeOf = ({ start, end }: Range): Range => ({ start, end });

/** How many units of the context are around a range of the text. */
type Agreement = (start: number, end: number) => number;

function agreementWith(text: string, { prefix, suffix }: TextQuote): Agreement {
  const [inPrefix, inSuffix] = [sharedUnits(prefix.slice(-CONTEXT)), sharedUnits(suffix.slice(0, CONTEXT))];
  return (start, end) => {
    let before = 0;
    while (before < prefix.length && prefix.at(-1 - before) === text[start - 1 - before]) before++;
    let after = 0;
    while (after < suffix.length && suffix[after] === text[end + after]) after++;
    if (before < prefix.length) before = Math.max(before, inPrefix(text, start - NEARBY, start));
    if (after < suffix.length) after = Math.max(after, inSuffix(text, end, end + NEARBY));
    return before + after;
  };
}

/** The place with the same words that has most of the context around it; of equal ones the nearest. */
function sameWords(text: string, { exact, at }: TextQuote, agreement: Agreement): Candidate | undefined {
  let best: Candidate | undefined;
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
    const end = start + exact.length;
    const agreeing = exact.length + agreement(start, end);
    const isNearer = best !== undefined && Math.abs(start - at) < Math.abs(best.start - at);
    if (!best || agreeing > best.agreeing || (agreeing === best.agreeing && isNearer))
      best = { start, end, agreeing };
  }
  return best;
}

/** The edited passage between the old prefix and suffix; undefined if one of them is gone, or they are too far apart. */
function betweenContext(text: string, { exact, prefix, suffix, at }: TextQuote): Candidate | undefined {
  const [before, after] = [prefix.trimStart(), suffix.trimEnd()];
  if (before.length < LEAST_CONTEXT || after.length < LEAST_CONTEXT) return undefined;
  const found = nearest(text, before, at - before.length);
  if (found === undefined) return undefined;
  const start = found + before.length;
  const end = text.indexOf(after, start);
  const isNear = end > start && end - start <= STRETCH * exact.length + CONTEXT;
  return isNear ? { start, end, agreeing: before.length + after.length } : undefined;
}

/** The edited passage after the old prefix, whatever follows it now. */
function afterPrefix(
  text: string,
  { exact, prefix, at }: TextQuote,
  agreement: Agreement,
): Candidate | undefined {
  const before = prefix.trimStart();
  if (before.length < LEAST_CONTEXT || exact.length > LONGEST_COMPARED) return undefined;
  const found = nearest(text, before, at - before.length);
  if (found === undefined) return undefined;
  const start = found + before.length;
  const closest = closestBeginning(exact, text.slice(start, start + STRETCH * exact.length));
  return compared(exact, { start, end: start + closest.length }, closest.edits, agreement);
}

/** The edited passage before the old suffix, whatever precedes it now. */
function beforeSuffix(
  text: string,
  { exact, suffix, at }: TextQuote,
  agreement: Agreement,
): Candidate | undefined {
  const after = suffix.trimEnd();
  if (after.length < LEAST_CONTEXT || exact.length > LONGEST_COMPARED) return undefined;
  const end = nearest(text, after, at + exact.length);
  if (end === undefined) return undefined;
  const stretch = text.slice(Math.max(0, end - STRETCH * exact.length), end);
  const closest = closestBeginning(reversed(exact), reversed(stretch));
  return compared(exact, { start: end - closest.length, end }, closest.edits, agreement);
}

/** A candidate, unless it has too few of the passage's words left. */
function compared(
  exact: string,
  { start, end }: Range,
  edits: number,
  agreement: Agreement,
): Candidate | undefined {
  if (start === end || edits * UNITS_PER_EDIT > exact.length) return undefined;
  return { start, end, agreeing: exact.length - edits + agreement(start, end) };
}

const reversed = (text: string): string => text.split('').reverse().join('');

/** The occurrence of `words` that is nearest to `at`. */
function nearest(text: string, words: string, at: number): number | undefined {
  const before = text.lastIndexOf(words, Math.max(0, at));
  const after = text.indexOf(words, Math.max(0, at));
  if (before < 0 || after < 0) return before < 0 && after < 0 ? undefined : Math.max(before, after);
  return after - at < at - before ? after : before;
}
