import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LibraryIndex } from '../../../src/index/library-index.ts';
import { openBody } from '../../../src/library/open-body.ts';
import { POINTER } from '../../../src/published/format.ts';
import { pathOf } from '../../../src/published/references.ts';
import { PublishedSearcher } from '../../../src/published/searcher.ts';
import { articlesOfSegment } from '../../../src/published/segment-articles.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';
import { bookOf, TIDES } from '../../support/books.ts';
import { temporaryFolder } from '../../support/home.ts';
import { PublishedLibrary, publishing } from '../../support/publishing.ts';
import { TestLibrary } from '../index/folder.ts';
import { desk } from './desk.ts';

const temporaryFolderOf = ({ root }: TestLibrary): string => join(root, 'public');

/** All files below a folder, relative, with their content hashed. */
function contentOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

const mail = (subject: string): string =>
  `From a@example.org Fri May  3 10:00:00 2024\nFrom: Ada <ada@example.org>\nSubject: ${subject}\nMessage-ID: <${subject.length}@example.org>\nDate: Fri, 3 May 2024 10:00:00 +0000\n\nThe tide of ${subject} is high.\n\n`;

/** The paths of the articles that a search finds in the published library, below it. */
async function pathsFound(published: PublishedLibrary, words: string): Promise<string[]> {
  const { segments } = published.manifest;
  const searcher = await PublishedSearcher.open(published, segments);
  const paths = segments.flatMap(({ head, parts }) =>
    [...articlesOfSegment(published.read(head), published.read(parts))].map(({ path }) => path),
  );
  const hits = await searcher.search(parseQuery(words), { limit: 1000 });
  return hits.map(({ doc }) => paths[doc]!).sort();
}

/** The paths of the articles that a search finds in the files, below the library. */
const localPathsFound = (index: LibraryIndex, root: string, words: string): string[] =>
  index
    .search(parseQuery(words), { limit: 1000 })
    .map(({ doc }) => index.article(doc).path.slice(root.length + 1))
    .sort();

describe('a published library', () => {
  it('has the articles, the texts and the search results of the files', async () => {
    const { library, publish, open } = desk();
    library.put('tides.md', '---\ntitle: Tides\ndate: 2024-05-04\ntags: [sea]\n---\n\nThe tide is high.\n');
    library.put('essays/moon.md', '# The Moon\n\nIt moves the tides.\n');
    library.put('page.html', '<title>Harbour</title><body><main><p>Boats wait for the tide.</p></main>');
    library.put('letters.mbox', `${mail('spring')}${mail('neap tides')}`);
    await publish();
    const published = open();
    const index = await library.open();
    onTestFinished(() => index.close());
    const local = new Map([...index.articles()].map((article) => [article.path, article]));
    expect(published.articles).toHaveLength(5);
    expect(published.articles[0]).toMatchObject({ title: 'Tides', path: 'tides.md' });
    for (const article of published.articles) {
      const known = local.get(join(library.articles, article.path))!;
      const { path: _path, mtime: _time, packed: _packed, matter: _matter, slug: _slug, ...facts } = known;
      expect(article).toMatchObject(facts);
      expect(published.textOf(article).body).toEqual(await openBody(known));
    }
    for (const words of ['tide', 'moon tides', 'boats', 'in:essays', 'high -spring', 'nothing']) {
      const found = localPathsFound(index, library.articles, words);
      expect(await pathsFound(published, words), words).toEqual(found);
    }
    expect(await pathsFound(published, 'tide')).toHaveLength(5);
  });

  it('has links between the chapters of a book that lead to their paths', async () => {
    const { library, publish, open } = desk();
    writeFileSync(join(library.articles, 'tides.epub'), bookOf(TIDES));
    await publish();
    const published = open();
    const sea = published.articles.find(({ title }) => title === 'La mer')!;
    const land = published.articles.find(({ title }) => title === 'La terre')!;
    const { source } = published.textOf(sea).body;
    expect(source).toContain(`<a href="${basename(land.path)}#field">le champ</a>`);
    expect(source).toContain('<a href="#page1-waves">plus bas</a>');
    expect(dirname(land.path)).toBe(dirname(sea.path));
    expect(published.textOf(land).body.source).toContain('href="https://example.org/champ"');
    const before = open().pointer.manifest;
    await publish();
    expect(open().pointer.manifest).toEqual(before);
  });

  it('says nothing of the folders above it or of the user', async () => {
    const root = temporaryFolder();
    const articles = join(root, 'home/zebedee/papers');
    mkdirSync(join(articles, 'papers'), { recursive: true });
    writeFileSync(join(articles, 'tides.md'), 'The tide.');
    writeFileSync(join(articles, 'papers/tides.md'), 'The other tide.');
    const to = join(root, 'public');
    await publishing([articles], to);
    const published = new PublishedLibrary(to);
    expect(published.articles.map(({ path }) => path).sort()).toEqual(['papers/tides.md', 'tides.md']);
    const { head, parts } = published.manifest.segments[0]!;
    const contents = [
      readFileSync(join(to, POINTER)),
      brotliDecompressSync(published.read(published.pointer.manifest)),
      ...published.manifest.catalogue.map((page) => brotliDecompressSync(published.read(page))),
      JSON.stringify([...articlesOfSegment(published.read(head), published.read(parts))]),
      ...published.manifest.segments.map(({ dictionary }) =>
        brotliDecompressSync(published.read(dictionary)),
      ),
      ...published.articles.map((article) => JSON.stringify(published.textOf(article))),
    ];
    for (const content of contents) {
      expect(content.toString()).not.toContain('zebedee');
      expect(content.toString()).not.toContain(root);
    }
  });

  it('has the names of several folders before their articles', async () => {
    const root = temporaryFolder();
    for (const folder of ['a/docs', 'b/docs', 'c']) {
      mkdirSync(join(root, folder), { recursive: true });
      writeFileSync(join(root, folder, 'tide.md'), `Tide of ${folder}`);
    }
    await publishing([join(root, 'a/docs'), join(root, 'b/docs'), join(root, 'c/tide.md')], join(root, 'to'));
    const { articles } = new PublishedLibrary(join(root, 'to'));
    expect(articles.map(({ path }) => path).sort()).toEqual(['docs-2/tide.md', 'docs/tide.md', 'tide.md']);
    expect(new Set(articles.map(({ id }) => id)).size).toBe(3);
  });

  it('is without drafts, unless they are asked for', async () => {
    const { library, to, publish, open } = desk();
    library.put('draft.md', '---\ndraft: true\n---\n\nThe tide.\n');
    await expect(publish()).rejects.toThrow('1: 1 draft and nothing else; --drafts publishes it');
    library.put('moon.md', 'The moon.');
    expect((await publish()).stderr).toBe('kiosque: 1 draft left out; --drafts publishes it\n');
    expect(open().manifest.count).toBe(1);
    await publish([library.articles], to, { drafts: true });
    expect(open().manifest.count).toBe(2);
  });
});

