/** How well a search answers a query whose answers have grades: 3 for what is sought, 2 for a good answer, 1 for a partial one. */
export interface Score {
  /** The rank of the first answer of grade 2 or 3, from 1; 0 if none is found. */
  readonly rank: number;
  /** Normalized discounted cumulative gain of the first ten, an answer counting 2^grade − 1 (Burges et al., 2005). */
  readonly ndcg: number;
}

const GOOD = 2;

export function scoreOf(found: readonly string[], grades: ReadonlyMap<string, number>): Score {
  const gain = (grade: number, rank: number): number => (2 ** grade - 1) / Math.log2(rank + 1);
  const gains = found.slice(0, 10).map((id, i) => gain(grades.get(id) ?? 0, i + 1));
  const ideal = [...grades.values()]
    .sort((a, b) => b - a)
    .slice(0, 10)
    .map((grade, i) => gain(grade, i + 1));
  const rank = 1 + found.findIndex((id) => (grades.get(id) ?? 0) >= GOOD);
  return { rank, ndcg: sum(gains) / sum(ideal) };
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
