import { type SearchDocument, SegmentBuilder } from './builder.ts';
import type { Answer } from './clause-scorer.ts';
import { evaluate } from './evaluate.ts';
import { type Rarity, rarityOf } from './idf.ts';
import { type Scored, scoredSegments } from './length-norms.ts';
import { passagesIn } from './passage.ts';
import { parts } from './postings.ts';
import { nearness } from './proximity.ts';
import type { Clause, Query } from './query.ts';
import { byScore, type Candidate, Selection } from './rank.ts';
import type { Hit } from './results.ts';
import { dateNumber, Segment, sourceOf } from './segment.ts';
import { type Admission, mostOf, Tally } from './segment-scorer.ts';
import type { Cluster } from './snippet.ts';
import { suggest } from './suggest.ts';
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
  const rarity = rarities.reduce((sum, { itself, known }) => sum + (known ? itself : 0), 0);
  const bases = basesOf(scored);
  const tallies = scored.map(({ segment }, number) => {
    const own = answers.map((answer) => answer[number]!);
    own.forEach((answer, clause) => {
      answer.weigh(rarities[clause]!);
    });
    const without = excluded.map((answer) => answer[number]!);
    return new Tally(
      segment,
      own,
      { words, rarity },
      admission(segment, bases[number]!, query, options, without),
    );
  });
  const { most, having } = mostOf(tallies, clauses.length);
  const least = leastOf(query, clauses.length, most);
  const leastInTitle = leastOfTitle(query, clauses.length, having);
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  const selection = new Selection(Math.max(limit, RERANKED));
  const isWhole = clauses.length > 0 && least === clauses.length && leastInTitle === Number.POSITIVE_INFINITY;
  tallies.forEach((tally, segment) => {
    const docs = isWhole ? tally.whole : tally.having(least, leastInTitle);
    for (const part of parts(docs)) selection.add(segment, part, tally.scoresOf(part, isWhole));
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
    const parts = clauses.map((clause, number) => {
      const { docs, expansions, joined } = answers[number]![i]!;
      return { clause, docs, expansions, joined };
    });
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

/** The conditions that are not words: not deleted, dates, the caller's, no word that is `excluded`; undefined for none. */
function admission(
  segment: Segment,
  base: number,
  { after, before }: Query,
  { filter }: SearchOptions,
  excluded: readonly Answer[],
): Admission | undefined {
  const conditions: Admission[] = excluded.map((answer) => (doc) => !answer.has(doc));
  if (segment.hasDeletions) conditions.push((doc) => !segment.isDeleted(doc));
  if (after !== undefined || before !== undefined) {
    const first = dateNumber(after);
    const end = before === undefined ? Number.POSITIVE_INFINITY : dateNumber(before);
    conditions.push((doc) => {
      const date = segment.dates[doc]!;
      return date !== 0 && date >= first && date < end;
    });
  }
  if (filter) conditions.push((doc) => filter(base + doc));
  return conditions.length === 0 ? undefined : (doc) => conditions.every((admits) => admits(doc));
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
