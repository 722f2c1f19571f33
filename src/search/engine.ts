import { type SearchDocument, SegmentBuilder } from './builder.ts';
import { type ClauseScorer, type Idf, idfOf } from './clause-scorer.ts';
import { evaluate } from './evaluate.ts';
import { lengthNorms, type SegmentNorms } from './length-norms.ts';
import { passagesIn } from './passage.ts';
import { batches } from './postings.ts';
import { proximity } from './proximity.ts';
import { type Clause, isStrict, type Query } from './query.ts';
import { byScore, type Candidate, TopCandidates } from './rank.ts';
import type { Hit } from './results.ts';
import { dateNumber, Segment, sourceOf } from './segment.ts';
import { bestMatchCount, type DocFilter, SegmentScorer } from './segment-scorer.ts';
import type { Cluster } from './snippet.ts';
import { suggest } from './suggest.ts';
import { RERANKED, SHOWN, SHOWN_IN_TITLE } from './weights.ts';

export type { SearchDocument } from './builder.ts';

export interface SearchOptions {
  /** Most hits returned; all of them if undefined. */
  readonly limit?: number;
  /** Only documents for whose number this is true are searched. */
  readonly filter?: (doc: number) => boolean;
  /** True if documents far below the best, which have only a few of the words, are hits too. */
  readonly all?: boolean;
}

export interface Searcher {
  /** The articles that match `query`, best first; without words to rank them by, newest first. */
  search(query: Query, options?: SearchOptions): readonly Hit[];
  /** How many more articles match with `all`: those that have only some of the words. */
  countFolded(query: Query, options?: SearchOptions): number;
  /** The query with its unknown words replaced by the nearest known ones; undefined if there are no such words. */
  suggest(query: Query): string | undefined;
  /** By document, the passage of its body that matches `query` best, for a line of `room` UTF-16 units: see `passagesIn`. */
  passages(query: Query, docs: readonly number[], room: number): ReadonlyMap<number, Cluster>;
}

/** An index in memory, for catalogues that are small or whose cache folder cannot be written. */
export function createMemoryIndex(documents: readonly SearchDocument[]): Searcher {
  const builder = new SegmentBuilder();
  for (const document of documents) builder.add(document);
  return createSearcher([new Segment(sourceOf(builder.finish()))]);
}

/** Searches segments as one: documents are numbered through them in their order, deleted ones included. */
export function createSearcher(segments: readonly Segment[]): Searcher {
  const norms = lengthNorms(segments);
  let last: EvaluatedQuery | undefined;
  // The hits of a search are usually shown next, and their passages need the same scorers.
  const evaluated = (query: Query): EvaluatedQuery => {
    if (last?.query !== query) last = evaluateQuery(norms, query);
    return last;
  };
  return {
    search: (query, options = {}) => search(norms, evaluated(query), options),
    countFolded: (query, options = {}) => countFolded(norms, evaluated(query), options),
    suggest: (query) => suggest(segments, query),
    passages: (query, docs, room) => passages(norms, evaluated(query), docs, room),
  };
}

/** A query, its required clauses, and for each of these its scorers by segment. */
interface EvaluatedQuery {
  readonly query: Query;
  readonly clauses: readonly Clause[];
  readonly scorers: readonly (readonly ClauseScorer[])[];
  /** The scorers of the segments made last: a search is usually followed by the count of what it folds away. */
  scored?: Scored;
}

/** The scorers of the segments for a filter, and the idf of each clause. */
interface Scored {
  readonly filter: SearchOptions['filter'];
  readonly idfs: readonly Idf[];
  readonly segments: readonly SegmentScorer[];
}

function evaluateQuery(norms: readonly SegmentNorms[], query: Query): EvaluatedQuery {
  const clauses = query.clauses.filter((clause) => !clause.excluded && !clause.optional);
  return { query, clauses, scorers: clauses.map((clause) => evaluate(norms, clause)) };
}

function search(
  norms: readonly SegmentNorms[],
  evaluated: EvaluatedQuery,
  options: SearchOptions,
): readonly Hit[] {
  const { query, clauses } = evaluated;
  if (query.unknownConditions.length > 0) return [];
  const { idfs, segments } = scoredBy(norms, evaluated, options);
  const candidatesIn = candidates(query, clauses.length, segments, options.all === true);
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  const top = new TopCandidates(Math.max(limit, RERANKED));
  segments.forEach((scorer, segment) => {
    for (const batch of batches(candidatesIn(scorer)))
      top.add(segment, batch, clauses.length > 0 ? scorer.scoresOf(batch) : scorer.datesOf(batch));
  });
  const found = top.sorted();
  if (clauses.length > 1) rerank(norms, evaluated, idfs, found);
  return found
    .sort(byScore)
    .slice(0, limit)
    .map(({ segment, doc, score }) => ({
      doc: norms[segment]!.base + doc,
      score: clauses.length > 0 ? score : 0,
    }));
}

function countFolded(
  norms: readonly SegmentNorms[],
  evaluated: EvaluatedQuery,
  options: SearchOptions,
): number {
  const { query, clauses } = evaluated;
  if (!query.loose || clauses.length < 2 || query.unknownConditions.length > 0) return 0;
  const { segments } = scoredBy(norms, evaluated, options);
  const count = (all: boolean): number => {
    const candidatesIn = candidates(query, clauses.length, segments, all);
    return segments.reduce((sum, segment) => sum + candidatesIn(segment).length, 0);
  };
  return count(true) - count(false);
}

