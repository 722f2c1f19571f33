import { fold } from '../../unicode/slug.ts';
import { countWords, hasTwoLetters, innerEnds, isInCapitals, isLower, isUpper } from './letters.ts';
import { isBalanced, isMeta, isTabular, markOf } from './line-patterns.ts';

/** Limits of a heading, in UTF-16 units and in words. */
const MAX_LENGTH = 90;
const MAX_WORDS = 15;

/** Names of the divisions of a book. */
const DIVISION =
  /^(?:chapitre|chapter|partie|part|livre|book|section|acte|act|scene|canto|chant|annexe|appendix|epilogue|prologue|preface|introduction|conclusion)\b[^.]{0,60}\.?$/;

/** How these begin, with letters that may fold to theirs: other lines are spared folding. */
const DIVISION_START = /^(?:A[CNP]|BO|C[AHO]|EP|IN|LI|P[AR]|S[CE]|.?[\x80-\uffff])/i;

/** Words that tie a question to the sentence before it. */
const TIED = /^(?:mais|or|donc|bon|oui|non|enfin|ah|oh|eh|but|so|well|yes|no|why not|pourquoi pas)\b/;

/**
 * Whether a line that stands alone reads as a heading: a short phrase that begins like a title and has no punctuation at
 * its end. A question of several words, or two short ones, a line in capitals, and `Chapter …` with a full stop are
 * headings too. The caller checks that text follows.
 */
export const isHeadingText = (text: string): boolean => looksLikeHeading(text) && !isMeta(text);

function looksLikeHeading(text: string): boolean {
  if (text.length > MAX_LENGTH || isLower(text[0]) || (ENDED.test(text) && !isDivision(text))) return false;
  if (!(hasTwoLetters(text) || ROMAN.test(text)) || isTabular(text) || !isBalanced(text)) return false;
  const words = countWords(text);
  if (words === 0 || words > MAX_WORDS) return false;
  if (isDivision(text)) return true;
  if (isLower(/^["«“‘(\s]*(.)/.exec(text)?.[1]) || NEVER.test(text)) return false;
  if (text.endsWith('?')) return isHeadingQuestion(text, words);
  const mark = markOf(text);
  const phrase = mark?.kind === 'number' ? text.slice(mark.length) : text;
  return innerEnds(phrase.replace(ABBREVIATION, '$1 ')).length === 0;
}

/** Never headings: a line after a dash or bullet, a quotation, speech, a form to fill in. */
const NEVER = /^["«“‘(\s]*[-–—•*»”]|[«“]$|^[«“"].*[»”"]$|_{3}|[.!?…,;:]\s*["»”]$/;
const ENDED = /[.!,;:…]["»”)]*$/;
const ROMAN = /^[IVXLC]{1,7}\.?$/;
const ABBREVIATION = /\b(M|Mr|Mrs|Dr|St|vs|n°|[A-Z])\.\s/g;

function isHeadingQuestion(text: string, words: number): boolean {
  if (words < 3 || TIED.test(fold(text))) return false;
  const ends = innerEnds(text);
  return ends.length === 0 || (ends.length === 1 && ends[0]!.includes('?') && text.length <= 45);
}

/** Whether a line names a division of a book or is all in capitals. */
export function isDivision(text: string): boolean {
  if (ROMAN.test(text)) return true;
  if (isInCapitals(text)) return !/[!?,;:…]$/.test(text);
  return isUpper(text[0]) && DIVISION_START.test(text) && DIVISION.test(fold(text));
}
