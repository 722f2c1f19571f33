import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Article } from '../../../src/library/article.ts';
import { keysOf, libraryKey, missingFiles } from '../../../src/memory/key.ts';

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'kiosque-key-')));
  mkdirSync(join(root, 'app/articles'), { recursive: true });
  mkdirSync(join(root, 'notes'));
  symlinkSync(join(root, 'app'), join(root, 'installed'));
  symlinkSync(join(root, 'notes'), join(root, 'mine'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const article = (path: string): Article => ({
  id: 'bienvenue',
  title: 'Bienvenue',
  tags: [],
  words: 1,
  format: 'text',
  path,
  size: 1,
  mtime: 1,
});

it('is the id in the bundled catalogue, the real path elsewhere, and undefined for standard input', () => {
  const keyOf = keysOf(join(root, 'installed/articles'));
  expect(keyOf(article(join(root, 'app/articles/bienvenue.md')))).toBe('kiosque:bienvenue');
  expect(keyOf(article(join(root, 'installed/articles/bienvenue.md')))).toBe('kiosque:bienvenue');
  expect(keyOf(article(join(root, 'mine/a.md')))).toBe(join(root, 'notes/a.md'));
  expect(keyOf(article('/nowhere/at/all/a.md'))).toBe('/nowhere/at/all/a.md');
  expect(keyOf(article('-'))).toBeUndefined();
});

it('is the same for a library whatever the order of its paths and the links to them', () => {
  const [app, notes, mine] = ['app', 'notes', 'mine'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  expect(libraryKey([app, notes])).toBe(libraryKey([mine, app]));
  expect(libraryKey([app])).not.toBe(libraryKey([notes]));
  expect(libraryKey([])).toBe('kiosque:');
});

it('looks for no renamed file of a member of a file that is there', () => {
  const mailbox = join(root, 'notes/inbox.mbox');
  writeFileSync(mailbox, 'x');
  const records = new Map(
    ['notes/inbox.mbox/a', 'notes/gone.mbox/b', 'notes/c.md'].map((name) => [join(root, name), 1]),
  );
  expect([...missingFiles(records, [join(root, 'notes')]).keys()]).toEqual([
    join(root, 'notes/gone.mbox/b'),
    join(root, 'notes/c.md'),
  ]);
});

it('finds what was in a folder beside that of the library that is gone, since it may have this name now', () => {
  mkdirSync(join(root, 'notes/deep'));
  const names = ['old/a.md', 'old/deep/b.md', 'app/c.md', 'd.md', 'notes/deep/e.md'];
  const records = new Map(names.map((name) => [join(root, name), 1]));
  expect([...missingFiles(records, [join(root, 'notes')]).keys()]).toEqual(
    ['old/a.md', 'old/deep/b.md', 'notes/deep/e.md'].map((name) => join(root, name)),
  );
  expect([...missingFiles(records, [join(root, 'notes/deep')]).keys()]).toEqual([
    join(root, 'notes/deep/e.md'),
  ]);
});
