import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type LookedUp, withLookUp } from '../../../src/commands/article-lookup.ts';
import type { Environment } from '../../../src/commands/environment.ts';
import { LibraryIndex } from '../../../src/index/library-index.ts';
import { saveListing } from '../../../src/index/save-listing.ts';
import { refresh } from '../../../src/index/search-library.ts';
import { TestLibrary } from '../index/folder.ts';

let library: TestLibrary;
beforeEach(async () => {
  library = new TestLibrary();
  library.put('prix.md', '---\ntitle: Le prix juste\ndate: 2024-05-01\n---\nUn prix.');
  library.put('vente.md', '---\ntitle: La vente\ndate: 2025-05-01\n---\nUne vente.');
  library.put('marge.md', '---\ntitle: La marge\ndate: 2023-05-01\n---\nUne marge.');
  const index = new LibraryIndex(library.options);
  await saveListing(index, await refresh(index, library.options), 0);
  index.close();
});
afterEach(() => library.clear());

const lookUp = (reference: string, cache: string | undefined): Promise<LookedUp> =>
  withLookUp(
    { storage: { cache }, now: Date.now, stderr: { isTTY: false } } as Environment,
    { paths: [library.articles], input: undefined },
    (find) => find(reference),
  );
const nameOf = ({ found, article, count }: LookedUp): unknown => [found.kind, article, count];

/** The meaning of a reference by the listing beside the index, which must be the same as without an index. */
async function meaningOf(reference: string): Promise<string | undefined> {
  const looked = await lookUp(reference, library.cache);
  expect(nameOf(looked)).toEqual(nameOf(await lookUp(reference, undefined)));
  return looked.article?.title;
}

it('means the same by the listing of an index as by the files', async () => {
  expect(await meaningOf('1')).toBe('La vente');
  expect(await meaningOf('3')).toBe('La marge');
  expect(await meaningOf('prix')).toBe('Le prix juste');
  expect(await meaningOf('la')).toBeUndefined();
  expect(await meaningOf('cabestan')).toBeUndefined();
});

it('means an article as it is now', async () => {
  writeFileSync(
    join(library.articles, 'marge.md'),
    '---\ntitle: Le cabestan\ndate: 2026-05-01\n---\nUn texte.',
  );
  expect(await meaningOf('1')).toBe('Le cabestan');
  expect(await meaningOf('cabestan')).toBe('Le cabestan');
  library.put('guindeau.md', '# Le guindeau\n\nUn texte.');
  expect(await meaningOf('guindeau')).toBe('Le guindeau');
});

it('reads an article from its file if the index is damaged', async () => {
  const folder = join(library.cache, 'index', readdirSync(join(library.cache, 'index'))[0]!);
  const segment = join(folder, readdirSync(folder).find((name) => name.endsWith('.segment'))!);
  const bytes = readFileSync(segment);
  writeFileSync(segment, bytes.fill(0, 0, bytes.length >> 1));
  expect(await meaningOf('vente')).toBe('La vente');
});
