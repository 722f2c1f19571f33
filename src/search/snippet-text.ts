import type { ArticleFormat, Body } from '../document/body.ts';
import { clean } from '../unicode/clean.ts';
import type { Match } from './results.ts';
import { searchText } from './search-text.ts';
import type { Part } from './snippet.ts';

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
    '(?<=\\S) (?=[\\xa0\\u202f]|[.,)…]{1,3}[*_]{0,3}(?:\\s|$))',
  ].join('|'),
  'gmu',
);
const TABLE_ROW = /^[ \t]{0,3}\|[^\n]*/gm;

/** UTF-16 units of a body in which a line is looked for. */
const LOOKED_AT = 200_000;
/** Units that a passage may be off, where links are long for instance. */
const OFF = 60;
/** Units after which the end of a line is not waited for. */
const LONG_LINE = 80;

/**
 * The text of a body as a line of a result shows it, made without parsing it: close to what the reader shows, and
 * cheap. The title is left out where it is the first line.
 */
export function snippetText({ format, source }: Body, title: string): string {
  const text = shown(source.slice(0, LOOKED_AT), format);
  return text.startsWith(title) && /^[ \t]*\n/.test(text.slice(title.length, title.length + 80))
    ? text.slice(title.length).trimStart()
    : text;
}

/** The part of such a text around a passage of the source, enough for a line of `room` UTF-16 units. */
export function snippetPart(body: Body, title: string, passage: Match, room: number): Part {
  const { source, format } = body;
  const beside = Math.max(0, room - (passage.end - passage.start)) + OFF;
  const from = beginningBefore(source, passage.start - beside);
  const to = endAfter(source, passage.end + beside);
  const before = from > 0;
  return {
    text: before
      ? shown(source.slice(from, to), format)
      : snippetText({ ...body, source: source.slice(0, to) }, title),
    before,
    after: source.slice(to).trim() !== '',
  };
}

/** Where a line or else a word begins near `at`; after a comment that is open there. */
function beginningBefore(source: string, at: number): number {
  if (at <= LONG_LINE) return 0;
  const comment = source.lastIndexOf('<!--', at);
  const commentEnd = comment < 0 ? -1 : source.indexOf('-->', comment);
  if (commentEnd > at) return commentEnd + '-->'.length;
  const line = source.lastIndexOf('\n', at) + 1;
  if (line >= at - LONG_LINE) return line;
  const word = source.indexOf(' ', at) + 1;
  return word > 0 && word <= at + LONG_LINE ? word : at;
}

function endAfter(source: string, at: number): number {
  const { length } = source;
  if (at + LONG_LINE >= length) return length;
  const [line, word] = [source.indexOf('\n', at), source.indexOf(' ', at)];
  const [end] = [line, word].filter((each) => each >= 0 && each <= at + LONG_LINE);
  return end ?? at;
}

function shown(source: string, format: ArticleFormat): string {
  const body = { format, source: clean(source), firstLine: 0 };
  const text = format === 'markdown' ? withoutSigns(searchText(body)) : body.source;
  // Once more, as entities stand for any character.
  return clean(text).trimStart();
}

const withoutSigns = (text: string): string =>
  text
    .replace(TABLE_ROW, (row) => row.replaceAll('|', ' '))
    .replace(SIGNS, (...found) => {
      const { code, escaped } = found.at(-1) as Partial<Record<'code' | 'escaped', string>>;
      return code ?? escaped ?? '';
    });
