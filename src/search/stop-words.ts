/**
 * Words that carry little meaning: articles, pronouns, prepositions, auxiliaries, and the words around a question (`comment
 * faire pour…`, `how do I…`). Folded. Outside a phrase they are optional if the query has other words.
 */
const FRENCH = `
a ai aie aient ainsi ait alors apres as au aucun aucune aura aurai aurais aurait auront aussi autre autres aux avaient
avais avait avant avec avez avoir avons ayant bien c ca car ce ceci cela celle celles celui ces cet cette ceux chaque
chez combien comme comment d dans de deja depuis des donc dont du elle elles en encore entre es est et etaient etais
etait etant ete etes etiez etions etre eu eux faire fais fait faites faudrait faut font ici il ils j jamais je jusqu
jusque l la laquelle le lequel les lesquelles lesquels leur leurs lors lorsqu lorsque lui m ma mais me meme memes
mes mon n ne ni non nos notre nous on ont or ou par parce pas pendant peu peut peuvent peux plus plusieurs plutot
pour pourquoi pourrait pouvoir puis puisqu puisque qu quand que quel quelle quelles quels quelque quelques qui quoi
rien s sa sans se sera serai serait seront ses si sien soi soient sois soit sommes son sont sous souvent suis sur t ta
tandis te tel telle telles tels tes toi ton toujours tous tout toute toutes tres trop tu un une vais vas va vers veut
veux voici voila vos votre vous vont y
dois doit doivent devrais devrait voudrais voudrait aimerais
`;
const ENGLISH = `
about after all am an and any are as at be been before being but by can could did do does doing for from had has have
having he her here hers him his how i if in into is it its just me more most my no nor not of off on only or our out
over own same she should so some such than that the their them then there these they this those through to too under
until up us very was we were what when where which while who whom whose why will with would you your yours ll re ve get getting need want
`;

/** Stop words that are nouns as well: sound, tone, summer, gold, east, steps, verses, goods, power and others. */
const NOUNS = new Set(
  'son ton ete or est pas vers bien pouvoir avoir etre fait sous as will can need'.split(' '),
);
/** Words that precede a noun, and hardly ever a verb, a pronoun or a preposition. */
const DETERMINERS = new Set('l le la un une du des au aux cet d the'.split(' '));

const STOP_WORDS: ReadonlySet<string> = new Set(`${FRENCH} ${ENGLISH}`.trim().split(/\s+/));

/** Whether a folded word is a stop word. Single Latin letters are. */
export const isStopWord = (folded: string): boolean => STOP_WORDS.has(folded) || /^[a-z]$/.test(folded);

/** Whether a stop word is meant as a noun: after a determiner (`du son`) or at the end of the query (`pas de son`). */
export const isNoun = (folded: string, before: string | undefined, last: boolean): boolean =>
  NOUNS.has(folded) && before !== undefined && (last || DETERMINERS.has(before));
