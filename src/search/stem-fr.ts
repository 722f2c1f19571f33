import { lazy } from '../algorithms/lazy.ts';
import { Irregulars } from './irregular.ts';
import { ENDINGS as IRREGULAR_ENDINGS, irregularWords } from './irregular-fr.ts';
import { ENDS_OTHERWISE_WITH_E, keptNoun } from './nouns-fr.ts';
import { listedVerbStem } from './verbs-fr.ts';

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
  const known = keptNoun(word) ?? IRREGULAR.stemOf(word);
  if (known !== undefined) return known;
  if (word.length < 3 || !isPlain(word)) return word;
  const single = singular(word);
  const stem = (single === word ? undefined : IRREGULAR.stemOf(single)) ?? listedVerbStem(word);
  if (stem !== undefined) return stem;
  return word.length < 4 ? word : regularStem(single, single !== word);
}

/** The stem of a word that is not listed, by rules. */
function regularStem(single: string, hadPlural: boolean): string {
  if (single.endsWith('iere')) return single.slice(0, -1);
  if (single.length > 4 && single.endsWith('ier')) return single;
  const stem = finish(ending(single, hadPlural));
  // `case` and `caser` are not of `cas`.
  return stem !== single && ENDS_OTHERWISE_WITH_E.has(stem) ? `${stem}e` : stem;
}

/** All irregular forms that have the stem `stem`. */
export const irregularForms = (stem: string): readonly string[] => IRREGULAR.formsOf(stem);

/** Last letters of stems, and the letter that some words with the stem have there instead (`actif`, `active`). */
const ALTERNATES: Readonly<Record<string, string>> = {
  e: 'r',
  f: 'v',
  i: 'y',
  l: 'u',
  r: 'u',
  y: 'i',
  z: 's',
};

/** Prefixes to scan: every regular word with this stem, French or English, starts with one of them. */
export function prefixesOf(stem: string): readonly string[] {
  if (stem.endsWith('e') && ENDS_OTHERWISE_WITH_E.has(stem.slice(0, -1))) return [stem.slice(0, -1)];
  const alternate = ALTERNATES[stem.at(-1)!];
  return alternate === undefined ? [stem] : [stem, stem.slice(0, -1) + alternate];
}

const IRREGULAR = new Irregulars(irregularWords, IRREGULAR_ENDINGS);

function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i += 1) {
    const unit = word.charCodeAt(i);
    if (unit < 0x61 || unit > 0x7a) return false;
  }
  return true;
}

/** The singular: -eaux, -eux and -oux lose their x, -aux becomes -al, -s is removed except from -ss and -ois. */
function singular(word: string): string {
  if (word.endsWith('s')) return /(?:s|oi)s$/.test(word) ? word : word.slice(0, -1);
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
 * replaced by themselves protect words from the shorter rules after them. Those of verbs are of the 1st conjugation.
 */
const endings = lazy(() =>
  suffixRules(`
era/3 a/3
trice>te/2 euse>e/3 eure>e/3 ante/3 asse/3 aise/3 chere>ch/2 gere>g/2 que>qu/1 gue>gu/1 ee/3 e/3
erai/3 ai/3
eron/3 on/4
eur>e/3 oir>oir/1 er/3
eraient/3 assent/3 erait/3 eront/3 aient/3 erent/3 ment>ment/1 escent>escent/1 ait/3 ant/3 ent/3 at/3
eau>eau/1 eu>e/3
assiez/3 eriez/3 erez/3 iez/3 ez/3
`),
);
/** Endings of which only the plural tells the verb from nouns: `parlons`, `parlames`. */
const PLURAL_ENDINGS = `
assion/3 erion/3 eron/3 ion/3 on/3
crate>crat/1 phate>phat/1 ame/3 ate/3
`;

const byLastLetter = (all: readonly SuffixRule[]): ReadonlyMap<string, readonly SuffixRule[]> =>
  new Map([...'aeinrtuz'].map((letter) => [letter, all.filter(({ suffix }) => suffix.endsWith(letter))]));
const rules = lazy(() => byLastLetter(endings()));
const pluralRules = lazy(() => byLastLetter([...suffixRules(PLURAL_ENDINGS), ...endings()]));

function ending(word: string, hadPlural: boolean): string {
  for (const { suffix, replacement, least } of (hadPlural ? pluralRules() : rules()).get(word.at(-1)!) ??
    []) {
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
 * Removes what is left of endings: the e of `mangeons`, one of two consonants (`appelle`, `ancienne`). A v at the end becomes
 * f (`active`).
 */
function finish(stem: string): string {
  const { length } = stem;
  if (length < 4) return stem;
  if (stem.endsWith('ge')) return stem.slice(0, -1);
  if (length > 4 && DOUBLED.test(stem)) return stem.slice(0, -1);
  return stem.endsWith('iv') ? `${stem.slice(0, -1)}f` : stem;
}

/** Consonants that the feminine or a mute e doubles. */
const DOUBLED = /(?:[ae]i|e)ll$|nn$|ett$/;
