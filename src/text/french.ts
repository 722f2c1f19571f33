import { isDigit, isInsideNumber, startsWithUnit, wordAfter } from './units.ts';

/**
 * French typography as it is typed: writers use a plain space where a no-break one belongs. These rules find such spaces,
 * after the “Lexique des règles typographiques en usage à l’Imprimerie nationale”.
 */

/** Forms of address, which precede a name. */
const TITLES = new Set(['M.', 'MM.', 'Mme', 'Mmes', 'Mlle', 'Mlles', 'Dr', 'Pr', 'Me', 'St', 'Ste']);
/** Abbreviations that precede a number. */
const COUNTERS = new Set(['n°', 'nº', 'N°', 'nos', 'p.', 'pp.', 'art.', 'chap.', 'fig.', 'vol.', 't.', '§']);

const isCapital = (unit: number): boolean => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0xc0 && unit <= 0xde);
const ABBREVIATIONS = [...TITLES, ...COUNTERS];
const LONGEST_ABBREVIATION = Math.max(...ABBREVIATIONS.map(({ length }) => length));
/** Their last characters. */
const ENDINGS = new Set(ABBREVIATIONS.map((word) => word.charCodeAt(word.length - 1)));
const HIGH_MARKS = new Set(Array.from(';:!?»%‰', (character) => character.charCodeAt(0)));
const OPENING_GUILLEMET = 0xab;

/** Whether no line may end at the blanks `text[blank, next)` in French. */
export function noBreakAt(text: string, blank: number, next: number): boolean {
  const after = text.charCodeAt(next);
  if (HIGH_MARKS.has(after)) return true;
  const before = text.charCodeAt(blank - 1);
  if (before === OPENING_GUILLEMET) return true;
  if (isDigit(before)) return noBreakAfterNumber(text, blank, next);
  if (isDigit(after) && isInsideNumber(text, blank)) return true;
  if (!ENDINGS.has(before)) return false;
  if (isDigit(after)) return COUNTERS.has(wordBefore(text, blank));
  return isCapital(after) && TITLES.has(wordBefore(text, blank));
}

/** Pronouns that follow their verb (« disent-ils »): a line does not begin with one. */
const PRONOUNS = new Set(['ils', 'elle', 'elles', 'nous', 'vous', 'moi', 'toi', 'lui', 'leur', 'les']);

/** Whether no line may begin with the word at `at`, after a hyphen, in French. */
export const noBreakBefore = (text: string, at: number): boolean => PRONOUNS.has(wordAfter(text, at));

/** Whether the blanks after a number precede more digits (`10 000`), a unit (`5 km`), a sign (`20 €`) or a month. */
const noBreakAfterNumber = (text: string, blank: number, next: number): boolean =>
  isDigit(text.charCodeAt(next))
    ? digitsBefore(text, blank) <= 3 && digitsAfter(text, next) === 3
    : startsWithUnit(text, next, 'fr');

function digitsAfter(text: string, at: number): number {
  let end = at;
  while (end < at + 4 && isDigit(text.charCodeAt(end))) end++;
  return end - at;
}

function digitsBefore(text: string, at: number): number {
  let start = at;
  while (start > at - 4 && isDigit(text.charCodeAt(start - 1))) start--;
  return at - start;
}

const BEFORE_WORD = new Set(Array.from(' \n\u00a0\u202f(«', (character) => character.charCodeAt(0)));

/** The word that ends at `end`; empty if it is longer than those in the lists. */
function wordBefore(text: string, end: number): string {
  for (let start = end - 1; start >= end - LONGEST_ABBREVIATION - 1; start--) {
    if (start < 0 || BEFORE_WORD.has(text.charCodeAt(start))) return text.slice(start + 1, end);
  }
  return '';
}
