import type { Entry } from './dictionary.ts';
import { type Expansion, expand, expandTypos, type Visit, visitExpansions } from './expand.ts';
import { PhraseDocs } from './phrase.ts';
import { AUTHOR_BIT, TAGS_BIT, TITLE_BIT } from './postings.ts';
import type { Clause, Field } from './query.ts';
import { lengthOfByte, type Segment, type Totals } from './segment.ts';
import {
  BODY_LENGTH,
  BOOST,
  FEW,
  PREFIX,
  SATURATION,
  STEM,
  TITLE_LENGTH,
  TYPO,
  TYPO_BESIDE_BETTER,
} from './weights.ts';

/** Marks: the word itself is there, in whatever accents, not only an inflection of it, what begins with it or is like it. */
export const ITSELF = 1;
export const IN_TITLE = 2;

/** What counts no more than this, a misspelling beside better, makes no title the one that was asked for. */
const PASSING = TYPO[1] * TYPO_BESIDE_BETTER;

/** Documents in the order they were met: the first `count`. In place of a list, which would be copied as it grows. */
class Touched {
  count = 0;
  readonly docs: Uint32Array;

  constructor(most: number) {
    this.docs = new Uint32Array(most);
  }
}

/** A segment with what scoring needs of it: how much a time in the body and in the title counts, by length byte. */
export interface Scored {
  readonly segment: Segment;
  readonly bodyNorms: Float32Array;
  readonly titleNorms: Float32Array;
  /** By document, all zero between two uses. */
  readonly body: Float32Array;
  readonly meta: Float32Array;
  readonly bests: Float32Array;
  readonly marks: Uint8Array;
  /** Documents whose weight is not zero. */
  readonly touched: Touched;
}

/** The documents of a segment that answer a clause, and how well. */
export interface Answer {
  readonly docs: Uint32Array;
  readonly scores: Float32Array;
  /** `ITSELF` and `IN_TITLE`. */
  readonly marks: Uint8Array;
  /** How many have the word itself. */
  readonly itself: number;
  /** The words that answered each term, to find their positions. */
  readonly expansions: readonly (readonly Expansion[])[];
  /** Those that answer several terms written as one. */
  readonly joined: readonly Expansion[];
}

/** Prepares segments to be scored together: lengths count beside the mean of all documents. */
export function scoredSegments(segments: readonly Segment[]): Scored[] {
  const body = norms(segments, 'body', BODY_LENGTH);
  const title = norms(segments, 'title', TITLE_LENGTH);
  return segments.map((segment) => ({
    segment,
    bodyNorms: body,
    titleNorms: title,
    body: new Float32Array(segment.count),
    meta: new Float32Array(segment.count),
    bests: new Float32Array(segment.count),
    marks: new Uint8Array(segment.count),
    touched: new Touched(segment.count),
  }));
}

/** By length byte, how much a time counts in a text of that length. */
function norms(segments: readonly Segment[], field: keyof Totals, b: number): Float32Array {
  const [words, count] = segments.reduce(
    ([sum, docs], { totals, count }) => [sum + totals[field], docs + count],
    [0, 0],
  );
  const mean = Math.max(1, words / Math.max(1, count));
  const found = new Float32Array(256);
  for (let byte = 0; byte < 256; byte += 1) found[byte] = 1 / (1 - b + (b * lengthOfByte(byte)) / mean);
  return found;
}

/** Evaluates a clause in all segments; misspellings come in where hardly anything else does. */
export function evaluate(scored: readonly Scored[], clause: Clause): Answer[] {
  const exact = clause.quoted || clause.excluded;
  const single = clause.terms.length === 1;
  const answers = scored.map((each) => (single ? word(each, clause) : compound(each, clause, exact)));
  const [term] = clause.terms;
  const better = answers.reduce((sum, answer) => sum + answer.docs.length, 0);
  if (!single || exact || better >= FEW) return answers;
  const spelled = answers.some(({ marks }) => marks.some((mark) => (mark & ITSELF) !== 0));
  const factor = spelled ? TYPO_BESIDE_BETTER : 1;
  return scored.map((each, i) => {
    const typos = expandTypos(each.segment.dictionary, term!, factor);
    if (typos.length === 0) return answers[i]!;
    return withTypos(each, clause, answers[i]!, typos);
  });
}

/** Words that answer one term, remembered for their positions; of more, none is near anything. */
const MAX_EXPANSIONS = 200;

function word(scored: Scored, clause: Clause): Answer {
  const expansions: Expansion[] = [];
  visitAnswers(scored, clause, (cursor, weight) => {
    if (expansions.length <= MAX_EXPANSIONS) expansions.push({ ...cursor.entry(), weight });
    addWord(scored, cursor, weight, clause.field);
  });
  return collect(scored, [expansions.length > MAX_EXPANSIONS ? [] : expansions]);
}

