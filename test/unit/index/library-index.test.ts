import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LibraryIndex } from '../../../src/index/library-index.ts';
import { openLibraryIndex, refresh, searchLibrary } from '../../../src/index/search-library.ts';
import { loadLibrary } from '../../../src/library/load-library.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';
import { mail, mailboxOf } from '../../support/mails.ts';
import { idsFound, TestLibrary } from './folder.ts';

let library: TestLibrary;
beforeEach(() => {
  library = new TestLibrary();
});
afterEach(() => library.clear());

const indexFolder = (): string => join(library.cache, 'index', readdirSync(join(library.cache, 'index'))[0]!);

describe('LibraryIndex', () => {
  it('can be searched after reopening, without reading the files', async () => {
    library.put('a.md', '# Le prix juste\n\nUn client, un prix.');
    library.put(
      'sub/b.md',
      '---\ntitle: Les partenariats\ntags: [vente]\nauthor: Ève\n---\nGrandir ensemble.',
    );
    (await library.open()).close();
    const index = new LibraryIndex(library.options);
    expect(index.isFresh()).toBe(true);
    expect(idsFound(index, 'clients ')).toEqual(['a']);
    expect(idsFound(index, 'tag:vente auteur:eve grandir ')).toEqual(['b']);
    const article = index.article(index.search(parseQuery('partenariat'))[0]!.doc);
    expect(article).toMatchObject({ title: 'Les partenariats', author: 'Ève', tags: ['vente'] });
    const known = await index.known();
    expect(known(article.path, article.size, article.mtime)).toEqual([article]);
    expect(known(article.path, article.size, article.mtime + 1)).toBeUndefined();
    index.close();
  });

  it('weighs the headings of articles', async () => {
    library.put('a.md', '# Premier\n\nRelancer un client est utile.\n\nAutre chose, pour finir le texte.\n');
    library.put(
      'b.md',
      '# Second\n\nAutre chose, pour ouvrir le texte.\n\n## Relancer un client\n\nC’est utile.\n',
    );
    const index = await library.open();
    const hits = index.search(parseQuery('relancer client '));
    expect(hits.map(({ doc }) => index.article(doc).id)).toEqual(['b', 'a']);
  });

  it('is another one if the files are to be read in another format', async () => {
    library.put('a.txt', 'Un prix.\n\n    Un client.');
    (await library.open()).close();
    const options = { ...library.options, input: 'code' as const };
    const asCode = new LibraryIndex(options);
    expect(asCode.isFresh()).toBe(false);
    await refresh(asCode, options);
    expect([...asCode.articles()]).toMatchObject([{ format: 'code', input: 'code' }]);
    asCode.close();
    const index = new LibraryIndex(library.options);
    expect(index.isFresh()).toBe(true);
    expect([...index.articles()]).toMatchObject([{ format: 'text' }]);
    index.close();
  });

  it('adds new and changed articles, and removes others', async () => {
    library.put('a.md', 'Un texte sur le prix.');
    library.put('b.md', 'Un texte sur la vente.');
    (await library.open()).close();
    library.put('b.md', 'Un texte sur la marge.');
    library.put('c.md', 'Un texte sur le prix aussi.');
    library.remove('a.md');
    const stale = new LibraryIndex(library.options);
    expect(stale.isFresh()).toBe(false);
    stale.close();
    const index = await openLibraryIndex(library.options);
    expect(idsFound(index, 'prix ')).toEqual(['c']);
    expect(idsFound(index, 'vente ')).toEqual([]);
    expect(idsFound(index, 'marge ')).toEqual(['b']);
    expect([...index.articles()].map((article) => article.id).sort()).toEqual(['b', 'c']);
    index.close();
  });

  it('writes little when one of many articles has changed', async () => {
    for (let i = 0; i < 40; i += 1) library.put(`${i}.md`, `Article numéro ${i} sur le prix.`);
    (await library.open()).close();
    const before = readdirSync(indexFolder());
    library.put('7.md', 'Tout autre chose.');
    (await library.open()).close();
    const after = readdirSync(indexFolder());
    expect(after.filter((name) => before.includes(name)).sort()).toEqual(before.sort());
    expect(after).toHaveLength(before.length + 1);
  });

  it('has few segments however often it changes', async () => {
    for (let i = 0; i < 30; i += 1) {
      library.put(`${i}.md`, `Article numéro ${i}.`);
      (await library.open()).close();
    }
    expect(readdirSync(indexFolder()).filter((name) => name.endsWith('.segment')).length).toBeLessThan(7);
    const index = new LibraryIndex(library.options);
    expect(idsFound(index, 'article ')).toHaveLength(30);
    index.close();
  });

  it('is complete on disk after concurrent updates', async () => {
    library.put('a.md', 'Un texte sur le prix.');
    const index = new LibraryIndex(library.options);
    const known = await index.known();
    const before = await loadLibrary(library.options.paths, { known });
    library.put('b.md', 'Un texte sur la marge.');
    const after = await loadLibrary(library.options.paths, { known });
    await Promise.all([index.update(before), index.update(after)]);
    index.close();
    const again = new LibraryIndex(library.options);
    expect(again.isFresh()).toBe(true);
    expect([...again.articles()].map((article) => article.id).sort()).toEqual(['a', 'b']);
    again.close();
  });

  it('notices at the first search that the file of a hit was edited in place', async () => {
    library.put('a.md', 'Un texte sur le prix.');
    const index = await library.open();
    library.put('a.md', 'Un texte sur le prix et la marge.');
    expect(index.isCurrent(index.search(parseQuery('prix ')))).toBe(false);
    const hits = await searchLibrary(index, parseQuery('prix '), {}, library.options);
    expect(index.isCurrent(hits)).toBe(true);
    expect(idsFound(index, 'marge ')).toEqual(['a']);
    index.close();
  });

  it('checks every file of a large library before it finds nothing', async () => {
    for (let i = 1000; i < 3001; i += 1) writeFileSync(join(library.articles, `${i}.md`), `Article ${i}.`);
    (await library.open()).close();
    // An edit in place does not change the folder.
    writeFileSync(join(library.articles, '1007.md'), 'Article 1007, et une marge.');
    const index = await openLibraryIndex(library.options);
    expect(idsFound(index, 'marge ')).toEqual([]);
    const hits = await searchLibrary(index, parseQuery('marge '), {}, library.options);
    expect(hits.map(({ doc }) => index.article(doc).id)).toEqual(['1007']);
    index.close();
  });

  it('notices a new article in a folder that had none', async () => {
    mkdirSync(join(library.articles, 'vide'));
    library.put('a.md', 'Un texte.');
    (await library.open()).close();
    library.put('vide/b.md', 'Un autre texte.');
    const index = await openLibraryIndex(library.options);
    expect(idsFound(index, 'texte ')).toEqual(['a', 'b']);
    index.close();
  });

  it('can be searched while it is built, and reports progress', async () => {
    for (let i = 0; i < 1200; i += 1) library.put(`n${i}.md`, `Article numéro ${i}.`);
    const index = new LibraryIndex(library.options);
    const seen: number[] = [];
    const progress: number[] = [];
    await refresh(index, {
      ...library.options,
      onProgress: (done) => progress.push(done),
      onChange: () => seen.push(index.search(parseQuery('article ')).length),
    });
    expect(seen[0]).toBe(1000);
    expect(seen.at(-1)).toBe(1200);
    expect(progress).toEqual(Array.from({ length: 1200 }, (_, i) => i + 1));
    index.close();
  });

  it('stays consistent when an update is aborted, and continues at the next one', async () => {
    for (let i = 0; i < 1100; i += 1) library.put(`n${i}.md`, `Article numéro ${i}.`);
    const index = new LibraryIndex(library.options);
    const controller = new AbortController();
    const updating = refresh(index, {
      ...library.options,
      signal: controller.signal,
      onProgress: (done) => done === 1050 && controller.abort(),
    });
    await expect(updating).rejects.toThrow();
    index.close();
    const next = new LibraryIndex(library.options);
    expect(next.isWhole).toBe(false);
    expect(idsFound(next, 'article ')).toHaveLength(1000);
    await refresh(next, library.options);
    expect(idsFound(next, 'article ')).toHaveLength(1100);
    next.close();
  });

  it('is in memory without a cache folder, or if the folder cannot be made', async () => {
    library.put('a.md', 'Un texte sur le prix.');
    writeFileSync(library.cache, 'a file where the folder should be');
    for (const options of [{ paths: library.options.paths }, library.options]) {
      const index = await openLibraryIndex(options);
      expect(idsFound(index, 'prix ')).toEqual(['a']);
      library.put('b.md', 'Un autre prix.');
      await refresh(index, options);
      expect(idsFound(index, 'prix ')).toEqual(['a', 'b']);
      library.remove('b.md');
      index.close();
    }
    expect(readFileSync(library.cache, 'utf8')).toMatch('a file');
  });

  it('writes nothing if it is read-only, and uses what was written before', async () => {
    library.put('a.md', 'Un texte sur le prix.');
    const options = { ...library.options, readOnly: true };
    const first = await openLibraryIndex(options);
    expect(idsFound(first, 'prix ')).toEqual(['a']);
    expect(existsSync(library.cache)).toBe(false);
    first.close();
    (await library.open()).close();
    const written = readdirSync(indexFolder());
    library.put('b.md', 'Un autre prix.');
    const index = new LibraryIndex(options);
    expect(idsFound(index, 'prix ')).toEqual(['a']);
    await refresh(index, options);
    expect(idsFound(index, 'prix ')).toEqual(['a', 'b']);
    index.close();
    expect(readdirSync(indexFolder())).toEqual(written);
  });

  it('reads an index that it cannot write to, and keeps changes in memory', async () => {
    library.put('a.md', 'Un texte sur le prix.');
    (await library.open()).close();
    // Not even root can create the lock where a folder has its name.
    mkdirSync(join(indexFolder(), 'lock'));
    chmodSync(indexFolder(), 0o500);
    library.put('b.md', 'Un autre prix.');
    const index = await library.open();
    expect(idsFound(index, 'prix ')).toEqual(['a', 'b']);
    index.close();
    expect(readdirSync(indexFolder()).filter((name) => name.endsWith('.segment'))).toHaveLength(1);
    chmodSync(indexFolder(), 0o700);
  });

  it('can be updated by two instances', async () => {
    library.put('a.md', 'Un texte sur le prix.');
    const [one, two] = [new LibraryIndex(library.options), new LibraryIndex(library.options)];
    await Promise.all([refresh(one, library.options), refresh(two, library.options)]);
    library.put('b.md', 'Un autre prix.');
    await refresh(two, library.options);
    expect(idsFound(two, 'prix ')).toEqual(['a', 'b']);
    expect(idsFound(one, 'prix ')).toEqual(['a']);
    library.put('c.md', 'Encore un prix.');
    await refresh(one, library.options);
    expect(idsFound(one, 'prix ')).toEqual(['a', 'b', 'c']);
    one.close();
    two.close();
    const three = new LibraryIndex(library.options);
    expect(idsFound(three, 'prix ')).toEqual(['a', 'b', 'c']);
    three.close();
  });

  it('is empty for other paths', async () => {
    library.put('a.md', 'Un texte.');
    (await library.open()).close();
    const other = new LibraryIndex({ ...library.options, paths: [join(library.articles, 'a.md')] });
    expect(other.isWhole).toBe(false);
    other.close();
  });

  it('ignores a file that can no longer be read', async () => {
    library.put('a.md', 'Un texte.');
    library.put('b.md', 'Un texte.');
    const index = new LibraryIndex(library.options);
    const found = await refresh(new LibraryIndex({ paths: library.options.paths }), library.options);
    library.remove('b.md');
    await index.update(found);
    expect(idsFound(index, 'texte ')).toEqual(['a']);
    index.close();
  });
});

