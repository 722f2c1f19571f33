import { describe, expect, it } from 'vitest';
import { mergeRanges } from '../../../src/published/merge-ranges.ts';
import { randomFrom } from '../../support/random.ts';

describe('ranges', () => {
  it('that are near each other are fetched together', () => {
    const ranges = [
      { at: 100_000, length: 10 },
      { at: 0, length: 4096 },
      { at: 8192, length: 4096 },
    ];
    expect(mergeRanges(ranges)).toEqual([
      { at: 0, length: 12_288, parts: [1, 2] },
      { at: 100_000, length: 10, parts: [0] },
    ]);
  });

  it('have each of those asked for, whatever they are', () => {
    const random = randomFrom(7);
    for (let tries = 0; tries < 200; tries += 1) {
      const ranges = Array.from({ length: random(12) }, () => ({
        at: random(60_000),
        length: 1 + random(9000),
      }));
      const merged = mergeRanges(ranges, 20_000);
      expect(merged.flatMap(({ parts }) => parts).toSorted((a, b) => a - b)).toEqual([...ranges.keys()]);
      for (const { at, length, parts } of merged)
        for (const part of parts) {
          expect(ranges[part]!.at).toBeGreaterThanOrEqual(at);
          expect(ranges[part]!.at + ranges[part]!.length).toBeLessThanOrEqual(at + length);
        }
    }
  });
});
