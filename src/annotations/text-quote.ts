import { hash } from '../library/ids.ts';

/**
 * A passage of a text, described such that it is found again after the text was edited: the TextQuoteSelector of the W3C's
 * Web Annotation Data Model, with its offset as a hint.
 */
export interface TextQuote {
  readonly exact: string;
  /** The text before and after it. */
  readonly prefix: string;
  readonly suffix: string;
  /** The offset in the reading text, in UTF-16 units. */
  readonly at: number;
}

/** A range of a text, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A text of which parts can be had: a document, or a string. */
export interface Sliceable {
  readonly length: number;
  slice(from: number, to: number): string;
}

/** UTF-16 units of context that are kept on either side. */
export const CONTEXT = 32;

/** Describes the passage in `range`. */
export const quoteOf = (text: Sliceable, { start, end }: Range): TextQuote => ({
  exact: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - CONTEXT), start),
  suffix: text.slice(end, Math.min(text.length, end + CONTEXT)),
  at: start,
});

/** Names a passage: the same one gets the same name, whoever makes it. */
export const quoteId = ({ exact, prefix, suffix }: TextQuote): string =>
  hash(`${prefix}\0${exact}\0${suffix}`);
