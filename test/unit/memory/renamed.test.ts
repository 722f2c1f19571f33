import { renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fingerprintOf } from '../../../src/memory/fingerprint.ts';
import type { ArticleMemory } from '../../../src/memory/records.ts';
import { findRenamed } from '../../../src/memory/renamed.ts';
import { article } from '../../support/articles.ts';
import { temporaryFolder } from '../../support/home.ts';

it('follows the members of a renamed file, each by its name', () => {
  const folder = temporaryFolder();
  const [before, after] = ['a.mbox', 'b.mbox'].map((name) => join(folder, name)) as [string, string];
  writeFileSync(before, 'From a\nSubject: a\n\nA.\n');
  const { size } = statSync(before);
  const remembered = (name: string): [string, ArticleMemory] => {
    const path = join(before, name);
    return [path, { seen: 1, file: fingerprintOf(path) } as ArticleMemory];
  };
  const records = new Map([remembered('one'), remembered('two')]);
  renameSync(before, after);
  const articles = ['two', 'three', 'one'].map((name) => article(name, { path: join(after, name), size }));
  expect(findRenamed(records, records, articles, ({ path }) => path)).toEqual([
    { from: join(before, 'two'), to: join(after, 'two') },
    { from: join(before, 'one'), to: join(after, 'one') },
  ]);
});
