import type { Answer } from './clause-scorer.ts';

/**
 * Inverse document frequencies of a clause over all segments (BM25's, never below zero): where the word itself is found,
 * and where only others that answer it are, which may be frequent when it is not (`utiliser` for `utilisateur`).
 */
export interface Rarity {
  readonly itself: number;
  readonly others: number;
  /** Whether anything answers it. */
  readonly known: boolean;
}

/** The rarity of a clause by its answers in all segments, of `total` documents together. */
export function rarityOf(answers: readonly Answer[], total: number): Rarity {
  let [all, itself] = [0, 0];
  for (const answer of answers) {
    all += answer.docs.length;
    itself += answer.itself;
  }
  const idf = (having: number): number => Math.log(1 + (total - having + 0.5) / (having + 0.5));
  return { itself: idf(itself || all), others: idf(all), known: all > 0 };
}
