import v8 from 'node:v8';
import { afterEach, expect, it, vi } from 'vitest';
import { limitHeapGrowth } from '../../../src/algorithms/heap-growth.ts';
import { withSmallHeap } from '../../../src/index/small-heap.ts';

afterEach(() => vi.restoreAllMocks());

it('keeps the heap small while it is used, and no longer', async () => {
  const flags: string[] = [];
  vi.spyOn(v8, 'setFlagsFromString').mockImplementation((flag) => void flags.push(flag));
  const outer = withSmallHeap(async () => {
    await expect(withSmallHeap(() => Promise.reject(new Error('full')))).rejects.toThrow('full');
    expect(flags).toEqual(['--heap-growing-percent=50']);
    return 'done';
  });
  expect(await outer).toBe('done');
  expect(flags).toEqual(['--heap-growing-percent=50', '--heap-growing-percent=0']);
});

it('does without where the runtime has no such flags', async () => {
  vi.spyOn(v8, 'setFlagsFromString').mockImplementation(() => {
    throw new Error('not implemented');
  });
  expect(await withSmallHeap(async () => 1)).toBe(1);
});

it('leaves a lower limit as it is', async () => {
  const flags: string[] = [];
  vi.spyOn(v8, 'setFlagsFromString').mockImplementation((flag) => void flags.push(flag));
  const release = limitHeapGrowth(30);
  await withSmallHeap(async () => {});
  release();
  release();
  expect(flags).toEqual(['--heap-growing-percent=30', '--heap-growing-percent=0']);
});