describe('a file of several articles', () => {
  const MAILS = [mail('Le prix', 'Un client.\n'), mail('La vente', 'Une remise.\n')];

  it('is indexed as each of them, and again when it has grown', async () => {
    library.put('inbox.mbox', mailboxOf(MAILS));
    const index = await library.open();
    expect([...index.articles()].map(({ title }) => title).sort()).toEqual(['La vente', 'Le prix']);
    expect(idsFound(index, 'client ')).toEqual([expect.stringMatching(/^le-prix-/)]);
    expect(index.isFresh()).toBe(true);
    index.close();
    library.put('inbox.mbox', mailboxOf([...MAILS, mail('La marge', 'Un autre client.\n')]));
    const stale = new LibraryIndex(library.options);
    expect(stale.isFresh()).toBe(false);
    await refresh(stale, library.options);
    expect(idsFound(stale, 'client ')).toEqual([
      expect.stringMatching(/^la-marge-/),
      expect.stringMatching(/^le-prix-/),
    ]);
    stale.close();
  });

  it('is read again if only some of them are in the index', async () => {
    library.put('inbox.mbox', mailboxOf(MAILS));
    const { articles, folders } = await loadLibrary(library.options.paths);
    const partial = new LibraryIndex(library.options);
    await partial.update({ articles: articles.slice(1), folders });
    await refresh(partial, library.options);
    expect([...partial.articles()]).toHaveLength(2);
    partial.close();
  });
});
