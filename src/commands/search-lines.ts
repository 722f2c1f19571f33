import type { Style } from '../document/document.ts';
import { type Article, minutesOf } from '../library/article.ts';
import { cliMessages } from '../messages/cli.ts';
import { LANGUAGES, type Language, locales } from '../messages/locale.ts';
import type { Snippet } from '../search/results.ts';
import type { Line, Span } from '../text/line.ts';
import { cellWidth } from '../unicode/width.ts';
import { type Column, lineOf, tableLines } from './table.ts';

/** Title, minutes, id. */
const COLUMNS: readonly Column[] = [
  { style: { bold: true }, align: 'left', min: 16, preferred: 48, dropOrder: 0 },
  { style: { role: 'meta' }, align: 'right', dropOrder: 1 },
  { style: { role: 'marker' }, align: 'left', dropOrder: 2 },
];

export interface Result {
  readonly article: Article;
  readonly score: number;
  readonly snippet: Snippet;
  /** True if the words were found in a note on the article, and the snippet is a part of that. */
  readonly isNote?: boolean;
}

/** Blank cells before a snippet. */
export const INDENT = 2;
/** Cells of the label before a snippet of a note, in the language with the longest. */
export const LABEL = Math.max(
  ...LANGUAGES.map((language) => cellWidth(locales[language].labelled(cliMessages[language].note, ''))),
);

/**
 * Results as two lines each: title, minutes and id, then the snippet with its matches marked. A last line says how many more
 * are folded away, if any.
 */
export function resultLines(
  results: readonly Result[],
  folded: number,
  language: Language,
  width: number,
): Line[] {
  const messages = cliMessages[language];
  const rows = results.map(({ article: { title, words, id } }) => [
    title,
    messages.minutes(minutesOf(words)),
    id,
  ]);
  const titles = tableLines(COLUMNS, rows, width);
  const label = locales[language].labelled(messages.note, '');
  const lines = results.flatMap(({ snippet, isNote }, i) => [
    titles[i]!,
    snippetLine(snippet, isNote ? label : ''),
  ]);
  if (folded === 0) return lines;
  return [...lines, lineOf([{ text: messages.folded(folded), style: { role: 'meta' }, at: -1 }])];
}

function snippetLine({ text, matches }: Snippet, label: string): Line {
  const spans: Span[] = [{ text: ' '.repeat(INDENT), style: {}, at: -1 }];
  if (label) spans.push({ text: label, style: { role: 'note' }, at: -1 });
  const add = (from: number, to: number, style: Style) => {
    if (to > from) spans.push({ text: text.slice(from, to), style, at: -1 });
  };
  let at = 0;
  for (const { start, end } of matches) {
    add(at, start, { role: 'meta' });
    add(start, end, { role: 'mark' });
    at = end;
  }
  add(at, text.length, { role: 'meta' });
  return lineOf(spans);
}
