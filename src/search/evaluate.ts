import { Answer } from './clause-scorer.ts';
import type { Entry } from './dictionary.ts';
import {
  type Expansion,
  expand,
  expandTypos,
  MAX_EXPANSIONS,
  type Visit,
  visitExpansions,
} from './expand.ts';
import type { Scored } from './length-norms.ts';
import { PhraseDocs } from './phrase.ts';
import type { Clause } from './query.ts';
import { FEW, PREFIX, STEM, TYPO_BESIDE_BETTER } from './weights.ts';

/** Evaluates a clause in all segments; misspellings come in where hardly anything else does. */
export function evaluate(scored: readonly Scored[], clause: Clause): Answer[] {
  const isSingle = clause.terms.length === 1;
  const answers = scored.map((each) => (isSingle ? word(each, clause) : compound(each, clause)));
  const better = answers.reduce((sum, { docs }) => sum + docs.length, 0);
  if (!isSingle || isExact(clause) || better >= FEW) return answers;
  const [term] = clause.terms;
  const factor = answers.some(({ itself }) => itself > 0) ? TYPO_BESIDE_BETTER : 1;
  scored.forEach((each, i) => {
    const answer = answers[i]!;
    const typos = expandTypos(each.segment.dictionary, term!, factor);
    for (const typo of typos) addWord(each, answer, typo, typo.weight);
    answer.expansions = [withoutTooMany([...answer.expansions[0]!, ...typos])];
  });
  return answers;
}

const isExact = ({ quoted, excluded }: Clause): boolean => quoted || excluded;

const withoutTooMany = (expansions: readonly Expansion[]): readonly Expansion[] =>
  expansions.length > MAX_EXPANSIONS ? [] : expansions;

function word(scored: Scored, clause: Clause): Answer {
  const answer = new Answer(scored, clause.field);
  const expansions: Expansion[] = [];
  visitAnswers(scored, clause, (cursor, weight) => {
    if (expansions.length <= MAX_EXPANSIONS) expansions.push({ ...cursor.entry(), weight });
    addWord(scored, answer, cursor, weight);
  });
  answer.expansions = [withoutTooMany(expansions)];
  return answer;
}

/** Shows the words of a segment that answer a clause of one word. */
function visitAnswers({ segment }: Scored, { terms, quoted, joined }: Clause, visit: Visit): void {
  visitExpansions(segment.dictionary, terms[0]!, quoted, visit);
  for (const term of joined) visitExpansions(segment.dictionary, term, false, visit);
}

/** Words side by side, or the same written as one. */
function compound(scored: Scored, clause: Clause): Answer {
  const { segment } = scored;
  const { dictionary } = segment;
  const answer = new Answer(scored, clause.field);
  let expansions = clause.terms.map((term) => expand(dictionary, term, clause.quoted));
  const last = expansions.at(-1)!;
  if (last.length > MAX_EXPANSIONS) {
    // Letters being typed say little yet of what stands beside the others, but as the word they are.
    const itself = [...expansions.slice(0, -1), last.filter(({ weight }) => weight >= STEM)];
    answer.add(new PhraseDocs(segment, itself, clause.field), 1);
    expansions = expansions.slice(0, -1);
    answer.add(new PhraseDocs(segment, expansions, clause.field), PREFIX);
  } else answer.add(new PhraseDocs(segment, expansions, clause.field), 1);
  answer.expansions = expansions;
  if (isExact(clause)) return answer;
  answer.joined = clause.joined.flatMap((term) => expand(dictionary, term, false));
  for (const each of answer.joined) addWord(scored, answer, each, each.weight);
  return answer;
}

function addWord({ segment }: Scored, answer: Answer, entry: Entry, weight: number): void {
  answer.add(segment.docs(entry), weight);
}
