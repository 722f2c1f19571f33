import { rankOf } from '../test/support/relevance.ts';

/** How well a search answers a query, whose relevant articles are `ids`. */
export interface Score {
  /** The rank of the first relevant article, from 1; 0 if it is not found. */
  readonly rank: number;
  /** Normalized discounted cumulative gain of the first ten, each relevant article counting alike (Järvelin and Kekäläinen, 2002). */
  readonly ndcg: number;
}

export function scoreOf(found: readonly string[], ids: string): Score {
  const relevant = ids.split(' ');
  const gain = (rank: number): number => 1 / Math.log2(rank + 1);
  const gains = found.slice(0, 10).map((id, i) => (relevant.includes(id) ? gain(i + 1) : 0));
  const ideal = relevant.slice(0, 10).map((_, i) => gain(i + 1));
  return { rank: rankOf(found, ids), ndcg: sum(gains) / sum(ideal) };
}

export const reciprocal = ({ rank }: Score): number => (rank > 0 ? 1 / rank : 0);

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

export const mean = (values: readonly number[]): number => sum(values) / Math.max(1, values.length);

/** Samples of a bootstrap. */
const SAMPLES = 10_000;

/**
 * The 95 % interval of the mean of differences, by drawing as many of them again with replacement (Efron, 1979). The same
 * differences give the same interval.
 */
export function intervalOf(differences: readonly number[]): readonly [low: number, high: number] {
  let state = 1;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const means = Array.from({ length: SAMPLES }, () =>
    mean(differences.map(() => differences[random(differences.length)]!)),
  ).sort((a, b) => a - b);
  return [means[Math.floor(0.025 * SAMPLES)]!, means[Math.floor(0.975 * SAMPLES)]!];
}
