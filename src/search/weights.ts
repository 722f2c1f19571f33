/**
 * What counts how much. Measured on the relevance sets (`bench/relevance.mjs`): each value lies on a plateau, none was
 * tuned to its last digit.
 */

/** BM25 (Robertson and Zaragoza, “The Probabilistic Relevance Framework: BM25 and Beyond”, 2009), fields as BM25F. */
export const SATURATION = 1.2;
export const BODY_LENGTH = 0.6;
export const TITLE_LENGTH = 0.4;

/** What one time in a field counts, the body being 1. */
export const BOOST = { title: 8, tags: 4, author: 3 } as const;

/** What a match counts by how it answers the word of the query. */
export const EXACT = 1;
/** The same letters, other accents than those typed. */
export const OTHER_ACCENTS = 0.9;
export const STEM = 0.7;
export const PREFIX = 0.5;
/** By the number of typos. */
export const TYPO = [0, 0.3, 0.15] as const;

/** Misspellings are looked for where fewer articles than this have the word in a better form. */
export const FEW = 8;

/** The best articles by words are weighed again by how near to each other these stand. */
export const RERANKED = 50;
/** Words side by side add this part of the score; in the order typed, this more. */
export const NEARNESS = 0.5;
export const IN_ORDER = 0.4;
