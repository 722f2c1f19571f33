import { Irregulars } from './irregular.ts';
import { irregularWords, isVerbInIer, KEPT, NOUNS_IN_S } from './stem-fr-words.ts';

/**
 * A light stemmer for folded French words. The inflected forms of a word (plural, feminine, the forms of a verb) get the same
 * stem; derived words keep different ones (`entreprise` and `entrepreneur`).
 *
 * Endings come from the grammars' conjugation tables and rules for plural and feminine. Removing them in a fixed order, with
 * a least length of the rest, follows Savoy (“A stemming procedure and stopword list for general French corpora”, JASIS 50,
 * 1999). No rule depends on accents, since folding has removed them.
 *
 * A regular word starts with all but the last letter of its stem.
 */
export function stemFrench(word: string): string {
  const irregular = IRREGULAR.stemOf(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || KEPT.has(word) || !isPlain(word)) return word;
  const single = singular(word);
  if (single !== word) {
    if (KEPT.has(single)) return single;
    const known = IRREGULAR.stemOf(single);
    if (known !== undefined) return known;
  }
  if (single.endsWith('iere')) return single.slice(0, -1);
  if (single.length > 4 && single.endsWith('ier') && !isVerbInIer(single)) return single;
  const stem = finish(ending(single, word !== single));
  // `case` is not `cas`.
  return stem.endsWith('s') && NOUNS_IN_S.has(stem) ? single : stem;
}

/** All irregular forms that have the stem `stem`. */
export const irregularForms = (stem: string): readonly string[] => IRREGULAR.formsOf(stem);

/** Last letters of stems, and the letter that some words with the stem have there instead (`actif`, `active`). */
const ALTERNATES: Readonly<Record<string, string>> = { e: 'r', f: 'v', i: 'y', l: 'u', r: 'u', z: 's' };

/** Prefixes to scan: every regular word with this stem, French or English, starts with one of them. */
export function prefixesOf(stem: string): readonly string[] {
  const alternate = ALTERNATES[stem.at(-1)!];
  return alternate === undefined ? [stem] : [stem, stem.slice(0, -1) + alternate];
}

const IRREGULAR = new Irregulars((letters) => irregularWords(letters, finish));

function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i += 1) {
    const unit = word.charCodeAt(i);
    if (unit < 0x61 || unit > 0x7a) return false;
  }
  return true;
}

/** The singular: -eaux, -eux and -oux lose their x, -aux becomes -al, -s is removed except from -ss. */
function singular(word: string): string {
  if (word.endsWith('s')) return word.endsWith('ss') ? word : word.slice(0, -1);
  if (!word.endsWith('x')) return word;
  if (word.endsWith('eaux') || word.endsWith('eux') || word.endsWith('oux')) return word.slice(0, -1);
  return word.endsWith('aux') ? `${word.slice(0, -2)}l` : word;
}

/** A rule of suffixes: the suffix, its replacement, and the least length of the rest before it. */
interface SuffixRule {
  readonly suffix: string;
  readonly replacement: string;
  readonly least: number;
}

/** Parses rules written as `suffix>replacement/least`, or `suffix/least` without a replacement. */
export const suffixRules = (text: string): readonly SuffixRule[] =>
  Array.from(text.matchAll(/(\w+)(?:>(\w+))?\/(\d)/g), ([, suffix = '', replacement = '', least]) => {
    return { suffix, replacement, least: Number(least) };
  });

/**
 * Endings of singular words, for each last letter the longest first (a verb's -s has been removed too). Endings that are
 * replaced by themselves protect words from the shorter rules after them. Those in -n are of the first person plural.
 */
const ENDINGS = suffixRules(`
issera>iss/2 ndra>nd/2 rdra>rd/2 era/3 ira/3 a/4
trice>te/2 issante/3 issance>issance/1 euse>e/3 eure>e/3 ante/3 issee>iss/3 isse/4 asse>ass/2 endre>end/1
ondre>ond/1 erdre>erd/1 ordre>ord/1 andre>and/2 quee>qu/2 guee>gu/2 que>qu/1 gue>gu/1 ee/3 ie/3 ue/3 e/3
isserai>iss/2 ndrai>nd/2 rdrai>rd/2 erai/3 irai/3 issai/3 ai/3 i/3
tion>tion/1 sion>sion/1 xion>xion/1 gion>gion/1 nion>nion/1 erion/3 irion/3 ndrion>nd/2 ission>ission/1 eron/3
iron/3 ndron>nd/2 rdron>rd/2 isson/3 ion/3 on/3
eur>e/3 oir>oir/1 er/3 ir/3
isseraient>iss/2 eraient/3 iraient/3 ndraient>nd/2 rdraient>rd/2 issaient/3 erait/3 irait/3 ndrait>nd/2 rdrait>rd/2
eront/3 iront/3 ndront>nd/2 rdront>rd/2 issait/3 issant/3 issent/4 aient/3 erent/3 irent/3 ment>ment/1 ait/3 ant/3
ent/3 it/4
qu>qu/1 gu>gu/1 eau>eau/1 eu>e/3 ou>ou/1 u/3
isseriez>iss/2 eriez/3 iriez/3 issiez/3 erez/3 irez/3 ndrez>nd/2 rdrez>rd/2 issez/3 iez/3 ez/3
`);

const RULES = new Map(
  [...'aeinrtuz'].map((letter) => [letter, ENDINGS.filter(({ suffix }) => suffix.endsWith(letter))]),
);

function ending(word: string, hadPlural: boolean): string {
  // In -ons, only the plural tells the verb from a noun.
  if (word.endsWith('n') && !hadPlural) return word;
  for (const { suffix, replacement, least } of RULES.get(word.at(-1)!) ?? []) {
    const length = word.length - suffix.length;
    if (length >= least && word.endsWith(suffix) && (replacement !== '' || hasVowel(word, length)))
      return word.slice(0, length) + replacement;
  }
  return word;
}

function hasVowel(word: string, length: number): boolean {
  for (let i = 0; i < length; i += 1) if ('aeiouy'.includes(word[i]!)) return true;
  return false;
}

/**
 * Removes what is left of endings: the -er- of verbs in -érer, the e of `mangeons`, a vowel before a mute e (`specifie`,
 * `effectue`, `emploie` as `employer`), one of two consonants (`appelle`). A v at the end becomes f (`active`).
 */
function finish(stem: string): string {
  let word = stem;
  if (word.length > 4 && word.endsWith('er')) word = word.slice(0, -2);
  else if (word.length > 4 && word.endsWith('ge')) word = word.slice(0, -1);
  const { length } = word;
  if (length < 4) return word;
  const last = word[length - 1]!;
  const before = word[length - 2]!;
  if (last === 'i' || last === 'y' || (last === 'u' && before !== 'q' && before !== 'g'))
    return word.slice(0, -1);
  if (length > 4 && last === before && 'lnts'.includes(last)) return word.slice(0, -1);
  return last === 'v' && before === 'i' ? `${word.slice(0, -1)}f` : word;
}
