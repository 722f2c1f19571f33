import { type Article, minutesOf } from '../library/article.ts';
import type { Field } from '../library/fields.ts';
import type { PrintOptions } from './command-options.ts';

/** True if a script asks for certain fields, or for another end of lines. */
export const asksForFields = ({ fields, template, endsWithNull }: PrintOptions): boolean =>
  fields !== undefined || template !== undefined || endsWithNull;

/** A value in JSON; an array holds texts. */
export type FieldValue = string | number | boolean | null | readonly string[];

/** An article as scripts get it; every key is always there, `null` where nothing is known. */
export const articleJson = (article: Article): Readonly<Record<Field, FieldValue>> => ({
  id: article.id,
  title: article.title || null,
  author: article.author ?? null,
  date: article.date ?? null,
  modified: article.mtime > 0 ? new Date(article.mtime).toISOString() : null,
  tags: article.tags,
  series: article.series ?? null,
  part: article.part ?? null,
  lang: article.lang ?? article.detectedLang ?? null,
  draft: article.draft ?? false,
  langDetected: article.detectedLang !== undefined,
  words: article.words,
  minutes: minutesOf(article.words),
  path: article.path,
});

/** `value` as indented JSON with a final newline. Characters that a terminal could obey or would hide are escaped. */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, undefined, 2).replace(invisible(), (text) => text.replace(/./gs, escaped))}\n`;

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * DEL, C1 controls, line separators, noncharacters, and all that Unicode calls a format character or ignorable. Left as they
 * are: soft hyphens, single joiners, the selector of an emoji, and the visible number signs of Arabic scripts. A function,
 * since making the pattern takes half a millisecond, and only JSON needs it.
 */
const invisible = (): RegExp =>
  new RegExp(
    [
      '[\\x7f-\\x9f\\u2028\\u2029\\p{NChar}]',
      '(?!\\xad|\\u200c|\\u200d|\\ufe0f|[\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u{110bd}\\u{110cd}])[\\p{Cf}\\p{DI}]',
      '(?:\\u200c|\\u200d){2,}',
      '(?<!(?![\\0-\\x7f])[\\p{Emoji}\\p{S}])(?<![\\d#*](?=.\\u20e3))\\ufe0f',
    ].join('|'),
    'gu',
  );

/** Rows as lines of tab-separated fields. Fields hold no tabs or newlines: they have been cleaned. */
export const tsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.join('\t')}\n`).join('');
