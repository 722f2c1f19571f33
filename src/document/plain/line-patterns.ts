import { fold } from '../../unicode/slug.ts';

/** The sign that marks a line as an item of a list, or as speech. */
export interface Mark {
  readonly kind: 'bullet' | 'number' | 'dialogue';
  /** The mark as written. */
  readonly sign: string;
  /** The value of a number. */
  readonly number?: number;
  /** UTF-16 units before the text. */
  readonly length: number;
}

/** Whether a line begins with a letter: most do, and are spared the patterns for signs. */
export function startsWithLetter(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code < 0x2000);
}

/** The mark of a line, if any. Em dashes, and dashes without a space after them, mark speech. */
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

/** Whether a line is a rule between two parts: `* * *`, `-----`, `⁂`. */
export const isRule = (text: string): boolean =>
  text.length <= 200 && !startsWithLetter(text) && RULE.test(text);
const RULE = /^(?:([-*_=~#•·+])(?:[ \t]*\1){2,}|--|⁂|❦|[—–](?:[ \t]*[—–]){1,})$/;

/** The sign of a line that underlines a heading: `=` for the first level, `-` for the second. */
export function underlineOf(text: string): '=' | '-' | undefined {
  if (text === '' || startsWithLetter(text)) return undefined;
  return /^={3,}$/.test(text) ? '=' : /^(?:-{3,}|~{3,})$/.test(text) ? '-' : undefined;
}

/** Whether a line is set in columns, by tabs, runs of spaces, dots or bars: its white space matters. */
export function isTabular(text: string): boolean {
  if (text.length > 400) return false;
  const isApart = text.includes('   ') || text.includes('\t') || text.includes('|') || text.includes('....');
  return isApart && (COLUMNS.test(text) || /^\|.*\|$|^[+|][-=+|]{4,}$/.test(text));
}
const COLUMNS = /\S(?:\t+| {3,}| {2,}\|)\S|\.{4,} *\d+$/;

/** Whether a line tells when, where or by whom a text was published, or belongs to the page around it. */
export function isMeta(text: string): boolean {
  if (text.length > 100) return false;
  if (!MAYBE_META.test(text)) return false;
  if (BYLINE.test(text) || LEGAL.test(text)) return true;
  const folded = fold(text);
  return LABELLED.test(folded) || DATED.test(folded) || PAGE_FURNITURE.test(folded);
}

/** True of every line that one of the patterns below matches, and of few others: most lines are spared all of them. */
const MAYBE_META =
  /[\d@:>›»|·]|^(?:[Pp][AaOoUu]|[Bb][Yy] |[Mm][Ii][Ss] |[Rr][EeÉé]|[Éé][Cc]|[Ee]\u0301?[Cc]|[Cc][Rr]|[Uu][Pp]|[Ww][RrWw]|©|\(|C(?:op|OP))/;

const BYLINE = /^(?:[Pp]ar|PAR|[Bb]y|BY) [A-ZÀ-Þ][^?!]*$/;
const LABELLED =
  /^(?:(?:auteur|author|date|source|temps de lecture|reading time)s? ?:|(?:publie|poste|mis a jour|redige|ecrit|cree)e? (?:le|par|il y a|dans|en) |(?:posted|published|updated|written|created) (?:on|by|in) )/;
const DATED =
  /^(?:(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day),? )?(?:le )?\d{1,2}(?:er|st|nd|rd|th)?[ /.-](?:[a-z]{3,10}|\d{1,2})[ /.-]\d{2,4}\b/;
/** Copyright notices. */
const LEGAL = /^(?:© ?\S|\([Cc]\) ?\d{4})|^C(?:opyright|OPYRIGHT)\b.*(?:©|\([Cc]\)|\d{4}|[Rr]ights reserved)/;
/** Addresses, counts, breadcrumbs. */
const PAGE_FURNITURE =
  /^(?:https?:|www\.)|\S@\S+\.\S|^\d+ (?:min|commentaire|comment|vue|view|partage|share)|\d ?min(?:utes?)?(?: de lecture| read)?$|(?: [>›»|·] .+){2,}/;

/** Whether a line is the greeting of a letter. */
export const isGreeting = (text: string): boolean =>
  text.length <= 60 &&
  /^["«“\s]*(?:bonjour|bonsoir|salut|cher|chere|chers|cheres|coucou|madame|monsieur|mesdames|messieurs|h(?:e|ei)(?:y|lle)|hello|hi|dear|good (?:morning|evening|afternoon))\b/.test(
    fold(text),
  );

/** Whether a line closes a letter (`Yours sincerely,`); the signature comes on the next. */
export const isClosing = (text: string): boolean =>
  text.endsWith(',') && text.length <= 80 && /^[^\s.!?;:,\d-][^.!?;:]*,$/.test(text) && !isGreeting(text);

/** Whether a short text has as many opening as closing quotation marks and brackets of each kind. */
export const isBalanced = (text: string): boolean =>
  !/[«»“”()[\]]/.test(text) ||
  ['«»', '“”', '()', '[]'].every(([open, close]) => text.split(open!).length === text.split(close!).length);
