import { ClauseScorer } from './clause-scorer.ts';
import {
  type Expansion,
  expand,
  expandTypos,
  MAX_EXPANSIONS,
  type Visit,
  visitExpansions,
} from './expand.ts';
import type { SegmentNorms } from './length-norms.ts';
import type { Lexicon } from './lexicon.ts';
import { PhraseDocs } from './phrase.ts';
import type { Clause, Term } from './query.ts';
import type { Segment } from './segment.ts';
import { spelled } from './suggest.ts';
import { tokenize } from './tokenize.ts';
import { FEW, PREFIX, STEM, SYNONYM, TYPO_BESIDE_BETTER } from './weights.ts';

/**
 * Evaluates a clause in each segment. Misspellings are searched only if hardly any document matches otherwise, and count for
 * little if the word is found or known, and thus was hardly mistyped. Synonyms count for even less; a compound may have them, too
 * (`sans-abri`).
 */
export function evaluate(
  segments: readonly SegmentNorms[],
  clause: Clause,
  lexicon: Lexicon,
): ClauseScorer[] {
  const isSingle = clause.terms.length === 1;
  const scorers = segments.map((each) => (isSingle ? scoreWord(each, clause) : scoreCompound(each, clause)));
  if (isLiteral(clause)) return scorers;
  const [term] = clause.terms;
  const count = scorers.reduce((sum, scorer) => sum + scorer.count, 0);
  const isRare = isSingle && count < FEW;
  const synonyms = synonymsOf(clause, lexicon, count === 0);
  if (!isRare && synonyms.length === 0) return scorers;
  const isReal = scorers.some(({ exactCount }) => exactCount > 0) || lexicon.isWord(term!.folded);
  for (const [i, scorer] of scorers.entries()) {
    scorer.endForms();
    const { segment } = segments[i]!;
    if (isRare) addTypos(scorer, segment, term!, isReal ? TYPO_BESIDE_BETTER : 1);
    scorer.endMeant();
    for (const synonym of synonyms) addSynonym(scorer, segment, synonym);
  }
  return scorers;
}

function addTypos(scorer: ClauseScorer, segment: Segment, term: Term, factor: number): void {
  const typos = expandTypos(segment.dictionary, term, factor);
  for (const typo of typos) scorer.add(segment.docs(typo), typo.weight);
  scorer.expansions = [emptyIfTooMany([...scorer.expansions[0]!, ...typos])];
}

/** The synonyms of a clause's words; `isAbsent` if no document matches the clause. */
export function synonymsOf(clause: Clause, lexicon: Lexicon, isAbsent: boolean): readonly string[] {
  if (clause.field || isLiteral(clause)) return [];
  return lexicon.synonymsOf(clause.terms.map(({ key }) => spelled(key)).join('-'), isAbsent);
}

/** The words of a synonym, any inflection of which matches. */
export function synonymTerms(synonym: string): readonly Term[] {
  const words = tokenize(synonym).filter((word) => !word.joined && !word.inner);
  return words.map(({ folded, key }, ordinal) => ({
    folded,
    key,
    prefix: false,
    exact: false,
    ordinal,
    start: 0,
    end: 0,
  }));
}

/** Adds the documents of a synonym of one word or several, in any inflection. */
function addSynonym(scorer: ClauseScorer, segment: Segment, synonym: string): void {
  const expansions = synonymTerms(synonym).map((term) => expand(segment.dictionary, term, false));
  const [only] = expansions;
  if (expansions.length > 1) scorer.add(new PhraseDocs(segment, expansions, undefined), SYNONYM);
  else for (const each of only ?? []) scorer.add(segment.docs(each), SYNONYM * each.weight);
}

const isLiteral = ({ quoted, excluded }: Clause): boolean => quoted || excluded;

const emptyIfTooMany = (expansions: readonly Expansion[]): readonly Expansion[] =>
  expansions.length > MAX_EXPANSIONS ? [] : expansions;

function scoreWord(norms: SegmentNorms, clause: Clause): ClauseScorer {
  const { segment } = norms;
  const scorer = new ClauseScorer(norms, clause.field);
  const expansions: Expansion[] = [];
  const add: Visit = (entry, weight) => {
    if (expansions.length <= MAX_EXPANSIONS) expansions.push({ ...entry, weight });
    scorer.add(segment.docs(entry), weight);
  };
  visitExpansions(segment.dictionary, clause.terms[0]!, clause.quoted, add);
  for (const term of clause.joined) visitExpansions(segment.dictionary, term, false, add);
  scorer.expansions = [emptyIfTooMany(expansions)];
  return scorer;
}

/** Scores words side by side, or the same words written as one. */
function scoreCompound(norms: SegmentNorms, clause: Clause): ClauseScorer {
  const { segment } = norms;
  const { dictionary } = segment;
  const scorer = new ClauseScorer(norms, clause.field);
  const addPhrase = (expansions: readonly (readonly Expansion[])[], weight: number): void =>
    scorer.add(new PhraseDocs(segment, expansions, clause.field), weight);
  let expansions = clause.terms.map((term) => expand(dictionary, term, clause.quoted));
  const last = expansions.at(-1)!;
  if (last.length > MAX_EXPANSIONS) {
    // Too many words begin with the letters typed so far to look for each beside the others: only the word itself is.
    const exact = last.filter(({ weight }) => weight >= STEM);
    expansions = expansions.slice(0, -1);
    addPhrase([...expansions, exact], 1);
    addPhrase(expansions, PREFIX);
  } else addPhrase(expansions, 1);
  scorer.expansions = expansions;
  if (isLiteral(clause)) return scorer;
  scorer.joined = clause.joined.flatMap((term) => expand(dictionary, term, false));
  for (const each of scorer.joined) scorer.add(segment.docs(each), each.weight);
  return scorer;
}
