import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DocumentCache } from '../../../src/cache/document-cache.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { setConverters } from '../../../src/library/converters.ts';
import { article } from '../../support/articles.ts';
import { temporaryFolder } from '../../support/home.ts';

const opened = (source: string) => ({
  document: parseDocument({ format: 'markdown', source, firstLine: 0 }),
  firstLine: 3,
});
const about = { ...article('noyer'), size: 12, mtime: 1000 };
const cacheAt = (cache: string, build = 'b1') => new DocumentCache({ cache, build });

describe('DocumentCache', () => {
  it('returns what was stored, in another run too', () => {
    const cache = temporaryFolder();
    expect(cacheAt(cache).get(about)).toBeUndefined();
    cacheAt(cache).set(about, opened('Un *noyer*.'));
    const kept = cacheAt(cache).get(about);
    expect(kept).toMatchObject({ firstLine: 3, document: { text: 'Un noyer.', complete: true } });
  });

  it.each([
    ['size', { size: 13 }],
    ['time', { mtime: 1001 }],
    ['path', { path: '/elsewhere/noyer.md' }],
    ['title, which is left out of the text', { title: 'Autre' }],
    ['language', { lang: 'en' }],
    ['format asked for', { input: 'text' as const }],
  ])('knows nothing of a file of another %s', (_, change) => {
    const cache = temporaryFolder();
    cacheAt(cache).set(about, opened('Un noyer.'));
    expect(cacheAt(cache).get({ ...about, ...change })).toBeUndefined();
  });

  it('knows nothing of a file that another program converts', () => {
    onTestFinished(() => setConverters());
    const cache = temporaryFolder();
    const convertBy = (program: string): void =>
      setConverters({ bySuffix: new Map([['md', [program]]]), cache, readOnly: false });
    convertBy('one');
    cacheAt(cache).set(about, opened('Un noyer.'));
    expect(cacheAt(cache).get(about)).toBeDefined();
    convertBy('other');
    expect(cacheAt(cache).get(about)).toBeUndefined();
  });

  it('ignores what another build parsed', () => {
    const cache = temporaryFolder();
    cacheAt(cache, 'b1').set(about, opened('Un noyer.'));
    expect(cacheAt(cache, 'b2').get(about)).toBeUndefined();
  });

  it('stores the beginning of a long document, and nothing of standard input', () => {
    const cache = temporaryFolder();
    const long = opened('## Un [noyer](a.md)\n\nDeux [noyers](b.md).\n\n'.repeat(10_000));
    cacheAt(cache).set(about, long);
    const kept = cacheAt(cache).get(about)!.document;
    expect(kept).toMatchObject({ complete: false, text: long.document.text, blocks: long.document.blocks });
    long.document.extend(Number.POSITIVE_INFINITY);
    const other = { ...about, size: 13 };
    cacheAt(cache).set(other, long);
    cacheAt(cache).set({ ...about, path: '-', mtime: 0 }, opened('Un noyer.'));
    const { text, blocks, headings, links, complete } = cacheAt(cache).get(other)!.document;
    expect(complete).toBe(false);
    expect(text.length).toBeGreaterThan(16_000);
    expect(text.length).toBeLessThan(17_000);
    expect(long.document.text.startsWith(`${text}\n`)).toBe(true);
    expect(blocks).toEqual([...long.document.blocks].slice(0, blocks.length));
    expect(headings).toEqual(long.document.headings.slice(0, Math.ceil(blocks.length / 2)));
    expect(links).toEqual(long.document.links.slice(0, blocks.length));
    expect(readdirSync(join(cache, 'documents'))).toHaveLength(1);
  });

  it('does not store a document whose entry is far longer than its text', () => {
    const cache = temporaryFolder();
    const pieces = opened('*a* b '.repeat(2500));
    pieces.document.extend(Number.POSITIVE_INFINITY);
    cacheAt(cache).set(about, pieces);
    expect(cacheAt(cache).get(about)).toBeDefined();
    const more = opened(`${'*a* b '.repeat(1000)}\n\n`.repeat(12));
    more.document.extend(Number.POSITIVE_INFINITY);
    cacheAt(cache).set({ ...about, size: 13 }, more);
    expect(cacheAt(cache).get({ ...about, size: 13 })).toBeUndefined();
  });

  it('stores nothing if it is read-only, and returns what was stored before', () => {
    const cache = temporaryFolder();
    const readOnly = new DocumentCache({ cache, build: 'b1', readOnly: true });
    readOnly.set(about, opened('Un noyer.'));
    expect(readdirSync(cache)).toEqual([]);
    cacheAt(cache).set(about, opened('Un noyer.'));
    expect(readOnly.get(about)).toBeDefined();
  });

  it('lets no other user read what was read', () => {
    const cache = temporaryFolder();
    cacheAt(cache).set(about, opened('Un noyer.'));
    const folder = join(cache, 'documents');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['empty', () => ''],
    ['cut short', (text: string) => text.slice(0, -20)],
    ['another file', () => '{"key":1}'],
    ['longer by a character', (text: string) => `${text} `],
    ['without its blocks', (text: string) => text.replace('"blocks"', '"blocs"')],
  ])('passes over an entry that is %s, and writes it anew', (_, damaged) => {
    const cache = temporaryFolder();
    cacheAt(cache).set(about, opened('Un noyer.'));
    const folder = join(cache, 'documents');
    const path = join(folder, readdirSync(folder)[0]!);
    writeFileSync(path, damaged(readFileSync(path, 'utf8')));
    expect(cacheAt(cache).get(about)).toBeUndefined();
    cacheAt(cache).set(about, opened('Un noyer.'));
    expect(cacheAt(cache).get(about)).toBeDefined();
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('ignores an entry with a changed character', () => {
    const cache = temporaryFolder();
    const source =
      '# Noyer\n\nUn *noyer*, [deux](#a) noyers.[^1]\n\n- a\n- b\n\n| a | b |\n|--:|---|\n| 1 | 2 |\n\n[^1]: Trois.\n';
    cacheAt(cache).set(about, opened(source));
    const folder = join(cache, 'documents');
    const path = join(folder, readdirSync(folder)[0]!);
    const bytes = readFileSync(path);
    for (const [at, byte] of bytes.entries()) {
      const altered = Buffer.from(bytes);
      // Digits for digits and letters for letters, so that most results are valid JSON.
      altered[at] = byte ^ 1;
      writeFileSync(path, altered);
      expect(cacheAt(cache).get(about), `byte ${at}`).toBeUndefined();
    }
    writeFileSync(path, bytes);
    expect(cacheAt(cache).get(about)).toBeDefined();
  });

  it('works without a folder that can be written to', () => {
    const cache = temporaryFolder();
    writeFileSync(join(cache, 'documents'), '');
    cacheAt(cache).set(about, opened('Un noyer.'));
    expect(cacheAt(cache).get(about)).toBeUndefined();
  });

  it('removes the oldest entries when there are too many', () => {
    const cache = temporaryFolder();
    const folder = join(cache, 'documents');
    mkdirSync(folder);
    for (let i = 0; i < 500; i++) {
      writeFileSync(join(folder, `${i}.json`), '');
      utimesSync(join(folder, `${i}.json`), i, i);
    }
    cacheAt(cache).set(about, opened('Un noyer.'));
    const names = readdirSync(folder);
    expect(names.length).toBe(450);
    expect(names).not.toContain('0.json');
    expect(names).toContain('499.json');
    expect(cacheAt(cache).get(about)).toBeDefined();
  });
});
