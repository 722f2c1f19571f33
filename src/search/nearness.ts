import type { ClauseScorer } from './clause-scorer.ts';
import { starts, TermPositions } from './phrase.ts';
import { fieldOf, META_FIELDS, META_STEP, placeOf } from './postings.ts';
import type { Clause, Nearness } from './query.ts';
import type { Segment } from './segment.ts';

/** Headings are searched as part of the body. */
const SEARCHED = [...META_FIELDS.filter((field) => field !== 'headings'), 'body' as const];

/** Words of a text by their numbers, both ends inclusive. */
export interface Places {
  readonly first: number;
  readonly last: number;
}

/** A clause that may be near others, with its scorer in a segment. */
export interface NearClause {
  readonly clause: Clause;
  readonly scorer: ClauseScorer;
}

/** Sorts places by their first word. */
const byFirst = (a: Places, b: Places): number => a.first - b.first;

/**
 * The documents of a segment in which operands are near each other in one field: ascending numbers. An operand that too many
 * words match is near any other.
 */
export function nearDocs(
  segment: Segment,
  { operands, distances }: Nearness,
  clauseOf: (number: number) => NearClause,
): ReadonlySet<number> {
  const all = operands.map((operand) => operand.map(clauseOf));
  const has = (operand: readonly NearClause[], doc: number): boolean =>
    operand.some(({ scorer }) => scorer.has(doc));
  const [rarest = []] = all.toSorted((a, b) => countOf(a) - countOf(b));
  const candidates = [...new Set(rarest.flatMap(({ scorer }) => [...scorer.docs]))].sort((a, b) => a - b);
  const readers = all.map((operand) => operand.map((each) => placesOf(segment, each)));
  const isNear = (doc: number): boolean => {
    const places = readers.map((operand) => operand.map((read) => read(doc)));
    return SEARCHED.some((field) =>
      areNear(
        places.map((operand) => operand.flatMap((each) => each?.[field] ?? []).sort(byFirst)),
        distances,
      ),
    );
  };
  const isKnown = all.every((operand) =>
    operand.every(({ scorer }) => scorer.count === 0 || hasPositions(scorer)),
  );
  const inAll = candidates.filter((doc) => all.every((operand) => has(operand, doc)));
  return new Set(isKnown ? inAll.filter(isNear) : inAll);
}

const countOf = (operand: readonly NearClause[]): number =>
  operand.reduce((sum, { scorer }) => sum + scorer.count, 0);

const hasPositions = ({ expansions, joined }: ClauseScorer): boolean =>
  joined.length > 0 || expansions.some((each) => each.length > 0);

/** True if places can be chosen, one of each list, that are at most `distances` from one list to the next. Lists are sorted. */
export function areNear(lists: readonly (readonly Places[])[], distances: readonly number[]): boolean {
  let reached = lists[0] ?? [];
  for (let i = 1; i < lists.length && reached.length > 0; i += 1)
    reached = lists[i]!.filter((places) => hasNear(reached, places, distances[i - 1]!));
  return reached.length > 0;
}

/** True if one of `all`, sorted, is at most `most` words before or after `places`, without sharing one with it. */
function hasNear(all: readonly Places[], { first, last }: Places, most: number): boolean {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.first > last) high = middle;
    else low = middle + 1;
  }
  const after = all[low];
  if (after && after.first - last <= most) return true;
  for (let i = low - 1; i >= 0 && first - all[i]!.first <= most + LONGEST; i -= 1)
    if (all[i]!.last < first && first - all[i]!.last <= most) return true;
  return false;
}

/** Words of a phrase, at most, that may be before others. */
const LONGEST = 64;

type PlacesByField = Readonly<Partial<Record<(typeof META_FIELDS)[number] | 'body', readonly Places[]>>>;

/** Returns a function that reads the places of a clause in a document. Documents must be read in ascending order. */
function placesOf(
  segment: Segment,
  { clause, scorer }: NearClause,
): (doc: number) => PlacesByField | undefined {
  const terms = scorer.expansions.map((each) => new TermPositions(segment, each));
  const joined = new TermPositions(segment, scorer.joined);
  const { length } = clause.terms;
  const positionsIn = (term: TermPositions, doc: number) =>
    term.seek(doc) === doc ? term.read(doc) : { meta: [], body: [] };
  return (doc) => {
    if (!scorer.has(doc)) return undefined;
    const inTerms = terms.map((term) => positionsIn(term, doc));
    const asOne = positionsIn(joined, doc);
    const found: Partial<Record<keyof PlacesByField, Places[]>> = {};
    const add = (field: keyof PlacesByField, first: number, words: number): void => {
      if (clause.field !== undefined && clause.field !== field) return;
      found[field] ??= [];
      found[field].push({ first, last: first + words - 1 });
    };
    const addMeta = (positions: readonly number[], words: number): void => {
      for (const position of positions) add(fieldOf(position), placeOf(position), words);
    };
    addMeta(
      starts(
        inTerms.map(({ meta }) => meta),
        META_STEP,
      ),
      length,
    );
    addMeta(asOne.meta, 1);
    for (const first of starts(
      inTerms.map(({ body }) => body),
      1,
    ))
      add('body', first, length);
    for (const first of asOne.body) add('body', first, 1);
    return found;
  };
}
