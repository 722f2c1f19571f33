import { describe, expect, it } from 'vitest';
import { decodeEntities } from '../../../src/unicode/entities.ts';

describe('decodeEntities', () => {
  it.each([
    ['&eacute; &amp; &NotEqualTilde; &CounterClockwiseContourIntegral;', 'é & ≂̸ ∳'],
    ['&#233; &#xE9; &#X1F600;', 'é é 😀'],
    ['&amp;lt;', '&lt;'],
  ])('decodes %s once', (text, decoded) => {
    expect(decodeEntities(text)).toBe(decoded);
  });

  it('reads the numbers 128 to 159 as Windows-1252, as browsers do', () => {
    expect(decodeEntities('&#128; &#146; &#x9c;')).toBe('€ ’ œ');
  });

  it('replaces numbers of no character', () => {
    expect(decodeEntities('&#0; &#xD800; &#x110000;')).toBe('\ufffd \ufffd \ufffd');
  });

  it.each(['&unknown;', '&eacute', '& ;', '&#;', '&#x;', '&#12345678;', '&#x1234567;'])(
    'keeps %s',
    (text) => {
      expect(decodeEntities(text)).toBe(text);
    },
  );

  it('decodes references without a semicolon where asked to', () => {
    expect(decodeEntities('&eacute &copy2024 &#233 &notit; &alpha', true)).toBe('é ©2024 é ¬it; &alpha');
  });
});
