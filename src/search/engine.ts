import { type SearchDocument, SegmentBuilder } from './builder.ts';
import type { ClauseScorer } from './clause-scorer.ts';
import type { ArticleCondition } from './conditions.ts';
import { evaluate } from './evaluate.ts';
import { type GroupParts, GroupScorer, testOf } from './group-scorer.ts';
import { lengthNorms, type SegmentNorms } from './length-norms.ts';
import { type Lexicon, NO_LEXICON } from './lexicon.ts';
import { passagesIn } from './passage.ts';
import { batches } from './postings.ts';
import { proximity } from './proximity.ts';
import { type Clause, isStrict, type Query, type Requirement } from './query.ts';
import { byScore, type Candidate, TopCandidates } from './rank.ts';
import { requiresWords } from './requirement.ts';
import type { Hit } from './results.ts';
import { type Idf, idfOf, type Scorer } from './scorer.ts';
import { dateNumber, Segment, sourceOf } from './segment.ts';
import { bestMatchCount, type DocFilter, SegmentScorer } from './segment-scorer.ts';
import type { Cluster } from './snippet.ts';
import { isStopWord } from './stop-words.ts';
import { suggest } from './suggest.ts';
import { raiseByTitleStops, titleStops } from './title-stops.ts';
import { RERANKED, SHOWN, SHOWN_IN_TITLE } from './weights.ts';

export type { SearchDocument } from './builder.ts';

