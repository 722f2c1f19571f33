import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlace, placeAt } from '../../../src/memory/place.ts';

const TEXT =
  'Un partenariat commence par une question. On y répond rarement le premier jour.\n' +
  'La deuxième année, on sait enfin ce que l’on attendait l’un de l’autre, et l’on peut le dire.';
const at = TEXT.indexOf('La deuxième');
const place = placeAt(TEXT, at, 0.5);

describe('findPlace', () => {
  it('finds the words at their old offset', () => {
    expect(findPlace(TEXT, place)).toBe(at);
  });

  it('finds words that moved', () => {
    expect(findPlace(`Un chapeau.\n${TEXT}`, place)).toBe(at + 12);
    expect(findPlace(TEXT.slice(43), place)).toBe(at - 43);
  });

  it('finds the first words if the rest has changed', () => {
    const edited = `Avant.\n${TEXT.replace('attendait l’un de l’autre', 'voulait')}`;
    expect(findPlace(edited, place)).toBe(at + 7);
  });

  it('finds the nearest of several occurrences', () => {
    const verse = 'Il pleut sur la ville comme il pleuvait hier.\n';
    const text = verse.repeat(5);
    const third = placeAt(text, 2 * verse.length, 0.4);
    expect(findPlace(`x${text}`, { ...third, words: third.words.slice(0, 40) })).toBe(2 * verse.length + 1);
  });

  it('keeps the offset, or the end of the text, if no words are left', () => {
    expect(findPlace('x'.repeat(500), place)).toBe(at);
    expect(findPlace('court', place)).toBe(5);
    expect(findPlace('', place)).toBe(0);
  });

  it('finds the same place in an unchanged text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.nat(200), (text, offset) => {
        const own = Math.min(offset, text.length);
        expect(findPlace(text, placeAt(text, own, 0))).toBe(own);
      }),
    );
  });
});
