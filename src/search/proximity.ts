import type { Answer } from './clause-scorer.ts';
import { MAX_EXPANSIONS } from './expand.ts';
import { TermPositions } from './phrase.ts';
import type { Clause } from './query.ts';
import type { Segment } from './segment.ts';
import { NEAR_IN_BODY, NEAR_IN_TITLE, NEAR_WITHIN, OUT_OF_ORDER } from './weights.ts';

/**
 * What it adds to the scores of `docs` (ascending numbers in the segment) that words which follow each other in the query
 * stand near each other, pair by pair: the idea of sequential dependence (Metzler and Croft, “A Markov Random Field
 * Model for Term Dependencies”, SIGIR 2005). Whole for a pair that stands as it was typed, less the wider it is.
 */
export function nearness(
  segment: Segment,
  clauses: readonly Clause[],
  answers: readonly Answer[],
  rarities: readonly number[],
  docs: readonly number[],
): Map<number, number> {
  const terms = clauses.flatMap((clause, i) => {
    const expansions = answers[i]!.expansions[0]!;
    if (clause.field !== undefined || expansions.length === 0 || expansions.length > MAX_EXPANSIONS)
      return [];
    const positions = new TermPositions(segment, expansions);
    return [{ ordinal: clause.terms[0]!.ordinal, rarity: rarities[i]!, positions }];
  });
  const added = new Map<number, number>();
  if (terms.length < 2) return added;
  for (const doc of docs) {
    const places = terms.map((term) =>
      term.positions.seek(doc) === doc ? placesIn(term.positions, doc) : undefined,
    );
    let sum = 0;
    for (let i = 0; i + 1 < terms.length; i += 1) {
      const [one, two] = [places[i], places[i + 1]];
      if (!one || !two) continue;
      const apart = terms[i + 1]!.ordinal - terms[i]!.ordinal;
      const near =
        NEAR_IN_TITLE * closeness(one.title, two.title, apart) +
        NEAR_IN_BODY * closeness(one.body, two.body, apart);
      sum += near * ((terms[i]!.rarity + terms[i + 1]!.rarity) / 2);
    }
    added.set(doc, sum);
  }
  return added;
}

function placesIn(positions: TermPositions, doc: number): { title: number[]; body: number[] } {
  const { meta, body } = positions.read(doc);
  const title = meta.filter((position) => (position & 3) === 0).map((position) => position >> 2);
  return { title, body };
}

/** 1 where a position of `two` is `apart` after one of `one`, less where they are not so near or not in this order. */
function closeness(one: readonly number[], two: readonly number[], apart: number): number {
  let best = 0;
  for (let i = 0, j = 0; i < one.length && j < two.length; ) {
    const distance = two[j]! - one[i]!;
    const factor = distance > 0 ? 1 : OUT_OF_ORDER;
    const excess = Math.abs(Math.abs(distance) - apart);
    if (distance !== 0 && excess < NEAR_WITHIN)
      best = Math.max(best, (factor * (NEAR_WITHIN - excess)) / NEAR_WITHIN);
    if (distance > 0) i += 1;
    else j += 1;
  }
  return best;
}
