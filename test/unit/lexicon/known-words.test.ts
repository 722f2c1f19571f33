import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownWords } from '../../../scripts/known-words.ts';
import { BloomFilter } from '../../../src/algorithms/bloom-filter.ts';
import { isKnownWord } from '../../../src/lexicon/known-words.ts';

describe('BloomFilter', () => {
  it('has all of its items', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (items) => {
        const filter = new BloomFilter(BloomFilter.of(items).bytes);
        for (const item of items) expect(filter.has(item)).toBe(true);
      }),
    );
  });
  it('has few others', () => {
    const filter = BloomFilter.of(Array.from({ length: 5000 }, (_, i) => `mot${i}`));
    const others = Array.from({ length: 5000 }, (_, i) => `autre${i}`).filter((item) => filter.has(item));
    expect(others.length / 5000).toBeLessThan(0.03);
  });
  it('has nothing if it is empty', () => expect(BloomFilter.of([]).has('')).toBe(false));
});

describe('isKnownWord', () => {
  it.each(['battues', 'solaires', 'meals', 'abeilles', 'psychologique', 'promised', 'nationales'])(
    'knows %s',
    (word) => expect(isKnownWord(word)).toBe(true),
  );
  it.each(['partenarait', 'programation', 'clinet', 'entreprize', 'eletrique', 'recieved', 'renomer'])(
    'takes %s for a misspelling',
    (word) => expect(isKnownWord(word)).toBe(false),
  );
  it('reads what scripts/known-words.mjs makes, in less than 45 kB', () => {
    const { bytes } = knownWords();
    expect(Buffer.from(bytes).equals(readFileSync('src/lexicon/known-words.bin'))).toBe(true);
    expect(bytes.length).toBeLessThan(45_000);
  });
});
