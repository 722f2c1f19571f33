import { describe, expect, it } from 'vitest';
import type { FetchedPage } from '../../../src/web/fetch-page.ts';
import { pageFile } from '../../../src/web/page-file.ts';

const page = (facts: Partial<FetchedPage>): FetchedPage => ({
  address: 'https://example.org/2024/le-prix/',
  type: 'text/html',
  charset: undefined,
  bytes: Buffer.from('<!doctype html>\n<p>Un café.</p>'),
  ...facts,
});
const textOf = (facts: Partial<FetchedPage>): string => pageFile(page(facts)).content.toString();

describe('the name of a page’s file', () => {
  it.each([
    ['https://example.org/2024/le-prix/', 'text/html', 'le-prix.html'],
    ['https://example.org/', 'text/html', 'example-org.html'],
    ['https://example.org/a/%C3%89t%C3%A9.html?x=1', 'text/html', 'ete.html'],
    ['https://example.org/raw/README.md', 'text/plain', 'readme.md'],
    ['https://example.org/raw/notes', 'text/plain', 'notes.txt'],
    ['https://example.org/post', 'text/markdown', 'post.md'],
    ['https://example.org/../..%2f..%2fetc', 'text/html', 'etc.html'],
    ['https://example.org/book.epub', 'application/octet-stream', 'book.epub'],
  ])('of %s, %s: %s', (address, type, name) => {
    expect(pageFile(page({ address, type })).name).toBe(name);
  });
});

describe('the text of a page’s file', () => {
  it('says where it is from, behind the document type', () => {
    expect(textOf({})).toBe(
      '\ufeff<!doctype html>\n<!-- saved from url=(0033)https://example.org/2024/le-prix/ -->\n<p>Un café.</p>',
    );
  });

  it('cannot end the comment early', () => {
    expect(textOf({ address: 'https://example.org/a--b' })).toContain(
      'url=(0024)https://example.org/a%2D%2Db -->',
    );
  });

  it.each([
    ['the server', { charset: 'iso-8859-1', bytes: Buffer.from('café', 'latin1') }],
    ['a byte order mark', { charset: 'iso-8859-1', bytes: Buffer.from('\ufeffcafé') }],
    ['a meta element', { bytes: Buffer.from('<meta charset="windows-1252">café', 'latin1') }],
    [
      'an XML declaration',
      { bytes: Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?>café', 'latin1') },
    ],
    ['nothing', { bytes: Buffer.from('café', 'latin1') }],
    ['a server that knows no such encoding', { charset: 'utf-99', bytes: Buffer.from('café') }],
  ])('is in the encoding that is said by %s', (_, facts) => {
    expect(textOf(facts)).toMatch(/café$/);
  });

  it('is the text itself if it is no page', () => {
    expect(textOf({ type: 'text/markdown', bytes: Buffer.from('# Titre\n') })).toBe('\ufeff# Titre\n');
  });
});