describe('publishing again', () => {
  it('writes nothing if nothing has changed', async () => {
    const { library, to, publish } = desk();
    library.put('tides.md', 'The tide.');
    expect((await publish()).stdout).toMatch(/^1 article published in .*public: [\d.]+\s.?B\nnew: 6 files, /);
    const before = contentOf(to);
    const { stdout } = await publish();
    expect(contentOf(to)).toEqual(before);
    expect(stdout).toContain('nothing has changed since the last publication\nkept: 6 files, ');
    // Files copied elsewhere have other times, and other caches.
    await publish([library.articles], to, { cache: temporaryFolder() });
    expect(contentOf(to)).toEqual(before);
  });

  it('writes little if one article of many has changed, and old readers go on', async () => {
    const { library, to, publish, open } = desk();
    for (let i = 0; i < 400; i += 1)
      library.put(
        `${i}.md`,
        `# Article ${i}\n\n${'The tide comes and goes. '.repeat(1 + (i % 50))}Token${i}x${i * i}.\n`,
      );
    await publish();
    const [before, sizes] = [open(), contentOf(to)];
    library.put('7.md', '# Another\n\nThe ebb.\n');
    const { stdout } = await publish();
    const published = open();
    const fresh = published.files.filter((file) => !(pathOf(file) in sizes));
    expect(fresh.map(({ kind }) => kind).sort()).toEqual([
      'catalogue',
      'dictionary',
      'head',
      'segment',
      'texts',
    ]);
    expect(stdout).toContain('kept: ');
    for (const file of before.files) published.read(file);
    expect(published.pointer.history.map(({ manifest }) => manifest)).toEqual([before.pointer.manifest]);
    expect(await pathsFound(published, 'ebb')).toEqual(['7.md']);
    expect(await pathsFound(published, 'token7x49')).toEqual([]);
    expect(await pathsFound(new PublishedLibrary(to, before.pointer.manifest), 'token7x49')).toEqual([
      '7.md',
    ]);
  });

  it('keeps as many earlier publications as it is told, and removes what only others have', async () => {
    const { library, to, publish, open } = desk();
    const states = [];
    for (const word of ['one', 'two', 'three', 'four']) {
      library.put('tides.md', `The tide of ${word}.`);
      await publish([library.articles], to, { keep: 1 });
      states.push(open());
    }
    const [first, second, third, last] = states;
    expect(last!.pointer.history.map(({ manifest }) => manifest)).toEqual([third!.pointer.manifest]);
    for (const file of [...third!.files, ...last!.files]) last!.read(file);
    const present = contentOf(to);
    for (const { pointer } of [first!, second!])
      expect(present).not.toHaveProperty([pathOf(pointer.manifest)]);
    const { stdout } = await publish([library.articles], to, { keep: 0 });
    expect(stdout).toMatch(/removed: \d+ files/);
    expect(open().pointer.history).toEqual([]);
    expect(Object.keys(contentOf(to))).toHaveLength(1 + 1 + open().files.length);
  });

  it('notices every change of an article', async () => {
    const { library, publish, open } = desk();
    const put = (matter: string, body: string): void =>
      library.put('tides.md', `---\ntitle: Tides\n${matter}\n---\n\n${body}\n`);
    put('remark: low', 'The tide.');
    library.put('moon.md', 'The moon.');
    await publish();
    put('remark: lunar', 'The tide.');
    await publish();
    expect(await pathsFound(open(), 'lunar')).toEqual(['tides.md']);
    expect(await pathsFound(open(), 'low')).toEqual([]);
    put('tags: [sea]', 'The tide.');
    await publish();
    expect(open().articles.find(({ id }) => id === 'tides')?.tags).toEqual(['sea']);
    library.remove('moon.md');
    await publish();
    expect(open().articles.map(({ id }) => id)).toEqual(['tides']);
    expect(await pathsFound(open(), 'the')).toEqual(['tides.md']);
  });

  it('always publishes the files as they are', async () => {
    const name = fc.constantFrom('a.md', 'b.md', 'c/d.md', 'e.md', 'f.md');
    const word = fc.constantFrom('tide', 'moon', 'ebb', 'harbour', 'boat');
    const change = fc.record({ name, words: fc.array(word, { maxLength: 4 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
        async (rounds) => {
          const library = new TestLibrary();
          const to = temporaryFolderOf(library);
          library.put('always.md', 'Always the sea.');
          for (const changes of rounds) {
            for (const { name: file, words } of changes)
              library.put(file, words.length > 0 ? `# ${file}\n\n${words.join(' ')}\n` : '');
            await publishing([library.articles], to, { cache: library.cache, keep: 1 });
            const published = new PublishedLibrary(to);
            const index = await library.open();
            expect(published.articles.map(({ path }) => path).sort()).toEqual(
              [...index.articles()].map(({ path }) => path.slice(library.articles.length + 1)).sort(),
            );
            for (const each of ['tide', 'moon ebb', 'boat -tide', 'sea'])
              expect(await pathsFound(published, each)).toEqual(
                localPathsFound(index, library.articles, each),
              );
            for (const article of published.articles)
              expect(published.textOf(article).body.source).toBe(
                readFileSync(join(library.articles, article.path), 'utf8'),
              );
            index.close();
          }
          library.clear();
        },
      ),
      { numRuns: 15 },
    );
  });

  it('writes anew what was damaged', async () => {
    const { library, to, publish, open } = desk();
    library.put('tides.md', 'The tide.');
    await publish();
    const before = contentOf(to);
    for (const file of [...open().files, open().pointer.manifest]) {
      const path = join(to, pathOf(file));
      const bytes = readFileSync(path);
      bytes[bytes.length >> 1]! ^= 1;
      writeFileSync(path, bytes);
      await publish();
      expect(contentOf(to), file.kind).toEqual(before);
    }
  });

  it('leaves the files of others alone, and removes those of a publisher that was killed', async () => {
    const { library, to, publish, open } = desk();
    library.put('tides.md', 'The tide.');
    await publish();
    const shard = join(to, pathOf(open().pointer.manifest), '..');
    const foreign = ['index.html', 'kiosque/notes.txt'];
    for (const name of foreign) writeFileSync(join(to, name), 'mine');
    writeFileSync(join(shard, `${'a'.repeat(32)}.texts.x1y2z3.tmp`), '');
    writeFileSync(join(to, 'kiosque.json.x1y2z3.tmp'), '');
    await publish();
    expect(Object.keys(contentOf(to)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    for (const name of foreign) expect(contentOf(to)).toHaveProperty([name]);
  });

  it('keeps the title, unless it is given another', async () => {
    const { library, to, publish, open } = desk();
    library.put('tides.md', 'The tide.');
    await publish();
    expect(open().pointer.title).toBe('articles');
    await publish([library.articles], to, { title: 'Les marées\n' });
    await publish();
    expect(open().pointer.title).toBe('Les marées');
    expect(open().manifest.title).toBe('Les marées');
  });
});

describe('a trial', () => {
  it('writes nothing, and says what would be', async () => {
    const { library, to, publish } = desk();
    library.put('tides.md', 'The tide.');
    const { stdout } = await publish([library.articles], to, { isTrial: true });
    expect(stdout).toMatch(/^1 article would be published in .*: .*\nnew: 6 files, /);
    expect(() => statSync(to)).toThrow('ENOENT');
    await publish();
    const before = contentOf(to);
    library.put('tides.md', 'The ebb.');
    expect((await publish([library.articles], to, { isTrial: true, keep: 0 })).stdout).toMatch(
      /removed: 6 files/,
    );
    expect(contentOf(to)).toEqual(before);
  });
});
