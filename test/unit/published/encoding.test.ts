import { brotliCompressSync, constants } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cataloguePages,
  decodeCataloguePage,
  encodeCataloguePage,
} from '../../../src/published/catalogue.ts';
import type { PublishedManifest } from '../../../src/published/format.ts';
import { decodeManifest, encodeManifest } from '../../../src/published/manifest.ts';
import { formatPointer, parsePointer } from '../../../src/published/pointer.ts';
import { type PublishedArticle, publishedArticleIn } from '../../../src/published/published-article.ts';
import { checkFile, pathOf, referenceTo } from '../../../src/published/references.ts';
import { article, manifest, reference } from './arbitrary.ts';

const HASH = '0123456789abcdef0123456789abcdef';
const TIME = '2026-05-03T10:00:00.000Z';
const POINTER = {
  kiosque: 1,
  title: 'Les marées',
  published: TIME,
  manifest: { kind: 'manifest', hash: HASH, size: 120 },
  history: [{ published: TIME, manifest: { kind: 'manifest', hash: HASH, size: 120 } }],
} as const;
const ARTICLE: PublishedArticle = {
  id: 'tides',
  title: 'Tides',
  tags: [],
  words: 3,
  format: 'markdown',
  size: 20,
  path: 'essays/tides.md',
  text: { file: HASH, at: 0, length: 10, hash: HASH, index: 0 },
};
const json = (value: unknown): Uint8Array => brotliCompressSync(JSON.stringify(value));

describe('a reference', () => {
  it('names the file by its content', () => {
    const bytes = Buffer.from('tides');
    const reference = referenceTo('texts', bytes);
    expect(pathOf(reference)).toMatch(/^kiosque\/([0-9a-f]{2})\/\1[0-9a-f]{30}\.texts$/);
    checkFile(reference, bytes);
    expect(() => checkFile(reference, Buffer.from('tidez'))).toThrow('other bytes');
    expect(() => checkFile(reference, Buffer.from('tides '))).toThrow('other bytes');
  });
});

describe('the pointer', () => {
  it('is read as it was written', () => {
    expect(parsePointer(formatPointer(POINTER))).toEqual(POINTER);
  });

  it.each([
    ['damaged', ''],
    ['damaged', '<!doctype html>'],
    ['damaged', 'null'],
    ['damaged', JSON.stringify({ ...POINTER, history: 5 })],
    ['damaged', JSON.stringify({ ...POINTER, title: 'x'.repeat(301) })],
    ['damaged', JSON.stringify({ ...POINTER, published: 'yesterday' })],
    ['damaged', JSON.stringify({ ...POINTER, manifest: { kind: 'texts', hash: HASH, size: 1 } })],
    ['damaged', JSON.stringify({ ...POINTER, manifest: { kind: 'manifest', hash: '../x', size: 1 } })],
    ['damaged', JSON.stringify({ ...POINTER, manifest: { kind: 'manifest', hash: HASH, size: -1 } })],
    ['damaged', JSON.stringify({ ...POINTER, manifest: { kind: 'manifest', hash: HASH, size: 2 ** 30 } })],
    ['damaged', `${JSON.stringify(POINTER)}${' '.repeat(300_000)}`],
    ['newer', JSON.stringify({ ...POINTER, kiosque: 2 })],
  ])('is %s: %.80s', (kind, text) => {
    expect(() => parsePointer(text)).toThrow(kind);
  });
});

describe('a manifest', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(manifest, (value) => {
        expect(decodeManifest(encodeManifest(value))).toEqual(value);
      }),
    );
  });

  const [value] = fc.sample(
    manifest.filter(({ segments, catalogue }) => segments.length > 1 && catalogue.length > 1),
    1,
  ) as [PublishedManifest];
  const [first, ...others] = value.segments;

  it.each<[string, unknown]>([
    ['another number of articles', { ...value, count: value.count + 1 }],
    ['count is no number', { ...value, count: 1e9 }],
    ['no list', { ...value, segments: {} }],
    ['no list', { ...value, segments: new Array(1001).fill(first) }],
    [
      'too many articles',
      { ...value, segments: new Array(3).fill({ ...first, count: 2e7, deleted: undefined }) },
    ],
    [
      'another size',
      {
        ...value,
        segments: [{ ...first, parts: { ...first!.parts, size: first!.parts.size + 1 } }, ...others],
      },
    ],
    ['another length', { ...value, segments: [{ ...first, count: 10_000, deleted: 'AAAA' }, ...others] }],
    ['no known word', { ...value, segments: [{ ...first, head: first!.dictionary }, ...others] }],
    ['no number', { ...value, segments: [{ ...first, head: { ...first!.head, size: 1e10 } }, ...others] }],
  ])('is refused: %s', (why, hostile) => {
    expect(() => decodeManifest(json(hostile))).toThrow(why);
  });

  it('is refused if it is far longer than its bytes', () => {
    const bomb = brotliCompressSync(Buffer.alloc(65 * 1024 * 1024, 32), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5 },
    });
    expect(bomb.length).toBeLessThan(1000);
    expect(() => decodeManifest(bomb)).toThrow('cannot be decompressed');
  });

  it('is refused if its bytes are damaged', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(() => decodeManifest(bytes)).toThrow('damaged');
      }),
    );
  });
});

