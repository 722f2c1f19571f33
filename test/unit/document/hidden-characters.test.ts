import { describe, expect, it } from 'vitest';
import type { Body } from '../../../src/document/body.ts';
import { loadParser } from '../../../src/document/late-parsers.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { bodyOf } from '../../../src/library/read-body.ts';

await loadParser('html');

/** How many hidden characters a text has, and its words with a `^` at each of their places. */
function marked(source: string, format: Body['format'] = 'markdown'): [number, string] {
  const document = parseDocument({ source, format, firstLine: 0 });
  document.extend(Number.POSITIVE_INFINITY);
  const { count, places } = document.hidden ?? { count: 0, places: [] };
  const { text } = document;
  return [count, places.toReversed().reduce((marks, at) => `${marks.slice(0, at)}^${marks.slice(at)}`, text)];
}

describe('the hidden characters of a document', () => {
  it.each([
    ['Plain words.', 0, 'Plain words.'],
    ['A wo\u200brd, **an\u202eother** one.', 2, 'A wo^rd, an^other one.'],
    ['The same word, the same wo\u{e0041}\u{e0042}rd.', 2, 'The same word, the same wo^rd.'],
    ['word wo\u200brd word\n\nword\u200b', 2, 'word wo^rd word\nword^'],
    ['One.\n\nTwo &#8203;three.', 1, 'One.\nTwo ^three.'],
    ['- one\n- t\u2066wo\n\n> qu\u2067ote', 2, 'one\nt^wo\nqu^ote'],
    ['One.\n\n```\nco\u202ede\n```', 1, 'One.\nco^de'],
    ['One.\n\n<!-- not\u200be -->\n\nTwo.', 1, '^One.\nTwo.'],
    ['[a\u200bb](https://example.org/\u202ex)', 2, 'a^b'],
  ])('of %j are found in the text', (source, count, text) => expect(marked(source)).toEqual([count, text]));

  it('are found in all formats', () => {
    expect(marked('a wo\u200brd\n\nand wo\u202erds', 'text')).toEqual([2, 'a wo^rd\nand wo^rds']);
    expect(marked('let a\u202e = 1;', 'code')).toEqual([1, 'let a^ = 1;']);
    expect(marked('a,b\nc\u200b,d', 'table')[0]).toBe(1);
    expect(marked('<p>one</p><p>t\u200bwo</p>', 'html')).toEqual([1, 'one\nt^wo']);
  });

  it('are not the controls of output for a terminal', () =>
    expect(marked('\x1b[31mr\u200bed\x1b[0m\x1b]0;t\x07 text', 'terminal')[0]).toBe(1));

  it('count those of front matter, before the text', () => {
    const body = bodyOf('---\ntitle: a\u{e0041}b\n---\n\nText.\n', 'a.md');
    expect(parseDocument(body).hidden).toEqual({ count: 1, places: [0] });
  });
});
