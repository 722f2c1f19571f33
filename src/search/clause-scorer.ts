import type { Expansion } from './expand.ts';
import { type SegmentNorms, UNIT_NORM } from './length-norms.ts';
import {
  AUTHOR_BIT,
  batches,
  type DocIterator,
  HEADINGS_BIT,
  META_FIELDS,
  MINOR_BITS,
  PostingBatch,
  SUMMARY_BIT,
  TAGS_BIT,
  TITLE_BIT,
} from './postings.ts';
import type { Field } from './query.ts';
import type { Idf, Matched, Scorer } from './scorer.ts';
import { BOOST, MINOR, SATURATION, STEM, TYPO, TYPO_BESIDE_BETTER } from './weights.ts';

/*
 * Numbers that are added up for each posting are whole: V8 allocates fractions on the heap in code that it has not
 * compiled yet, and a search from the shell is over before it is.
 */

/** A weight of 1, in whole units of weight. */
const FULL = 200;
/** Most that is added up of term frequencies, which are kept in 32 bits: there the score is saturated anyway. */
const MAX_FREQUENCY = 1 << 30;
/** Weighted term frequency at which a score is half its maximum. */
const HALF_SATURATION = SATURATION * UNIT_NORM * FULL;

/** Bits for where a document has the word: in a field other than the body, in the title, in a heading. */
const IN_FIELD = 1;
const IN_TITLE = 2;
const IN_HEADING = 4;

const unitsOf = (weight: number): number => Math.max(1, Math.round(weight * FULL));
/** A match of more units is the word itself, whatever its accents. */
const STEM_UNITS = unitsOf(STEM);
/** A match of as many units is the word, one akin to it, or one that was meant because no article has it as it was typed. */
const MEANT_UNITS = unitsOf(TYPO[2]);
/** A match of no more units, a misspelling beside better matches, does not count as a match of the title. */
const WEAK_UNITS = unitsOf(TYPO[1] * TYPO_BESIDE_BETTER);

/** How much of the word a match of some units is. */
const shareOf = (units: number): number => Math.min(1, units / MEANT_UNITS);

/** The documents of a segment that match a clause, and their scores for it. */
export class ClauseScorer implements Scorer {
  /** The words that match each term, to find their positions. */
  expansions: readonly (readonly Expansion[])[] = [];
  /** The words that match several terms written as one word. */
  joined: readonly Expansion[] = [];
  readonly #norms: SegmentNorms;
  readonly #field: Field | undefined;
  readonly #batch = new PostingBatch();
  /** How many documents match, and how many of them by the word itself. */
  count = 0;
  exactCount = 0;
  /** The matching documents: the first `count`. */
  readonly #matches: Uint32Array;
  /** By document: units of weight of its best match; 0 for no match. */
  readonly #bestUnits: Uint8Array;
  /** By document: sum of term frequency in the body × length norm × units of weight. */
  readonly #bodyFrequencies: Int32Array;
  /** By document: `IN_FIELD` and others. */
  readonly #places: Uint8Array;
  /** By document: the best weighted boost of its fields other than the body. */
  readonly #boosts: Float32Array;
  /** The documents that match in a field other than the body. */
  readonly #fielded: number[] = [];
  /** By units of weight: the maximum score of a body, before saturation. */
  readonly #bodyWeights = new Float64Array(FULL + 1);
  /** By units of weight: a document's share of the query, the clause's idf, less for misspellings beside better matches. */
  readonly #weighedIdfs = new Float64Array(FULL + 1);
  #meant: number | undefined;
  /** The documents that match without misspellings and synonyms; undefined while none are added. */
  #ownForms: ReadonlySet<number> | undefined;
  #idf: Idf = { exact: 0, related: 0, matched: false };

  constructor(norms: SegmentNorms, field: Field | undefined) {
    const { count } = norms.segment;
    this.#norms = norms;
    this.#field = field;
    this.#matches = new Uint32Array(count);
    this.#bestUnits = new Uint8Array(count);
    this.#bodyFrequencies = new Int32Array(count);
    this.#places = new Uint8Array(count);
    this.#boosts = new Float32Array(count);
  }

  /** The matching documents, in the order in which they were found. */
  get docs(): Uint32Array {
    return this.#matches.subarray(0, this.count);
  }

