import type { Body } from '../library/article.ts';
import { clean } from '../unicode/clean.ts';
import { searchText } from './strip.ts';

/**
 * What `searchText` leaves of Markdown and would be seen in a line of text: code spans (their contents stay), signs before
 * a line, rules, the bars of tables, what opened a link
 * and the blank in its address's place, emphasis, escapes. Every pattern is bounded.
 */
const SIGNS = new RegExp(
  [
    '(?<ticks>`{1,3})(?<code>[^`\\n]{1,300})\\k<ticks>(?!`)',
    '^[ \\t]*(?:[-=_*|:+][ \\t]*){3,300}$',
    '^(?:[ \\t]{0,10}(?:>|#{1,6}(?=[ \\t])|[-*+][ \\t]+(?:\\[[ xX]\\](?=[ \\t]))?)){1,10}',
    '(?<=[ \\t])#{1,6}[ \\t]*$',
    '\\[\\[|\\]\\]|!?\\[(?![^[\\]\\n]{0,300}\\])',
    '\\\\(?<escaped>[!-/:-@[-`{-~])',
    '(?<![\\p{L}\\p{N}*_])(?:[*_]{1,3}|~~)(?=[^\\s*_~])',
    '(?<=[^\\s*_~])(?:[*_]{1,3}|~~)(?![\\p{L}\\p{N}*_])',
    '(?<=\\S) (?=[.,)…]{1,3}(?:\\s|$))',
  ].join('|'),
  'gmu',
);
const TABLE_ROW = /^[ \t]{0,3}\|[^\n]*/gm;

/**
 * The text of a body as a line of a result shows it, made without parsing it: close to what the reader shows, and
 * cheap. The title is left out where it is the first line.
 *
 * @param length  UTF-16 units of the body that are read
 */
export function snippetText({ format, source, firstLine }: Body, title: string, length: number): string {
  const body = { format, source: clean(source.slice(0, length)), firstLine };
  const text = format === 'markdown' ? withoutSigns(searchText(body)) : body.source;
  // Once more, as entities stand for any character.
  const cleaned = clean(text).trimStart();
  return cleaned.startsWith(title) && /^[ \t]*\n/.test(cleaned.slice(title.length, title.length + 80))
    ? cleaned.slice(title.length).trimStart()
    : cleaned;
}

const withoutSigns = (text: string): string =>
  text
    .replace(TABLE_ROW, (row) => row.replaceAll('|', ' '))
    .replace(SIGNS, (...found) => {
      const { code, escaped } = found.at(-1) as Partial<Record<'code' | 'escaped', string>>;
      return code ?? escaped ?? '';
    });
