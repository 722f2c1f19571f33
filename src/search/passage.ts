import type { ClauseScorer } from './clause-scorer.ts';
import { offsetOf } from './offsets.ts';
import { starts, TermPositions } from './phrase.ts';
import type { Clause } from './query.ts';
import type { Segment } from './segment.ts';
import { bestCluster, type Cluster } from './snippet.ts';
import { isSought } from './text-matches.ts';

/**
 * The passage of each document's body that matches the most clauses of a query and fits a line of `room` UTF-16 units.
 * Offsets are approximate, since the index has those of a few words only. A document without a match gets its beginning,
 * and no clause.
 *
 * @param scorers  of the clauses, in the segment
 * @param docs     ascending numbers in the segment
 */
export function passagesIn(
  segment: Segment,
  clauses: readonly Clause[],
  scorers: readonly ClauseScorer[],
  docs: readonly number[],
  room: number,
): Map<number, Cluster> {
  const sought = scorers.filter((_, clause) => isSought(clauses[clause]!));
  const readers = sought.map((scorer) => positionsOf(segment, scorer));
  // A clause that too many words match is near any passage.
  const anywhere = sought.filter(hasTooManyWords).length;
  const found = new Map<number, Cluster>();
  for (const doc of docs) {
    const positions = readers.map((read) => read(doc));
    const offsets = positions.some((each) => each.length > 0) ? segment.offsets.get(doc) : [];
    const matches = positions
      .flatMap((each, clause) => each.map((position) => ({ start: offsetOf(position, offsets), clause })))
      .map((match) => ({ ...match, end: match.start }))
      .sort((a, b) => a.start - b.start);
    const best = bestCluster(matches, room);
    found.set(doc, { ...best, clauses: best.clauses + anywhere });
  }
  return found;
}

/** Positions of a word in a document that are considered: the first ones. A book of a million words has fewer. */
const MOST_POSITIONS = 50_000;

/** True if a clause expanded to too many words to keep them. */
const hasTooManyWords = ({ count, expansions }: ClauseScorer): boolean =>
  count > 0 && expansions.every((each) => each.length === 0);

/** Returns a function that reads where the matches of a clause begin in a body. Documents must be read in ascending order. */
function positionsOf(segment: Segment, { expansions, joined }: ClauseScorer): (doc: number) => number[] {
  const terms = expansions.map((each) => new TermPositions(segment, each));
  const compound = new TermPositions(segment, joined);
  return (doc) => {
    const inBody = (term: TermPositions): number[] =>
      term.seek(doc) === doc ? term.read(doc).body.slice(0, MOST_POSITIONS) : [];
    return [...starts(terms.map(inBody), 1), ...inBody(compound)];
  };
}
