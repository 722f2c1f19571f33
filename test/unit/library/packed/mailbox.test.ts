import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileOf } from '../../../../src/library/article.ts';
import { articlesAt } from '../../../../src/library/articles-at.ts';
import { type Library, loadLibrary } from '../../../../src/library/load-library.ts';
import { openBody } from '../../../../src/library/open-body.ts';
import { temporaryFolder } from '../../../support/home.ts';
import { mail, mailboxOf } from '../../../support/mails.ts';

const MAILS = [mail('Réunion', 'Jeudi.\n\nFrom here on.\n'), mail('Compte rendu', 'Vendredi.\n')];

function folderWith(mails: readonly string[]): { folder: string; path: string } {
  const folder = temporaryFolder();
  const path = join(folder, 'inbox.mbox');
  writeFileSync(path, mailboxOf(mails));
  return { folder, path };
}

const namesIn = ({ articles }: Pick<Library, 'articles'>): string[] =>
  articles.map(({ path }) => path).sort();

describe('a mailbox', () => {
  it('is listed as its mails, each with a path of its own in the file', async () => {
    const { folder, path } = folderWith(MAILS);
    const { articles, warnings } = await loadLibrary([folder]);
    expect(warnings).toEqual([]);
    expect(articles.map(({ title, author, date, words }) => ({ title, author, date, words }))).toEqual([
      { title: 'Compte rendu', author: 'Ève Dupré', date: '2024-05-03', words: 1 },
      { title: 'Réunion', author: 'Ève Dupré', date: '2024-05-03', words: 4 },
    ]);
    for (const article of articles) {
      expect(fileOf(article)).toBe(path);
      expect(article).toMatchObject({ packed: 'mailbox', member: { of: 2 } });
      expect(article.path).toMatch(/inbox\.mbox\/[a-z0-9-]+$/);
    }
    const bodies = await Promise.all(articles.map(openBody));
    expect(bodies.map(({ source }) => source.trim())).toEqual(['Vendredi.', 'Jeudi.\n\nFrom here on.']);
  });

  it('keeps the names of its mails when others come before and after them', async () => {
    const { folder, path } = folderWith(MAILS);
    const before = namesIn(await loadLibrary([folder]));
    writeFileSync(path, mailboxOf([mail('Avant', 'Un.'), ...MAILS, mail('Après', 'Deux.')]));
    expect(namesIn(await loadLibrary([folder]))).toEqual(expect.arrayContaining(before));
  });

  it('gives copies of a mail different names', async () => {
    const { folder } = folderWith([...MAILS, ...MAILS]);
    const names = namesIn(await loadLibrary([folder]));
    expect(new Set(names).size).toBe(4);
  });

  it('is not read again while it is known whole', async () => {
    const { folder, path } = folderWith(MAILS);
    const { articles } = await loadLibrary([folder]);
    const { knownArticles } = await import('../../../../src/library/known-articles.ts');
    const knownOf = (some: typeof articles) => knownArticles(some, () => undefined);
    const { size, mtime } = articles[0]!;
    expect(knownOf(articles)(path, size, mtime)).toEqual(articles);
    expect(knownOf(articles.slice(1))(path, size, mtime)).toBeUndefined();
    expect(knownOf(articles)(path, size + 1, mtime)).toBeUndefined();
    expect(knownOf(articles)(folder, size, mtime)).toBeUndefined();
  });

  it('opens whole by its path, in its order, and a mail of it by its own path', async () => {
    const { path } = folderWith(MAILS);
    const { articles } = await articlesAt(path);
    expect(articles.map(({ title }) => title)).toEqual(['Réunion', 'Compte rendu']);
    const alone = await articlesAt(articles[1]!.path);
    expect(alone.articles.map(({ title }) => title)).toEqual(['Compte rendu']);
    await expect(articlesAt(join(path, 'other'))).rejects.toMatchObject({ kind: 'missing' });
  });

  it('that holds no mail is skipped as empty', async () => {
    const { folder, path } = folderWith([]);
    mkdirSync(join(folder, 'sub'));
    appendFileSync(path, 'A text.\n');
    const { articles, warnings } = await loadLibrary([folder]);
    expect(articles).toEqual([]);
    expect(warnings).toMatchObject([{ kind: 'empty', paths: [path] }]);
  });

  it('is read as text if the user asks for it', async () => {
    const { path } = folderWith(MAILS);
    const { articles } = await loadLibrary([path], { input: 'text' });
    expect(articles).toMatchObject([{ path, format: 'text' }]);
    expect(articles[0]).not.toHaveProperty('packed');
  });

  it('yields to other work between its mails, and stops when it is aborted', async () => {
    const { folder } = folderWith(
      Array.from({ length: 400 }, (_, i) => mail(`Sujet ${i}`, 'mot '.repeat(800))),
    );
    const abort = new AbortController();
    const loading = loadLibrary([folder], {
      signal: abort.signal,
      onBatch: () => abort.abort(new Error('enough')),
    });
    await expect(loading).rejects.toThrow('enough');
  });
});
