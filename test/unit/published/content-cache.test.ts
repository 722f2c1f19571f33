import { chmodSync, existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ContentCache } from '../../../src/published/content-cache.ts';
import type { FileReference } from '../../../src/published/format.ts';
import { referenceTo } from '../../../src/published/references.ts';
import { temporaryFolder } from '../../support/home.ts';

const file = (content: string): { reference: FileReference; bytes: Buffer } => {
  const bytes = Buffer.from(content);
  return { reference: referenceTo('head', bytes), bytes };
};

const pathIn = (cache: string, { hash, kind }: FileReference): string =>
  join(cache, 'published', hash.slice(0, 2), `${hash}.${kind}`);

describe('a file that was kept', () => {
  it('is there in the next run, unless its bytes are others', () => {
    const [folder, { reference, bytes }] = [temporaryFolder(), file('head')];
    new ContentCache({ cache: folder, readOnly: false }).keepWhole(reference, bytes);
    const next = new ContentCache({ cache: folder, readOnly: true });
    expect(next.whole(reference)).toEqual(bytes);
    writeFileSync(pathIn(folder, reference), 'heap');
    expect(next.whole(reference)).toBeUndefined();
  });

  it('is there in parts', () => {
    const [folder, { reference, bytes }] = [temporaryFolder(), file('0123456789')];
    const cache = new ContentCache({ cache: folder, readOnly: false });
    expect(cache.range(reference, { at: 4, length: 2 })).toBeUndefined();
    cache.keepRange(reference, 4, bytes.subarray(4, 6));
    cache.keepRange(reference, 8, bytes.subarray(8));
    expect(cache.range(reference, { at: 4, length: 2 })?.toString()).toBe('45');
    expect(cache.range(reference, { at: 8, length: 2 })?.toString()).toBe('89');
    expect(cache.range(reference, { at: 0, length: 2 })?.toString()).toBe('\0\0');
    expect(cache.range(reference, { at: 8, length: 3 })).toBeUndefined();
    expect(cache.whole(reference)).toBeUndefined();
  });

  it('is not kept in a private session, nor read from a folder that others may write to', () => {
    const [folder, { reference, bytes }] = [temporaryFolder(), file('head')];
    const cache = join(folder, 'cache');
    new ContentCache({ cache, readOnly: true }).keepWhole(reference, bytes);
    new ContentCache({ cache: undefined, readOnly: false }).keepWhole(reference, bytes);
    expect(existsSync(cache)).toBe(false);
    new ContentCache({ cache, readOnly: false }).keepWhole(reference, bytes);
    chmodSync(join(cache, 'published'), 0o777);
    expect(new ContentCache({ cache, readOnly: false }).whole(reference)).toBeUndefined();
  });

  it('gives way to others if it was used least recently, and is not needed', () => {
    const folder = temporaryFolder();
    const files = Array.from({ length: 6 }, (_, number) => file(String(number).repeat(8192)));
    for (const [number, { reference, bytes }] of files.entries()) {
      new ContentCache({ cache: folder, readOnly: false }).keepWhole(reference, bytes);
      utimesSync(pathIn(folder, reference), number, number);
    }
    const cache = new ContentCache({ cache: folder, readOnly: false, largest: 4 * 8192 });
    cache.pinned = () => new Set([`${files[1]!.reference.hash}.head`]);
    expect(cache.whole(files[0]!.reference)).toBeDefined();
    const last = file('x'.repeat(100));
    cache.keepWhole(last.reference, last.bytes);
    const left = files.map(({ reference }) => existsSync(pathIn(folder, reference)));
    expect(left).toEqual([true, true, false, false, false, true]);
    expect(statSync(pathIn(folder, last.reference)).size).toBe(100);
    expect(readdirSync(join(folder, 'published')).length).toBeGreaterThan(0);
  });
});
