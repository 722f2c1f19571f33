import { expect, it, vi } from 'vitest';
import { lazy } from '../../../src/algorithms/lazy.ts';

it('makes a value when it is first asked for, and only then', () => {
  const make = vi.fn(() => new Set(['a']));
  const letters = lazy(make);
  expect(make).not.toHaveBeenCalled();
  expect(letters()).toBe(letters());
  expect(letters()).toEqual(new Set(['a']));
  expect(make).toHaveBeenCalledOnce();
});
