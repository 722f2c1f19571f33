import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Drafts } from '../../../src/annotations/drafts.ts';
import { temporaryFolder } from '../../support/home.ts';

it('keeps notes by article and annotation until they are removed', async () => {
  const folder = join(temporaryFolder(), 'drafts');
  const drafts = new Drafts(folder);
  expect(drafts.load('/a.md').size).toBe(0);
  await drafts.put('/a.md', 'x', undefined);
  await drafts.put('/a.md', 'x', 'One\ntwo');
  await drafts.put('/a.md', 'y', 'Other');
  await drafts.put('/b.md', 'x', 'Elsewhere');
  await drafts.put('/a.md', 'x', 'One\nthree');
  writeFileSync(join(folder, 'damaged.json'), '{');
  writeFileSync(join(folder, 'odd.json'), '{"key":"/a.md","id":4,"text":"no"}');
  const reopened = new Drafts(folder);
  expect([...reopened.load('/a.md')].sort()).toEqual([
    ['x', 'One\nthree'],
    ['y', 'Other'],
  ]);
  await reopened.put('/a.md', 'x', undefined);
  await reopened.put('/a.md', 'y', undefined);
  expect(drafts.load('/a.md').size).toBe(0);
  expect([...drafts.load('/b.md')]).toEqual([['x', 'Elsewhere']]);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

it('moves the drafts of a renamed article, but not over one that was begun since', async () => {
  const drafts = new Drafts(join(temporaryFolder(), 'drafts'));
  await drafts.rename('/a.md', '/b.md');
  await drafts.put('/a.md', 'x', 'Old');
  await drafts.put('/a.md', 'y', 'Other');
  await drafts.put('/b.md', 'x', 'New');
  await drafts.rename('/a.md', '/b.md');
  expect(drafts.load('/a.md').size).toBe(0);
  expect([...drafts.load('/b.md')].sort()).toEqual([
    ['x', 'New'],
    ['y', 'Other'],
  ]);
});
