import { type SearchDocument, SegmentBuilder } from './builder.ts';
import { type Answer, evaluate, type Scored, scoredSegments } from './evaluate.ts';
import type { Hit } from './match.ts';
import { nearness } from './near.ts';
import { passagesIn } from './passage.ts';
import type { Clause, Query } from './query.ts';
import { byScore, type Candidate, Selection } from './rank.ts';
import { dateNumber, Segment, sourceOf } from './segment.ts';
import type { Cluster } from './snippet.ts';
import { suggest } from './suggest.ts';
import { EXCLUDED, mostOf, type Rarity, rarityOf, tallyOf } from './tally.ts';
import { FEW, LEAST_OF_FEW, LEAST_OF_SENTENCE, RERANKED } from './weights.ts';

export type { SearchDocument } from './builder.ts';

export interface SearchOptions {
  /** Most hits returned; all of them without it. */
  readonly limit?: number;
  /** Articles to look at, by number. */
  readonly filter?: (doc: number) => boolean;
}

export interface Searcher {
  /** The articles that answer `query`, best first. */
  search(query: Query, options?: SearchOptions): readonly Hit[];
  /** The query with its unknown words replaced by the nearest known ones; undefined where there is none. */
  suggest(query: Query): string | undefined;
  /** By document, where its body answers `query` best, for a line of `room` UTF-16 units: see `passagesIn`. */
  passages(query: Query, docs: readonly number[], room: number): ReadonlyMap<number, Cluster>;
}

/** An index in memory, for catalogues that are small or whose cache folder cannot be written. */
export function createMemoryIndex(documents: readonly SearchDocument[]): Searcher {
  const builder = new SegmentBuilder();
  for (const document of documents) builder.add(document);
  return createSearcher([new Segment(sourceOf(builder.finish()))]);
}

/** Searches segments as one: documents are numbered through them in their order, those deleted included. */
export function createSearcher(segments: readonly Segment[]): Searcher {
  const scored = scoredSegments(segments);
  let last: Answered | undefined;
  // What is found is mostly shown, and for that the same words are needed.
  const answered = (query: Query): Answered => {
    if (last?.query !== query) last = answer(scored, query);
    return last;
  };
  return {
    search: (query, options = {}) => search(scored, answered(query), options),
    suggest: (query) => suggest(segments, query),
    passages: (query, docs, room) => passages(scored, answered(query), docs, room),
  };
}

/** A query and, for each of its clauses that must be answered, what does in each segment. */
interface Answered {
  readonly query: Query;
  readonly clauses: readonly Clause[];
  readonly answers: readonly (readonly Answer[])[];
}

const isRequired = (clause: Clause): boolean => !clause.excluded && !clause.optional;

function answer(scored: readonly Scored[], query: Query): Answered {
  const clauses = query.clauses.filter(isRequired);
  return { query, clauses, answers: clauses.map((clause) => evaluate(scored, clause)) };
}

function search(
  scored: readonly Scored[],
  { query, clauses, answers }: Answered,
  options: SearchOptions,
): readonly Hit[] {
  const excluded = query.clauses
    .filter((clause) => clause.excluded)
    .map((clause) => evaluate(scored, clause));
  const total = scored.reduce((sum, each) => sum + each.segment.count, 0);
  const rarities = answers.map((answer) => rarityOf(answer, total));
  const words = query.clauses.reduce((sum, clause) => sum + (clause.excluded ? 0 : clause.terms.length), 0);
  const tallies = scored.map((each, number) => {
    const own = answers.map((answer) => answer[number]!);
    const tally = tallyOf(each, own, rarities, words);
    for (const answer of excluded) for (const doc of answer[number]!.docs) tally.counts[doc] = EXCLUDED;
    return tally;
  });
  const bases = basesOf(scored);
  const admissions = scored.map(({ segment }, i) => admission(segment, bases[i]!, query, options));
  const { most, having } = mostOf(tallies, clauses.length, admissions);
  const least = leastOf(query, clauses.length, most);
  const leastInTitle = leastOfTitle(query, clauses.length, having);
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  const selection = new Selection(Math.max(limit, RERANKED));
  // Where all words are asked for, the articles that have the rarest are enough.
  const isWhole = clauses.length > 0 && least === clauses.length && leastInTitle === Number.POSITIVE_INFINITY;
  tallies.forEach((tally, segment) => {
    const { counts, titles, rarest } = tally;
    const admits = admissions[segment]!;
    const length = isWhole ? rarest.length : counts.length;
    for (let i = 0; i < length; i += 1) {
      const doc = isWhole ? rarest[i]! : i;
      const count = counts[doc]!;
      if ((count >= least || titles[doc]! >= leastInTitle) && count !== EXCLUDED && admits(doc))
        selection.add(segment, doc, tally.scoreOf(doc));
    }
  });
  const first = selection.sorted();
  if (clauses.length > 1) rerank(scored, clauses, answers, rarities, first);
  return first
    .sort(byScore)
    .slice(0, limit)
    .map(({ segment, doc, score }) => ({ doc: bases[segment]! + doc, score }));
}

