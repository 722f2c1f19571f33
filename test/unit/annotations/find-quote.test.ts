import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote } from '../../../src/annotations/find-quote.ts';
import { quoteOf } from '../../../src/annotations/text-quote.ts';

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

  const HEAD = 'The potter of Lundy kept a workshop above the harbor.';
  const FIRST = 'She melted copper in a small kiln that her father had built.';
  const REST = Array.from({ length: 30 }, (_, i) => `Paragraph ${i + 1} is about clay and glaze.`);
  const LAST = 'A roof of copper turns green. She moved away in the end.';
  const story = (...beginning: string[]): string => [...beginning, ...REST, LAST].join('\n\n');
  const ORIGINAL = story(HEAD, FIRST);
  const moved = (words: string, text: string): string | undefined => {
    const start = ORIGINAL.indexOf(words);
    const place = findQuote(text, quoteOf(ORIGINAL, { start, end: start + words.length }));
    return place && text.slice(place.start - 6, place.end + 4);
  };

  it('is lost with its paragraph though its words are elsewhere', () => {
    expect(moved('copper', story(HEAD))).toBeUndefined();
    expect(moved('She', story(HEAD))).toBeUndefined();
    expect(moved('copper', story(HEAD, 'He made bells.'))).toBeUndefined();
  });

  it('stays where it was though its words are elsewhere, too', () => {
    const first = (...edit: [string, string]) => story(HEAD, FIRST.replace(...edit));
    expect(moved('copper', first('copper', 'brass'))).toBe('elted brass in ');
    expect(moved('She', first('She', 'Then she'))).toBe('bor.\n\nThen she mel');
    expect(moved('copper', first('melted', 'cast some of the'))).toBe('f the copper in ');
    expect(moved('copper', first('in a small', 'inside of a tiny'))).toBe('elted copper ins');
    expect(moved('copper', story('A new beginning.', FIRST))).toBe('elted copper in ');
  });

  it('is found after an edit in it if only one side of its context is left', () => {
    const end = FIRST.replace('copper', 'coppers');
    expect(moved('melted copper in', story('New.', `Other. Most days ${end}`))).toBe(
      's She melted coppers in a s',
    );
    const text =
      'Ada Rook was known all over.\n\nA garden designer by trade, she lived in Lewes until the war.';
    const start = text.indexOf('A garden');
    const quote = quoteOf(text, { start, end: start + 'A garden designer'.length });
    const edited = text.replace('\n\nA garden', '\n\nNobody knew why.\n\nA gardening');
    const place = findQuote(edited, quote)!;
    expect(edited.slice(place.start, place.end)).toBe('A gardening designer');
    const cut = edited.replace(' by trade, she lived in Lewes', '; her house stood');
    expect(findQuote(cut, quote)).toBeUndefined();
  });

  it('of several words is found in another context', () => {
    const passage = 'a small kiln that her father had built';
    expect(
      moved(passage, story('Once there was a small kiln that her father had built, far away.')),
    ).toContain(passage);
  });
});
