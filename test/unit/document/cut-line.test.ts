import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CUT_WINDOW, cutBefore } from '../../../src/document/cut-line.ts';

describe('where a long line is cut', () => {
  it('is before the last blank that is near the bound', () => {
    expect(cutBefore('un deux trois', 0, 10)).toBe(7);
    expect(cutBefore('un deux trois', 0, 7)).toBe(7);
    expect(cutBefore('un deux trois', 7, 12)).toBe(12);
  });

  it('is at the bound where the only blank is far before it', () => {
    const text = `un ${'a'.repeat(2 * CUT_WINDOW)}`;
    expect(cutBefore(text, 0, 2 * CUT_WINDOW)).toBe(2 * CUT_WINDOW);
  });

  it('goes on, stays within the bound and never divides a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 4 }), fc.nat(), fc.nat(), (text, start, length) => {
        const from = start % (text.length - 3);
        const bound = from + 2 + (length % (text.length - from - 2));
        const cut = cutBefore(text, from, bound);
        expect(cut).toBeGreaterThan(from);
        expect(cut).toBeLessThanOrEqual(bound);
        const isInsidePair =
          /[\ud800-\udbff]/.test(text[cut - 1]!) && /[\udc00-\udfff]/.test(text[cut] ?? '');
        if (cut > from + 1) expect(isInsidePair).toBe(false);
      }),
    );
  });
});
