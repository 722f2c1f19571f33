/**
 * What counts how much. Measured on the relevance sets (`bench/relevance.ts`): each value lies on a plateau, none was
 * tuned to its last digit.
 */

/** BM25 (Robertson and Zaragoza, “The Probabilistic Relevance Framework: BM25 and Beyond”, 2009), fields as BM25F. */
export const SATURATION = 1.2;
export const BODY_LENGTH = 0.6;
export const TITLE_LENGTH = 0.5;

/** What one time in a field counts, the body being 1. */
export const BOOST = { title: 4, tags: 3, author: 2.5 } as const;

/** What is left of a score where words of the query are missing: the part of its rarity that is there, to this power. */
export const COVERAGE = 1.5;

/**
 * What it counts, times the rarity of the query's words, that all of them that an article has are in its title: whole where
 * that is as long as the query, stop words of both included, less the more one is longer than the other.
 */
export const WHOLE_IN_TITLE = 3;

/** What a match counts by how it answers the word of the query. */
export const EXACT = 1;
/** The same letters, other accents than those typed. */
export const OTHER_ACCENTS = 0.9;
export const STEM = 0.7;
/** Another word of the family: `création` for `créer`. */
export const FAMILY = 0.5;
export const PREFIX = 0.5;
/** By the number of typos. */
export const TYPO = [0, 0.3, 0.15] as const;

/** What is left of that where some articles have the word as it was typed, or inflected: there, misspellings come last. */
export const TYPO_BESIDE_BETTER = 0.1;

/**
 * Misspellings are looked for where fewer articles than this have the word in a better form, and articles that lack words
 * of the query where fewer have them all.
 */
export const FEW = 8;

/** Of the words of a query that few articles answer, the part that another must have in its title. */
export const LEAST_OF_FEW = 1 / 3;

/** Of the words of a sentence, the part that an article must have at least, beside the one that has most. */
export const LEAST_OF_SENTENCE = 0.5;

/** So many articles, the best by words, are weighed again by how near to each other these stand. */
export const RERANKED = 50;
/** What a pair of words as it was typed counts, beside one time in the body; how far apart it may be, in words. */
export const NEAR_IN_TITLE = 3;
export const NEAR_IN_BODY = 2;
export const NEAR_WITHIN = 8;
export const OUT_OF_ORDER = 0.6;
