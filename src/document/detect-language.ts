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

type Language = keyof typeof WORDS;

const LANGUAGES = Object.keys(WORDS) as Language[];
/** The indexes in `LANGUAGES` of the languages of a word. */
const LANGUAGES_OF_WORD = new Map<string, number[]>();
for (const [index, language] of LANGUAGES.entries()) {
  for (const word of WORDS[language].split(' ')) {
    LANGUAGES_OF_WORD.set(word, [...(LANGUAGES_OF_WORD.get(word) ?? []), index]);
  }
}

/** UTF-16 units of a text that are examined. */
const SAMPLE = 4000;
/** Votes below which no language is detected. */
const MIN_VOTES = 3;
/** French or English must have this many times the votes of the other. */
const CLEAR = 2;

/** Words that only French elides. */
const FRENCH_ELISION = /^(?:qu|c|j|n|s|m|t|lorsqu|puisqu|jusqu)$/;
const FRENCH = [LANGUAGES.indexOf('fr')];
/** Languages that elide `l’` and `d’`. */
const ELIDING = (['fr', 'it', 'ca'] as const).map((language) => LANGUAGES.indexOf(language));

/** Whether a text is French or English, by its commonest words; undefined if it is unclear, or another language. */
export function detectLanguage(text: string): 'fr' | 'en' | undefined {
  const votes = votesOf(text.slice(0, SAMPLE));
  const [first, second] = LANGUAGES.toSorted((a, b) => votes[b] - votes[a]);
  if (first !== 'fr' && first !== 'en') return undefined;
  const other = first === 'fr' ? 'en' : 'fr';
  const most = votes[first];
  return most >= MIN_VOTES && most > votes[second!] && most > CLEAR * votes[other] ? first : undefined;
}

function votesOf(text: string): Record<Language, number> {
  const votes: number[] = LANGUAGES.map(() => 0);
  const lower = text.toLowerCase();
  // By units rather than with a pattern, which takes several times as long: every file of a library is read so.
  for (let at = 0; at < lower.length; at++) {
    const start = at;
    while (isLetter(lower.charCodeAt(at))) at++;
    if (at === start) continue;
    const unit = lower.charCodeAt(at);
    const isElided = (unit === 0x27 || unit === 0x2019) && isLetter(lower.charCodeAt(at + 1));
    const word = lower.slice(start, at);
    const languages = isElided ? elidingLanguages(word) : LANGUAGES_OF_WORD.get(word);
    if (languages) for (const language of languages) votes[language]!++;
  }
  return Object.fromEntries(LANGUAGES.map((language, index) => [language, votes[index]])) as Record<
    Language,
    number
  >;
}

/** Whether a UTF-16 unit of a text in lower case is a letter; punctuation and marks that combine are none. */
const isLetter = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0xdf && unit !== 0xf7 && !(unit >= 0x300 && unit < 0x370) && !(unit >= 0x2000 && unit < 0x2c00));

/** The languages that write `word` with an apostrophe before a vowel. */
function elidingLanguages(word: string): readonly number[] | undefined {
  if (FRENCH_ELISION.test(word)) return FRENCH;
  return word === 'l' || word === 'd' ? ELIDING : undefined;
}

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
