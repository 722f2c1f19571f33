import { textOfUnits } from '../unicode/units.ts';
import type { Cursor, Dictionary, Entry } from './dictionary.ts';
import { EditWalker } from './edit-automaton.ts';
import { typosAllowed } from './fuzzy.ts';
import type { Term } from './query.ts';
import { formsOf, Kinship, kinshipWith, stemReaches } from './stem.ts';
import { ACCENT_SEPARATOR } from './tokenize.ts';
import { EXACT, FAMILY, OTHER_ACCENTS, PREFIX, STEM, TYPO } from './weights.ts';

/** A word of the dictionary that answers a word of the query, and what it counts. */
export interface Expansion extends Entry {
  readonly weight: number;
}

/** Words at most that answer one term by where they stand: more, for a letter or two being typed, are everywhere. */
export const MAX_EXPANSIONS = 200;

/** Shows a word of the dictionary and what it counts; the entry is valid during the call. */
export type Visit = (entry: Entry & { entry(): Entry }, weight: number) => void;

/** `visitExpansions` as a list. */
export function expand(dictionary: Dictionary, term: Term, quoted: boolean): Expansion[] {
  const found: Expansion[] = [];
  visitExpansions(dictionary, term, quoted, (cursor, weight) => found.push({ ...cursor.entry(), weight }));
  return found;
}

/** The words that answer `term`: itself in any spelling, what it begins if typed, its kin unless `quoted`. */
export function visitExpansions(dictionary: Dictionary, term: Term, quoted: boolean, visit: Visit): void {
  const { folded } = term;
  // Of a letter or two, too many words begin with it, and none of these is its inflection.
  const kinship = quoted || folded.length < 3 ? undefined : kinshipWith(folded);
  walkPrefix(dictionary, folded, (cursor) => {
    const length = foldedLength(cursor);
    if (length === folded.length) visit(cursor, exactWeight(cursor, term));
    else if (!term.prefix) return cursor.units[folded.length] === ACCENT_SEPARATOR;
    else {
      const inflected = kinship?.(foldedText(cursor, length)) === Kinship.inflection;
      visit(cursor, inflected ? STEM : prefixWeight(folded.length, length));
    }
    return true;
  });
  if (!quoted) visitKin(dictionary, term, visit);
}

const kinWeight = (kinship: number): number =>
  kinship === Kinship.inflection ? STEM : kinship === Kinship.family ? FAMILY : 0;

function visitKin(dictionary: Dictionary, term: Term, visit: Visit): void {
  const { folded } = term;
  const reaches = stemReaches(folded);
  const kinship = kinshipWith(folded);
  let last = '';
  let weight = 0;
  const show = (cursor: Cursor): boolean => {
    const text = foldedText(cursor, foldedLength(cursor));
    if (text !== last) {
      last = text;
      const known = text === folded || (term.prefix && text.startsWith(folded));
      weight = known ? 0 : kinWeight(kinship(text));
    }
    if (weight > 0) visit(cursor, weight);
    return true;
  };
  // What the word being typed begins has been shown.
  for (const reach of reaches)
    if (!(term.prefix && reach.startsWith(folded))) walkPrefix(dictionary, reach, show);
  for (const form of new Set(formsOf(folded)))
    if (!reaches.some((reach) => form.startsWith(reach)))
      walkPrefix(dictionary, form, (cursor) => foldedLength(cursor) === form.length && show(cursor));
}

/** The words that are `term` misspelled, their weights times `factor`; those that answer it better are left out. */
export function expandTypos(dictionary: Dictionary, term: Term, factor: number): Expansion[] {
  const { folded } = term;
  const found: Expansion[] = [];
  if (typosAllowed(folded) === 0 || !/\p{L}/u.test(folded)) return found;
  const walker = new EditWalker(folded, term.prefix);
  const kinship = kinshipWith(folded);
  dictionary.walk('', (cursor) => {
    const distance = walker.distance(cursor);
    cursor.pass(walker.deadEnd);
    if (distance > walker.limit) return true;
    const length = foldedLength(cursor);
    const text = foldedText(cursor, length);
    if (text === folded || (term.prefix && text.startsWith(folded)) || kinship(text) > 0) return true;
    const whole = Math.abs(length - folded.length) <= walker.limit;
    found.push({ ...cursor.entry(), weight: factor * TYPO[distance]! * (whole ? 1 : PREFIX) });
    return true;
  });
  return found;
}

/** Shows the keys that begin with `prefix` until `visit` returns false. */
function walkPrefix(dictionary: Dictionary, prefix: string, visit: (cursor: Cursor) => boolean): void {
  dictionary.walk(prefix, (cursor) => {
    if (cursor.length < prefix.length) return false;
    for (let i = 0; i < prefix.length; i += 1) if (cursor.units[i] !== prefix.charCodeAt(i)) return false;
    return visit(cursor);
  });
}

/** Units of a key before its accents. */
export function foldedLength(cursor: Cursor): number {
  for (let i = 0; i < cursor.length; i += 1) if (cursor.units[i] === ACCENT_SEPARATOR) return i;
  return cursor.length;
}

export const foldedText = (cursor: Cursor, length: number): string => textOfUnits(cursor.units, length);

/** A spelling in other accents than the ones typed counts a little less; typed without, hardly. */
function exactWeight(cursor: Cursor, term: Term): number {
  const { key } = term;
  if (cursor.length === key.length) {
    let i = 0;
    while (i < key.length && cursor.units[i] === key.charCodeAt(i)) i += 1;
    if (i === key.length) return EXACT;
  }
  return key === term.folded ? (EXACT + OTHER_ACCENTS) / 2 : OTHER_ACCENTS;
}

/** The more is still to be typed, the less a word is meant. */
const prefixWeight = (typed: number, length: number): number => PREFIX * (0.5 + 0.5 * (typed / length));