  /** Whether a document matches. */
  has(doc: number): boolean {
    return this.#bestUnits[doc] !== 0;
  }

  get fielded(): readonly number[] {
    return this.#fielded;
  }

  /** True if a document matches in its title. */
  isInTitle(doc: number): boolean {
    return (this.#places[doc]! & IN_TITLE) !== 0;
  }

  /** True if a document matches in a heading. */
  isInHeading(doc: number): boolean {
    return (this.#places[doc]! & IN_HEADING) !== 0;
  }

  /** True if a document has the word or one that was meant, and not only a misspelling of one that others have. */
  isMeant(doc: number): boolean {
    return this.#bestUnits[doc]! >= MEANT_UNITS;
  }

  /** Says that what is added from now on are misspellings and synonyms. */
  endForms(): void {
    this.#ownForms = new Set(this.docs);
  }

  get hasSubstitutes(): boolean {
    return this.#ownForms !== undefined && this.#ownForms.size < this.count;
  }

  /** Says that what is added from now on are synonyms, which do not make a word less telling. */
  endMeant(): void {
    this.#meant = this.count;
  }

  get meantCount(): number {
    return this.#meant ?? this.count;
  }

  isSubstitute(doc: number): boolean {
    return this.#ownForms ? !this.#ownForms.has(doc) : !this.has(doc);
  }

  /** The documents among `docs` that match. */
  matching(docs: Uint32Array): Uint32Array {
    const found = new Uint32Array(docs.length);
    let count = 0;
    for (const batch of batches(docs)) count = this.#copyMatching(batch, found, count);
    return found.subarray(0, count);
  }

  #copyMatching(docs: Uint32Array, found: Uint32Array, from: number): number {
    const bestUnits = this.#bestUnits;
    let count = from;
    for (let i = 0; i < docs.length; i += 1) if (bestUnits[docs[i]!] !== 0) found[count++] = docs[i]!;
    return count;
  }

  /** Sets the clause's idf, which is known once all segments are evaluated, and without which nothing can be scored. */
  setIdf(idf: Idf): void {
    this.#idf = idf;
    for (let units = 1; units <= FULL; units += 1) {
      const own = units > STEM_UNITS ? idf.exact : idf.related;
      this.#bodyWeights[units] = ((SATURATION + 1) * units * own) / FULL;
      this.#weighedIdfs[units] = own * shareOf(units);
    }
  }

  /** The idf of a document's best match. */
  idfOf(doc: number): number {
    return this.#bestUnits[doc]! > STEM_UNITS ? this.#idf.exact : this.#idf.related;
  }

  /** How much of the word a document's match is: 1 if it was meant, less for misspellings beside better matches. */
  shareIn(doc: number): number {
    return shareOf(this.#bestUnits[doc]!);
  }

  get mostOf(): number {
    return Math.max(this.#idf.exact, this.#idf.related);
  }

  amountIn(doc: number): number {
    return this.#weighedIdfs[this.#bestUnits[doc]!]!;
  }

  addTo(matched: Matched): void {
    for (const batch of batches(this.docs)) this.#addBatchTo(batch, matched);
  }

  #addBatchTo(docs: Uint32Array, { sums, titles, counts }: Matched): void {
    const bestUnits = this.#bestUnits;
    const places = this.#places;
    const weighedIdfs = this.#weighedIdfs;
    for (let i = 0; i < docs.length; i += 1) {
      const doc = docs[i]!;
      sums[doc]! += weighedIdfs[bestUnits[doc]!]!;
      counts[doc]! += 1;
      if ((places[doc]! & IN_TITLE) !== 0) titles[doc]! += 1;
    }
  }

  /**
   * Adds to `scores`, parallel to `docs`, the scores of the documents that match: BM25 of the body with the weight of the
   * best match, and the boosts of the other fields. Adds 1 in `titleMatches` for those that match in the title.
   */
  score(docs: Uint32Array, scores: Float64Array, titleMatches: Uint8Array): void {
    const bestUnits = this.#bestUnits;
    const bodyFrequencies = this.#bodyFrequencies;
    const places = this.#places;
    const bodyWeights = this.#bodyWeights;
    for (let i = 0; i < docs.length; i += 1) {
      const doc = docs[i]!;
      const frequency = bodyFrequencies[doc]!;
      if (frequency !== 0)
        scores[i]! += (bodyWeights[bestUnits[doc]!]! * frequency) / (frequency + HALF_SATURATION);
      const place = places[doc]!;
      if ((place & (IN_FIELD | IN_TITLE)) === 0) continue;
      scores[i]! += this.#boosts[doc]! * this.idfOf(doc);
      if ((place & IN_TITLE) !== 0) titleMatches[i]! += 1;
    }
  }

  /** Adds the documents of a word or a phrase that matches with `weight`. */
  add(docs: DocIterator, weight: number): void {
    while (docs.read(this.#batch)) this.#addBatch(this.#batch, weight);
  }

  /** In one function, however long: it runs for every posting of the words of a query. */
  #addBatch({ docs, termFrequencies, masks, length }: PostingBatch, weight: number): void {
    const bestUnits = this.#bestUnits;
    const bodyFrequencies = this.#bodyFrequencies;
    const matches = this.#matches;
    const field = this.#field;
    const { segment, bodyNorms } = this.#norms;
    const { bodyLengths, hasDeletions } = segment;
    const fullUnits = unitsOf(weight);
    const minorUnits = unitsOf(weight * MINOR);
    const searchesBody = field === undefined || field === 'body';
    const isPlain = searchesBody && !hasDeletions;
    let { count, exactCount } = this;
    for (let i = 0; i < length; i += 1) {
      const doc = docs[i]!;
      const mask = masks[i]!;
      let termFrequency = termFrequencies[i]!;
      let units = fullUnits;
      // Nearly all documents of a word have it in their bodies only.
      if (mask !== 0 || !isPlain) {
        if (segment.isDeleted(doc)) continue;
        const matchesField = this.#addFields(doc, mask, weight);
        if (!searchesBody) termFrequency = 0;
        if (termFrequency === 0) {
          if (!matchesField) continue;
          // A whole folder of articles must not make a word seem frequent.
          if (field === undefined && (mask & ~MINOR_BITS) === 0) units = minorUnits;
        }
      }
      const best = bestUnits[doc]!;
      if (best === 0) matches[count++] = doc;
      if (units > best) {
        bestUnits[doc] = units;
        if (units > STEM_UNITS && best <= STEM_UNITS) exactCount += 1;
      }
      const sum = bodyFrequencies[doc]! + termFrequency * bodyNorms[bodyLengths[doc]!]! * units;
      bodyFrequencies[doc] = sum < MAX_FREQUENCY ? sum : MAX_FREQUENCY;
    }
    this.count = count;
    this.exactCount = exactCount;
  }

  /** Adds the boosts of the fields in `mask` that the clause searches; false if there are none. */
  #addFields(doc: number, mask: number, weight: number): boolean {
    const field = this.#field;
    const places = this.#places;
    const has = (bit: number, name: Field | 'headings'): boolean =>
      (mask & bit) !== 0 && (field === undefined || field === name);
    const isTold = unitsOf(weight) > WEAK_UNITS;
    let boost = 0;
    if (has(TITLE_BIT, 'title')) {
      boost += BOOST.title * this.#norms.titleNorms[this.#norms.segment.titleLengths[doc]!]!;
      if (isTold) places[doc]! |= IN_TITLE;
    }
    if (has(TAGS_BIT, 'tags')) boost += BOOST.tags;
    if (has(AUTHOR_BIT, 'author')) boost += BOOST.author;
    if (has(SUMMARY_BIT, 'summary')) boost += BOOST.summary;
    if (isMinor(mask, field)) boost += BOOST.minor;
    if (isTold && has(HEADINGS_BIT, 'headings')) places[doc]! |= IN_HEADING;
    if (boost === 0) return false;
    if ((places[doc]! & IN_FIELD) === 0) this.#fielded.push(doc);
    places[doc]! |= IN_FIELD;
    this.#boosts[doc] = Math.max(this.#boosts[doc]!, weight * boost);
    return true;
  }
}

/** True if one of the fields in `mask` is a minor one, and `field` if given. */
const isMinor = (mask: number, field: Field | undefined): boolean =>
  (mask & MINOR_BITS) !== 0 && (field === undefined || (mask & MINOR_BITS & bitOf(field)) !== 0);

/** The bit of a field in a mask; 0 for the body. */
const bitOf = (field: Field): number => (field === 'body' ? 0 : 1 << META_FIELDS.indexOf(field));
