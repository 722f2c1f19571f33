import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isRow } from '../../../src/text/paragraph.ts';
import { clusters } from '../../../src/unicode/clusters.ts';
import { cellWidth } from '../../../src/unicode/width.ts';

it('recognizes as a row only a text that fits and has as many cells as characters', () => {
  for (let unit = 0; unit < 0x10000; unit++) {
    const text = `a${String.fromCharCode(unit)}b`;
    if (!isRow(text, 3)) continue;
    expect([cellWidth(text), [...clusters(text)].length], unit.toString(16)).toEqual([3, 3]);
  }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, width) => {
      if (isRow(text, width)) expect(width === 0 || cellWidth(text) <= width).toBe(true);
    }),
  );
  expect(isRow('a\u00adb', 9)).toBe(false);
  expect(isRow('a ', 9)).toBe(false);
  expect(isRow('a\nb', 9)).toBe(false);
  expect(isRow('L’été « à 20 € » — déjà…', 24)).toBe(true);
});
