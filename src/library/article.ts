import { dirname } from 'node:path';
import type { ArticleFormat, Packing, TextInput } from '../document/formats.ts';

/** An article without its body. All strings are clean, except `path`. */
export interface Article {
  /** ASCII slug, unique in its catalogue and stable from one run to the next. */
  readonly id: string;
  /** The slug in its front matter, which becomes the id unless another article has the same. */
  readonly slug?: string;
  /** Empty only if the article comes from standard input and its text has no title. */
  readonly title: string;
  readonly author?: string;
  /** ISO 8601, as precise as the source: `2024`, `2024-05` or `2024-05-03`. */
  readonly date?: string;
  readonly tags: readonly string[];
  /** BCP 47 primary language, lower case: `fr`, `en`, … */
  readonly lang?: string;
  /** The language that its text was detected to be in, if it declares none. */
  readonly detectedLang?: 'fr' | 'en';
  /** Origin of the article: a URL or a name. */
  readonly source?: string;
  readonly summary?: string;
  /** Other texts of its front matter, one a line: they are searched, not shown. */
  readonly matter?: string;
  readonly series?: string;
  readonly part?: number;
  readonly draft?: boolean;
  /** Set if it is a draft only because its date is to come. The index does not keep this, as it changes by itself. */
  readonly isScheduled?: true;
  /** Set if not all of its front matter could be read. */
  readonly hasBrokenFrontMatter?: true;
  readonly words: number;
  readonly format: ArticleFormat;
  /** The format that the user asked for, if any. */
  readonly input?: TextInput;
  /** How its file must be unpacked; absent if that is the text of this article. */
  readonly packed?: Packing;
  /** Where it is in its file, if that holds several articles. */
  readonly member?: Member;
  /**
   * Absolute, exactly as in the file system: neither cleaned nor normalized. `-` for standard input. The path of a member is
   * its name below the file, as if that were a folder; `fileOf` is the file. In a published library, it begins with the
   * address of the library.
   */
  readonly path: string;
  /** Size in bytes and modification time in milliseconds of the file, to detect changes. */
  readonly size: number;
  readonly mtime: number;
}

/** The position of an article in a file of several. */
export interface Member {
  /** Where its source begins, as the unpacker of the file counts: a byte of a mailbox. Members are in this order. */
  readonly at: number;
  /** Bytes of its source. */
  readonly length: number;
  /** How many articles the file holds. */
  readonly of: number;
}

/** The path of the file that holds an article. */
export const fileOf = ({ path, member }: Article): string => (member ? dirname(path) : path);

/** What an article is a part of, with its number there: `Les marées (3/12)`; undefined if nothing. */
export function seriesOf({ series, part, member, title }: Article): string | undefined {
  if (series === undefined || series === title) return undefined;
  if (part === undefined) return series;
  return member ? `${series} (${part}/${member.of})` : `${series} (${part})`;
}

/** Bytes of an article's source. */
export const bytesOf = ({ size, member }: Article): number => member?.length ?? size;

/** A common figure for silent reading of non-fiction. */
const WORDS_PER_MINUTE = 230;

/** Reading time of `words` words in whole minutes, at least 1. */
export const minutesOf = (words: number): number => Math.max(1, Math.round(words / WORDS_PER_MINUTE));
