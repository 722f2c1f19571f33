import type { Row } from './row.ts';

/** What a page shows. */
export interface Page {
  readonly title: string;
  /** How many rows there are, and how some of them are drawn in `width` cells. */
  readonly length: number;
  readonly rows: (from: number, to: number, width: number) => readonly Row[];
  /** What it says if no row contains the filter. */
  readonly none: string;
}
