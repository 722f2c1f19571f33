import type { ClauseScorer } from './clause-scorer.ts';
import type { ArticleCondition } from './conditions.ts';
import { nearDocs } from './nearness.ts';
import type { Clause, Nearness, Requirement } from './query.ts';
import { holds, requiresWords } from './requirement.ts';
import type { Idf, Matched, Scorer } from './scorer.ts';
import type { Segment } from './segment.ts';

/** What requirements are made of in a segment. */
export interface GroupParts {
  readonly segment: Segment;
  readonly clauses: readonly Clause[];
  /** By the number of its clause. */
  readonly scorerOf: (clause: number) => ClauseScorer;
  readonly meets: (doc: number, condition: ArticleCondition) => boolean;
}

/** A function that tells whether a document of a segment meets a requirement. */
export function testOf(requirement: Requirement, parts: GroupParts): (doc: number) => boolean {
  const { segment, clauses, scorerOf, meets } = parts;
  const near = new Map<Nearness, ReadonlySet<number>>();
  const nearIn = (nearness: Nearness): ReadonlySet<number> => {
    const known = near.get(nearness);
    if (known) return known;
    const found = nearDocs(segment, nearness, (number) => ({
      clause: clauses[number]!,
      scorer: scorerOf(number),
    }));
    near.set(nearness, found);
    return found;
  };
  return (doc) =>
    holds(requirement, {
      clause: (clause) => scorerOf(clause).has(doc),
      condition: (condition) => meets(doc, condition),
      near: (nearness) => nearIn(nearness).has(doc),
    });
}

/** Scores a requirement that names words as one part of the query: its documents, by their words. */
export class GroupScorer implements Scorer {
  readonly docs: Uint32Array;
  readonly #requirement: Requirement;
  readonly #parts: GroupParts;
  readonly #isIn: Uint8Array;
  #idf = 0;

  /** @param parts  with the idf of their scorers set */
  constructor(requirement: Requirement, parts: GroupParts) {
    this.#requirement = requirement;
    this.#parts = parts;
    this.#isIn = new Uint8Array(parts.segment.count);
    const test = testOf(requirement, parts);
    this.docs = Uint32Array.from(candidatesOf(requirement, parts.scorerOf)).filter(test);
    for (const doc of this.docs) this.#isIn[doc] = 1;
  }

  get count(): number {
    return this.docs.length;
  }

  get meantCount(): number {
    return this.docs.length;
  }

  get exactCount(): number {
    return this.docs.length;
  }

  setIdf(idf: Idf): void {
    this.#idf = idf.exact;
  }

  has(doc: number): boolean {
    return this.#isIn[doc] === 1;
  }

  isMeant(doc: number): boolean {
    return this.has(doc);
  }

  get hasSubstitutes(): boolean {
    return false;
  }

  isSubstitute(doc: number): boolean {
    return !this.has(doc);
  }

  isInTitle(doc: number): boolean {
    return this.has(doc) && isInTitle(this.#requirement, doc, this.#parts.scorerOf);
  }

  isInHeading(): boolean {
    return false;
  }

  idfOf(): number {
    return this.#idf;
  }

  matching(docs: Uint32Array): Uint32Array {
    return docs.filter((doc) => this.has(doc));
  }

  get mostOf(): number {
    return this.#idf;
  }

  amountIn(doc: number): number {
    return this.has(doc) ? this.#idf : 0;
  }

  addTo({ sums, titles, counts }: Matched): void {
    for (const doc of this.docs) {
      sums[doc]! += this.#idf;
      counts[doc]! += 1;
      if (this.isInTitle(doc)) titles[doc]! += 1;
    }
  }

  score(docs: Uint32Array, scores: Float64Array, titleMatches: Uint8Array): void {
    const own = scoresOf(this.#requirement, docs, this.#parts.scorerOf);
    docs.forEach((doc, i) => {
      if (!this.has(doc)) return;
      scores[i]! += own[i]!;
      if (this.isInTitle(doc)) titleMatches[i]! += 1;
    });
  }
}

type ScorerOf = GroupParts['scorerOf'];

/** Documents among which are all that meet a requirement that requires words. */
function candidatesOf(requirement: Requirement, scorerOf: ScorerOf): ReadonlySet<number> {
  switch (requirement.kind) {
    case 'clause':
      return new Set(scorerOf(requirement.clause).docs);
    case 'near': {
      const [first = []] = requirement.operands;
      return new Set(first.flatMap((clause) => [...scorerOf(clause).docs]));
    }
    case 'any':
      return new Set(requirement.of.flatMap((each) => [...candidatesOf(each, scorerOf)]));
    case 'all':
      return requirement.of
        .filter(requiresWords)
        .map((each) => candidatesOf(each, scorerOf))
        .reduce((least, each) => (each.size < least.size ? each : least));
    case 'condition':
    case 'not':
      return new Set();
  }
}

/** The scores of documents for a requirement: the best alternative's, the sum of what must all be there. */
function scoresOf(requirement: Requirement, docs: Uint32Array, scorerOf: ScorerOf): Float64Array {
  const scores = new Float64Array(docs.length);
  const add = (other: Float64Array, join: (a: number, b: number) => number): void => {
    for (let i = 0; i < scores.length; i += 1) scores[i] = join(scores[i]!, other[i]!);
  };
  switch (requirement.kind) {
    case 'clause':
      scorerOf(requirement.clause).score(docs, scores, new Uint8Array(docs.length));
      break;
    case 'near':
      for (const operand of requirement.operands) add(scoresOf(anyOf(operand), docs, scorerOf), sum);
      break;
    case 'all':
      for (const each of requirement.of) add(scoresOf(each, docs, scorerOf), sum);
      break;
    case 'any':
      for (const each of requirement.of) add(scoresOf(each, docs, scorerOf), Math.max);
      break;
    case 'condition':
    case 'not':
      break;
  }
  return scores;
}

const sum = (a: number, b: number): number => a + b;

const anyOf = (clauses: readonly number[]): Requirement => ({
  kind: 'any',
  of: clauses.map((clause) => ({ kind: 'clause', clause })),
});

/** True if a document that meets a requirement has the words of it in its title. */
function isInTitle(requirement: Requirement, doc: number, scorerOf: ScorerOf): boolean {
  switch (requirement.kind) {
    case 'clause':
      return scorerOf(requirement.clause).isInTitle(doc);
    case 'near':
      return requirement.operands.every((operand) => isInTitle(anyOf(operand), doc, scorerOf));
    case 'all':
      return requirement.of.filter(requiresWords).every((each) => isInTitle(each, doc, scorerOf));
    case 'any':
      return requirement.of.some((each) => isInTitle(each, doc, scorerOf));
    case 'condition':
    case 'not':
      return false;
  }
}
