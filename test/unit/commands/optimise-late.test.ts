import v8 from 'node:v8';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { optimiseAsUsual, optimiseLate } from '../../../src/commands/optimise-late.ts';

let flags: string[] = [];

beforeEach(() => {
  flags = [];
  vi.spyOn(v8, 'setFlagsFromString').mockImplementation((flag) => void flags.push(flag));
});
afterEach(async () => {
  await optimiseAsUsual();
  vi.restoreAllMocks();
});

it.each([
  ['20.20.2', '--interrupt-budget', 405_504, 67_584],
  ['22.23.3', '--invocation-count-for-turbofan', 18_000, 3000],
  ['24.21.0', '--invocation-count-for-turbofan', 18_000, 3000],
])('has Node %s optimise functions later until the flag is reset', async (node, flag, late, usual) => {
  await optimiseLate(1_000_000, { node });
  expect(flags).toEqual([`${flag}=${late}`]);
  await optimiseAsUsual();
  expect(flags).toEqual([`${flag}=${late}`, `${flag}=${usual}`]);
  await optimiseAsUsual();
  expect(flags).toHaveLength(2);
});

it('sets no flag for a short text, nor one that the runtime may not know', async () => {
  await optimiseLate(49_999, { node: '20.20.2' });
  await optimiseLate(1_000_000, { node: '27.0.0' });
  await optimiseLate(1_000_000, { node: '24.3.0', bun: '1.4.5' });
  expect(flags).toEqual([]);
});