function scoredBy(norms: readonly SegmentNorms[], evaluated: EvaluatedQuery, options: SearchOptions): Scored {
  const { filter } = options;
  if (evaluated.scored && evaluated.scored.filter === filter) return evaluated.scored;
  const idfs = idfsOf(norms, evaluated.scorers);
  const scored = { filter, idfs, segments: segmentScorers(norms, evaluated, idfs, options) };
  evaluated.scored = scored;
  return scored;
}

/** The idf of each clause, given its scorers. */
function idfsOf(
  norms: readonly SegmentNorms[],
  scorers: readonly (readonly ClauseScorer[])[],
): readonly Idf[] {
  const total = norms.reduce((sum, each) => sum + each.segment.count, 0);
  return scorers.map((own) => idfOf(own, total));
}

function segmentScorers(
  norms: readonly SegmentNorms[],
  { query, clauses, scorers }: EvaluatedQuery,
  idfs: readonly Idf[],
  options: SearchOptions,
): SegmentScorer[] {
  const excluded = query.clauses.filter((clause) => clause.excluded).map((clause) => evaluate(norms, clause));
  const strict = scorers.filter((_, clause) => isStrict(clauses[clause]!));
  const words = query.clauses.reduce((sum, clause) => sum + (clause.excluded ? 0 : clause.terms.length), 0);
  const idf = idfs.reduce((sum, { exact, matched }) => sum + (matched ? exact : 0), 0);
  return norms.map(({ segment, base }, number) => {
    const own = scorers.map((scorer) => scorer[number]!);
    for (const [clause, scorer] of own.entries()) scorer.setIdf(idfs[clause]!);
    const decisive = {
      required: strict.map((scorer) => scorer[number]!),
      excluded: excluded.map((scorer) => scorer[number]!),
    };
    const filter = filterOf(segment, base, query, options, decisive);
    return new SegmentScorer(segment, own, { words, idf }, filter);
  });
}

/**
 * The documents of each segment that a query finds. Those that lack words come later, by their scores; the ones that lack most
 * of what the best has only if `all` are asked for. Beside strict words, none may lack a word that another has.
 */
function candidates(
  { loose }: Query,
  clauses: number,
  segments: readonly SegmentScorer[],
  all: boolean,
): (segment: SegmentScorer) => Uint32Array {
  if (clauses === 1) return (segment) => segment.full;
  if (clauses === 0 || !loose) {
    const most = bestMatchCount(segments, clauses);
    if (most === 0 && clauses > 0) return () => new Uint32Array(0);
    return (segment) => (most === clauses && clauses > 0 ? segment.full : segment.matching(most));
  }
  if (all) return (segment) => segment.matchingAny();
  const most = Math.max(...segments.map((segment) => segment.most));
  return most > 0
    ? (segment) => segment.having(most * SHOWN, Math.ceil(clauses * SHOWN_IN_TITLE))
    : () => new Uint32Array(0);
}

function passages(
  norms: readonly SegmentNorms[],
  { clauses, scorers }: EvaluatedQuery,
  docs: readonly number[],
  room: number,
): ReadonlyMap<number, Cluster> {
  const found = new Map<number, Cluster>();
  norms.forEach(({ segment, base }, i) => {
    const own = docs.map((doc) => doc - base).filter((doc) => doc >= 0 && doc < segment.count);
    const inSegment = scorers.map((scorer) => scorer[i]!);
    for (const [doc, passage] of passagesIn(segment, clauses, inSegment, own.sort(ascending), room))
      found.set(base + doc, passage);
  });
  return found;
}

const ascending = (a: number, b: number): number => a - b;

/** What decides rather than ranks: deletions, dates, the caller's filter, strict and excluded clauses. Undefined if none apply. */
function filterOf(
  segment: Segment,
  base: number,
  { after, before }: Query,
  { filter }: SearchOptions,
  { required, excluded }: Record<'required' | 'excluded', readonly ClauseScorer[]>,
): DocFilter | undefined {
  const conditions: DocFilter[] = [
    ...required.map((clause) => (doc: number) => clause.has(doc)),
    ...excluded.map((clause) => (doc: number) => !clause.has(doc)),
  ];
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
  return conditions.length === 0 ? undefined : (doc) => conditions.every((condition) => condition(doc));
}

/** Adds to the scores of the first candidates how near the words of the query are to each other in them. */
function rerank(
  norms: readonly SegmentNorms[],
  { clauses, scorers }: EvaluatedQuery,
  idfs: readonly Idf[],
  candidates: readonly Candidate[],
): void {
  const top = candidates.slice(0, RERANKED);
  const weights = idfs.map((idf) => idf.exact);
  norms.forEach(({ segment }, number) => {
    const inside = top.filter((candidate) => candidate.segment === number);
    if (inside.length === 0) return;
    const docs = inside.map((candidate) => candidate.doc).sort(ascending);
    const own = scorers.map((scorer) => scorer[number]!);
    const added = proximity(segment, clauses, own, weights, docs);
    for (const candidate of inside) candidate.score += added.get(candidate.doc) ?? 0;
  });
}
