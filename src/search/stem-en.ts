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
  const base = participle(single);
  return IRREGULAR.stemOf(single) ?? last(base, base !== single);
}

/** All irregular forms that have the stem `stem`. */
export const irregularForms = (stem: string): readonly string[] => IRREGULAR.formsOf(stem);

const FORMS = `
ace aced acing, add added adding, addendum addenda, age aged aging, agree agreed, alga algae, alias aliases aliased,
analysis analyses, antenna antennae, appendix appendices, arise arose arisen, atlas atlases, automaton automata, awake
awoke awoken, axis axes, bacterium bacteria, be being been, bear borne, beat beaten, become became, begin began begun,
bend bent, bias biases biased biasing, bite bit bitten, bleed bled, blow blew blown, break broke broken, breed bred,
bring brought, build built, burn burnt, buy bought, cactus cacti, calf calves, canvas canvases, catch caught, child
children, choose chose chosen, cling clung, codex codices, come came, creep crept, crisis crises, criterion criteria,
curriculum curricula, datum data, deal dealt, decree decreed, diagnosis diagnoses, die died dying, dig dug, do did
done does doing, draw drew drawn, dream dreamt, drink drank drunk, drive drove driven, dwell dwelt, eat ate eaten, ebb
ebbed ebbing, egg egged egging, elf elves, emphasis emphases, err erred erring, erratum errata, eye eyed eyeing, fall
fell fallen, feed fed, feel felt, fight fought, find found, flee fled, fling flung, fly flew flown, foot feet, forbid
forbade forbidden, foresee foresaw foreseen, foretell foretold, forget forgot forgotten, forgive forgave forgiven,
free freed, freeze froze frozen, fungus fungi, gas gases gassed gassing, get got gotten, give gave given, go went gone
goes going, goose geese, grow grew grown, guarantee guaranteed, half halves, hang hung, hear heard, hide hid hidden,
hold held, hoof hooves, hypothesis hypotheses, ice iced icing, index indices, keep kept, kneel knelt, knife knives,
know knew known, larva larvae, lay laid, lead led, lean leant, leap leapt, learn learnt, leave left, lend lent, lens
lenses, lie lied lying, light lit, loaf loaves, locus loci, lose lost, make made, man men, matrix matrices, mean
meant, medium media, meet met, memorandum memoranda, mimic mimicked mimicking, mishear misheard, mislead misled,
misspell misspelt, mistake mistook mistaken, misunderstand misunderstood, mouse mice, nucleus nuclei, oasis oases,
outdo outdid outdone, outgrow outgrew outgrown, overcome overcame, overdo overdid overdone, overhear overheard,
override overrode overridden, overrun overran, oversee oversaw overseen, overtake overtook overtaken, overthrow
overthrew overthrown, overwrite overwrote overwritten, owe owed owing, ox oxen, panic panicked panicking, parenthesis
parentheses, pay paid, person people, phenomenon phenomena, picnic picnicked picnicking, quiz quizzes quizzed
quizzing, radius radii, rebind rebound, rebuild rebuilt, redo redid redone, redraw redrew redrawn, referee refereed,
remake remade, repay repaid, rerun reran, resell resold, resend resent, retake retook retaken, retell retold, rethink
rethought, rewind rewound, rewrite rewrote rewritten, ride rode ridden, ring rang rung, rise rose risen, run ran, say
said, scarf scarves, schema schemata, see saw seen, seek sought, self selves, sell sold, send sent, sew sewn, shake
shook shaken, shelf shelves, shine shone, shoot shot, show shown, shrink shrank shrunk, sing sang sung, sink sank
sunk, sit sat, sleep slept, slide slid, smell smelt, speak spoke spoken, spectrum spectra, spell spelt, spend spent,
spill spilt, spin spun, spoil spoilt, spring sprang sprung, stand stood, steal stole stolen, stick stuck, stimulus
stimuli, sting stung, stink stank stunk, stratum strata, strike struck, strive strove striven, swear swore sworn,
sweep swept, swim swam swum, swing swung, synopsis synopses, synthesis syntheses, take took taken, teach taught, tear
tore torn, tell told, thesis theses, thief thieves, think thought, throw threw thrown, tie tied tying, tooth teeth,
traffic trafficked trafficking, tread trod trodden, undergo underwent undergone, understand understood, undertake
undertook undertaken, undo undid undone, unfreeze unfroze unfrozen, unwind unwound, uphold upheld, use used using,
vertebra vertebrae, vertex vertices, vortex vortices, wake woke woken, wear wore worn, weave wove woven, weep wept,
wife wives, win won, withdraw withdrew withdrawn, withhold withheld, withstand withstood, wolf wolves, woman women,
write wrote written
`
  .trim()
  .replace(/\s+/g, ' ')
  .split(', ');

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
  return /([bdgkmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}

/** The last step. `isCut`: the ending of a participle was removed. */
function last(word: string, isCut = false): string {
  if (word.length > 3 && word.endsWith('e')) return oneSpelling(word.slice(0, -1), true);
  return word.length > 2 && word.endsWith('y') ? `${word.slice(0, -1)}i` : oneSpelling(word, isCut);
}

/**
 * Turns British spellings into American ones: `organis(e)`, `colour`. Short words, such as `four`, keep theirs. After an
 * unstressed vowel, a final l is doubled in one spelling or the other (`travelled`, `enroll`), so it becomes single.
 */
function oneSpelling(stem: string, isCut: boolean): string {
  if (DOUBLE_L.test(stem)) return stem.slice(0, -1);
  if (stem.length < 6) return stem;
  if (isCut && stem.endsWith('is')) return `${stem.slice(0, -1)}z`;
  return stem.endsWith('our') ? `${stem.slice(0, -2)}r` : stem;
}

/** A double l at the end of two syllables or more (`travelled`, `fuelled`, but not `quill`). */
const DOUBLE_L = /(?:[aeiouy][^aeiouy]+[aeiouy]+|(?:[aeio]|[^q]u)[aeiou])ll$/;
