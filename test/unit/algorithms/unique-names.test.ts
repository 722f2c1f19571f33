import { expect, it } from 'vitest';
import { UniqueNames } from '../../../src/algorithms/unique-names.ts';

const namesOf = (wanted: readonly string[]): string[] => {
  const names = new UniqueNames();
  return wanted.map((name) => names.take(name));
};

it('numbers names that are taken', () => {
  expect(namesOf(['a', 'b', 'a', 'a'])).toEqual(['a', 'b', 'a-2', 'a-3']);
});

it('skips numbers that are names themselves', () => {
  expect(namesOf(['a', 'a-2', 'a', 'a', 'a-2'])).toEqual(['a', 'a-2', 'a-3', 'a-4', 'a-2-2']);
});

it('numbers a hundred thousand equal names', () => {
  // With a search from 2 on for each, this would take minutes.
  const names = namesOf(Array<string>(100_000).fill('a'));
  expect(names.at(-1)).toBe('a-100000');
  expect(new Set(names).size).toBe(names.length);
});
