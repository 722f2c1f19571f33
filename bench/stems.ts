// Measures the stemmers on the dictionaries of Debian's hunspell-fr, hunspell-en-us and hunspell-en-gb, if installed.
// usage: stems [--verbose]
import { existsSync } from 'node:fs';
import { irregularForms as englishForms, stemEnglish } from '../src/search/stem-en.ts';
import { irregularForms as frenchForms, stemFrench } from '../src/search/stem-fr.ts';
import { tokenize } from '../src/search/tokenize.ts';
import { type Lemma, lemmasOf } from './hunspell.ts';

interface Language {
  readonly name: string;
  /** The dictionary, without extension. */
  readonly path: string;
  readonly stem: (word: string) => string;
  /** The listed forms of a stem. */
  readonly listed: (stem: string) => readonly string[];
  /** Endings by which words of one family differ. */
  readonly kin: ReadonlySet<string>;
  readonly lemmas: (path: string) => readonly Lemma[];
}

const set = (text: string): ReadonlySet<string> => new Set(['', ...text.split(/\s+/)]);

const KIN_FR = set(
  `e es er ee ees ere ement ment ation ateur teur trice atrice eur euse age ance ence ant ante ent able ible if ir oir ure
  ade et ette iste isme ique al aux el eux ie ier iere iser isation aire ite on erie ain ais ois ien aise oise ard otte elle
  ail in ine eau is it i u ue at ate asse`,
);
const KIN_EN = set(
  `e er or ed ing ings eds ly ness ment ion ation ian al ic ical able ible y ie ist ism ous ive ant ent ance ence ful less en
  ize ise age ity s es`,
);

/**
 * Plurals, third persons and participles; other suffixes of English dictionaries derive words. Irregular forms are words
 * of their own in them, and have no forms.
 */
const englishLemmas = (path: string): readonly Lemma[] =>
  lemmasOf(path, (flag) => 'SDG'.includes(flag)).filter(({ forms }) => forms.length > 1);
const ENGLISH = { stem: stemEnglish, listed: englishForms, kin: KIN_EN, lemmas: englishLemmas };
const LANGUAGES: readonly Language[] = [
  {
    name: 'French (hunspell-fr)',
    path: '/usr/share/hunspell/fr',
    stem: stemFrench,
    listed: frenchForms,
    kin: KIN_FR,
    lemmas: lemmasOf,
  },
  { name: 'English (hunspell-en-us)', path: '/usr/share/hunspell/en_US', ...ENGLISH },
  { name: 'English (hunspell-en-gb)', path: '/usr/share/hunspell/en_GB', ...ENGLISH },
];

/** Folded lemmas of at least three letters with their folded forms, without names and compounds. Homographs are one. */
type Lexicon = ReadonlyMap<string, ReadonlySet<string>>;

function lexiconOf(lemmas: readonly Lemma[]): Lexicon {
  const lexicon = new Map<string, Set<string>>();
  for (const { word, forms, facts } of lemmas) {
    const lemma = folded(word);
    if (lemma === undefined || lemma.length < 3 || !isContentWord(facts)) continue;
    const all = lexicon.get(lemma) ?? new Set([lemma]);
    for (const form of forms.map(folded)) if (form !== undefined) all.add(form);
    lexicon.set(lemma, all);
  }
  return lexicon;
}

/** True if a word is a noun, an adjective, a verb or an adverb, if the dictionary says what it is. */
const isContentWord = (facts: string): boolean =>
  !facts.includes('po:') || /po:(?:nom|adj|adv|v[0-3])/.test(facts);

/** A word as it is indexed; undefined if it is not of letters in lower case only. */
function folded(word: string): string | undefined {
  if (word !== word.toLowerCase()) return undefined;
  const [only, ...more] = tokenize(word);
  return only && more.length === 0 && /^[a-z]+$/.test(only.folded) ? only.folded : undefined;
}

/** Without doubled consonants, and with i for y: `raisonner` begins with `raison`. */
const undoubled = (word: string): string => word.replace(/(.)\1/g, '$1').replaceAll('y', 'i');

/** True if both words are listed as irregular forms of one, or differ only by endings of a family. */
function isKin({ stem, listed, kin }: Language, first: string, second: string): boolean {
  const forms = listed(stem(first));
  if (forms.includes(first) && forms.includes(second)) return true;
  const [one, two] = [undoubled(first), undoubled(second)];
  let shared = 0;
  while (shared < one.length && one[shared] === two[shared]) shared += 1;
  return [shared, shared - 1, shared - 2].some(
    (cut) => cut > 2 && kin.has(one.slice(cut)) && kin.has(two.slice(cut)),
  );
}

function groupBy(words: Iterable<string>, keysOf: (word: string) => Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words)
    for (const key of keysOf(word)) {
      const group = groups.get(key);
      if (group) group.push(word);
      else groups.set(key, [word]);
    }
  return groups;
}

function measure(language: Language, verbose: boolean): void {
  const { name, path, stem, lemmas } = language;
  const lexicon = lexiconOf(lemmas(path));
  const lemmasOfForm = groupBy(lexicon.keys(), (lemma) => lexicon.get(lemma)!);
  const lemmasOfStem = groupBy(lexicon.keys(), (lemma) => [stem(lemma)]);
  const pairs = [...lexicon].flatMap(([lemma, forms]) =>
    Array.from(forms, (form) => [form, lemma] as const).filter(([form]) => form !== lemma),
  );
  const missed = pairs.filter(([form, lemma]) => stem(form) !== stem(lemma));
  const isRelated = (one: string, two: string): boolean =>
    isKin(language, one, two) || [...lexicon.get(one)!].some((form) => lemmasOfForm.get(form)!.includes(two));
  const wrong = [...lemmasOfStem.values()].flatMap((met) =>
    met.flatMap((one, i) => met.slice(i + 1).flatMap((two) => (isRelated(one, two) ? [] : [[one, two]]))),
  );
  const strays = [...lemmasOfForm].flatMap(([form, own]) =>
    (lemmasOfStem.get(stem(form)) ?? [])
      .filter((lemma) => !own.some((each) => each === lemma || isRelated(each, lemma)))
      .map((lemma) => [form, lemma] as const),
  );
  const percent = (100 * (1 - missed.length / pairs.length)).toFixed(2);
  console.log(`\n${name}: ${lexicon.size} lemmas, ${pairs.length} pairs of a form and its lemma
share a stem                     ${percent} %
lemmas of different families     ${wrong.length} pairs share a stem
forms and lemmas of another      ${strays.length} pairs share a stem`);
  if (!verbose) return;
  for (const [form, lemma] of missed) console.log(`missed  ${lemma} ${stem(lemma)}  ${form} ${stem(form)}`);
  for (const [one, two] of wrong) console.log(`wrong   ${one} ${two}`);
  for (const [form, lemma] of strays) console.log(`stray   ${form} ${lemma}`);
}

for (const language of LANGUAGES)
  if (existsSync(`${language.path}.dic`)) measure(language, process.argv.includes('--verbose'));
  else console.log(`\n${language.name}: not installed`);
