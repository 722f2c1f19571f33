import { fold } from '../../unicode/slug.ts';
import { firstLetter, isLower } from './letters.ts';

export const startsLower = (text: string): boolean => isLower(firstLetter(text));

/** Length of the first word. */
export function firstWordLength(text: string): number {
  const length = text.slice(0, 200).search(/\s/);
  return length === -1 ? Math.min(text.length, 200) : length;
}

/** A line's mark as an item of a list, or as a line of dialogue. */
export interface Mark {
  readonly kind: 'bullet' | 'number' | 'dialogue';
  /** The mark as written, and, for numbers, its value. */
  readonly sign: string;
  readonly number?: number;
  /** Where the text after the mark begins. */
  readonly length: number;
}

/** Most lines begin with a letter: seen without trying patterns on them. */
function startsWithLetter(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code < 0x2000);
}

/** The mark that a line of text begins with, if any. Dashes set tight, and em dashes, are those of dialogue. */
export function markOf(text: string): Mark | undefined {
  if (startsWithLetter(text)) return undefined;
  const start = text.slice(0, 24);
  const bullet = /^(?:[-*•‣◦▪▸►●○·+✓✔–][ \t\u00a0\u202f]+(?=\S)|[•‣◦▪▸►●○✓✔](?=[^\s•‣◦▪●○]))/.exec(start);
  if (bullet) return { kind: 'bullet', sign: bullet[0].trim(), length: bullet[0].length };
  const number = /^(\d{1,3})(?:[.)]|°|\/)[ \t\u00a0\u202f]+(?=\S)/.exec(start);
  if (number) {
    return { kind: 'number', sign: number[0].trim(), number: Number(number[1]), length: number[0].length };
  }
  const dialogue = /^(?:[—―]|[-–](?=[^\s\d–-]))[ \t\u00a0\u202f]*(?=[^\s—-])/.exec(start);
  return dialogue ? { kind: 'dialogue', sign: dialogue[0].trim(), length: dialogue[0].length } : undefined;
}

/** A line of signs that parts two passages: `* * *`, `-----`, `⁂`. */
export const isRule = (text: string): boolean =>
  text.length <= 200 && !startsWithLetter(text) && RULE.test(text);
const RULE = /^(?:([-*_=~#•·+])(?:[ \t]*\1){2,}|--|⁂|❦|[—–](?:[ \t]*[—–]){1,})$/;

/** A line that underlines the one above. */
export function underlineOf(text: string): '=' | '-' | undefined {
  if (startsWithLetter(text)) return undefined;
  return /^={3,}$/.test(text) ? '=' : /^(?:-{3,}|~{3,})$/.test(text) ? '-' : undefined;
}

/** Columns set apart by tabs or runs of blanks, or ruled: its blanks matter. */
export function isTabular(text: string): boolean {
  if (text.length > 400) return false;
  const isApart = text.includes('   ') || text.includes('\t') || text.includes('|') || text.includes('....');
  return isApart && (COLUMNS.test(text) || /^\|.*\|$|^[+|][-=+|]{4,}$/.test(text));
}
const COLUMNS = /\S(?:\t+| {3,}| {2,}\|)\S|\.{4,} *\d+$/;

/** A line that says when, by whom or where a text appeared. */
export function isMeta(text: string): boolean {
  if (text.length > 100) return false;
  const folded = fold(text);
  return BYLINE.test(text) || LABELLED.test(folded) || DATED.test(folded) || PAGE_FURNITURE.test(folded);
}

const BYLINE = /^(?:[Pp]ar|PAR|[Bb]y|BY) [A-ZÀ-Þ][^?!]*$/;
const LABELLED =
  /^(?:(?:auteur|author|date|source|temps de lecture|reading time)s? ?:|(?:publie|poste|mis a jour|redige|ecrit)e? (?:le|par|il y a|dans|en) |(?:posted|published|updated|written) (?:on|by|in) )/;
const DATED =
  /^(?:(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day),? )?(?:le )?\d{1,2}(?:er|st|nd|rd|th)?[ /.-](?:[a-z]{3,10}|\d{1,2})[ /.-]\d{2,4}\b/;
/** Addresses, counts, the path to a page. */
const PAGE_FURNITURE =
  /^(?:https?:|www\.)|\S@\S+\.\S|^\d+ (?:min|commentaire|comment|vue|view|partage|share)|\d ?min(?:utes?)?(?: de lecture| read)?$|(?: [>›»|·] .+){2,}/;

/** A form of address that a letter begins with. */
export const isGreeting = (text: string): boolean =>
  text.length <= 60 &&
  /^["«“\s]*(?:bonjour|bonsoir|salut|cher|chere|chers|cheres|coucou|madame|monsieur|mesdames|messieurs|h(?:e|ei)(?:y|lle)|hello|hi|dear|good (?:morning|evening|afternoon))\b/.test(
    fold(text),
  ) &&
  /[,!.]?$/.test(text);

/** A formula that a letter ends with; the signature is on the line after. */
export const isClosing = (text: string): boolean =>
  text.length <= 80 && /^[^\s.!?;:,\d-][^.!?;:]*,$/.test(text) && !isGreeting(text);

/** Whether every quotation mark and bracket in a short text has its partner. */
export function isBalanced(text: string): boolean {
  for (const [open, close] of ['«»', '“”', '()', '[]']) {
    if (text.split(open!).length !== text.split(close!).length) return false;
  }
  return true;
}
