import type { Row } from './row.ts';

/** The content of a page. */
export interface Page {
  readonly title: string;
  /** How many rows there are, and how some of them are drawn in `width` cells. */
  readonly length: number;
  readonly rows: (from: number, to: number, width: number) => readonly Row[];
  /** The text for a filter that no row contains. */
  readonly none: string;
}
