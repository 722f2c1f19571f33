import type { ClauseScorer } from './clause-scorer.ts';
import { MAX_EXPANSIONS } from './expand.ts';
import { type HeadingMatch, headingBonus } from './heading-bonus.ts';
import { TermPositions } from './phrase.ts';
import { fieldOf, placeOf } from './postings.ts';
import type { Clause } from './query.ts';
import type { Segment } from './segment.ts';
import {
  NEAR_APART,
  NEAR_IN_BODY,
  NEAR_IN_HEADING,
  NEAR_IN_TITLE,
  NEAR_REPEATS,
  NEAR_WITHIN,
  OUT_OF_ORDER,
  PAIRED_WITH,
} from './weights.ts';

/** A word of the query, and the positions of the words that match it. */
interface ProximityTerm {
  readonly scorer: ClauseScorer;
  readonly ordinal: number;
  readonly idf: number;
  readonly positions: TermPositions;
}

/** Where a document has a word of the query: ascending places by field. */
interface TermPlaces {
  readonly title: readonly number[];
  readonly headings: readonly number[];
  readonly body: readonly number[];
}

/** The documents of a segment to look at, ascending, and how many words the query has, stop words included. */
interface Task {
  readonly docs: readonly number[];
  readonly words: number;
}

/**
 * The bonuses of documents for where the words of the query are. Words near each other: the sequential dependence
 * of Metzler and Croft, “A Markov Random Field Model for Term Dependencies”, SIGIR 2005, where a pair in the order and at the
 * distance of the query counts in full, wider ones less. And words in one heading: `headingBonus`.
 *
 * @param scorers  of the clauses, in the segment
 * @param idfs     of the clauses
 * @returns bonuses by document
 */
export function proximity(
  segment: Segment,
  clauses: readonly Clause[],
  scorers: readonly ClauseScorer[],
  idfs: readonly number[],
  { docs, words }: Task,
): Map<number, number> {
  const terms = clauses.flatMap((clause, i): ProximityTerm[] => {
    const expansions = scorers[i]!.expansions[0]!;
    if (clause.field !== undefined || expansions.length === 0 || expansions.length > MAX_EXPANSIONS)
      return [];
    const positions = new TermPositions(segment, expansions);
    return [{ scorer: scorers[i]!, ordinal: clause.terms[0]!.ordinal, idf: idfs[i]!, positions }];
  });
  if (terms.length < 2) return new Map();
  const query = { words, idf: idfs.reduce((sum, idf) => sum + idf, 0) };
  return new Map(
    docs.map((doc) => {
      const places = placesOf(doc, terms, scorers);
      return [doc, nearBonus(doc, terms, places) + headingBonus(matchesIn(doc, terms, places), query)];
    }),
  );
}

/** Where a document has each of the terms; undefined for those that do not count there. */
function placesOf(
  doc: number,
  terms: readonly ProximityTerm[],
  scorers: readonly ClauseScorer[],
): (TermPlaces | undefined)[] {
  // A misspelling counts where all other words are.
  const isWhole = scorers.filter((scorer) => scorer.isSubstitute(doc)).length < 2;
  return terms.map(({ scorer, positions }) => {
    if (!isWhole && scorer.isSubstitute(doc)) return undefined;
    return positions.seek(doc) === doc ? placesIn(positions, doc) : undefined;
  });
}

function placesIn(positions: TermPositions, doc: number): TermPlaces {
  const { meta, body } = positions.read(doc);
  const placesOfField = (field: 'title' | 'headings'): number[] =>
    meta.filter((position) => fieldOf(position) === field).map(placeOf);
  return { title: placesOfField('title'), headings: placesOfField('headings'), body };
}

/** The sum of the bonuses of pairs of words: not of all, which in a long query would take quadratic time. */
function nearBonus(
  doc: number,
  terms: readonly ProximityTerm[],
  places: readonly (TermPlaces | undefined)[],
): number {
  let sum = 0;
  for (let i = 0; i < terms.length; i += 1)
    for (let j = i + 1; j < terms.length && j <= i + PAIRED_WITH; j += 1) {
      const [one, two] = [places[i], places[j]];
      if (!one || !two) continue;
      const [first, second] = [terms[i]!, terms[j]!];
      const share = Math.min(first.scorer.shareIn(doc), second.scorer.shareIn(doc));
      const near = nearness(one, two, second.ordinal - first.ordinal, j === i + 1);
      sum += share * near * ((first.idf + second.idf) / 2);
    }
  return sum;
}

/** How near two words are to each other in all fields, weighted. @param wanted  their distance in the query */
function nearness(one: TermPlaces, two: TermPlaces, wanted: number, areNeighbors: boolean): number {
  if (!areNeighbors) return NEAR_APART * closeness(one.body, two.body, wanted);
  return (
    NEAR_IN_TITLE * closeness(one.title, two.title, wanted) +
    NEAR_IN_HEADING * closeness(one.headings, two.headings, wanted) +
    NEAR_IN_BODY * closeness(one.body, two.body, wanted)
  );
}

const matchesIn = (
  doc: number,
  terms: readonly ProximityTerm[],
  places: readonly (TermPlaces | undefined)[],
): HeadingMatch[] =>
  terms.map(({ scorer, idf }, i) => ({
    places: places[i]?.headings ?? [],
    idf: idf * scorer.shareIn(doc),
  }));

/**
 * How near positions of two words come to `wanted` words apart, summed over the places where they are near each other: 1 for
 * a place at exactly that, less for others and out of order. Further places add less and less, as occurrences of a word do.
 */
function closeness(one: readonly number[], two: readonly number[], wanted: number): number {
  let sum = 0;
  for (let i = 0, j = 0; i < one.length && j < two.length; ) {
    const distance = two[j]! - one[i]!;
    const excess = Math.abs(Math.abs(distance) - wanted);
    const isNear = distance !== 0 && excess < NEAR_WITHIN;
    if (isNear) sum += ((distance > 0 ? 1 : OUT_OF_ORDER) * (NEAR_WITHIN - excess)) / NEAR_WITHIN;
    if (distance > 0 || isNear) i += 1;
    if (distance <= 0 || isNear) j += 1;
  }
  return ((NEAR_REPEATS + 1) * sum) / (NEAR_REPEATS + sum);
}
