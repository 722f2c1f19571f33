import type { ClauseScorer } from './clause-scorer.ts';
import { offsetOf } from './offsets.ts';
import { starts, TermPositions } from './phrase.ts';
import type { Clause } from './query.ts';
import type { Segment } from './segment.ts';
import { bestCluster, type Cluster } from './snippet.ts';
import { isSought } from './text-matches.ts';

/** A clause and what answers it in a segment. */
export interface Answered extends Pick<ClauseScorer, 'docs' | 'expansions' | 'joined'> {
  readonly clause: Clause;
}

/**
 * For each of `docs` (ascending numbers in the segment) the part of its body for a line of `room` UTF-16 units that answers
 * the most of a query: in units of the source, some words off, as offsets are known of a few words only. The beginning,
 * for no clause, where nothing in the body answers it.
 */
export function passagesIn(
  segment: Segment,
  answered: readonly Answered[],
  docs: readonly number[],
  room: number,
): Map<number, Cluster> {
  const sought = answered.filter(({ clause }) => isSought(clause));
  const clauses = sought.map((each) => new ClausePositions(segment, each));
  // What too many words answer is anywhere, also where the others are.
  const anywhere = sought.filter(isAnywhere).length;
  const found = new Map<number, Cluster>();
  for (const doc of docs) {
    const positions = clauses.map((each) => each.read(doc));
    const offsets = positions.some((each) => each.length > 0) ? segment.offsets.get(doc) : [];
    const matches = positions.flatMap((each, clause) =>
      each.map((position) => {
        const start = offsetOf(position, offsets);
        return { start, end: start, clause };
      }),
    );
    const best = bestCluster(
      matches.sort((a, b) => a.start - b.start),
      room,
    );
    found.set(doc, { ...best, clauses: best.clauses + anywhere });
  }
  return found;
}

/** Whether the words that answer a clause are not known for being too many. */
const isAnywhere = ({ docs, expansions }: Answered): boolean =>
  docs.length > 0 && expansions.every((each) => each.length === 0);

/** Where the words of a clause begin in bodies. */
class ClausePositions {
  readonly #terms: readonly TermPositions[];
  readonly #joined: TermPositions;

  constructor(segment: Segment, { expansions, joined }: Answered) {
    this.#terms = expansions.map((each) => new TermPositions(segment, each));
    this.#joined = new TermPositions(segment, joined);
  }

  /** In `doc`, after those asked for before. */
  read(doc: number): number[] {
    const found = starts(
      this.#terms.map((term) => bodyOf(term, doc)),
      1,
    );
    return [...found, ...bodyOf(this.#joined, doc)];
  }
}

const bodyOf = (positions: TermPositions, doc: number): number[] =>
  positions.seek(doc) === doc ? positions.read(doc).body : [];