/** The words that an article must have of the `all` asked for, where the one that has most of them has `most`. */
function leastOf(query: Query, all: number, most: number): number {
  if (all === 0) return 0;
  return Math.max(1, query.sentence ? Math.ceil(most * LEAST_OF_SENTENCE) : most);
}

/**
 * The words that an article needs in its title to be found without the others: a part of the `all` asked for where only few
 * articles, `having`, have the most of them; elsewhere the title makes up for none.
 */
const leastOfTitle = (query: Query, all: number, having: number): number =>
  query.loose && all > 1 && having < FEW ? Math.ceil(all * LEAST_OF_FEW) : Number.POSITIVE_INFINITY;

function passages(
  scored: readonly Scored[],
  { clauses, answers }: Answered,
  docs: readonly number[],
  room: number,
): ReadonlyMap<number, Cluster> {
  const found = new Map<number, Cluster>();
  basesOf(scored).forEach((base, i) => {
    const { segment } = scored[i]!;
    const own = docs.map((doc) => doc - base).filter((doc) => doc >= 0 && doc < segment.count);
    const parts = clauses.map((clause, number) => ({ clause, ...answers[number]![i]! }));
    for (const [doc, passage] of passagesIn(
      segment,
      parts,
      own.sort((a, b) => a - b),
      room,
    ))
      found.set(base + doc, passage);
  });
  return found;
}

function basesOf(scored: readonly Scored[]): number[] {
  let base = 0;
  return scored.map((each) => {
    base += each.segment.count;
    return base - each.segment.count;
  });
}

/** The conditions that are not words: not deleted, dates, the caller's. */
function admission(
  segment: Segment,
  base: number,
  query: Query,
  options: SearchOptions,
): (doc: number) => boolean {
  const { filter } = options;
  const after = dateNumber(query.after);
  const before = query.before === undefined ? Number.POSITIVE_INFINITY : dateNumber(query.before);
  const dated = query.after !== undefined || query.before !== undefined;
  return (doc) => {
    if (segment.isDeleted(doc)) return false;
    if (dated) {
      const date = segment.dates[doc]!;
      if (date === 0 || date < after || date >= before) return false;
    }
    return filter === undefined || filter(base + doc);
  };
}

/** Raises the scores of the first candidates by how near to each other the words stand in them. */
function rerank(
  scored: readonly Scored[],
  clauses: readonly Clause[],
  answers: readonly (readonly Answer[])[],
  rarities: readonly Rarity[],
  candidates: Candidate[],
): void {
  const top = candidates.slice(0, RERANKED);
  const weights = rarities.map((rarity) => rarity.itself);
  scored.forEach(({ segment }, number) => {
    const inside = top.filter((candidate) => candidate.segment === number);
    if (inside.length === 0) return;
    const docs = inside.map((candidate) => candidate.doc).sort((a, b) => a - b);
    const own = answers.map((answer) => answer[number]!);
    const added = nearness(segment, clauses, own, weights, docs);
    for (const candidate of inside) candidate.score += added.get(candidate.doc) ?? 0;
  });
}
