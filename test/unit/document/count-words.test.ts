import { describe, expect, it } from 'vitest';
import { countWords } from '../../../src/document/count-words.ts';

describe('countWords', () => {
  it.each([
    ['', 0],
    ['Un mot, deux — trois !', 4],
    ['l’entreprise d’à côté', 3],
    ['« Oui »\u00a0: non\u202f!', 2],
    ['---\n***\n1. un', 2],
    ['日本語の文章', 3],
    ['Привет, мир', 2],
  ])('counts the words in %j: %d', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});
