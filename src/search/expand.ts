import { textOfUnits } from '../unicode/units.ts';
import type { Cursor, Dictionary, Entry } from './dictionary.ts';
import { EditWalker } from './edit-automaton.ts';
import type { Term } from './query.ts';
import { formsOf, Kinship, kinshipWith, stemPrefixes } from './stem.ts';
import { ACCENT_SEPARATOR } from './tokenize.ts';
import { hasLetter, typosAllowed } from './typos.ts';
import { EXACT, FAMILY, OTHER_ACCENTS, PREFIX, STEM, TYPO } from './weights.ts';

/** A word of the dictionary that matches a word of the query, and the weight of the match. */
export interface Expansion extends Entry {
  readonly weight: number;
}

/** Expansions of a term whose positions are used, at most. One or two letters being typed have more, and their positions say little. */
export const MAX_EXPANSIONS = 200;

/** Called with a word of the dictionary and its weight. The entry is valid during the call. */
export type Visit = (entry: Entry, weight: number) => void;

/** `visitExpansions` as a list. */
export function expand(dictionary: Dictionary, term: Term, quoted: boolean): Expansion[] {
  const found: Expansion[] = [];
  visitExpansions(dictionary, term, quoted, (entry, weight) => found.push({ ...entry, weight }));
  return found;
}

/** Keys of a dictionary: those from `from` on, up to the last that begins with `to`. */
export interface KeyRange {
  readonly from: string;
  readonly to: string;
}

/** The keys among which are all that `visitExpansions` reads, but for the one after each range. */
export function expansionRanges({ folded, prefix, exact }: Term, quoted: boolean): readonly KeyRange[] {
  const wordRange = (word: string): KeyRange => ({ from: word, to: word + SEPARATOR });
  const prefixRange = (start: string): KeyRange => ({ from: start, to: start });
  const own = prefix && !exact ? prefixRange(folded) : wordRange(folded);
  if (exact || quoted) return [own];
  const prefixes = stemPrefixes(folded);
  const forms = formsOf(folded).filter((form) => !prefixes.some((start) => form.startsWith(start)));
  return [own, ...prefixes.map(prefixRange), ...forms.map(wordRange)];
}

const SEPARATOR = String.fromCharCode(ACCENT_SEPARATOR);

/**
 * Visits the words that match `term`: the word itself in any accents unless it is exact, the words it begins if it is a prefix,
 * and unless `quoted` its inflections and family.
 */
export function visitExpansions(dictionary: Dictionary, term: Term, quoted: boolean, visit: Visit): void {
  const { folded } = term;
  if (term.exact) {
    walkPrefix(dictionary, folded, (cursor) => {
      if (cursor.text() === term.key) visit(cursor.entry, EXACT);
      return cursor.length === folded.length || cursor.units[folded.length] === ACCENT_SEPARATOR;
    });
    return;
  }
  // Too many words begin with one or two letters, and none of these is an inflection.
  const kinship = quoted || folded.length < 3 ? undefined : kinshipWith(folded);
  walkPrefix(dictionary, folded, (cursor) => {
    const length = foldedLength(cursor);
    if (length === folded.length) visit(cursor.entry, exactWeight(cursor, term));
    else if (!term.prefix) return cursor.units[folded.length] === ACCENT_SEPARATOR;
    else {
      const isInflection = kinship?.(foldedText(cursor, length)) === Kinship.inflection;
      visit(cursor.entry, isInflection ? STEM : prefixWeight(folded.length, length));
    }
    return true;
  });
  if (!quoted) visitRelated(dictionary, term, visit);
}

const kinshipWeight = (kinship: number): number =>
  kinship === Kinship.inflection ? STEM : kinship === Kinship.family ? FAMILY : 0;

/** Visits inflections and family of `term`, without the words that begin with a prefix term. */
function visitRelated(dictionary: Dictionary, term: Term, visit: Visit): void {
  const { folded } = term;
  const prefixes = stemPrefixes(folded);
  const kinship = kinshipWith(folded);
  let last = '';
  let weight = 0;
  const visitIfRelated = (cursor: Cursor): boolean => {
    const text = foldedText(cursor, foldedLength(cursor));
    if (text !== last) {
      last = text;
      const visited = text === folded || (term.prefix && text.startsWith(folded));
      weight = visited ? 0 : kinshipWeight(kinship(text));
    }
    if (weight > 0) visit(cursor.entry, weight);
    return true;
  };
  for (const prefix of prefixes)
    if (!(term.prefix && prefix.startsWith(folded))) walkPrefix(dictionary, prefix, visitIfRelated);
  for (const form of new Set(formsOf(folded)))
    if (!prefixes.some((prefix) => form.startsWith(prefix)))
      walkPrefix(
        dictionary,
        form,
        (cursor) => foldedLength(cursor) === form.length && visitIfRelated(cursor),
      );
}

/** The words that are misspellings of `term`, their weights times `factor`, without those that match it otherwise. */
export function expandTypos(dictionary: Dictionary, term: Term, factor: number): Expansion[] {
  const { folded } = term;
  const found: Expansion[] = [];
  if (typosAllowed(folded) === 0 || !hasLetter(folded)) return found;
  const walker = new EditWalker(folded, term.prefix);
  const kinship = kinshipWith(folded);
  dictionary.walk('', (cursor) => {
    const distance = walker.distance(cursor);
    cursor.skipPrefix(walker.deadEnd);
    if (distance > walker.limit) return true;
    const length = foldedLength(cursor);
    const text = foldedText(cursor, length);
    if (text === folded || (term.prefix && text.startsWith(folded)) || kinship(text) > 0) return true;
    const isWhole = Math.abs(length - folded.length) <= walker.limit;
    found.push({ ...cursor.entry, weight: factor * TYPO[distance]! * (isWhole ? 1 : PREFIX) });
    return true;
  });
  return found;
}

/** Visits the keys that begin with `prefix` until `visit` returns false. */
function walkPrefix(dictionary: Dictionary, prefix: string, visit: (cursor: Cursor) => boolean): void {
  dictionary.walk(prefix, (cursor) => {
    if (cursor.length < prefix.length) return false;
    for (let i = 0; i < prefix.length; i += 1) if (cursor.units[i] !== prefix.charCodeAt(i)) return false;
    return visit(cursor);
  });
}

/** The length of a key's folded form, in UTF-16 units. */
export function foldedLength(cursor: Cursor): number {
  for (let i = 0; i < cursor.length; i += 1) if (cursor.units[i] === ACCENT_SEPARATOR) return i;
  return cursor.length;
}

/** The first `length` units of a key as a string. */
export const foldedText = (cursor: Cursor, length: number): string => textOfUnits(cursor.units, length);

/** The weight of the same letters: accents other than those typed cost a little, and half of that if none were typed. */
function exactWeight(cursor: Cursor, term: Term): number {
  const { key } = term;
  if (cursor.length === key.length) {
    let i = 0;
    while (i < key.length && cursor.units[i] === key.charCodeAt(i)) i += 1;
    if (i === key.length) return EXACT;
  }
  return key === term.folded ? (EXACT + OTHER_ACCENTS) / 2 : OTHER_ACCENTS;
}

/** The more letters are still to be typed, the less likely this is the word meant. */
const prefixWeight = (typed: number, length: number): number => PREFIX * (0.5 + 0.5 * (typed / length));
