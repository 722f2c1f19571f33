import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/library/article.ts';
import { decode } from '../../../src/library/decode.ts';
import { LibraryError } from '../../../src/library/error.ts';
import { readBeginning, readText } from '../../../src/library/read-body.ts';
import { temporaryFolder } from '../../support/home.ts';

const LONG = 'Un été à la campagne, près d’ici.\n'.repeat(40_000);

function articleOf(bytes: Uint8Array): Article {
  const path = join(temporaryFolder(), 'a.txt');
  writeFileSync(path, bytes);
  const { size, mtimeMs } = statSync(path);
  return { id: 'a', title: 'A', path, size, mtime: mtimeMs, tags: [], words: 0, format: 'text' };
}

describe('the text of a large file', () => {
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(LONG)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${LONG}`)],
    ['UTF-8 with a replacement character', Buffer.from(`${LONG}\ufffd`)],
    ['UTF-8 with stray bytes at its end', Buffer.concat([Buffer.from(LONG), Buffer.from([0xe9, 0x0a])])],
    ['UTF-16', Buffer.from(`\ufeff${LONG}`, 'utf16le')],
    ['Windows-1252', Buffer.from(LONG.replaceAll('’', "'"), 'latin1')],
    ['UTF-8 with the line ends of Windows', Buffer.from(LONG.replaceAll('\n', '\r\n'))],
  ])('is that of its bytes: %s', (_, bytes) => {
    expect(readText(articleOf(bytes))).toBe(decode(bytes));
  });

  it('is none if the file is binary', () => {
    expect(() => readText(articleOf(Buffer.alloc(2_000_000)))).toThrow(LibraryError);
  });

  it('is read from its beginning only for a line of it', () => {
    const { source } = readBeginning(articleOf(Buffer.from(`a${'é'.repeat(9_000_000)}`)));
    expect(source).toBe(`a${'é'.repeat(7_999_999)}`);
    expect(readBeginning(articleOf(Buffer.from('court'))).source).toBe('court');
  });
});
