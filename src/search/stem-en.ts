import { Irregulars } from './irregular.ts';

/**
 * A light stemmer for folded English words. It removes the endings of plurals, verbs in the third person and participles;
 * derived words keep different stems.
 *
 * Steps and conditions are 1a to 1c and 5a of Porter's algorithm (“An algorithm for suffix stripping”, Program 14, 1980):
 * a vowel must precede the ending, double consonants become single. A silent e is always removed, so that it need not be
 * put back. Irregular forms are listed.
 *
 * A regular word starts with all but the last letter of its stem.
 */
export function stemEnglish(word: string): string {
  const irregular = IRREGULAR.stemOf(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4) return last(word);
  const single = plural(word);
  return last(IRREGULAR.stemOf(single) ?? participle(single));
}

/** All irregular forms that have the stem `stem`. */
export const irregularForms = (stem: string): readonly string[] => IRREGULAR.formsOf(stem);

const FORMS = `
add added adding,age aged aging,agree agreed,alias aliases aliased,become became,begin began begun,break broke broken,bring brought,build built,buy bought,catch caught,child children,
choose chose chosen,come came,do did done does doing,draw drew drawn,drive drove driven,eat ate eaten,fall fell fallen,feel felt,
fight fought,find found,fly flew flown,foot feet,forget forgot forgotten,free freed,get got gotten,give gave given,go went gone goes going,
grow grew grown,hear heard,hold held,keep kept,know knew known,lead led,leave left,lend lent,lose lost,make made,man men,
mean meant,meet met,mouse mice,pay paid,rise rose risen,run ran,say said,see saw seen,sell sold,send sent,
show shown,sing sang sung,sit sat,sleep slept,speak spoke spoken,spend spent,stand stood,steal stole stolen,
swim swam swum,take took taken,teach taught,tell told,think thought,throw threw thrown,understand understood,use used using,
wake woke woken,wear wore worn,win won,woman women,write wrote written
`
  .trim()
  .split(/,\s*/);

const IRREGULAR = new Irregulars((letters) =>
  FORMS.filter((row) => row.startsWith(letters) || row.includes(` ${letters}`)).map((row) => {
    const forms = row.split(' ');
    return { stem: last(forms[0]!), forms };
  }),
);

function plural(word: string): string {
  if (!word.endsWith('s')) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  return /(?:ss|us|is)$/.test(word) ? word : word.slice(0, -1);
}

function participle(word: string): string {
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  const cut = word.endsWith('ing') ? 3 : word.endsWith('ed') ? 2 : 0;
  if (cut === 0 || word.endsWith('eed')) return word;
  const stem = word.slice(0, -cut);
  if (stem.length < 3 || !/[aeiouy]/.test(stem)) return word;
  return /([bdfgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}

function last(word: string): string {
  if (word.length > 3 && word.endsWith('e')) return american(word.slice(0, -1));
  return word.length > 2 && word.endsWith('y') ? `${word.slice(0, -1)}i` : american(word);
}

/** Turns British spellings into American ones: `organis(e)`, `colour`. Short words, such as `four`, keep theirs. */
function american(stem: string): string {
  if (stem.length < 6) return stem;
  if (stem.endsWith('is')) return `${stem.slice(0, -1)}z`;
  return stem.endsWith('our') ? `${stem.slice(0, -2)}r` : stem;
}
