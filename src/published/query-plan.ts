import { synonymsOf, synonymTerms } from '../search/evaluate.ts';
import { type Expansion, expand, expandTypos, expansionRanges, MAX_EXPANSIONS } from '../search/expand.ts';
import { isPaired } from '../search/fold.ts';
import type { Lexicon } from '../search/lexicon.ts';
import type { Clause, Query, Requirement, Term } from '../search/query.ts';
import { isStopWord } from '../search/stop-words.ts';
import { isInMostTitles, titleStops } from '../search/title-stops.ts';
import { hasLetter, typosAllowed } from '../search/typos.ts';
import { FEW } from '../search/weights.ts';
import type { Extent, OpenSegment } from './open-segment.ts';

/*
 * The parts of a segment that a query reads are known in two steps: the blocks of the dictionary that have the words it may match; then,
 * with these, the postings of the words that it does match. Fetched step by step, a search waits twice, however many words it has.
 */

/** A word that a query looks up in the dictionary. */
export interface SoughtTerm {
  readonly term: Term;
  readonly quoted: boolean;
  /** True if the positions of the words that match it are read, besides their documents. */
  readonly needsPositions: boolean;
  /** True if its misspellings are searched, should hardly any document have it. */
  readonly mayBeMisspelt: boolean;
  /** True for a stop word of titles. */
  readonly ofTitles?: boolean;
}

/** The words that a query looks up. @param all  true if all positions are read, as for passages */
export function soughtTerms(query: Query, lexicon: Lexicon, all = false): readonly SoughtTerm[] {
  const ranked = query.clauses.filter(
    ({ excluded, optional, grouped }) => !excluded && !optional && !grouped,
  );
  const isNear = query.requirements.some(hasNearness);
  const ofClauses = query.clauses
    .filter(({ optional }) => !optional)
    .flatMap((clause) => {
      const isReranked = ranked.length > 1 && ranked.includes(clause) && clause.field === undefined;
      const needsPositions = all || isReranked || (isNear && clause.grouped);
      return termsOf(clause, needsPositions, lexicon);
    });
  const stops = titleStops(query).map((term) => ({
    term,
    quoted: true,
    needsPositions: false,
    mayBeMisspelt: false,
    ofTitles: true,
  }));
  return [...ofClauses, ...stops];
}

function termsOf(clause: Clause, needsPositions: boolean, lexicon: Lexicon): readonly SoughtTerm[] {
  const { terms, joined, quoted, excluded } = clause;
  const isCompound = terms.length > 1;
  const isLiteral = quoted || excluded || isCompound;
  const mayBeMisspelt = (term: Term): boolean =>
    !isLiteral && typosAllowed(term.folded) > 0 && hasLetter(term.folded);
  const synonyms = synonymsOf(clause, lexicon, false).map(synonymTerms);
  return [
    ...terms.map((term) => ({
      term,
      quoted,
      needsPositions: needsPositions || isCompound,
      mayBeMisspelt: mayBeMisspelt(term),
    })),
    ...joined.map((term) => ({ term, quoted: false, needsPositions, mayBeMisspelt: false })),
    ...synonyms.flatMap((words) =>
      words.map((term) => ({
        term,
        quoted: false,
        needsPositions: words.length > 1,
        mayBeMisspelt: false,
      })),
    ),
  ];
}

const hasNearness = (requirement: Requirement): boolean => {
  switch (requirement.kind) {
    case 'near':
      return true;
    case 'not':
      return hasNearness(requirement.of);
    case 'all':
    case 'any':
      return requirement.of.some(hasNearness);
    case 'clause':
    case 'condition':
      return false;
  }
};

/** The units of a segment with all words of its dictionary that may match. */
export function dictionaryUnits(
  { dictionary }: OpenSegment,
  terms: readonly SoughtTerm[],
): readonly number[] {
  const units = new Set<number>();
  for (const { term, quoted } of terms)
    for (const { from, to } of expansionRanges(term, quoted))
      for (let block = dictionary.firstBlockFrom(from); block <= dictionary.lastBlockTo(to); block += 1)
        units.add(block);
  return [...units];
}

