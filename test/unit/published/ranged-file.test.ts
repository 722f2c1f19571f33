import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PublishedError } from '../../../src/published/error.ts';
import { MissingUnits, RangedFile } from '../../../src/published/ranged-file.ts';
import { NODE_HASHES, unitHashes } from '../../../src/published/unit-hashes.ts';
import { MemoryFiles } from '../../support/published-files.ts';

/** A file of units of `lengths` bytes, and its content. */
function fileOf(lengths: readonly number[]) {
  const starts = [0];
  for (const length of lengths) starts.push(starts.at(-1)! + length);
  const content = Uint8Array.from({ length: starts.at(-1)! }, (_, i) => (i * 31 + (i >> 8)) & 255);
  const { table, tops } = unitHashes(content, starts);
  const bytes = Buffer.concat([content, table]);
  const reference = {
    kind: 'segment',
    hash: 'f'.repeat(32),
    size: bytes.length,
    content: content.length,
  } as const;
  const files = new MemoryFiles();
  files.add(reference, bytes);
  return {
    file: new RangedFile(files, reference, { starts, tops }),
    files,
    content,
    reference,
    starts,
    tops,
  };
}

/** Fetches what a read lacks, and reads again. */
async function read(file: RangedFile, at: number, length: number): Promise<Uint8Array> {
  try {
    return file.read(at, length);
  } catch (error) {
    if (!(error instanceof MissingUnits)) throw error;
    await file.fetch(error.units);
    return file.read(at, length);
  }
}

const lengthsArbitrary = fc.array(fc.integer({ min: 1, max: 40 }), {
  minLength: 1,
  maxLength: 3 * NODE_HASHES,
});

describe('a file that is read by ranges', () => {
  it('gives any of its bytes, and fetches none of them twice', async () => {
    await fc.assert(
      fc.asyncProperty(lengthsArbitrary, fc.array(fc.tuple(fc.nat(), fc.nat(99))), async (lengths, reads) => {
        const { file, files, content, reference } = fileOf(lengths);
        for (const [from, most] of reads) {
          const at = from % content.length;
          const length = Math.min(most, content.length - at);
          expect(Buffer.from(await read(file, at, length))).toEqual(
            Buffer.from(content.subarray(at, at + length)),
          );
        }
        expect(files.fetched.bytes).toBeLessThanOrEqual(reference.size);
      }),
    );
  });

  it('fetches units and their hashes in one round', async () => {
    const { file, files } = fileOf(Array.from({ length: 3 * NODE_HASHES }, () => 10));
    await file.fetch([0, NODE_HASHES, 2 * NODE_HASHES]);
    expect(files.fetched.rounds).toBe(1);
  });

  it('uses no byte that was not published, wherever it is changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        lengthsArbitrary,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (lengths, where, bits) => {
          const { file, files, reference, content } = fileOf(lengths);
          const wrong = where % reference.size;
          files.tamper = (bytes, at) => {
            if (wrong >= at && wrong < at + bytes.length) bytes[wrong - at]! ^= bits;
            return bytes;
          };
          for (let at = 0; at < content.length; at += 1) {
            const byte = await read(file, at, 1).catch((error: unknown) => error);
            if (byte instanceof Uint8Array) expect(byte[0]).toBe(content[at]);
            else expect(byte).toBeInstanceOf(PublishedError);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('fetches again what the cache has damaged, and what a host sent damaged once', async () => {
    const { file, files, content } = fileOf([10, 20, 30]);
    files.cache.set(`${'f'.repeat(32)} 10`, new Uint8Array(20));
    let damaged = 0;
    files.tamper = (bytes, at) => (at === 30 && damaged++ === 0 ? new Uint8Array(bytes.length) : bytes);
    await file.fetch([0, 1, 2]);
    expect(Buffer.from(file.read(0, 60))).toEqual(Buffer.from(content));
    expect(damaged).toBe(2);
  });

  it('reads from the cache what was fetched before', async () => {
    const { file, files, reference, starts, tops } = fileOf([10, 20, 30]);
    await file.fetch([0, 2]);
    const again = new RangedFile(files, reference, { starts, tops });
    const { bytes } = files.fetched;
    await again.fetch([0, 2]);
    expect(files.fetched.bytes).toBe(bytes);
    expect(again.missing([0, 1, 2])).toEqual([1]);
  });

  it.each([
    ['content', { content: 59 }],
    ['size', { size: 1000 }],
  ])('refuses a layout of another %s', (_, change) => {
    const { files, reference, starts, tops } = fileOf([10, 20, 30]);
    expect(() => new RangedFile(files, { ...reference, ...change }, { starts, tops })).toThrow(
      PublishedError,
    );
  });
});
