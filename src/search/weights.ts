/**
 * The weights of ranking. They were measured on the relevance sets (`bench/relevance.ts`): each value lies on a plateau, none
 * is tuned to its last digit.
 */

/** BM25 (Robertson and Zaragoza, “The Probabilistic Relevance Framework: BM25 and Beyond”, 2009), fields as BM25F. */
export const SATURATION = 1.2;
export const BODY_LENGTH = 0.6;
export const TITLE_LENGTH = 0.3;

/** The weight of a match in a field, where one occurrence in the body is 1. */
export const BOOST = { title: 4, tags: 3, author: 2.5, summary: 1, minor: 0.5 } as const;
/** The weight of a match in a folder, a file's name or other front matter only: less than an inflection in the text. */
export const MINOR = 0.5;

/** The score of a document that lacks words of the query is multiplied by its share of their idf, to this power. */
export const COVERAGE = 1.1;

/**
 * The boost, times the idf of the query, if all words that an article matches are in its title: the whole boost for a title with
 * as many telling words as the query, less the more these differ.
 */
export const WHOLE_IN_TITLE = 4;
/**
 * The exponent of that boost if an article has other words of the query elsewhere: the share of the query's idf that is in the
 * title, to this power. A title with the telling word of two says more than one with the other.
 */
export const PART_IN_TITLE = 2;

/**
 * The most that a title's stop words raise a score, as a share of it: if they are all those of the query. A stop word that more
 * than a share of the titles have is no reason.
 */
export const STOPS_IN_TITLE = 0.2;
export const TELLING_STOP = 0.25;

/** The bonus, times the idf of the query, if all words of the query are in one heading. */
export const WHOLE_HEADING = 1;
/** The exponent of that bonus if a heading has only some of the words: the share of the query's idf that it has, to this power. */
export const PART_OF_HEADING = 2;
/** The boost, times its idf, of the only word of a query in any heading. */
export const WORD_IN_HEADING = 0.7;

/** The weight of a match by its kind. */
export const EXACT = 1;
/** The same letters, with other accents than typed. */
export const OTHER_ACCENTS = 0.9;
export const STEM = 0.7;
/** A word of the family: `création` for `créer`. */
export const FAMILY = 0.5;
export const PREFIX = 0.5;
/** A misspelling, by its number of typos. */
export const TYPO = [0, 0.3, 0.15] as const;

/** Factor of misspellings if some articles have the word itself or an inflection: then misspellings come last. */
export const TYPO_BESIDE_BETTER = 0.1;

/** A synonym: so little that it is behind every form of the word. */
export const SYNONYM = 0.02;

/**
 * Factor of a misspelling or a synonym in an article that lacks another word of the query: it decides only between articles that are alike in
 * all other words.
 */
export const SUBSTITUTE_ALONE = 0.001;

/** If fewer articles than this have a word in a better form, misspellings are searched as well. */
export const FEW = 8;

/**
 * An article must match this much to be shown: this share of what the article that matches most does, in the idf of the words; or
 * this share of the words in its title. Others are folded away.
 */
export const SHOWN = 0.5;
export const SHOWN_IN_TITLE = 1 / 3;

/** The best articles by words, whose scores are then raised for words that are near each other. */
export const RERANKED = 50;
/** The bonus of two neighboring words of the query as they were typed, where one occurrence in the body is 1. */
export const NEAR_IN_TITLE = 3;
export const NEAR_IN_HEADING = 1;
export const NEAR_IN_BODY = 2;
/** The same in the body for words of the query that are not neighbors, but at most so many words further on. */
export const NEAR_APART = 1;
export const PAIRED_WITH = 3;
/** Places with both words at which their bonus is half of the most that it may become. */
export const NEAR_REPEATS = 3;
/** The words between two others, at most. */
export const NEAR_WITHIN = 6;
export const OUT_OF_ORDER = 0.6;