describe('a page of the catalogue', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(article, { maxLength: 4 }), (articles) => {
        const page = encodeCataloguePage(articles);
        expect(decodeCataloguePage({ count: articles.length }, page)).toEqual(articles);
      }),
    );
  });

  it('is refused with another number of articles', () => {
    expect(() => decodeCataloguePage({ count: 2 }, json([ARTICLE]))).toThrow('number of articles');
    expect(() => decodeCataloguePage({ count: 0 }, json([ARTICLE]))).toThrow('no list');
  });

  it.each<[string, object]>([
    ['absolute', { path: '/etc/passwd' }],
    ['above the library', { path: 'a/../../b.md' }],
    ['empty in part', { path: 'a//b.md' }],
    ['with NUL', { path: 'a\0b.md' }],
    ['too long', { path: 'x'.repeat(9000) }],
    ['of another kind', { format: 'program' }],
    ['without an id', { id: 7 }],
    ['with an empty id', { id: ' \n' }],
    ['with a text of a terabyte', { text: { ...ARTICLE.text, length: 2 ** 40 } }],
    ['with half a word', { words: 1.5 }],
    ['without a title', { title: undefined }],
    ['with a long date', { date: 'x'.repeat(41) }],
    ['with a text before the file', { text: { ...ARTICLE.text, at: -1 } }],
  ])('is refused with an article %s', (_, change) => {
    expect(() => decodeCataloguePage({ count: 1 }, json([{ ...ARTICLE, ...change }]))).toThrow('damaged');
  });

  it('has no control characters in titles and tags', () => {
    const hostile = { ...ARTICLE, title: 'a\u001b[2Jb', tags: ['\u202ex'], author: '\u009b31mz' };
    expect(publishedArticleIn(hostile, 'a')).toMatchObject({ title: 'ab', tags: ['x'], author: 'z' });
  });

  it('has titles, tags and ids of one line', () => {
    const hostile = { ...ARTICLE, id: 'a\nb', title: 'a\n\tb', tags: ['x\ny'] };
    expect(publishedArticleIn(hostile, 'a')).toMatchObject({ id: 'a b', title: 'a b', tags: ['x y'] });
  });
});

describe('the pages of the catalogue', () => {
  const articles = Array.from({ length: 10_000 }, (_, i) => ({ ...ARTICLE, path: `${i}.md` }));
  const pages = cataloguePages(articles);

  it('have all articles in order, few of them on the first', () => {
    expect(pages.flat()).toEqual(articles);
    expect(pages[0]!.length).toBeLessThanOrEqual(128);
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages.slice(1, -1)) expect(page.length).toBeGreaterThanOrEqual(256);
    for (const page of pages) expect(page.length).toBeLessThanOrEqual(4096);
  });

  it('are the same but for one or two when an article is added in the middle, and for few at the top', () => {
    const added = { ...ARTICLE, path: 'new.md' };
    const inserted = cataloguePages([...articles.slice(0, 5000), added, ...articles.slice(5000)]);
    expect(inserted.filter((page) => !pages.some((known) => isEqual(known, page))).length).toBeLessThan(3);
    const above = cataloguePages([added, ...articles]);
    expect(above.filter((page) => !pages.some((known) => isEqual(known, page))).length).toBeLessThan(4);
  });
});

const isEqual = (one: readonly PublishedArticle[], other: readonly PublishedArticle[]): boolean =>
  one.length === other.length && one.every(({ path }, i) => path === other[i]!.path);

it('references of one kind are not taken for those of another', () => {
  fc.assert(
    fc.property(reference('texts'), (texts) => {
      expect(() => parsePointer(JSON.stringify({ ...POINTER, manifest: texts }))).toThrow('damaged');
    }),
  );
});
