import type { Answer } from './evaluate.ts';
import { TermPositions } from './phrase.ts';
import type { Clause } from './query.ts';
import type { Segment } from './segment.ts';
import { IN_ORDER, NEARNESS } from './weights.ts';

/** Words that answer a term by the hundred (a letter or two being typed) say nothing by where they stand. */
const MAX_EXPANSIONS = 200;

/**
 * By how much the nearness of the query's words raises the score of each of `docs` (ascending numbers in the segment):
 * a factor from 1 on.
 */
export function nearness(
  segment: Segment,
  clauses: readonly Clause[],
  answers: readonly Answer[],
  docs: readonly number[],
): Map<number, number> {
  const factors = new Map<number, number>();
  const terms = clauses.flatMap((clause, i) => {
    const expansions = answers[i]!.expansions[0]!;
    if (clause.field !== undefined || expansions.length === 0 || expansions.length > MAX_EXPANSIONS)
      return [];
    return [{ ordinal: clause.terms[0]!.ordinal, positions: new TermPositions(segment, expansions) }];
  });
  if (terms.length < 2) return factors;
  for (const doc of docs) {
    const lists = terms.map((term) =>
      term.positions.seek(doc) === doc ? term.positions.read(doc) : undefined,
    );
    if (lists.some((list) => list === undefined)) continue;
    const ordinals = terms.map((term) => term.ordinal);
    const body = closeness(
      lists.map((list) => list!.body),
      ordinals,
    );
    const title = closeness(
      lists.map((list) =>
        list!.meta.filter((position) => (position & 3) === 0).map((position) => position >> 2),
      ),
      ordinals,
    );
    factors.set(doc, 1 + Math.max(body, title));
  }
  return factors;
}

/** What the best window over all lists adds: less the wider it is, more where the words keep the query's order. */
function closeness(lists: readonly (readonly number[])[], ordinals: readonly number[]): number {
  if (lists.some((list) => list.length === 0)) return 0;
  const width = smallestWindow(lists);
  const span = Math.max(...ordinals) - Math.min(...ordinals) + 1;
  const near = NEARNESS * Math.min(1, span / width);
  return near + (width <= span && inOrder(lists, ordinals) ? IN_ORDER : 0);
}

/** The fewest words that hold one position of each list. */
function smallestWindow(lists: readonly (readonly number[])[]): number {
  const all = lists.flatMap((list, number) => list.map((position) => ({ position, number })));
  all.sort((a, b) => a.position - b.position);
  const inside = new Uint32Array(lists.length);
  let missing = lists.length;
  let best = Number.POSITIVE_INFINITY;
  for (let start = 0, end = 0; end < all.length; end += 1) {
    if (inside[all[end]!.number]!++ === 0) missing -= 1;
    for (; missing === 0; start += 1) {
      best = Math.min(best, all[end]!.position - all[start]!.position + 1);
      if (--inside[all[start]!.number]! === 0) missing += 1;
    }
  }
  return best;
}

/** Whether the words stand somewhere as far from each other as in the query. */
function inOrder(lists: readonly (readonly number[])[], ordinals: readonly number[]): boolean {
  const sets = lists.map((list) => new Set(list));
  return lists[0]!.some((position) =>
    sets.every((set, i) => set.has(position + ordinals[i]! - ordinals[0]!)),
  );
}
