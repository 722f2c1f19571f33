import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { markUsed, removeUnused } from '../../../src/index/unused-indexes.ts';
import { temporaryFolder } from '../../support/home.ts';

let all: string;

beforeEach(() => {
  all = temporaryFolder();
});

function indexUsed(name: string, daysAgo: number): string {
  const folder = join(all, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'manifest'), '');
  const then = new Date(Date.now() - daysAgo * 86_400_000);
  utimesSync(folder, then, then);
  return folder;
}

it('removes only the indexes that have not been used for months', () => {
  const [own, recent, old] = [indexUsed('own', 200), indexUsed('recent', 30), indexUsed('old', 100)];
  removeUnused(own);
  expect([own, recent, old].map(existsSync)).toEqual([true, true, false]);
});

it('keeps an index that was marked as used', () => {
  const [own, old] = [indexUsed('own', 0), indexUsed('old', 100)];
  markUsed(old);
  removeUnused(own);
  expect(existsSync(old)).toBe(true);
});

it('does nothing if the folders do not exist', () => {
  markUsed(join(all, 'none'));
  removeUnused(join(all, 'none', 'none'));
});
