import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/algorithms/edit-distance.ts';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['prix', 'prix', 0],
    ['prix', 'prxi', 1],
    ['client', 'clients', 1],
    ['chat', 'chien', 3],
    ['', 'abc', 3],
  ])('of %s and %s is %d', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});
