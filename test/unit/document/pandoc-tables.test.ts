import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rewritePandocTables } from '../../../src/document/markdown/pandoc-tables.ts';
import { parsedParts } from '../../support/document.ts';

const rewritten = (...lines: readonly string[]): readonly string[] =>
  rewritePandocTables(lines.join('\n')).split('\n');

describe('tables of Pandoc', () => {
  it('are read if they are simple', () => {
    expect(
      rewritten(
        '  Right Left    Centre   Default',
        '------- ------ --------- -------',
        '     12 12        12     12',
        '',
        'Table: A caption',
      ),
    ).toEqual([
      '| Right | Left | Centre | Default |',
      '|--:|:--|:-:|---|',
      '| 12 | 12 | 12 | 12 |',
      '',
      'A caption',
    ]);
    expect(rewritten('--- ---', 'a   b', '--- ---')).toEqual(['|  |  |', '|:--|:--|', '| a | b |']);
  });

  it('are read if their rows have several lines', () => {
    expect(
      rewritten(
        '-------------',
        'A      B',
        'a',
        '------ ------',
        'c      d e',
        '       f',
        '',
        'g      h',
        '-------------',
        '',
        ': A',
        'caption',
      ),
    ).toEqual([
      '| A a | B |',
      '|:--|:--|',
      '| c | d e f |',
      '| g | h |',
      '',
      '',
      '',
      '',
      '',
      '',
      'A',
      'caption',
    ]);
    expect(rewritten('--- ---', 'a   b', '    c', '', 'd   e|', '--- ---').slice(0, 4)).toEqual([
      '|  |  |',
      '|:--|:--|',
      '| a | b c |',
      '| d | e\\| |',
    ]);
  });

  it('are read if they are grids', () => {
    expect(
      rewritten(
        ': C',
        '',
        '+----+:--:+',
        '| A  | é  |',
        '+====+====+',
        '| - b| 日 |',
        '| - c|    |',
        '|    |    |',
        '| d  |    |',
        '+----+----+',
      ),
    ).toEqual(['C', '', '| A | é |', '|---|---|', '| • b<br>• c<br>d | 日 |', '', '', '', '', '']);
    expect(rewritten('+:---+---:+', '| a  | b  |', '+----+----+')).toEqual([
      '|  |  |',
      '|:--|--:|',
      '| a | b |',
    ]);
  });

  it('have lines of code in cells', () => {
    const source = '+-------+---+\n| ```sh | a |\n| b | c | * |\n|   d   | * |\n| ```   | e |\n+-------+---+';
    const { text } = parsedParts({ format: 'markdown', source: source.replaceAll('*', ' '), firstLine: 0 });
    expect(text).toBe('b | c\nd\na\ne');
  });

  it('of GFM may have a caption', () => {
    const table = ['| A | B |', '|---|--:|', '| c | d |'];
    expect(rewritten(...table, '', ': *E*', '', 'f')).toEqual([...table, '', '*E*', '', 'f']);
    expect(rewritten('Table: E', '', ...table)).toEqual(['E', '', ...table]);
    expect(rewritten('A | B', '--|--', 'c | d', '', 'Table: E')).toEqual([
      'A | B',
      '--|--',
      'c | d',
      '',
      'E',
    ]);
  });

  it('stay as they are drawn if cells span columns', () => {
    const source = '+---+---+\n| a < b |\n+---+---+\n| c | d |\n+---+---+';
    const { blocks } = parsedParts({ format: 'markdown', source, firstLine: 0 });
    expect(blocks).toMatchObject([{ kind: 'code', code: source }]);
  });

  it.each([
    'Title\n--- ---\n\nText.',
    'a\n\n--- ---\n\nb',
    '--- ---\nno end',
    'a word here\n--- ---\nanother\n',
    '```\n--- ---\na   b\n--- ---\n```',
    '| a | b |\n|---|---|\n| c | d |',
    '| a\n|---\n| b',
    'a\n| b',
    '+---+\n',
    'a | b\n\n: c',
    'd\n: c\n\n| a | b |\n|---|---|\n| c | d |',
  ])('are not seen in %j', (source) => expect(rewritePandocTables(source)).toBe(source));

  it('lose no word', () => {
    const line = fc.constantFrom(
      '--- ----',
      'a   bcd',
      'abcdefgh',
      '',
      '    e',
      '--------',
      '+--+--+',
      '|a | b|',
      '| c',
      '+==+==+',
      ': d',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (some) => {
        const source = some.join('\n');
        const letters = (text: string): string =>
          (text.replace(/<br>|<\/?pre>/g, '').match(/\w/g) ?? []).sort().join('');
        expect(letters(rewritePandocTables(source))).toBe(letters(source));
        expect(rewritePandocTables(source).split('\n')).toHaveLength(source.split('\n').length);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('line blocks', () => {
  it.each([
    ['| a\n|   b\n|\n| c\n  d', 'a\n\u00a0\u00a0b\n\nc d'],
    ['| - a\n| b', '- a\nb'],
    ['| 1. a\n| b', '1. a\nb'],
  ])('keep their lines in %j', (source, text) => {
    const { blocks, text: read } = parsedParts({ format: 'markdown', source, firstLine: 0 });
    expect(read).toBe(text);
    expect(blocks).toMatchObject([{ kind: 'paragraph' }]);
  });
});
