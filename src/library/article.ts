import type { ArticleFormat } from '../document/formats.ts';

/** What the library knows of an article without its body. Every string has been through `unicode/clean`. */
export interface Article {
  /** ASCII slug, unique in its catalogue, the same from one run to the next. */
  readonly id: string;
  /** The slug its front matter asks for; the id where no other article has the same. */
  readonly slug?: string;
  readonly title: string;
  readonly author?: string;
  /** ISO 8601, as precise as it is known: `2024`, `2024-05` or `2024-05-03`. */
  readonly date?: string;
  readonly tags: readonly string[];
  /** BCP 47 primary language, lower case: `fr`, `en`, … */
  readonly lang?: string;
  /** Where the article comes from: a URL or a name. */
  readonly source?: string;
  readonly summary?: string;
  readonly series?: string;
  readonly part?: number;
  readonly draft?: boolean;
  readonly words: number;
  readonly format: ArticleFormat;
  /** As the file system spells it (raw, never normalised), absolute; `-` for standard input. */
  readonly path: string;
  /** File size in bytes and modification time in milliseconds, to see whether it changed. */
  readonly size: number;
  readonly mtime: number;
}

/** Words read in a minute; a common figure for silent reading of non-fiction. */
const WORDS_A_MINUTE = 230;

/** Reading time of `words` words in whole minutes, at least 1. */
export const minutesOf = (words: number): number => Math.max(1, Math.round(words / WORDS_A_MINUTE));
