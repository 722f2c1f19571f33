import type { Order } from '../library/sort-articles.ts';

/** Files and folders as they were typed; the bundled catalogue where there are none. */
interface FromOptions {
  readonly paths: readonly string[];
}

export interface ListOptions extends FromOptions {
  /** Only articles that carry all of these. */
  readonly tags: readonly string[];
  readonly order: Order;
  readonly reverse: boolean;
  /** At least 1; all where absent. */
  readonly limit?: number;
  readonly json: boolean;
}

export interface SearchOptions extends FromOptions {
  readonly words: string;
  readonly tags: readonly string[];
  readonly limit: number;
  readonly json: boolean;
}

/** How text is set; absent for what is usual. */
export interface TypeOptions {
  readonly justify?: boolean;
  readonly hyphenate?: boolean;
}

export interface ShowOptions extends FromOptions, TypeOptions {
  /** What the person calls the article; `-` for standard input. */
  readonly reference: string;
  /** By default `ansi` on a terminal, `text` elsewhere. */
  readonly format?: 'text' | 'ansi' | 'markdown' | 'json';
  /** Cells, 0 for no wrapping; by default the terminal's, at most 80. */
  readonly width?: number;
}
