import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { editedFiles } from '../../../src/memory/edited.ts';
import { fingerprintOf } from '../../../src/memory/fingerprint.ts';
import type { ArticleMemory } from '../../../src/memory/records.ts';
import { temporaryFolder } from '../../support/home.ts';

it('finds the remembered files of a library that have other contents now', () => {
  const root = temporaryFolder();
  const library = join(root, 'library');
  mkdirSync(library);
  const seen = Date.now();
  const paths = ['same', 'longer', 'other', 'touched', 'emptied', '../outside'].map((name) =>
    join(library, `${name}.md`),
  );
  const [, longer, other, touched, emptied, outside] = paths as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  for (const path of paths) {
    writeFileSync(path, 'The text.');
    utimesSync(path, seen / 1000 - 60, seen / 1000 - 60);
  }
  const records = new Map(
    paths.map((path) => [path, { seen, file: fingerprintOf(path) } as ArticleMemory] as const),
  );
  const find = () => editedFiles(records, [library]);
  records.set(join(library, 'missing.md'), { seen, file: '9-abc' });
  records.set(join(library, 'same.md', 'member'), { seen, file: '9-abc' });
  expect(find()).toEqual([]);
  writeFileSync(longer, 'The longer text.');
  writeFileSync(other, 'The best.');
  writeFileSync(emptied, '');
  writeFileSync(outside, 'The longer text.');
  const later = seen / 1000 + 60;
  for (const path of [other, touched]) utimesSync(path, later, later);
  expect(find()).toEqual([longer, other]);
});
