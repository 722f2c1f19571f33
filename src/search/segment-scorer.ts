import type { Answer } from './clause-scorer.ts';
import { lengthOfByte, type Segment } from './segment.ts';
import { COVERAGE, WHOLE_IN_TITLE } from './weights.ts';

/** The conditions other than words: whether a document of a segment may be found. */
export type Admission = (doc: number) => boolean;

/** What the documents of a segment make of a query: an answer for each of its clauses. */
export class Tally {
  /** Documents that answer every clause and are admitted. */
  readonly whole: Uint32Array;
  readonly admits: Admission | undefined;
  private readonly segment: Segment;
  private readonly answers: readonly Answer[];
  /** Of the query, stop words among them. */
  private readonly words: number;
  /** Of all its clauses that have an answer. */
  private readonly rarity: number;

  /** @param answers  weighed */
  constructor(
    segment: Segment,
    answers: readonly Answer[],
    { words, rarity }: { words: number; rarity: number },
    admits: Admission | undefined,
  ) {
    this.segment = segment;
    this.answers = answers;
    this.words = words;
    this.rarity = rarity;
    this.admits = admits;
    const [rarest, ...others] = [...answers].sort((a, b) => a.docs.length - b.docs.length);
    const whole = others.reduce((docs, answer) => answer.among(docs), rarest?.docs ?? new Uint32Array(0));
    this.whole = admits ? whole.filter(admits) : whole;
  }

  /** Admitted documents that answer at least so many clauses, or so many in their titles. */
  having(least: number, leastInTitle: number): Uint32Array {
    const { admits } = this;
    const counts = this.counts();
    const titles = this.count((answer, doc) => answer.isInTitle(doc));
    const found = new Uint32Array(counts.length);
    let count = 0;
    for (let doc = 0; doc < counts.length; doc += 1) {
      if (counts[doc]! < least && titles[doc]! < leastInTitle) continue;
      if (admits?.(doc) !== false) found[count++] = doc;
    }
    return found.subarray(0, count);
  }

  /** By document, how many clauses it answers. */
  counts(): Uint8Array {
    return this.count(() => true);
  }

  /**
   * The score of each of `docs`: the sum of the clauses' scores; more where the title has all those that the document
   * answers, the nearer it is in length to the query's words: an article named as it is asked for comes first; and less
   * by the part of the query, weighed by rarity, that is missing.
   *
   * @param isWhole  whether they all answer every clause
   */
  scoresOf(docs: Uint32Array, isWhole: boolean): Float64Array {
    const scores = new Float64Array(docs.length);
    const inTitle = new Uint8Array(docs.length);
    for (const answer of this.answers) answer.score(docs, scores, inTitle);
    for (let i = 0; i < docs.length; i += 1)
      if (inTitle[i] !== 0) scores[i]! += this.boostOf(docs[i]!, inTitle[i]!);
    if (!isWhole) for (let i = 0; i < docs.length; i += 1) scores[i]! *= this.coverage(docs[i]!);
    return scores;
  }

  /** What a document gets for the clauses that it answers in its title, `inTitle` in number, if these are all it answers. */
  private boostOf(doc: number, inTitle: number): number {
    if (inTitle < this.answering(doc).length) return 0;
    const { words } = this;
    const length = lengthOfByte(this.segment.titleLengths[doc]!);
    return (WHOLE_IN_TITLE * this.rarity * Math.min(words, length)) / Math.max(words, length);
  }

  private coverage(doc: number): number {
    const answering = this.answering(doc);
    if (answering.length === this.answers.length) return 1;
    return (answering.reduce((sum, answer) => sum + answer.rarityOf(doc), 0) / this.rarity) ** COVERAGE;
  }

  private answering(doc: number): readonly Answer[] {
    return this.answers.filter((answer) => answer.has(doc));
  }

  private count(counts: (answer: Answer, doc: number) => boolean): Uint8Array {
    const numbers = new Uint8Array(this.segment.count);
    for (const answer of this.answers) {
      const { docs } = answer;
      for (let i = 0; i < docs.length; i += 1) if (counts(answer, docs[i]!)) numbers[docs[i]!]! += 1;
    }
    return numbers;
  }
}

/** The most clauses that an admitted document answers of `all` there are, and how many answer so many. */
export function mostOf(tallies: readonly Tally[], all: number): { most: number; having: number } {
  let having = tallies.reduce((sum, { whole }) => sum + whole.length, 0);
  if (having > 0) return { most: all, having };
  let most = 0;
  for (const tally of tallies) {
    const { admits } = tally;
    const counts = tally.counts();
    for (let doc = 0; doc < counts.length; doc += 1) {
      const count = counts[doc]!;
      if (count === 0 || count < most || admits?.(doc) === false) continue;
      having = count > most ? 1 : having + 1;
      most = count;
    }
  }
  return { most, having };
}
