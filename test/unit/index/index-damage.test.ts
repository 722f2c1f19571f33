import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LibraryIndex } from '../../../src/index/library-index.ts';
import { openLibraryIndex, searchLibrary, withLibraryIndex } from '../../../src/index/search-library.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';
import { TestLibrary } from './folder.ts';

const library = new TestLibrary();
let folder: string;
let whole: Map<string, Buffer>;

beforeAll(async () => {
  for (let i = 0; i < 30; i += 1)
    library.put(
      `${i}.md`,
      `---\ntags: [vente]\n---\n# Article ${i}\n\nLe prix juste numéro ${i}, et ${'mot '.repeat(i)}`,
    );
  (await library.open()).close();
  library.put('30.md', 'Un prix de plus.');
  (await library.open()).close();
  folder = join(library.cache, 'index', readdirSync(join(library.cache, 'index'))[0]!);
  whole = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
});
afterAll(() => library.clear());

/** Expects all articles to be found, whatever the index on disk was. */
async function expectAllFound(): Promise<void> {
  const index = await openLibraryIndex(library.options);
  const found = async (query: string): Promise<number> =>
    (await searchLibrary(index, parseQuery(query), {}, library.options)).length;
  expect(await found('prix ')).toBe(31);
  expect(await found('"prix juste" tag:vente ')).toBe(30);
  expect(await found('mot')).toBe(29);
  index.close();
}

/** Expects the articles found to be shown with their passages in the same run, whatever the index on disk was. */
async function expectAllShown(): Promise<void> {
  const query = parseQuery('prix juste ');
  const titles = await withLibraryIndex(library.options, async (index) => {
    const hits = await searchLibrary(index, query, {}, library.options);
    const docs = hits.map(({ doc }) => doc);
    const passages = index.passages(query, docs, 60);
    const shown = docs.map((doc) => ({ title: index.article(doc).title, passage: passages.get(doc) }));
    return shown.filter(({ passage }) => passage).map(({ title }) => title);
  });
  const articles = Array.from({ length: 30 }, (_, i) => `Article ${i}`);
  expect(new Set(titles)).toEqual(new Set([...articles, 'Un prix de plus']));
}

/** Changes a byte in the middle of a part of the only segment of an index. */
function damage({ cache }: TestLibrary, part: string): void {
  const [index] = readdirSync(join(cache, 'index'));
  const [segment] = readdirSync(join(cache, 'index', index!)).filter((name) => name.endsWith('.segment'));
  const path = join(cache, 'index', index!, segment!);
  const bytes = readFileSync(path);
  const table = /\{"count":.*?\}\}/.exec(bytes.toString('latin1'))![0];
  const [start, length] = JSON.parse(table).parts[part];
  bytes[start + (length >> 1)]! ^= 1;
  writeFileSync(path, bytes);
}

function restore(): void {
  for (const [name, bytes] of whole) writeFileSync(join(folder, name), bytes);
}

describe('a damaged index', () => {
  it('is rebuilt, whichever byte has changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (file, place, flip) => {
        restore();
        const [name, bytes] = [...whole][file % whole.size]!;
        const changed = Buffer.from(bytes);
        changed[place % bytes.length]! ^= flip;
        writeFileSync(join(folder, name), changed);
        await expectAllShown();
        writeFileSync(join(folder, name), changed);
        await expectAllFound();
      }),
      { numRuns: 60 },
    );
  });

  it('is rebuilt, wherever it was truncated', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (file, place) => {
        restore();
        const [name, bytes] = [...whole][file % whole.size]!;
        truncateSync(join(folder, name), place % bytes.length);
        await expectAllShown();
      }),
      { numRuns: 30 },
    );
  });

  describe('with damage in a part that is not read when it is opened', () => {
    let large: TestLibrary;
    beforeEach(async () => {
      large = new TestLibrary();
      for (const name of ['a', 'b', 'c']) {
        const words = Array.from({ length: 10_000 }, (_, i) => `${name}${i.toString(36)}`).join(' ');
        large.put(`${name}.md`, `# ${name}\n\nUn prix. ${words}`);
      }
      (await large.open()).close();
    });
    afterEach(() => large.clear());

    it('shows the articles that were found before passages proved damaged', async () => {
      damage(large, 'offsets');
      const query = parseQuery('prix ');
      const titles = await withLibraryIndex(large.options, async (index) => {
        const hits = await searchLibrary(index, query, {}, large.options);
        const docs = hits.map(({ doc }) => doc);
        expect(index.passages(query, docs, 60).size).toBe(index.count);
        return docs.map((doc) => index.article(doc).title);
      });
      expect(titles.sort()).toEqual(['a', 'b', 'c']);
    });

    it('is rebuilt when a new article is merged into it', async () => {
      damage(large, 'docs');
      large.put('d.md', 'Un prix.');
      large.put('e.md', 'Un prix.');
      const index = await large.open();
      expect(index.search(parseQuery('prix '))).toHaveLength(5);
      index.close();
    });
  });

  it('does not use segments of another library, or older ones', async () => {
    restore();
    const other = new TestLibrary();
    for (let i = 0; i < 30; i += 1) other.put(`${i}.md`, `Un autre ${i}.`);
    (await other.open()).close();
    const theirs = join(other.cache, 'index', readdirSync(join(other.cache, 'index'))[0]!);
    const [segment] = readdirSync(theirs).filter((each) => each !== 'manifest');
    const bytes = readFileSync(join(theirs, segment!));
    for (const name of whole.keys()) if (name !== 'manifest') writeFileSync(join(folder, name), bytes);
    await expectAllShown();
    other.clear();
  });

  it('is rebuilt when a file is foreign, empty, or of another version', async () => {
    const manifest = whole.get('manifest')!.toString();
    const texts = [
      '',
      'not an index',
      '\0'.repeat(10_000),
      manifest.replace(/^kiosque-index \d+/, 'kiosque-index 1'),
    ];
    for (const name of whole.keys())
      for (const text of texts) {
        restore();
        writeFileSync(join(folder, name), text);
        const index = new LibraryIndex(library.options);
        expect(() => index.search(parseQuery('prix '))).not.toThrow();
        index.close();
        await expectAllFound();
      }
  });
});
