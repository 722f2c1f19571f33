import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { LibraryIndex } from '../../../src/index/library-index.ts';
import { refresh } from '../../../src/index/search-library.ts';
import type { SearchDocument } from '../../../src/search/builder.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';
import { documentArbitrary, queryArbitrary } from '../search/generate.ts';
import { naiveSearch } from '../search/naive.ts';
import { TestLibrary } from './folder.ts';

/** Documents whose text is never empty, nor taken for a title or a heading, and whose other front matter is text. */
const document = documentArbitrary.map(
  ({ folder: _, matter, ...each }): SearchDocument => ({
    ...each,
    ...(matter && { matter: `Texte ${matter.replace(/\s+/g, ' ')}` }),
    title: `Titre ${each.title}`,
    body: `Début. ${each.body.replace(/\s+/g, ' ')}`,
  }),
);
/** The folder of a file by its number. */
const folderOf = (number: number): string => ['', 'client', 'vente/marchés'][number % 3]!;
/** Writes, overwrites or removes a file. */
const change = fc.tuple(fc.nat(7), fc.option(document, { nil: undefined, freq: 3 }));
const round = fc.array(change, { minLength: 1, maxLength: 6 });

// The naive twin knows no synonyms, and the system may have thesauri.
vi.mock('../../../src/lexicon/lexicon.ts', async (original) => {
  const real = await original<typeof import('../../../src/lexicon/lexicon.ts')>();
  return { ...real, lexiconWith: (own: Parameters<typeof real.lexiconWith>[0]) => real.lexiconWith(own, []) };
});

describe('an index kept up to date and its naive twin', () => {
  it('find the same after additions, changes and removals, before and after reopening', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(round, { minLength: 1, maxLength: 4 }),
        fc.array(queryArbitrary, { minLength: 3, maxLength: 5 }),
        async (rounds, queries) => {
          const library = new TestLibrary();
          const files = new Map<string, SearchDocument>();
          const index = new LibraryIndex(library.options);
          const agree = (tested: LibraryIndex): void => {
            const names = [...files.keys()];
            for (const text of queries) {
              const query = parseQuery(text);
              const expected = naiveSearch([...files.values()], query).map((doc) => names[doc]!);
              const found = tested
                .search(query, { all: true })
                .map((hit) => tested.article(hit.doc).path.split('/').at(-1)!);
              expect(found.sort(), text).toEqual(expected.sort());
            }
          };
          try {
            for (const changes of rounds) {
              for (const [number, text] of changes) {
                const [folder, name] = [folderOf(number), `${number}.md`];
                if (text) {
                  library.putDocument(join(folder, name), text);
                  files.set(name, { ...text, folder, file: String(number) });
                } else if (files.delete(name)) library.remove(join(folder, name));
              }
              await refresh(index, library.options);
              agree(index);
              const again = new LibraryIndex(library.options);
              expect(again.isFresh()).toBe(true);
              agree(again);
              again.close();
            }
          } finally {
            index.close();
            library.clear();
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
