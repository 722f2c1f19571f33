import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../../src/unicode/clean.ts';
import { hiddenIn, MAX_PLACES } from '../../../src/unicode/hidden.ts';

const found = (text: string) => hiddenIn(text, clean(text));

describe('hiddenIn', () => {
  it.each([
    ['nothing', 0, []],
    ['a\u200bb\u202ec', 2, [1, 2]],
    ['tag\u{e0041}\u{e0042}\u{e0043} end', 3, [3]],
    ['a\x1b[31mb', 5, [1]],
    ['a\x1b]0;t\x07b', 6, [1]],
    ['葛\u{e0100}\u{e0101}', 1, [3]],
    ['\ufeffa\u{1f600}\u{e0041}', 2, [0, 3]],
    ['a\u2028b\rc\vd', 0, []],
    ['\ud800a\u200b', 1, [2]],
    ['soft\u00adhyphen 👩\u200d👧 नम\u200dस् ❤\ufe0f', 0, []],
    ['ភាសា\u200bខ្មែរ', 0, []],
    ['שלום\u200f!', 0, []],
    ['hi\u200f!', 1, [2]],
    ['## Part [\u200b](#part)', 0, []],
    ['<a>\u200b</a>', 0, []],
    ['\u200b', 0, []],
    ['שלום\u202e!', 1, [4]],
  ])('of %j is %i, at %j', (text, count, places) => expect(found(text)).toEqual({ count, places }));

  it('counts the characters that were removed, wherever they stand', () => {
    const hidden = fc.constantFrom('\u200b', '\u202e', '\u{e0041}', '\u115f', '\ufeff', '\u2066');
    const parts = fc.array(fc.tuple(fc.stringMatching(/^[a-zé ]{0,8}$/), fc.option(hidden)));
    fc.assert(
      fc.property(parts, (parts) => {
        const text = parts.map(([word, character]) => word + (character ?? '')).join('');
        const at = parts.flatMap(([, character], index) =>
          character === null ? [] : [parts.slice(0, index + 1).reduce((sum, [word]) => sum + word.length, 0)],
        );
        expect(found(text)).toEqual({ count: at.length, places: [...new Set(at)] });
      }),
    );
  });

  it('remembers a bounded number of places', () => {
    const { count, places } = found('a\u200b'.repeat(MAX_PLACES + 5));
    expect([count, places.length]).toEqual([MAX_PLACES + 5, MAX_PLACES]);
  });
});
