import type { Reading } from './formats.ts';
import type { PageOptions } from './page-options.ts';

/** An article's body, as decoded from its file. */
export interface Body extends Reading {
  /** The body without its front matter, with LF line ends, otherwise as written. */
  readonly source: string;
  /** The line of the file, from 0, on which `source` begins. */
  readonly firstLine: number;
  /** How many hidden characters are in the front matter; absent for none. */
  readonly hiddenBefore?: number;
  /** How HTML is read, if not as a page. */
  readonly page?: PageOptions;
}