/** A sought term with the words of a segment that match it. */
export interface Expanded extends SoughtTerm {
  readonly expansions: readonly Expansion[];
}

/** The words of a segment that match. @throws {MissingUnits} if not all units of `dictionaryUnits` are in memory */
export const expandedIn = ({ dictionary }: OpenSegment, terms: readonly SoughtTerm[]): readonly Expanded[] =>
  terms.map((each) => ({ ...each, expansions: expand(dictionary, each.term, each.quoted) }));

/**
 * The expanded terms of each segment, without the stop words that tell nothing of titles.
 *
 * @param total  documents of all segments
 */
export function withoutCommonStops(
  expanded: readonly (readonly Expanded[])[],
  total: number,
): readonly (readonly Expanded[])[] {
  const countOf = (i: number): number =>
    expanded.reduce((sum, terms) => sum + (terms[i]!.expansions[0]?.count ?? 0), 0);
  return expanded.map((terms) =>
    terms.filter(({ ofTitles }, i) => !ofTitles || !isInMostTitles(countOf(i), total)),
  );
}

/** Where the postings of words are in the file of their segment. */
export const postingsExtents = (segment: OpenSegment, expanded: readonly Expanded[]): readonly Extent[] =>
  expanded.flatMap(({ expansions, needsPositions }) => [
    ...expansions.map((each) => segment.docsExtent(each)),
    ...(needsPositions && expansions.length <= MAX_EXPANSIONS
      ? expansions.map((each) => segment.positionsExtent(each))
      : []),
  ]);

/** The words that so few documents have that their misspellings will be searched. @param expanded  by segment */
export function rareTerms(expanded: readonly (readonly Expanded[])[]): readonly SoughtTerm[] {
  const [first = []] = expanded;
  return first.filter(({ mayBeMisspelt }, i) => {
    const counts = expanded.flatMap((terms) => terms[i]!.expansions.map(({ count }) => count));
    return mayBeMisspelt && counts.reduce((sum, count) => sum + count, 0) < FEW;
  });
}

/** The words of a segment that are misspellings of terms. @throws {MissingUnits} unless the whole dictionary is in memory */
export const misspellingsIn = (
  { dictionary }: OpenSegment,
  terms: readonly SoughtTerm[],
): readonly Expanded[] =>
  terms
    .filter(({ mayBeMisspelt }) => mayBeMisspelt)
    .map((each) => ({ ...each, expansions: expandTypos(dictionary, each.term, 1) }));

/** Fewest letters that stand for all words they begin. */
const BEGINNING = 3;

/**
 * The query without the one or two letters that are being typed, which are then optional; undefined if nothing else is sought. A
 * large share of all words begin with them, whose postings nobody should wait for, and the third letter is about to follow. A
 * blank after them makes them a word: `ia `.
 */
export function withoutShortBeginnings(query: Query): Query | undefined {
  const others = query.clauses.filter((clause) => !isShortBeginning(clause));
  if (others.length === query.clauses.length) return query;
  // Stop words are required beside nothing else, which the word being typed will be.
  if (query.requirements.length === 0 && others.every(isMadeOfStopWords)) return undefined;
  const clauses = query.clauses.map((clause) =>
    others.includes(clause) ? clause : { ...clause, optional: true },
  );
  return { ...query, clauses };
}

const isMadeOfStopWords = ({ terms, quoted, field }: Clause): boolean =>
  !quoted && !field && terms.every(({ folded }) => isStopWord(folded));

const isShortBeginning = ({ terms, excluded, grouped, optional }: Clause): boolean =>
  !excluded &&
  !grouped &&
  !optional &&
  terms.every(({ prefix, folded }) => prefix && folded.length < BEGINNING && !isPaired(folded));
