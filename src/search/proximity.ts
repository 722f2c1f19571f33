import type { ClauseScorer } from './clause-scorer.ts';
import { MAX_EXPANSIONS } from './expand.ts';
import { TermPositions } from './phrase.ts';
import { fieldOf, placeOf } from './postings.ts';
import type { Clause } from './query.ts';
import type { Segment } from './segment.ts';
import { NEAR_IN_BODY, NEAR_IN_TITLE, NEAR_REPEATS, NEAR_WITHIN, OUT_OF_ORDER } from './weights.ts';

/** A word of the query, and the positions of the words that match it. */
interface ProximityTerm {
  readonly scorer: ClauseScorer;
  readonly ordinal: number;
  readonly idf: number;
  readonly positions: TermPositions;
}

/**
 * What to add to the scores of documents in which neighboring words of the query are near each other, pair by pair: the
 * sequential dependence of Metzler and Croft, “A Markov Random Field Model for Term Dependencies”, SIGIR 2005. A pair in
 * the order and at the distance of the query counts in full, wider ones less.
 *
 * @param scorers  of the clauses, in the segment
 * @param idfs     of the clauses
 * @param docs     ascending numbers in the segment
 * @returns bonuses by document
 */
export function proximity(
  segment: Segment,
  clauses: readonly Clause[],
  scorers: readonly ClauseScorer[],
  idfs: readonly number[],
  docs: readonly number[],
): Map<number, number> {
  const terms = clauses.flatMap((clause, i): ProximityTerm[] => {
    const expansions = scorers[i]!.expansions[0]!;
    if (clause.field !== undefined || expansions.length === 0 || expansions.length > MAX_EXPANSIONS)
      return [];
    const positions = new TermPositions(segment, expansions);
    return [{ scorer: scorers[i]!, ordinal: clause.terms[0]!.ordinal, idf: idfs[i]!, positions }];
  });
  if (terms.length < 2) return new Map();
  return new Map(docs.map((doc) => [doc, bonusOf(doc, terms, scorers)]));
}

function bonusOf(doc: number, terms: readonly ProximityTerm[], scorers: readonly ClauseScorer[]): number {
  // A misspelling counts where all other words are.
  const isWhole = scorers.filter((scorer) => scorer.isSubstitute(doc)).length < 2;
  const places = terms.map(({ scorer, positions }) => {
    if (!isWhole && scorer.isSubstitute(doc)) return undefined;
    return positions.seek(doc) === doc ? placesIn(positions, doc) : undefined;
  });
  let sum = 0;
  for (let i = 0; i + 1 < terms.length; i += 1) {
    const [one, two] = [places[i], places[i + 1]];
    if (!one || !two) continue;
    const distance = terms[i + 1]!.ordinal - terms[i]!.ordinal;
    const inTitle = NEAR_IN_TITLE * closeness(one.title, two.title, distance);
    const inBody = NEAR_IN_BODY * closeness(one.body, two.body, distance);
    const share = Math.min(terms[i]!.scorer.shareIn(doc), terms[i + 1]!.scorer.shareIn(doc));
    sum += share * (inTitle + inBody) * ((terms[i]!.idf + terms[i + 1]!.idf) / 2);
  }
  return sum;
}

function placesIn(positions: TermPositions, doc: number): { title: number[]; body: number[] } {
  const { meta, body } = positions.read(doc);
  const title = meta.filter((position) => fieldOf(position) === 'title').map(placeOf);
  return { title, body };
}

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
