import { Units } from '../unicode/units.ts';
import { childBlocks } from './child-blocks.ts';
import type { Block, Run } from './document.ts';

/**
 * The commonest words of languages; some are in several. Languages other than French and English are here so that they
 * are not taken for one of the two.
 */
const WORDS = {
  fr: 'le la les des du un une et est dans que qui pour pas sur ne au aux avec ce cette il elle nous vous ils par sont mais ou où plus leur être avoir de à en se son sa ses tout très fait comme voir voici lui si peut votre notre quand aussi bien sans sous chaque entre mes mon ma je tu on cela ceci',
  en: 'the of and to in is that it for was with as be on not are this by you we have from or an at which they but has their will can a if your our all use when how what see more its into any how then than also',
  es: 'el la los las de que y en un una por con para del se lo como más pero sus es al no su o le está este esta muy si ya sin sobre son',
  it: 'il lo la gli le di che è e un una per non con sono del della dei nel alla anche ma come più si al da in questo questa o su',
  pt: 'o a os as de que e um uma para com não do da dos das em no na por mais se como mas ao são é seu sua ou este esta',
  ca: 'el la els les de que i en un una per amb no del dels és al es a com més o aquest aquesta seva seves',
  de: 'der die das und ist nicht ein eine mit auf den dem von zu es im in des für sich er sie wir ich auch als an wie oder war wird',
  nl: 'de het een en van is niet dat op met voor zijn te in er aan ook als bij naar maar om hij zij wij dit die deze of was',
  ro: 'și de la în un o cu pe nu care este din pentru mai sau ca sunt se să a fi acest această',
} as const;

const LANGUAGES = Object.keys(WORDS) as (keyof typeof WORDS)[];
const FRENCH = LANGUAGES.indexOf('fr');
const ENGLISH = LANGUAGES.indexOf('en');

/** UTF-16 units of a text that are examined. */
const SAMPLE = 4000;
/** Votes below which no language is detected. */
const MIN_VOTES = 3;
/** French or English must have this many times the votes of the other. */
const CLEAR = 2;

/** Words before an apostrophe and a vowel that only French has. */
const FRENCH_ELISIONS = 'qu c j n s m t lorsqu puisqu jusqu'.split(' ');
/** Languages that elide `l’` and `d’`. */
const ELIDING = (['fr', 'it', 'ca'] as const).map((language) => LANGUAGES.indexOf(language));

/** By word, the indexes in `LANGUAGES` of its languages; an elided word ends with an apostrophe. */
function languagesByWord(): Map<string, number[]> {
  const languages = new Map<string, number[]>();
  for (const [index, language] of LANGUAGES.entries())
    for (const word of WORDS[language].split(' ')) {
      const known = languages.get(word);
      if (known) known.push(index);
      else languages.set(word, [index]);
    }
  for (const word of FRENCH_ELISIONS) languages.set(`${word}'`, [FRENCH]);
  for (const word of ['l', 'd']) languages.set(`${word}'`, ELIDING);
  return languages;
}

const APOSTROPHE = 0x27;
const SLOTS = 2048;
/** A step of FNV-1a over the units of a word. */
const hashed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (SLOTS - 1);

/** The common words by hash: strings made of every word of a text, to look it up, would take several times as long. */
class CommonWords {
  readonly #languages: readonly (readonly number[])[];
  readonly #words: readonly string[];
  /** By slot, the number of a word from 1 on; 0 for none. */
  readonly #slots = new Uint16Array(SLOTS);

  constructor(languages: ReadonlyMap<string, readonly number[]>) {
    this.#words = [...languages.keys()];
    this.#languages = [...languages.values()];
    for (const [index, word] of this.#words.entries()) {
      let hash = 0;
      for (let i = 0; i < word.length; i++) hash = hashed(hash, word.charCodeAt(i));
      let slot = slotOf(hash);
      while (this.#slots[slot] !== 0) slot = (slot + 1) % SLOTS;
      this.#slots[slot] = index + 1;
    }
  }

  /** The languages of the word `units[start, end)`, followed by `last` if that is not 0. */
  languagesOf(
    units: Uint16Array,
    start: number,
    end: number,
    hash: number,
    last: number,
  ): readonly number[] | undefined {
    for (let slot = slotOf(hash); this.#slots[slot] !== 0; slot = (slot + 1) % SLOTS) {
      const number = this.#slots[slot]! - 1;
      if (isWord(this.#words[number]!, units, start, end, last)) return this.#languages[number];
    }
    return undefined;
  }
}

function isWord(word: string, units: Uint16Array, start: number, end: number, last: number): boolean {
  const length = end - start;
  if (word.length !== length + (last === 0 ? 0 : 1)) return false;
  for (let i = 0; i < length; i++) if (word.charCodeAt(i) !== units[start + i]) return false;
  return last === 0 || word.charCodeAt(length) === last;
}

let words: CommonWords | undefined;
const loader = new Units();

/** Whether a text is French or English, by its commonest words; undefined if it is unclear, or another language. */
export function detectLanguage(text: string): 'fr' | 'en' | undefined {
  const votes = votesOf(text.slice(0, SAMPLE).toLowerCase());
  const [french, english] = [votes[FRENCH]!, votes[ENGLISH]!];
  const first = french > english ? FRENCH : ENGLISH;
  const most = Math.max(french, english);
  if (most < MIN_VOTES || most <= CLEAR * Math.min(french, english)) return undefined;
  if (votes.some((count, language) => language !== first && count >= most)) return undefined;
  return first === FRENCH ? 'fr' : 'en';
}

/** By language, how many words of a text in lower case are among its commonest. */
function votesOf(text: string): number[] {
  const votes: number[] = LANGUAGES.map(() => 0);
  words ??= new CommonWords(languagesByWord());
  const units = loader.load(text, 0, text.length);
  for (let at = 0; at < text.length; at++) {
    const start = at;
    let hash = 0;
    for (; isLetter(units[at]!); at++) hash = hashed(hash, units[at]!);
    if (at === start) continue;
    const isElided = (units[at] === APOSTROPHE || units[at] === 0x2019) && isLetter(units[at + 1]!);
    const found = isElided
      ? words.languagesOf(units, start, at, hashed(hash, APOSTROPHE), APOSTROPHE)
      : words.languagesOf(units, start, at, hash, 0);
    if (found) for (const language of found) votes[language]!++;
  }
  return votes;
}

/** Whether a UTF-16 unit of a text in lower case is a letter; punctuation and marks that combine are none. */
const isLetter = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0xdf && unit !== 0xf7 && !(unit >= 0x300 && unit < 0x370) && !(unit >= 0x2000 && unit < 0x2c00));

/** The beginning of the prose in `blocks`, without code: enough to detect the language. */
export function proseOf(blocks: readonly Block[]): string {
  let text = '';
  for (const runs of leavesOf(blocks)) {
    for (const run of runs) if (run.style.role !== 'code') text += run.text;
    text += '\n';
    if (text.length >= SAMPLE) break;
  }
  return text;
}

function* leavesOf(blocks: readonly Block[]): Generator<readonly Run[]> {
  for (const block of blocks) {
    if (block.kind === 'paragraph' || block.kind === 'heading') yield block.runs;
    else if (block.kind === 'table') yield* block.rows.flat();
    else if (block.kind !== 'notes') yield* leavesOf(childBlocks(block));
  }
}
