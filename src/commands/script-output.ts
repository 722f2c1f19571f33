import { type Article, minutesOf } from '../library/article.ts';

/** An article as scripts get it; every key is always there, `null` where nothing is known. */
export const articleJson = (article: Article) => ({
  id: article.id,
  title: article.title,
  author: article.author ?? null,
  date: article.date ?? null,
  modified: article.mtime > 0 ? new Date(article.mtime).toISOString() : null,
  tags: article.tags,
  lang: article.lang ?? article.detectedLang ?? null,
  langDetected: article.detectedLang !== undefined,
  words: article.words,
  minutes: minutesOf(article.words),
  path: article.path,
});

/** `value` as indented JSON with a final newline. Characters that a terminal could obey or would hide are escaped. */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, undefined, 2).replace(INVISIBLE, (text) => text.replace(/./gs, escaped))}\n`;

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** DEL, C1 controls, line separators, bidi and other invisible format characters, fillers, tags, most variation selectors. */
const INVISIBLE =
  /[\x7f-\x9f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2061-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|\u034f|[\u180b-\u180d]|\u180f|[\ufe00-\ufe0d]|[\u{e0000}-\u{e0fff}]|\p{Noncharacter_Code_Point}/gu;

/** Rows as lines of tab-separated fields. Fields hold no tabs or newlines: they have been cleaned. */
export const tsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.join('\t')}\n`).join('');
