import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote, quoteOf } from '../../../src/annotations/text-quote.ts';

const TEXT =
  'A price is a promise. A price is a sentence. Nobody reads a price twice, and a price is a risk.';
const rangeOf = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
};
const found = (text: string, range: { start: number; end: number }): string | undefined => {
  const place = findQuote(text, quoteOf(TEXT, range));
  return place && text.slice(place.start, place.end);
};

describe('a quotation', () => {
  it('is found in the same text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 80 }), fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length;
        const range = { start, end: start + 1 + (b % (text.length - start)) };
        expect(findQuote(text, quoteOf(text, range))).toEqual(range);
      }),
    );
  });

  it('is found where its context is, among equal words', () => {
    const second = rangeOf('price is a', 20);
    const text = `A price is a price. ${TEXT}`;
    expect(findQuote(text, quoteOf(TEXT, second))).toEqual({
      start: second.start + 20,
      end: second.end + 20,
    });
  });

  it('is found after words in it were edited, between what stands around it', () => {
    const text = TEXT.replace('reads a price twice', 'ever reads any price a second time');
    expect(found(text, rangeOf('reads a price twice'))).toBe('ever reads any price a second time');
  });

  it('is found after a word before it was edited', () => {
    expect(found(TEXT.replace('Nobody', 'No one'), rangeOf('reads a price twice'))).toBe(
      'reads a price twice',
    );
  });

  it('is not found in another text', () => {
    expect(
      found('Something else entirely, about apples and pears.', rangeOf('reads a price twice')),
    ).toBeUndefined();
    expect(found('', rangeOf('promise'))).toBeUndefined();
  });

  it('is found again after any edit elsewhere that leaves its context', () => {
    const passage = rangeOf('Nobody reads');
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.boolean(), (words, isBefore) => {
        const text = isBefore ? `${words}\n${TEXT}` : `${TEXT}\n${words}`;
        const place = findQuote(text, quoteOf(TEXT, passage));
        expect(place && text.slice(place.start, place.end)).toBe('Nobody reads');
      }),
    );
  });
});
