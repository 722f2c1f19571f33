/*
 * The place of a word in the headings of an article tells which heading it is in, how many words that heading has, and which
 * of them it is: neighboring words of a heading have neighboring places, those of different headings are far apart.
 */

/** Words of a heading that are indexed as such, at most. A longer heading counts as one of so many words. */
export const LONGEST_HEADING = 16;
const STEP = LONGEST_HEADING * LONGEST_HEADING;
/** Headings of an article whose words are indexed as such, at most: positions stay below 2³¹. */
export const MOST_HEADINGS = 100_000;

/** The place of word number `word`, below `LONGEST_HEADING`, of a heading of `length` words, the `heading`th of its article. */
export const headingPlace = (heading: number, length: number, word: number): number =>
  heading * STEP + (Math.min(length, LONGEST_HEADING) - 1) * LONGEST_HEADING + word;

/** The number of the heading that a place is in. */
export const headingAt = (place: number): number => Math.floor(place / STEP);

/** The words of the heading that a place is in. */
export const headingLengthAt = (place: number): number => 1 + Math.floor((place % STEP) / LONGEST_HEADING);
