import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  paragraphAfter,
  paragraphBefore,
  sentenceAfter,
  sentenceBefore,
  wordAfter,
  wordAt,
  wordBefore,
} from '../../../src/state/text-units.ts';

const TEXT = 'L’offre est prête. Elle coûte 3,50 €, dit-il : « Venez ! » Puis rien.\nUn autre paragraphe.';
const at = (words: string): number => TEXT.indexOf(words);

describe('words', () => {
  it('are taken whole, with their apostrophes, hyphens and decimals', () => {
    const words: string[] = [];
    for (let word = wordAt(TEXT, 0); word; word = wordAfter(TEXT, word))
      words.push(TEXT.slice(word.start, word.end));
    expect(words.slice(0, 8)).toEqual(['L’offre', 'est', 'prête', '.', 'Elle', 'coûte', '3,50', '€,']);
    expect(words).toContain('dit-il');
    expect(words.at(-2)).toBe('paragraphe');
  });

  it('are found from inside, and from the blank before', () => {
    const word = { start: at('prête'), end: at('prête') + 5 };
    expect(wordAt(TEXT, at('prête') + 2)).toEqual(word);
    expect(wordAt(TEXT, at('prête') - 1)).toEqual(word);
    expect(wordBefore(TEXT, at('. Elle'))).toEqual(word);
    expect(wordAt('', 0)).toBeUndefined();
  });

  it('are walked forth and back alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        for (let word = wordAt(text, 0); word; word = wordAfter(text, word)) {
          const next = wordAfter(text, word);
          if (next) expect(wordBefore(text, next.start)).toEqual(word);
        }
      }),
    );
  });
});

describe('sentences and paragraphs', () => {
  it('begin after the marks that end the one before', () => {
    expect(sentenceAfter(TEXT, 0)).toBe(at('Elle'));
    expect(sentenceAfter(TEXT, at('Elle'))).toBe(at('Puis'));
    expect(sentenceAfter(TEXT, at('Puis'))).toBe(at('Un autre'));
    expect(sentenceBefore(TEXT, at('coûte'))).toBe(at('Elle'));
    expect(sentenceBefore(TEXT, at('Elle'))).toBe(0);
    expect(paragraphAfter(TEXT, 3)).toBe(at('Un autre'));
    expect(paragraphAfter(TEXT, at('autre'))).toBe(TEXT.length);
    expect(paragraphBefore(TEXT, at('autre'))).toBe(at('Un autre'));
    expect(paragraphBefore(TEXT, at('Un autre'))).toBe(0);
  });

  it.each([3_990, 4_000, 4_001, 4_100, 30_000])('may be long: %i characters', (length) => {
    const long = `${'so '.repeat(length / 3)}on.`;
    const text = `First. ${long.replace('s', 'S')}   \n\n\nLast one. `;
    const [start, last] = [text.indexOf('So'), text.indexOf('Last')];
    expect(sentenceAfter(text, 0)).toBe(start);
    expect(sentenceAfter(text, start)).toBe(last);
    expect(sentenceAfter(text, start + 10)).toBe(last);
    expect(sentenceBefore(text, last)).toBe(start);
    expect(sentenceBefore(text, last - 20)).toBe(start);
    expect(sentenceBefore(text, start)).toBe(0);
    expect(sentenceAfter(text, last)).toBe(text.length);
  });
});
