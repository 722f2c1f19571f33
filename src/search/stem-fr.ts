import { IRREGULAR, KEPT } from './stem-fr-words.ts';

/**
 * A light stemmer for folded French words: it brings together the inflected forms of a word (plural, feminine, the
 * forms of a verb) and leaves derived words alone (`entreprise` and `entrepreneur` stay apart).
 *
 * Endings are those of the grammars' conjugation tables (first, second and third group) and of the formation of
 * plural and feminine; the idea of removing them in a fixed order, with a least length for what stays, is
 * Savoy's (“A stemming procedure and stopword list for general French corpora”, JASIS 50, 1999). As the words come
 * without accents, no rule looks at one.
 */
export function stemFrench(word: string): string {
  if (word.length < 4) return IRREGULAR.get(word) ?? word;
  const known = IRREGULAR.get(word);
  if (known !== undefined) return known;
  if (KEPT.has(word) || !/^[a-z]+$/.test(word)) return word;
  const single = singular(word);
  const base = IRREGULAR.get(single);
  if (base !== undefined) return base;
  if (KEPT.has(single)) return single;
  return finish(feminine(verb(single)));
}

/** Plural: -eaux → -eau, -aux → -al, -oux, -eux → without x, -s off. */
function singular(word: string): string {
  if (word.endsWith('eaux')) return word.slice(0, -1);
  if (word.endsWith('aux') && word.length > 4) return `${word.slice(0, -2)}l`;
  if (/(?:eu|ou)x$/.test(word)) return word.slice(0, -1);
  if (word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1);
  return word;
}

/** Verb endings, longest first; what stays has at least the length given. */
const VERB: readonly (readonly [ending: RegExp, stay: number])[] = [
  [/(?:iss)(?:ai(?:en)?t|ai|ant|ante|ent|ion|iez|on|ez|e)$/, 3],
  [/(?:e|i)?r(?:ai(?:en)?t|ai|ion|iez|a|on|ez|ont)$/, 3],
  [/(?:ai(?:en)?t|ai|ant|ante|iez|ez|er|ir|asse|assent|erent|irent|urent|ame|ate)$/, 3],
  [/(?:ee|ie|ue)$/, 3],
  [/(?:re)$/, 4],
  [/(?:ent)$/, 3],
  [/(?:on)$/, 4],
  [/[eiu]$/, 3],
];

function verb(word: string): string {
  for (const [ending, stay] of VERB) {
    const at = word.search(ending);
    if (at >= stay && /[aeiouy]/.test(word.slice(0, at))) return word.slice(0, at);
  }
  return word;
}

/** Feminine: -euse → -eu, -ive → -if, -elle, -enne … with one consonant. */
function feminine(word: string): string {
  if (word.endsWith('eus')) return word.slice(0, -1);
  if (word.endsWith('iv') && word.length > 4) return `${word.slice(0, -1)}f`;
  return word;
}

/** What spelling changes at the end of a stem: doubled consonants, the e of `-ge-`, the u of `-qu-`. */
function finish(word: string): string {
  if (word.length > 3 && /([lntsp])\1$/.test(word)) return word.slice(0, -1);
  if (word.length > 3 && word.endsWith('ge')) return word.slice(0, -1);
  return word;
}

const FORMS = new Map<string, string[]>();
for (const [form, stem] of IRREGULAR) FORMS.set(stem, [...(FORMS.get(stem) ?? []), form]);

/** All irregular forms of the word that `word` is a form of; none for a regular one. */
export const irregularForms = (word: string): readonly string[] => FORMS.get(stemFrench(word)) ?? [];
