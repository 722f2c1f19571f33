import { chmodSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { currentList } from '../../../src/index/current-list.ts';
import { takeInEdited } from '../../../src/index/edited-files.ts';
import { LibraryIndex } from '../../../src/index/library-index.ts';
import { isAsListed, listedArticles } from '../../../src/index/listed-articles.ts';
import { LISTING, openListing } from '../../../src/index/listing.ts';
import { saveListing } from '../../../src/index/save-listing.ts';
import { refresh } from '../../../src/index/search-library.ts';
import type { Article } from '../../../src/library/article.ts';
import { loadLibrary } from '../../../src/library/load-library.ts';
import { mail, mailboxOf } from '../../support/mails.ts';
import { idsFound, TestLibrary } from './folder.ts';

let library: TestLibrary;
let index: LibraryIndex;
beforeEach(() => {
  library = new TestLibrary();
  index = new LibraryIndex(library.options);
});
afterEach(() => {
  vi.useRealTimers();
  index.close();
  library.clear();
});

/** Updates the index, and saves its listing however few the articles. */
async function listLibrary(): Promise<void> {
  await saveListing(index, await refresh(index, library.options), 0);
}

const listingFile = (): string => join(index.folder!, LISTING);
const loaded = async (): Promise<readonly Article[]> => (await loadLibrary(library.options.paths)).articles;
const listed = async (): Promise<Article[] | undefined> => (await currentList(index, {}))?.articles();

function putThree(): void {
  library.put('a.md', '---\ntitle: Le prix\ndate: 2024-05-01\n---\nUn prix.');
  library.put('b.md', '---\ntitle: La vente\ndate: 2025-05-01\n---\nUne vente.');
  library.put('sub/c.md', '# La marge\n\nUne marge.');
}

describe('the listing of a library', () => {
  it('has the articles in their order, and is read without examining files', async () => {
    putThree();
    library.put('boîte.mbox', mailboxOf([mail('Un', 'Un mot.\n'), mail('Deux', 'Un autre.\n')]));
    await listLibrary();
    expect(await listed()).toEqual(await loaded());
    const first: (readonly Article[])[] = [];
    const all = await listedArticles(index, (articles) => first.push(articles));
    expect(all?.articles).toEqual(await loaded());
    expect(first).toEqual([]);
    expect(await isAsListed(index)).toBe(true);
    const list = await currentList(index, {});
    expect(list?.names()).toEqual((await loaded()).map(({ id, title, path }) => ({ id, title, path })));
  });

  it('has an edited article where it belongs now, before and after the index is updated', async () => {
    putThree();
    await listLibrary();
    library.put('a.md', '---\ntitle: Le juste prix\ndate: 2026-05-01\n---\nUn cabestan.');
    expect(await isAsListed(index)).toBe(false);
    const expected = await loaded();
    expect(expected.map(({ title }) => title)).toContain('Le juste prix');
    // The time of the folder changes with `put`, as it does if an editor replaces a file.
    expect(await listed()).toBeUndefined();
    await listLibrary();
    const [path, text] = [
      join(library.articles, 'b.md'),
      '---\ntitle: Achat\ndate: 2023-01-01\n---\nUn guindeau.',
    ];
    writeFileSync(path, text);
    expect(await listed()).toEqual(await loaded());
    expect(await takeInEdited(index, library.options)).toBe('updated');
    expect(idsFound(index, 'guindeau ')).toEqual(['b']);
    expect(await takeInEdited(index, library.options)).toBe('unchanged');
    expect((await listedArticles(index, () => undefined))?.articles).toEqual(await loaded());
  });

  it('is not used once files came, went, or may have become articles', async () => {
    putThree();
    library.put('empty.md', '');
    await listLibrary();
    expect(await listed()).toEqual(await loaded());
    writeFileSync(join(library.articles, 'empty.md'), 'Un texte.');
    expect(await listed()).toBeUndefined();
    expect(await takeInEdited(index, library.options)).toBe('unknown');
    await listLibrary();
    expect(await listed()).toHaveLength(4);
    library.put('d.md', 'Un autre.');
    expect(await listed()).toBeUndefined();
    await listLibrary();
    library.remove('a.md');
    expect(await listed()).toBeUndefined();
  });

  it('is not used if it is damaged, of another state of the index, or others may have written it', async () => {
    putThree();
    await listLibrary();
    const bytes = readFileSync(listingFile());
    for (let at = 0; at < bytes.length; at += 7) {
      const damaged = Buffer.from(bytes);
      damaged[at]! ^= 0x10;
      writeFileSync(listingFile(), damaged);
      expect(openListing(index), `byte ${at}`).toBeUndefined();
    }
    for (const length of [0, 3, 8, bytes.length - 1]) {
      writeFileSync(listingFile(), bytes.subarray(0, length));
      expect(openListing(index), `${length} bytes`).toBeUndefined();
    }
    writeFileSync(listingFile(), bytes);
    expect(openListing(index)).toBeDefined();
    chmodSync(listingFile(), 0o666);
    expect(openListing(index)).toBeUndefined();
    chmodSync(listingFile(), 0o600);
    library.put('a.md', 'Un texte.');
    await refresh(index, library.options);
    expect(readdirSync(index.folder!)).not.toContain(LISTING);
    writeFileSync(listingFile(), bytes);
    expect(openListing(index)).toBeUndefined();
  });

  it('is not used from the day on which the next article is published', async () => {
    vi.useFakeTimers({ now: new Date(2026, 0, 1), toFake: ['Date'] });
    putThree();
    library.put('later.md', '---\ntitle: Plus tard\ndate: 2026-01-03\n---\nUn texte.');
    await listLibrary();
    expect((await listed())?.at(-1)).toMatchObject({ title: 'Plus tard', draft: true });
    expect(await listed()).toEqual(await loaded());
    vi.setSystemTime(new Date(2026, 0, 2));
    expect(openListing(index)).toBeDefined();
    vi.setSystemTime(new Date(2026, 0, 3));
    expect(openListing(index)).toBeUndefined();
    vi.setSystemTime(new Date(2025, 11, 31));
    expect(openListing(index)).toBeUndefined();
  });

  it('has no draft of an article whose date has come since it was indexed', async () => {
    vi.useFakeTimers({ now: new Date(2026, 0, 2), toFake: ['Date'] });
    putThree();
    library.put('later.md', '---\ntitle: Plus tard\ndate: 2026-01-03\n---\nUn texte.');
    library.put('draft.md', '---\ntitle: Jamais\ndraft: true\ndate: 2026-01-03\n---\nUn texte.');
    await listLibrary();
    const drafts = (articles: readonly Article[] | undefined) =>
      articles?.filter(({ draft }) => draft).map(({ title }) => title);
    expect(drafts(await listed())).toEqual(['Jamais', 'Plus tard']);
    vi.setSystemTime(new Date(2026, 0, 3));
    expect(drafts((await refresh(index, library.options)).articles)).toEqual(['Jamais']);
    await listLibrary();
    expect(drafts(await listed())).toEqual(['Jamais']);
    expect(await listed()).toEqual(await loaded());
  });

  it('is as the library is read, whatever is edited', async () => {
    const rarely = (...values: string[]) =>
      fc.oneof({ weight: 12, arbitrary: fc.constant('') }, fc.constantFrom(...values));
    const text = fc.record({
      title: fc.constantFrom('Un', 'Deux', 'trois', '« Quatre »', ''),
      date: fc.constantFrom('', '2024', '2025-03', '2025-03-04', '2099-01-01'),
      author: rarely('Ève'),
      slug: rarely('un', '3'),
      draft: rarely('true'),
      body: fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom('Un texte.', '# Un titre\n\nUn texte.') },
        fc.constantFrom('', '\u0000\u0001\u0002'),
      ),
    });
    const sourceOf = ({ body, ...fields }: typeof text extends fc.Arbitrary<infer T> ? T : never): string => {
      const lines = Object.entries(fields).filter(([, value]) => value);
      return lines.length > 0
        ? `---\n${lines.map(([name, value]) => `${name}: ${value}\n`).join('')}---\n${body}`
        : body;
    };
    const edits = fc.array(fc.tuple(fc.nat(5), text), { minLength: 1, maxLength: 4 });
    let [listings, time] = [0, 1_800_000_000];
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 6, maxLength: 6 }),
        fc.array(edits, { maxLength: 3 }),
        async (texts, rounds) => {
          library.clear();
          library = new TestLibrary();
          index = new LibraryIndex(library.options);
          for (const [i, each] of texts.entries()) library.put(`${i}.md`, sourceOf(each));
          await listLibrary();
          for (const round of rounds) {
            for (const [i, each] of round) {
              // In place, so that the time of the folder stays the same.
              const path = join(library.articles, `${i}.md`);
              writeFileSync(path, sourceOf(each));
              time += 86_400;
              utimesSync(path, time, time);
            }
            const now = await listed();
            if (now) listings += 1;
            if (now) expect(now).toEqual(await loaded());
            if ((await takeInEdited(index, library.options)) === 'unknown') await listLibrary();
            expect(await listed()).toEqual(await loaded());
          }
          index.close();
        },
      ),
      { numRuns: 40 },
    );
    expect(listings).toBeGreaterThan(5);
  });
});
