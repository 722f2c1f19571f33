import { fold } from '../slug.ts';
import { isBalanced, isMeta, isTabular, markOf } from './marks.ts';

/** Characters and words of the longest heading. */
const LONGEST = 90;
const MOST_WORDS = 15;

const DIVISION =
  /^(?:chapitre|chapter|partie|part|livre|book|section|acte|act|scene|canto|chant|annexe|appendix|epilogue|prologue|preface|introduction|conclusion)\b[^.]{0,60}\.?$/;

/** Openings that tie a question to the sentence before it. */
const TIED = /^(?:mais|or|donc|bon|oui|non|enfin|ah|oh|eh|but|so|well|yes|no|why not|pourquoi pas)\b/;

/**
 * Whether a line that stands alone reads as a heading: short, begun like a title, one phrase, and ended without
 * punctuation. A question of some words is one too, or two short ones; so are lines in capitals and `Chapter …` with
 * a full stop. Whether something follows that it could head is for the caller to see.
 */
export function isHeadingText(text: string): boolean {
  if (text.length > LONGEST || isTabular(text) || isMeta(text) || !isBalanced(text)) return false;
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0 || words.length > MOST_WORDS || !/\p{L}{2}|^[IVXLC]+\.?$/u.test(text)) return false;
  if (isDivision(text)) return true;
  if (
    /^["«“‘(\s]*(?:\p{Ll}|[-–—•*»”])|[«“]$/u.test(text) ||
    /^[«“"].*[»”"]$/.test(text) ||
    /_{3,}/.test(text)
  )
    return false;
  if (/[.!?…,;:]\s*["»”]$/.test(text)) return false;
  if (/[?？]$/.test(text)) return isHeadingQuestion(text, words.length);
  if (/[.!,;:…]["»”)]*$/.test(text)) return false;
  const numbered = markOf(text);
  const phrase = numbered?.kind === 'number' ? text.slice(numbered.length) : text;
  return !/[.!?…]["»”)]*\s+\p{Lu}/u.test(phrase.replace(/\b(?:M|Mr|Mrs|Dr|St|vs|n°|\p{Lu})\.\s/gu, ''));
}

function isHeadingQuestion(text: string, words: number): boolean {
  if (words < 3 || TIED.test(fold(text))) return false;
  const sentences = text.split(/[.!?…]+["»”)]*\s+(?=\p{Lu})/u);
  if (/[.!…]["»”)]*\s+\p{Lu}/u.test(text)) return false;
  return sentences.length === 1 || (sentences.length === 2 && text.length <= 45);
}

/** A line that names a division of a book, or is in capitals throughout. */
export function isDivision(text: string): boolean {
  if ((/^[«“"]?\p{Lu}/u.test(text) && DIVISION.test(fold(text))) || /^[IVXLC]{1,7}\.?$/.test(text))
    return true;
  return /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u.test(text) && !/[!?,;:…]$/.test(text);
}
