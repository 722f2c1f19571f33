import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, cleanExcerpt, cleanLine } from '../../../src/unicode/clean.ts';

/** Characters that a terminal may obey or hide, and those of which its sequences consist. */
const hostile = fc.constantFrom(
  ...[
    '\x1b',
    '\x9b',
    '\x9d',
    '\x90',
    '\x9c',
    '\x07',
    '\\',
    '[',
    ']',
    '8;;',
    '31',
    'm',
    'P',
    '_',
    '^',
    'X',
    '\n',
    '\t',
  ],
  ...[
    '\0',
    '\x7f',
    '\x85',
    '\r',
    '\u202e',
    '\u2066',
    '\u200b',
    '\ufeff',
    '\u2028',
    '\u{e0041}',
    '\ud800',
    '\udc00',
    '\u180b',
    '\u180e',
    '\u200d',
    '\u2800',
    '\ufe0f',
    '\u{e0100}',
  ],
  ...['a', 'é', ' ', '日', 'ᠪ', '⠓', '❤', '👩\u200d👧', '\u00a0', '\u00ad'],
);
const texts = fc.oneof(
  fc.array(hostile, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

describe('clean', () => {
  it.each([
    ['a\x1b[31mred\x1b[0m', 'ared'],
    ['a\x1b]8;;https://x\x07link\x1b]8;;\x1b\\', 'alink'],
    ['a\x1bP1;2|payload\x1b\\b', 'ab'],
    ['a\x9b31mb', 'ab'],
    ['a\x9d0;title\x9cb', 'ab'],
    ['a\x1bcb', 'ab'],
    ['a\x1b', 'a'],
    ['a\x07b\x08c\x7f', 'abc'],
    ['a\u202eb\u2066c\u200bd\ufeff', 'abcd'],
    ['a\u{e0041}b', 'ab'],
    ['a\u2028b\vc\x85d\r\ne', 'a b c d\ne'],
    ['\ud83d', '\ufffd'],
    ['a\u{e0100}b\u{e01ef}c', 'abc'],
    ['a\u115fb\u1160c\u3164d\uffa0e\u034ff\u17b4g\u17b5h', 'abcdefgh'],
    ['a\u180bb\u180ec\u180fd', 'abcd'],
    ['a\ufe00b\ufe0f\ufe0fc', 'abc'],
    ['❤\ufe0f\ufe0f\ufe00', '❤\ufe0f'],
    ['-\ufe00!\ufe0f 1\ufe0f 2\ufe05', '-! 1 2'],
    ['葛\u{e0100}\u{e0101}', '葛\u{e0100}'],
    ['a\u200d\u200c\u200db', 'ab'],
    ['न\u200d\u200cस', 'न\u200dस'],
    ['wo\u2060rd \u200d x\u200cy 1\u20602 ж\u200dж', 'word  xy 12 жж'],
    ['a\u2800b\u2800\u2800', 'a b '],
    ['a\ufffeb\uffffc\ufdd0d\u{1fffe}', 'abcd'],
  ])('%j becomes %j', (text, expected) => expect(clean(text)).toBe(expected));

  it.each([
    [
      '\x1b]0;a title that nothing ends, and then the article',
      '0;a title that nothing ends, and then the article',
    ],
    ['\x9d and \x90 and \x9e', ' and  and '],
    ['\x1b[', ''],
    ['\x1b_never\nended\x07', 'never\nended'],
    ['Ã\x9bt', 'Ãt'],
  ])('lets nothing swallow the text behind %j', (text, expected) => expect(clean(text)).toBe(expected));

  it.each([
    'L’été « 10 000 € »\n\tà 100\u00a0% — coq\u202f!',
    '👩‍👩‍👧‍👦 ❤️ 🇫🇷 1️⃣ 👍🏽',
    'می‌خواهم',
    'co\u00adopérer',
    'क्षि',
    '\u2060x a\u2060/b',
    '\u0600١٢',
    '葛\u{e0100}飾区',
    'ᠪᠠᠢ\u180bᠨ\u180eᠠ',
    '⠓⠑⠇⠇⠕⠀⠺⠕⠗⠇⠙ ⠀⠀⣠⣶',
    '#️⃣ ‼️ ☁︎ ❤️‍🔥 ✌🏽 ∩\ufe00 0\ufe00 語\ufe00。\ufe01',
  ])('leaves %j alone', (text) => expect(clean(text)).toBe(text));

  it('removes everything that a terminal obeys or hides', () =>
    fc.assert(
      fc.property(texts, (text) => {
        expect(clean(text)).not.toMatch(
          /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2061-\u206f\ufeff]/,
        );
        expect(clean(text)).not.toMatch(/[\u{e0000}-\u{e007f}\p{Cs}]/u);
      }),
      { numRuns: 1000 },
    ));

  it('is idempotent', () =>
    fc.assert(
      fc.property(texts, (text) => {
        expect(clean(clean(text))).toBe(clean(text));
      }),
    ));

  it('keeps every ordinary character that does not follow an escape', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('\x9d', '\x90', '\x07', '\u202e', '\0', 'a', 'é', ' ', '\n'), {
          maxLength: 30,
        }),
        (parts) => {
          const text = parts.join('').replaceAll('\x07', '');
          expect(clean(text)).toBe(text.replace(/[^aé \n]/g, ''));
        },
      ),
    ));

  it('takes linear time on megabytes of unfinished sequences', () => {
    for (const begin of ['\x1b]', '\x9d', '\x1b[0', '\x9b', '\x1bP', '\x1b', '\x90\x1b', '\x9d0;\n'])
      expect(clean(begin.repeat(500_000)).length).toBeLessThanOrEqual(2_000_000);
  });
});

describe('cleanLine', () => {
  it('makes one line', () => expect(cleanLine(' a\tb\n\n c\r\nd\u2028e ')).toBe('a b c d e'));
});

describe('cleanExcerpt', () => {
  it('keeps the ends of a long text', () => {
    const path = `/beginning/${'long/'.repeat(20_000)}name.md`;
    expect(cleanExcerpt(path)).toMatch(/^\/beginning\/[long/]+…[long/]+\/name\.md$/);
    expect(cleanExcerpt(path)).toHaveLength(300);
    expect(cleanExcerpt('👩'.repeat(1000))).toMatch(/^👩+…👩+$/u);
  });

  it('is the line of a short text', () => expect(cleanExcerpt(' a\x1b[2J\nb')).toBe('a b'));
});
