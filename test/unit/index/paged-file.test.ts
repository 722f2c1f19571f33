import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { IndexDamage } from '../../../src/index/errors.ts';
import { checksums, OpenFile, PAGE, PagedFile } from '../../../src/index/paged-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'kiosque-pages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SIZE = 12 * PAGE + 100;
const bytes = Uint8Array.from({ length: SIZE }, (_, i) => (i * 31 + (i >> 8)) & 255);

/** Opens `written` with the checksums of `bytes`. */
function withPaged(written: Uint8Array, test: (paged: PagedFile) => void): void {
  const path = join(folder, 'pages');
  writeFileSync(path, written);
  const file = new OpenFile(path);
  try {
    test(new PagedFile(file, SIZE, Uint32Array.from(checksums([bytes]))));
  } finally {
    file.close();
  }
}

/** Ranges within a page, across two, and across many. */
const range = fc
  .tuple(fc.nat(SIZE), fc.oneof(fc.nat(300), fc.nat(2 * PAGE), fc.nat(SIZE)))
  .map(([start, length]): [number, number] => [start, Math.min(length, SIZE - start)]);

/** Compared as buffers, because the diff of so many numbers takes long. */
const expectBytes = (read: Uint8Array, start: number, length: number): void =>
  expect(Buffer.compare(read, bytes.subarray(start, start + length)), `${length} from ${start}`).toBe(0);

describe('PagedFile', () => {
  it('reads the bytes of any part, at once or piece by piece', () => {
    withPaged(bytes, (paged) =>
      fc.assert(
        fc.property(range, fc.array(range, { maxLength: 8 }), ([start, length], reads) => {
          expectBytes(paged.whole(start, length), start, length);
          const section = paged.section(start, length);
          for (const [from, count] of reads) {
            if (from + count > length) expect(() => section.read(from, count)).toThrow(IndexDamage);
            else expectBytes(section.read(from, count), start + from, count);
          }
        }),
      ),
    );
  });

  it('rejects a damaged page, and reads all others', () => {
    fc.assert(
      fc.property(fc.nat(SIZE - 1), range, fc.boolean(), (at, [start, length], atOnce) => {
        const damaged = bytes.slice();
        damaged[at]! ^= 1;
        const page = Math.floor(at / PAGE);
        const isTouched = length > 0 && start < (page + 1) * PAGE && start + length > page * PAGE;
        withPaged(damaged, (paged) => {
          const read = (): Uint8Array =>
            atOnce ? paged.whole(start, length) : paged.section(start, length).read(0, length);
          if (isTouched) expect(read).toThrow(IndexDamage);
          else expectBytes(read(), start, length);
        });
      }),
      { numRuns: 60 },
    );
  });
});
