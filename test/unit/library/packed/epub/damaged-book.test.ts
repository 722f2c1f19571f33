import { describe, expect, it } from 'vitest';
import { archiveOf, bookFiles, bookOf, METADATA, TIDES } from '../../../../support/books.ts';

import { chaptersOf, open, textOf, written } from './read-book.ts';

const para = (text: string): string => `<p>${text}</p>`;

describe('a book that is not sound', () => {
  const damaged = (change: (files: Record<string, string>) => void, book = TIDES): string => {
    const files = bookFiles(book);
    change(files);
    return written(archiveOf(files));
  };

  it('says that it is encrypted, unless only its fonts are', async () => {
    const encryption = (algorithm: string, uri: string): string =>
      `<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData></encryption>`;
    const locked = damaged((files) => {
      files['META-INF/encryption.xml'] = encryption(
        'http://www.w3.org/2001/04/xmlenc#aes256-cbc',
        'OEBPS/sea.xhtml',
      );
    });
    expect((await open(locked)).warnings).toMatchObject([{ kind: 'encrypted', count: 1 }]);
    const fonts = damaged((files) => {
      files['META-INF/encryption.xml'] = encryption('http://www.idpf.org/2008/embedding', 'OEBPS/sea.xhtml');
    });
    expect((await open(fonts)).articles).toHaveLength(7);
  });

  it('has the chapters that can be read', async () => {
    const path = damaged((files) => delete files['OEBPS/land.xhtml']);
    const titles = (await open(path)).articles.map(({ title }) => title);
    expect(titles).toEqual(['À ceux qui restent au port.', 'La mer', 'Seconde partie', 'The house', 'Notes']);
  });

  it('is read as far as it goes if it was cut off', async () => {
    const pages = Array.from({ length: 30 }, (_, i) => ({
      name: `p${i}.xhtml`,
      html: `<h1>Titre ${i}</h1>${para(`mot${i} `.repeat(300))}`,
    }));
    const bytes = bookOf({ pages });
    const { articles } = await open(written(bytes.subarray(0, bytes.length * 0.6)));
    expect(articles.length).toBeGreaterThan(5);
    expect(await textOf(articles[3]!)).toMatch(/^(?:Titre 3\s+)?mot3 mot3/);
  });

  it.each([
    ['no archive', new Uint8Array(Buffer.from('Just a text.'))],
    ['an archive of something else', archiveOf({ 'a.txt': 'text' })],
    ['a book without pages', bookOf({ pages: [] })],
  ])('that is %s is skipped as damaged', async (_, bytes) => {
    expect((await open(written(bytes))).warnings).toMatchObject([{ kind: 'damaged' }]);
  });

  it('that declares more text than is read is skipped', async () => {
    const bytes = Buffer.from(bookOf({ pages: [{ name: 'a.xhtml', html: para('Un.') }] }));
    const entry = bytes.lastIndexOf('OEBPS/a.xhtml') - 46;
    expect(bytes.readUInt32LE(entry)).toBe(0x02014b50);
    bytes.writeUInt32LE(65 * 1024 * 1024, entry + 24);
    expect((await open(written(bytes))).warnings).toMatchObject([{ kind: 'too-much', count: 1 }]);
  });

  it('takes no entity, and no depth, for more than text', async () => {
    const deep = `${'<div>'.repeat(20_000)}au fond${'</div>'.repeat(20_000)}`;
    const html = `<html><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><body><h1>Titre</h1><p>&b; &#27;[31m &eacute;</p>${deep}</body></html>`;
    const [chapter] = await chaptersOf({ pages: [{ name: 'a.xhtml', html }], metadata: METADATA });
    const text = await textOf(chapter!);
    expect(text).toContain('&b;');
    expect(text).toContain('é');
    expect(text).toContain('au fond');
    expect(text).not.toContain('\u001b');
  });
});
