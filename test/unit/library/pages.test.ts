import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wholeDocument } from '../../../src/document/parse-document.ts';
import { decode } from '../../../src/library/decode.ts';
import { loadLibrary } from '../../../src/library/load-library.ts';
import { openBody } from '../../../src/library/open-body.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiosque-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const PARAGRAPH =
  '<p>Le four est chaud quand une goutte d’eau y danse, disait la meunière, et on la croyait.</p>';

/** The only article of a folder with one file. */
async function articleOf(name: string, content: string | Buffer) {
  writeFileSync(join(folder, name), content);
  const { articles, warnings } = await loadLibrary([folder]);
  expect(warnings).toEqual([]);
  expect(articles).toHaveLength(1);
  return articles[0]!;
}

describe('pages in a folder', () => {
  it.each(['a.html', 'a.HTM', 'a.xhtml', 'a.shtml'])('are articles: %s', async (name) => {
    const head =
      '<title>Le pain — Mie</title><meta name="author" content="Ada Four"><meta name="date" content="2024-05-03">';
    const source = `<!DOCTYPE html><html lang="fr"><head>${head}</head><body><h1>Le pain</h1>${PARAGRAPH.repeat(4)}</body></html>`;
    expect(await articleOf(name, source)).toMatchObject({
      title: 'Le pain',
      author: 'Ada Four',
      date: '2024-05-03',
      lang: 'fr',
      format: 'html',
      words: 68,
    });
  });

  it('are read to their end, whatever they begin with', async () => {
    const source = `<!DOCTYPE html><script>${'x();'.repeat(30_000)}</script><h1>Le pain</h1>${PARAGRAPH.repeat(4)}`;
    const article = await articleOf('a.html', source);
    expect(article).toMatchObject({ title: 'Le pain', words: 68 });
    const { text } = wholeDocument(await openBody(article), article.title);
    expect(text.split('\n')).toHaveLength(4);
  });

  it('keep the metadata of their front matter', async () => {
    const article = await articleOf(
      'a.html',
      `---\ntitle: Autre\nauthor: Lin\n---\n<html><h1>Le pain</h1>${PARAGRAPH}</html>`,
    );
    expect(article).toMatchObject({ title: 'Autre', author: 'Lin' });
  });

  it('take the date and the title of their names without others', async () => {
    expect(await articleOf('2024-05-03-le-pain.html', `<p>Un mot.</p>`)).toMatchObject({
      title: 'Le pain',
      date: '2024-05-03',
    });
  });
});

describe('the encoding of a page', () => {
  const page = (charset: string, bytes: number[]): Buffer =>
    Buffer.concat([Buffer.from(`<meta charset="${charset}"><p>`), Buffer.from(bytes)]);

  it.each([
    ['windows-1251', [0xcf, 0xf0, 0xe8], 'При'],
    ['shift_jis', [0x93, 0xfa, 0x96, 0x7b], '日本'],
    ['gb2312', [0xd6, 0xd0], '中'],
    ['iso-8859-15', [0xa4], '€'],
    ['iso-8859-1', [0x80], '€'],
    ['unknown', [0xe9], 'é'],
    ['windows-1251', [0xc3, 0xa9], 'é'],
  ])('%s', (charset, bytes, expected) => {
    expect(decode(page(charset, bytes))).toBe(`<meta charset="${charset}"><p>${expected}`);
  });

  it('may be declared as XML does', () => {
    const source = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="koi8-r"?><p>'),
      Buffer.from([0xf0]),
    ]);
    expect(decode(source)).toContain('П');
  });
});

describe('a page saved as one file', () => {
  const archive = [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://a.example/pain/',
    'Subject: =?utf-8?Q?Le=20pain?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="b0"',
    '',
    '--b0',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://a.example/pain/',
    '',
    '<!DOCTYPE html><html lang=3D"fr"><head><meta charset=3D"UTF-8"><title>Le pain=',
    '</title></head><body><h1>Le pain</h1><p>Une cro=C3=BBte, <a href=3D"b">un lien</a>.</p></body></html>',
    '--b0',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: cid:frame-1',
    '',
    '<html><body><p>Une annonce.</p></body></html>',
    '--b0',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    'Content-Location: https://a.example/a.png',
    '',
    'AAAA',
    '--b0--',
    '',
  ].join('\r\n');

  it.each(['a.mhtml', 'a.MHT'])('is the page, with its address: %s', async (name) => {
    const article = await articleOf(name, archive);
    expect(article).toMatchObject({ title: 'Le pain', lang: 'fr', packed: 'webArchive', words: 4 });
    const document = wholeDocument(await openBody(article), article.title);
    expect(document.text).toBe('Une croûte, un lien.');
    expect(document.links[0]?.href).toBe('https://a.example/pain/b');
  });

  it('is the text that it is if it is damaged', async () => {
    expect((await articleOf('a.mht', 'Un mot.\n\nDeux mots.')).words).toBeGreaterThan(0);
  });
});