/** Shows the words of a segment that answer a clause of one word. */
function visitAnswers({ segment }: Scored, { terms, quoted, joined }: Clause, visit: Visit): void {
  visitExpansions(segment.dictionary, terms[0]!, quoted, visit);
  for (const term of joined) visitExpansions(segment.dictionary, term, false, visit);
}

/** Words side by side, or the same written as one. */
function compound(scored: Scored, clause: Clause, exact: boolean): Answer {
  const { dictionary } = scored.segment;
  let expansions = clause.terms.map((term) => expand(dictionary, term, clause.quoted));
  const last = expansions.at(-1)!;
  if (last.length > MAX_EXPANSIONS) {
    // Letters being typed say little yet of what stands beside the others, but as the word they are.
    const itself = [...expansions.slice(0, -1), last.filter(({ weight }) => weight >= STEM)];
    addDocs(scored, new PhraseDocs(scored.segment, itself, clause.field), 1, undefined);
    expansions = expansions.slice(0, -1);
    addDocs(scored, new PhraseDocs(scored.segment, expansions, clause.field), PREFIX, undefined);
  } else addDocs(scored, new PhraseDocs(scored.segment, expansions, clause.field), 1, undefined);
  if (exact) return collect(scored, expansions);
  const joined = clause.joined.flatMap((term) => expand(dictionary, term, false));
  for (const each of joined) addWord(scored, each, each.weight, clause.field);
  return collect(scored, expansions, joined);
}

/** Adds misspellings to what answers already. */
function withTypos(scored: Scored, clause: Clause, answer: Answer, typos: readonly Expansion[]): Answer {
  visitAnswers(scored, clause, (cursor, weight) => addWord(scored, cursor, weight, clause.field));
  for (const each of typos) addWord(scored, each, each.weight, clause.field);
  const expansions = [...answer.expansions[0]!, ...typos];
  return collect(scored, [expansions.length > MAX_EXPANSIONS ? [] : expansions]);
}

function addWord(scored: Scored, entry: Entry, weight: number, field: Field | undefined): void {
  addDocs(scored, scored.segment.docs(entry), weight, field);
}

/** What there is of a word or of a phrase, document by document. */
interface Docs {
  next(): boolean;
  readonly doc: number;
  readonly times: number;
  readonly mask: number;
}

function addDocs(scored: Scored, docs: Docs, weight: number, field: Field | undefined): void {
  const { segment, body, meta, bests, marks, touched, bodyNorms } = scored;
  const { bodyLengths, count, hasDeletions } = segment;
  const inBody = field === undefined || field === 'body';
  const asTitle = weight > PASSING && (field === undefined || field === 'title');
  while (docs.next() && docs.doc < count) {
    const { doc, times, mask } = docs;
    if (hasDeletions && segment.isDeleted(doc)) continue;
    const other = mask === 0 ? 0 : weight * metaScore(scored, doc, mask, field);
    if (other === 0 && (!inBody || times === 0)) continue;
    if (bests[doc] === 0) touched.docs[touched.count++] = doc;
    if (inBody) body[doc]! += weight * times * bodyNorms[bodyLengths[doc]!]!;
    if (asTitle && (mask & TITLE_BIT) !== 0) marks[doc] = IN_TITLE;
    if (other > meta[doc]!) meta[doc] = other;
    if (weight > bests[doc]!) bests[doc] = weight;
  }
}

function metaScore(scored: Scored, doc: number, mask: number, field: Field | undefined): number {
  let score = 0;
  if ((mask & TITLE_BIT) !== 0 && (field === undefined || field === 'title'))
    score += BOOST.title * scored.titleNorms[scored.segment.titleLengths[doc]!]!;
  if ((mask & TAGS_BIT) !== 0 && (field === undefined || field === 'tags')) score += BOOST.tags;
  if ((mask & AUTHOR_BIT) !== 0 && (field === undefined || field === 'author')) score += BOOST.author;
  return score;
}

/** Takes what was added: BM25 of the body, as good as the best match in it, and the boosts of the other fields. */
function collect(
  scored: Scored,
  expansions: readonly (readonly Expansion[])[],
  joined: readonly Expansion[] = [],
): Answer {
  const { body, meta, bests, marks: inTitle, touched } = scored;
  const docs = touched.docs.slice(0, touched.count);
  const scores = new Float32Array(docs.length);
  const marks = new Uint8Array(docs.length);
  let itself = 0;
  for (let i = 0; i < docs.length; i += 1) {
    const doc = docs[i]!;
    const times = body[doc]!;
    const best = bests[doc]!;
    scores[i] = ((SATURATION + 1) * times * best) / (times + SATURATION) + meta[doc]!;
    const isItself = best > STEM ? ITSELF : 0;
    marks[i] = inTitle[doc]! | isItself;
    itself += isItself;
    inTitle[doc] = 0;
    body[doc] = 0;
    meta[doc] = 0;
    bests[doc] = 0;
  }
  touched.count = 0;
  return { docs, scores, marks, itself, expansions, joined };
}
