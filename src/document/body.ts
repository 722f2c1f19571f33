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
  /** True for plain text that is not to be parsed, since it is the source of another format that would take too long. */
  readonly isUnformatted?: boolean;
  /** How HTML is read, if not as a page. */
  readonly page?: PageOptions;
}
