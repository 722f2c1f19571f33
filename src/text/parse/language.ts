const WORDS = {
  fr: 'le la les des du un une et est dans que qui pour pas sur ne au aux avec ce cette il elle nous vous ils par sont mais ou où plus leur être avoir',
  en: 'the of and to in is that it for was with as be on not are this by you we have from or an at which they but has their will can',
} as const;

type Language = keyof typeof WORDS;

const LANGUAGE_OF = new Map(
  Object.entries(WORDS).flatMap(([language, words]) =>
    words.split(' ').map((word) => [word, language as Language] as const),
  ),
);

/** Characters of a text that are looked at, and the votes below which it is left open. */
const SAMPLE = 4000;
const QUORUM = 3;

/** Whether a text is French or English, by a vote of its commonest words; undefined where that says nothing clear. */
export function detectLanguage(text: string): Language | undefined {
  const votes = { fr: 0, en: 0 };
  for (const [word] of text
    .slice(0, SAMPLE)
    .toLowerCase()
    .matchAll(/\p{L}+/gu)) {
    const language = LANGUAGE_OF.get(word);
    if (language) votes[language]++;
  }
  const [most, least] = votes.fr > votes.en ? (['fr', 'en'] as const) : (['en', 'fr'] as const);
  return votes[most] >= QUORUM && votes[most] > 2 * votes[least] ? most : undefined;
}
