import type { Document } from './document.ts';

/** Where the headings of a reading text are: the start and the end of each in turn, as UTF-16 offsets, ascending. */
export type HeadingRanges = readonly number[];

/** The ranges of the headings that have been parsed. */
export const headingRanges = ({ headings }: Pick<Document, 'headings'>): HeadingRanges =>
  headings.flatMap(({ at, text }) => [at, at + text.length]);
