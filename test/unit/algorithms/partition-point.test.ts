import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partitionPoint } from '../../../src/algorithms/partition-point.ts';

it('finds where the first part of a sequence ends, as a walk through it does', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(50), (numbers, limit) => {
      const sorted = numbers.sort((a, b) => a - b);
      const walked = sorted.filter((number) => number < limit).length;
      expect(partitionPoint(sorted.length, (index) => sorted[index]! < limit)).toBe(walked);
    }),
  );
});
