import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORDINARY } from '../../../src/unicode/character.ts';
import {
  cellWidth,
  clusters,
  fitting,
  isEven,
  padEnd,
  padStart,
  truncate,
} from '../../../src/unicode/width.ts';

describe('cellWidth', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['élève', 5],
    ['e\u0301le\u0300ve', 5],
    ['œuvre « à 10 000 € »', 20],
    ['日本語', 6],
    ['ｆｕｌｌ', 8],
    ['한국어', 6],
    ['\u1112\u1161\u11ab', 2],
    ['👍', 2],
    ['👍🏽', 2],
    ['👩‍👩‍👧‍👦', 2],
    ['🇫🇷🇧🇪', 4],
    ['❤', 1],
    ['❤\ufe0f', 2],
    ['1\ufe0f\u20e3', 2],
    ['☐ ☑ • ↪', 7],
    ['a\u00adb', 2],
    ['a\u2060b', 2],
    ['ไทย', 3],
    ['क्षि', 3],
    ['a\tb', 5],
    ['\ta', 5],
  ])('%j is %i cells', (text, cells) => expect(cellWidth(text)).toBe(cells));

  it('is the number of units for an even text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aé\u202f’…€œ\u0301\u00ad漢\u200d✓') }), (text) => {
        fc.pre(isEven(text));
        expect(cellWidth(text)).toBe(text.length);
      }),
    );
    expect(isEven('« L’été à 5\u202f€ », dit-elle…')).toBe(true);
  });

  it('counts tabs from the column at which the text begins', () => expect(cellWidth('\tb', 3)).toBe(2));

  it('is the sum over all clusters', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sum = [...clusters(text)].reduce((cells, cluster) => cells + cellWidth(cluster), 0);
        expect(cellWidth(text.replaceAll('\t', ''))).toBe(sum - (text.split('\t').length - 1) * 4);
      }),
    ));
});

describe('clusters', () => {
  it('concatenate to the text', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([...clusters(text)].join('')).toBe(text);
      }),
    ));

  it('are those of Intl.Segmenter on real text', () => {
    const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' });
    const parts = [
      'a',
      'e\u0301',
      '\r\n',
      '\n',
      '👩‍👧',
      '🇫🇷',
      '🇫',
      '👍🏽',
      '❤️',
      '1️⃣',
      '각',
      '\u1100\u1161',
      'กำ',
      'ि',
      '\u200d',
      '\u0301',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 12 }), (some) => {
        const text = some.join('');
        expect([...clusters(text)]).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment));
      }),
      { examples: [[['❤️', '\u200d', '\u200d', '👩‍👧']]] },
    );
  });
});

describe('truncate and pad', () => {
  it.each([
    ['Grandir', 7, 'Grandir'],
    ['Grandir', 6, 'Grand…'],
    ['日本語', 5, '日本…'],
    ['日本語', 4, '日…'],
    ['un mot', 4, 'un…'],
    ['abc', 1, '…'],
    ['abc', 0, ''],
  ])('truncate(%j, %i)', (text, cells, expected) => expect(truncate(text, cells)).toBe(expected));

  it('never exceed the width, and never cut a cluster', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, cells) => {
        const cut = truncate(text, cells);
        expect(cellWidth(cut)).toBeLessThanOrEqual(cells);
        expect(fitting(text, cells)).toBeLessThanOrEqual(text.length);
      }),
    ));

  it('fill with blanks', () => {
    expect(padEnd('日本', 6)).toBe('日本  ');
    expect(padStart('日本', 6)).toBe('  日本');
    expect(padEnd('abc', 2)).toBe('abc');
  });
});

it('presets as ordinary only characters of one cell that do not combine', () => {
  const all = Array.from({ length: 0x10000 }, (_, point) => String.fromCodePoint(point));
  const ordinary = all.filter((character) => ORDINARY.test(character));
  expect(ordinary.length).toBeGreaterThan(2500);
  for (const character of ordinary) {
    expect(character).not.toMatch(
      /[\p{Grapheme_Extend}\p{Extended_Pictographic}\p{Mc}\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Emoji_Presentation}]/u,
    );
    expect(cellWidth(character)).toBe(1);
  }
});
