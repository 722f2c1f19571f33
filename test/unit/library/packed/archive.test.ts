import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referredName } from '../../../../src/library/packed/epub/names.ts';
import { type Archive, MAX_ENTRY, openArchive } from '../../../../src/library/packed/zip/archive.ts';
import { archiveOf } from '../../../support/books.ts';
import { temporaryFolder } from '../../../support/home.ts';

function opened(bytes: Uint8Array): Archive {
  const path = join(temporaryFolder(), 'a.zip');
  writeFileSync(path, bytes);
  return openArchive(path);
}

const textIn = (archive: Archive, name: string): string | undefined => {
  const bytes = archive.read(name);
  return bytes && Buffer.from(bytes).toString();
};

const FILES = { mimetype: 'stored', 'a/é.txt': 'deflated '.repeat(100), 'b.txt': 'last' };

/** The archive of `FILES` with another size for `b.txt` in its directory. */
function declaring(size: number): Buffer {
  const bytes = Buffer.from(archiveOf(FILES));
  const header = bytes.lastIndexOf('b.txt') - 46;
  bytes.writeUInt32LE(size, header + 24);
  return bytes;
}

describe('an archive', () => {
  it('gives its files, stored or deflated, by their names', () => {
    const archive = opened(archiveOf(FILES));
    expect([...archive.names]).toEqual(Object.keys(FILES));
    for (const [name, text] of Object.entries(FILES)) {
      expect(textIn(archive, name)).toBe(text);
      expect(archive.sizeOf(name)).toBe(Buffer.byteLength(text));
    }
    expect(archive.read('c.txt')).toBeUndefined();
  });

  it('may stand behind other bytes, and before a comment', () => {
    const bytes = Buffer.from(archiveOf(FILES));
    bytes.writeUInt16LE(7, bytes.length - 2);
    const archive = opened(Buffer.concat([Buffer.from('#!/bin/sh\n'), bytes, Buffer.from('comment')]));
    expect(textIn(archive, 'b.txt')).toBe('last');
  });

  it('has none of the files that declare too much, and no more of others than they declare', () => {
    expect(opened(declaring(MAX_ENTRY + 1)).read('b.txt')).toBeUndefined();
    expect(textIn(opened(declaring(2)), 'b.txt')?.length ?? 0).toBeLessThanOrEqual(2);
    expect(textIn(opened(declaring(2)), 'a/é.txt')).toBe(FILES['a/é.txt']);
  });

  it('loses no other file to one that is damaged', () => {
    const bytes = Buffer.from(archiveOf(FILES));
    const at = bytes.indexOf('a/é.txt') + 8;
    bytes.fill(0xff, at, at + 8);
    const archive = opened(bytes);
    expect(archive.read('a/é.txt')).toBeUndefined();
    expect(textIn(archive, 'b.txt')).toBe('last');
  });

  it('is read as far as it goes without its directory', () => {
    const bytes = archiveOf(FILES);
    const archive = opened(bytes.subarray(0, Buffer.from(bytes).indexOf('b.txt')));
    expect(textIn(archive, 'a/é.txt')).toBe(FILES['a/é.txt']);
  });

  it('is no archive, or one of which something is left, wherever a byte is wrong', () => {
    const bytes = archiveOf(FILES);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const changed = Uint8Array.from(bytes);
        changed[at] = value;
        const archive = opened(changed);
        for (const name of archive.names) archive.read(name);
      }),
      { numRuns: 200 },
    );
  });
});

describe('referredName', () => {
  it('never leads out of the archive', () => {
    expect(referredName('OEBPS/text/a.xhtml', '../b.xhtml#x')).toBe('OEBPS/b.xhtml');
    expect(referredName('OEBPS/a.xhtml', '../../../etc/passwd')).toBe('etc/passwd');
    expect(referredName('OEBPS/a.xhtml', '/b.xhtml')).toBe('b.xhtml');
    expect(referredName('OEBPS/a.xhtml', '#x')).toBe('OEBPS/a.xhtml');
    fc.assert(
      fc.property(fc.array(fc.constantFrom('..', '.', '', 'a', '/')), (parts) => {
        const name = referredName('x/y', parts.join('/'));
        expect(name.split('/')).not.toContain('..');
        expect(name).not.toMatch(/^\//);
      }),
    );
  });
});