export interface SearchOptions {
  /** Most hits returned; all of them if undefined. */
  readonly limit?: number;
  /** Only documents for whose number this is true are searched. */
  readonly filter?: (doc: number) => boolean;
  /** True if a document meets a condition of the query, other than a period. By default, none does. */
  readonly meets?: (doc: number, condition: ArticleCondition) => boolean;
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
export function createMemoryIndex(documents: readonly SearchDocument[], lexicon = NO_LEXICON): Searcher {
  const builder = new SegmentBuilder();
  for (const document of documents) builder.add(document);
  return createSearcher([new Segment(sourceOf(builder.finish()))], lexicon);
}

/** Searches segments as one: documents are numbered through them in their order, deleted ones included. */
export function createSearcher(segments: readonly Segment[], lexicon = NO_LEXICON): Searcher {
  const norms = lengthNorms(segments);
  let last: EvaluatedQuery | undefined;
  // The hits of a search are usually shown next, and their passages need the same scorers.
  const evaluated = (query: Query): EvaluatedQuery => {
    if (last?.query !== query) last = evaluateQuery(norms, query, lexicon);
    return last;
  };
  return {
    search: (query, options = {}) => search(norms, evaluated(query), options),
    countFolded: (query, options = {}) => countFolded(norms, evaluated(query), options),
    suggest: (query) => suggest(segments, query),
    passages: (query, docs, room) => passages(norms, evaluated(query), docs, room),
  };
}

/** A query, its clauses, and for each of these its scorers by segment. */
interface EvaluatedQuery {
  readonly query: Query;
  /** The clauses that rank documents by themselves. */
  readonly clauses: readonly Clause[];
  readonly scorers: readonly (readonly ClauseScorer[])[];
  /** The scorers of the other clauses, by their number in the query: excluded ones, and those of requirements. */
  readonly others: ReadonlyMap<number, readonly ClauseScorer[]>;
  /** The scorers of the segments made last: a search is usually followed by the count of what it folds away. */
  scored?: Scored;
}

/** The scorers of the segments for some options, and the idf of each clause. */
interface Scored {
  readonly filter: SearchOptions['filter'];
  readonly meets: SearchOptions['meets'];
  readonly idfs: readonly Idf[];
  /** How many parts of the query rank documents: its clauses, and the requirements that name words. */
  readonly parts: number;
  readonly segments: readonly SegmentScorer[];
}

const isRanked = ({ excluded, optional, grouped }: Clause): boolean => !excluded && !optional && !grouped;

function evaluateQuery(norms: readonly SegmentNorms[], query: Query, lexicon: Lexicon): EvaluatedQuery {
  const clauses = query.clauses.filter(isRanked);
  const others = query.clauses.flatMap((clause, number) =>
    clause.optional || isRanked(clause) ? [] : [[number, evaluate(norms, clause, lexicon)] as const],
  );
  return {
    query,
    clauses,
    scorers: clauses.map((clause) => evaluate(norms, clause, lexicon)),
    others: new Map(others),
  };
}

function search(
  norms: readonly SegmentNorms[],
  evaluated: EvaluatedQuery,
  options: SearchOptions,
): readonly Hit[] {
  const { query, clauses } = evaluated;
  if (query.unknownConditions.length > 0) return [];
  const { idfs, parts, segments } = scoredBy(norms, evaluated, options);
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  const top = new TopCandidates(Math.max(limit, RERANKED));
  for (const candidatesIn of rounds(query, parts, segments, options.all === true))
    segments.forEach((scorer, segment) => {
      for (const batch of batches(candidatesIn(scorer, top.least)))
        top.add(segment, batch, parts > 0 ? scorer.scoresOf(batch) : scorer.datesOf(batch));
    });
  const found = top.sorted();
  if (clauses.length > 1) rerank(norms, evaluated, idfs, found);
  if (parts > 0) raiseLikeTitles(norms, evaluated, found);
  return found
    .sort(byScore)
    .slice(0, limit)
    .map(({ segment, doc, score }) => ({
      doc: norms[segment]!.base + doc,
      score: parts > 0 ? score : 0,
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
  const { filter, meets } = options;
  const { scored: known } = evaluated;
  if (known && known.filter === filter && known.meets === meets) return known;
  const idfs = idfsOf(norms, evaluated.scorers);
  const parts = evaluated.clauses.length + evaluated.query.requirements.filter(requiresWords).length;
  const scored = { filter, meets, idfs, parts, segments: segmentScorers(norms, evaluated, idfs, options) };
  evaluated.scored = scored;
  return scored;
}

/** The idf of each clause, given its scorers. */
function idfsOf(norms: readonly SegmentNorms[], scorers: readonly (readonly Scorer[])[]): readonly Idf[] {
  const total = norms.reduce((sum, each) => sum + each.segment.count, 0);
  return scorers.map((own) => idfOf(own, total));
}

function segmentScorers(
  norms: readonly SegmentNorms[],
  { query, clauses, scorers, others }: EvaluatedQuery,
  clauseIdfs: readonly Idf[],
  options: SearchOptions,
): SegmentScorer[] {
  setIdfs(scorers, clauseIdfs);
  setIdfs([...others.values()], idfsOf(norms, [...others.values()]));
  const parts = norms.map((each, number) =>
    partsOf(each, query, options, (clause) => others.get(clause)![number]!),
  );
  const groups = query.requirements
    .filter(requiresWords)
    .map((requirement) => parts.map((each) => new GroupScorer(requirement, each)));
  const binding = [...groups, ...scorers.filter((_, clause) => isStrict(clauses[clause]!))];
  const groupIdfs = idfsOf(norms, groups);
  setIdfs(groups, groupIdfs);
  const words = groups.length + tellingWordsIn(query);
  const idf = [...clauseIdfs, ...groupIdfs].reduce(
    (sum, { exact, matched }) => sum + (matched ? exact : 0),
    0,
  );
  return norms.map((each, number) => {
    const own = [...scorers, ...groups].map((scorer) => scorer[number]!);
    const filter = filterOf(
      each,
      query,
      options,
      parts[number]!,
      binding.map((scorer) => scorer[number]!),
    );
    return new SegmentScorer(each.segment, own, { words, idf }, filter);
  });
}

/** The words of a query that rank documents, stop words included. */
const wordsIn = ({ clauses }: Query): number =>
  clauses.reduce((sum, clause) => sum + (isRanked(clause) || clause.optional ? clause.terms.length : 0), 0);

/** The words of a query that rank documents, without stop words: a title's length is measured likewise. */
const tellingWordsIn = ({ clauses }: Query): number =>
  clauses
    .filter(isRanked)
    .reduce(
      (sum, { terms }) => sum + Math.max(1, terms.filter(({ folded }) => !isStopWord(folded)).length),
      0,
    );

/** Sets the idf of each scorer in all segments. */
const setIdfs = (scorers: readonly (readonly Scorer[])[], idfs: readonly Idf[]): void =>
  scorers.forEach((own, i) => {
    for (const scorer of own) scorer.setIdf(idfs[i]!);
  });

function partsOf(
  { segment, base }: SegmentNorms,
  { clauses }: Query,
  { meets = () => false }: SearchOptions,
  scorerOf: GroupParts['scorerOf'],
): GroupParts {
  return {
    segment,
    clauses,
    scorerOf,
    meets: (doc, condition) =>
      condition.kind === 'period' ? isInPeriod(segment.dates[doc]!, condition) : meets(base + doc, condition),
  };
}

/** True if a `dateNumber` is in a period. */
function isInPeriod(date: number, { after, before }: ArticleCondition & { kind: 'period' }): boolean {
  const end = before === undefined ? Number.POSITIVE_INFINITY : dateNumber(before);
  return date !== 0 && date >= dateNumber(after) && date < end;
}

/**
 * The documents of a segment that a query finds, in rounds: `CandidatesIn` may leave out those that score less than `least`, the
 * least of the best so far. What has all words comes first, as little else is among the best where many articles do.
 */
function rounds(
  query: Query,
  parts: number,
  segments: readonly SegmentScorer[],
  all: boolean,
): readonly CandidatesIn[] {
  if (all || !query.loose || parts < 2) return [candidates(query, parts, segments, all)];
  const shown = shownFrom(segments, parts);
  if (!shown) return [];
  return [
    (segment) => segment.full,
    (segment, least) => segment.lacking(shown.least, shown.leastInTitle, least),
  ];
}

type CandidatesIn = (segment: SegmentScorer, least: number) => Uint32Array;

/** How much of the query a document must have at least, or in how many clauses its title; undefined if none has anything. */
function shownFrom(
  segments: readonly SegmentScorer[],
  clauses: number,
): { readonly least: number; readonly leastInTitle: number } | undefined {
  const most = Math.max(...segments.map((segment) => segment.most));
  return most > 0 ? { least: most * SHOWN, leastInTitle: Math.ceil(clauses * SHOWN_IN_TITLE) } : undefined;
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
  const shown = shownFrom(segments, clauses);
  return shown ? (segment) => segment.having(shown.least, shown.leastInTitle) : () => new Uint32Array(0);
}

function passages(
  norms: readonly SegmentNorms[],
  { query, clauses: ranked, scorers: rankedScorers, others }: EvaluatedQuery,
  docs: readonly number[],
  room: number,
): ReadonlyMap<number, Cluster> {
  const clauses = [...ranked, ...[...others.keys()].map((number) => query.clauses[number]!)];
  const scorers = [...rankedScorers, ...others.values()];
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

/** What decides rather than ranks: deletions, requirements, strict and excluded clauses, the caller's filter. Undefined if none apply. */
function filterOf(
  { segment, base }: SegmentNorms,
  { clauses, requirements }: Query,
  { filter }: SearchOptions,
  parts: GroupParts,
  binding: readonly Scorer[],
): DocFilter | undefined {
  const conditions: DocFilter[] = clauses.flatMap(({ excluded, grouped }, number) =>
    excluded && !grouped ? [(doc: number) => !parts.scorerOf(number).has(doc)] : [],
  );
  if (segment.hasDeletions) conditions.push((doc) => !segment.isDeleted(doc));
  conditions.push(...binding.map((scorer) => (doc: number) => scorer.has(doc)));
  const isFilter = (requirement: Requirement): boolean => !requiresWords(requirement);
  conditions.push(...requirements.filter(isFilter).map((requirement) => testOf(requirement, parts)));
  if (filter) conditions.push((doc) => filter(base + doc));
  return conditions.length === 0 ? undefined : (doc) => conditions.every((condition) => condition(doc));
}

/** Adds to the scores of the first candidates how near the words of the query are to each other in them. */
function rerank(
  norms: readonly SegmentNorms[],
  { query, clauses, scorers }: EvaluatedQuery,
  idfs: readonly Idf[],
  candidates: readonly Candidate[],
): void {
  const top = candidates.slice(0, RERANKED);
  const weights = idfs.map((idf) => idf.exact);
  const words = wordsIn(query);
  norms.forEach(({ segment }, number) => {
    const inside = top.filter((candidate) => candidate.segment === number);
    if (inside.length === 0) return;
    const docs = inside.map((candidate) => candidate.doc).sort(ascending);
    const own = scorers.map((scorer) => scorer[number]!);
    const added = proximity(segment, clauses, own, weights, { docs, words });
    for (const candidate of inside) candidate.score += added.get(candidate.doc) ?? 0;
  });
}

/** Raises the scores of the first candidates whose titles have words of the query, by the stop words beside these. */
function raiseLikeTitles(
  norms: readonly SegmentNorms[],
  { query, scorers }: EvaluatedQuery,
  candidates: readonly Candidate[],
): void {
  const stops = titleStops(query);
  if (stops.length === 0) return;
  const inTitle = candidates
    .slice(0, RERANKED)
    .filter(({ segment, doc }) => scorers.some((own) => own[segment]!.isInTitle(doc)));
  raiseByTitleStops(
    norms.map(({ segment }) => segment),
    stops,
    inTitle,
  );
}
