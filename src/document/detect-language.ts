import type { Block, Run } from './document.ts';

/**
 * The commonest words of languages. Those that are neither French nor English are there to be told apart from them;
 * many words are in several.
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
const SETS = new Map<string, readonly Language[]>();
for (const language of LANGUAGES)
  for (const word of WORDS[language].split(' ')) SETS.set(word, [...(SETS.get(word) ?? []), language]);

/** Characters of a text that are looked at, and the votes below which it is left open. */
const SAMPLE = 4000;
const QUORUM = 3;
/** Between French and English a text is left open unless one has this many times the votes of the other. */
const CLEAR = 2;

/** French puts these before vowels, with an apostrophe (`l’`, `d’` and others are Italian and Catalan as well). */
const ELIDED = /^(?:qu|c|j|n|s|m|t|lorsqu|puisqu|jusqu)$/;

/**
 * Whether a text is French or English, by a vote of its commonest words; undefined where that says nothing clear, or
 * another language.
 */
export function detectLanguage(text: string): 'fr' | 'en' | undefined {
  const votes = new Map<Language, number>(LANGUAGES.map((language) => [language, 0]));
  const vote = (language: Language) => votes.set(language, votes.get(language)! + 1);
  for (const [, word = '', apostrophe] of text
    .slice(0, SAMPLE)
    .toLowerCase()
    .matchAll(/(\p{L}+)(['’](?=\p{L}))?/gu)) {
    if (apostrophe === undefined) for (const language of SETS.get(word) ?? []) vote(language);
    else if (ELIDED.test(word)) vote('fr');
    else if (word === 'l' || word === 'd') for (const language of ['fr', 'it', 'ca'] as const) vote(language);
  }
  const [most, next] = LANGUAGES.toSorted((a, b) => votes.get(b)! - votes.get(a)!) as [Language, Language];
  const other = most === 'fr' ? 'en' : 'fr';
  const isClear =
    votes.get(most)! >= QUORUM &&
    votes.get(most)! > votes.get(next)! &&
    votes.get(most)! > CLEAR * votes.get(other)!;
  return isClear && (most === 'fr' || most === 'en') ? most : undefined;
}

/** The beginning of what blocks say in sentences, code left out: enough to detect a language by. */
export function proseOf(blocks: readonly Block[]): string {
  let text = '';
  const add = (runs: readonly Run[]): void => {
    for (const run of runs) if (run.style.role !== 'code') text += run.text;
    text += '\n';
  };
  const walk = (some: readonly Block[]): void => {
    for (const block of some) {
      if (text.length >= SAMPLE) return;
      if (block.kind === 'paragraph' || block.kind === 'heading') add(block.runs);
      else if (block.kind === 'quotation') walk(block.blocks);
      else if (block.kind === 'list') for (const item of block.items) walk(item.blocks);
      else if (block.kind === 'table') for (const row of block.rows) row.forEach(add);
    }
  };
  walk(blocks);
  return text;
}
