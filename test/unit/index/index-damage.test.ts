import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LibraryIndex } from '../../../src/index/library-index.ts';
import { openLibraryIndex, searchLibrary } from '../../../src/index/search-library.ts';
import { parseQuery } from '../../../src/search/query.ts';
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

/** All is found, whatever the index on disk was. */
async function expectAllFound(): Promise<void> {
  const index = await openLibraryIndex(library.options);
  const found = async (query: string): Promise<number> =>
    (await searchLibrary(index, parseQuery(query), {}, library.options)).length;
  expect(await found('prix ')).toBe(31);
  expect(await found('"prix juste" tag:vente ')).toBe(30);
  expect(await found('mot')).toBe(29);
  index.close();
}

function restore(): void {
  for (const [name, bytes] of whole) writeFileSync(join(folder, name), bytes);
}

describe('a damaged index', () => {
  it('is made anew, wherever a byte of it changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (file, place, flip) => {
        restore();
        const [name, bytes] = [...whole][file % whole.size]!;
        const changed = Buffer.from(bytes);
        changed[place % bytes.length]! ^= flip;
        writeFileSync(join(folder, name), changed);
        await expectAllFound();
      }),
      { numRuns: 60 },
    );
  });

  it('is made anew, wherever it was cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (file, place) => {
        restore();
        const [name, bytes] = [...whole][file % whole.size]!;
        truncateSync(join(folder, name), place % bytes.length);
        await expectAllFound();
      }),
      { numRuns: 30 },
    );
  });

  it('is made anew when a file is not one of its own, empty, or of another version', async () => {
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
        const index = LibraryIndex.open(library.options);
        expect(() => index.search(parseQuery('prix '))).not.toThrow();
        index.close();
        await expectAllFound();
      }
  });
});
