import type { Expansion } from './expand.ts';
import type { Rarity } from './idf.ts';
import { ONCE, type Scored } from './length-norms.ts';
import { AUTHOR_BIT, type Docs, parts, Run, TAGS_BIT, TITLE_BIT } from './postings.ts';
import type { Field } from './query.ts';
import { BOOST, SATURATION, STEM, TYPO, TYPO_BESIDE_BETTER } from './weights.ts';

/*
 * What is added up posting by posting are whole numbers: fractions are objects to code that is not compiled yet, and a
 * search from the shell is over before it is.
 */

/** A weight of 1. */
const FULL = 200;
/** Times that are counted, which are kept in 32 bits: by then a score is at its height. */
const MOST = 1 << 30;
/** Times at which a score is half as high as it can be. */
const SATURATED = SATURATION * ONCE * FULL;

/** Where else than in the body a document has the word: in its title, which may be asked for so, or in another field. */
const IN_TITLE = 2;
const ELSEWHERE = 1;

const shareOf = (weight: number): number => Math.max(1, Math.round(weight * FULL));
/** What counts more than this is the word itself, in whatever accents. */
const STEM_SHARE = shareOf(STEM);
/** What counts no more than this, a misspelling beside better, makes no title the one that was asked for. */
const PASSING_SHARE = shareOf(TYPO[1] * TYPO_BESIDE_BETTER);

/** The documents of a segment that answer a clause, and how well. */
export class Answer {
  /** The words that answered each term, to find their positions. */
  expansions: readonly (readonly Expansion[])[] = [];
  /** Those that answer several terms written as one. */
  joined: readonly Expansion[] = [];
  /** How many documents have the word itself, in whatever accents, not only another that answers it. */
  itself = 0;
  private readonly scored: Scored;
  private readonly field: Field | undefined;
  private readonly run = new Run();
  private readonly met: Uint32Array;
  private count = 0;
  /** By document, all zero where it does not answer: the share of the word that answers best. */
  private readonly bests: Uint8Array;
  /** Times in the body, each by its word's share and the body's length. */
  private readonly body: Int32Array;
  /** `IN_TITLE` or `ELSEWHERE`. */
  private readonly others: Uint8Array;
  /** The best boost of a field other than the body. */
  private readonly boosts: Float32Array;
  /** By share: what a document gets for it, but for how often the word is there. */
  private readonly worths = new Float64Array(FULL + 1);
  private rarity: Rarity = { itself: 0, others: 0, known: false };

  constructor(scored: Scored, field: Field | undefined) {
    const { count } = scored.segment;
    this.scored = scored;
    this.field = field;
    this.met = new Uint32Array(count);
    this.bests = new Uint8Array(count);
    this.body = new Int32Array(count);
    this.others = new Uint8Array(count);
    this.boosts = new Float32Array(count);
  }

  /** The documents, in the order they were met. */
  get docs(): Uint32Array {
    return this.met.subarray(0, this.count);
  }

  has(doc: number): boolean {
    return this.bests[doc] !== 0;
  }

  /** Those of `docs` that answer. */
  among(docs: Uint32Array): Uint32Array {
    const found = new Uint32Array(docs.length);
    let count = 0;
    for (const part of parts(docs)) count = this.addAmong(part, found, count);
    return found.subarray(0, count);
  }

  private addAmong(docs: Uint32Array, found: Uint32Array, from: number): number {
    const { bests } = this;
    let count = from;
    for (let i = 0; i < docs.length; i += 1) if (bests[docs[i]!] !== 0) found[count++] = docs[i]!;
    return count;
  }

  isInTitle(doc: number): boolean {
    return this.others[doc] === IN_TITLE;
  }

  /** Tells how rare the clause is, once it is known of all segments, so that documents can be scored. */
  weigh(rarity: Rarity): void {
    this.rarity = rarity;
    for (let share = 1; share <= FULL; share += 1)
      this.worths[share] =
        ((SATURATION + 1) * share * (share > STEM_SHARE ? rarity.itself : rarity.others)) / FULL;
  }

  /** How rare what a document answers is. */
  rarityOf(doc: number): number {
    return this.bests[doc]! > STEM_SHARE ? this.rarity.itself : this.rarity.others;
  }

  /**
   * Adds to `scores`, one for each of `docs`, what those that answer get for it: BM25 of the body, as good as its best word,
   * and the boosts of the other fields. Counts in `inTitle` those that have it there.
   */
  score(docs: Uint32Array, scores: Float64Array, inTitle: Uint8Array): void {
    const { bests, body, others, worths } = this;
    for (let i = 0; i < docs.length; i += 1) {
      const doc = docs[i]!;
      const times = body[doc]!;
      if (times !== 0) scores[i]! += (worths[bests[doc]!]! * times) / (times + SATURATED);
      if (others[doc] === 0) continue;
      scores[i]! += this.boosts[doc]! * this.rarityOf(doc);
      if (others[doc] === IN_TITLE) inTitle[i]! += 1;
    }
  }

  /** Adds the documents of a word or a phrase, which counts `weight`. */
  add(docs: Docs, weight: number): void {
    while (docs.read(this.run)) this.addRun(this.run, weight);
  }

  private addRun({ docs, times, masks, length }: Run, weight: number): void {
    const { bests, body, met, field } = this;
    const { segment, bodyNorms } = this.scored;
    const { bodyLengths, hasDeletions } = segment;
    const share = shareOf(weight);
    const isItself = share > STEM_SHARE;
    const inBody = field === undefined || field === 'body';
    const isPlain = inBody && !hasDeletions;
    let { count, itself } = this;
    for (let i = 0; i < length; i += 1) {
      const doc = docs[i]!;
      const mask = masks[i]!;
      let here = times[i]!;
      // Nearly all documents of a word have it in their bodies only.
      if (mask !== 0 || !isPlain) {
        if (segment.isDeleted(doc)) continue;
        const isElsewhere = this.addElsewhere(doc, mask, weight);
        if (!inBody) here = 0;
        if (here === 0 && !isElsewhere) continue;
      }
      const best = bests[doc]!;
      if (best === 0) met[count++] = doc;
      if (share > best) {
        bests[doc] = share;
        if (isItself && best <= STEM_SHARE) itself += 1;
      }
      const all = body[doc]! + here * bodyNorms[bodyLengths[doc]!]! * share;
      body[doc] = all < MOST ? all : MOST;
    }
    this.count = count;
    this.itself = itself;
  }

  /** Counts the fields in `mask` that are asked for; whether there are any. */
  private addElsewhere(doc: number, mask: number, weight: number): boolean {
    const { field, boosts, others, scored } = this;
    const has = (bit: number, name: Field): boolean =>
      (mask & bit) !== 0 && (field === undefined || field === name);
    let boost = 0;
    if (has(TITLE_BIT, 'title')) {
      boost += BOOST.title * scored.titleNorms[scored.segment.titleLengths[doc]!]!;
      if (shareOf(weight) > PASSING_SHARE) others[doc] = IN_TITLE;
    }
    if (has(TAGS_BIT, 'tags')) boost += BOOST.tags;
    if (has(AUTHOR_BIT, 'author')) boost += BOOST.author;
    if (boost === 0) return false;
    if (others[doc] === 0) others[doc] = ELSEWHERE;
    if (weight * boost > boosts[doc]!) boosts[doc] = weight * boost;
    return true;
  }
}
