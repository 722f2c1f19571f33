import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from '../../../src/search/bytes.ts';
import { DocsReader, metaPosition, PostingsWriter, parts, Run } from '../../../src/search/postings.ts';

/** A document of a word: how far it is after the one before, its times in the body, its fields. */
const posting = fc.record({
  gap: fc.oneof({ weight: 9, arbitrary: fc.nat(3) }, fc.nat(40_000)),
  times: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 3 }) }, fc.nat(300)),
  mask: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat(7)),
});
type Posting = typeof posting extends fc.Arbitrary<infer T> ? T : never;

interface Read {
  readonly doc: number;
  readonly times: number;
  readonly mask: number;
}

function written(postings: readonly Posting[]): { bytes: Uint8Array; expected: readonly Read[] } {
  const docs = new ByteWriter();
  const writer = new PostingsWriter(docs, new ByteWriter(), new ByteWriter());
  let doc = -1;
  const expected = postings.map(({ gap, times, mask }) => {
    doc += gap + 1;
    const inBody = Math.max(times, mask === 0 ? 1 : 0);
    const meta = [0, 1, 2].filter((field) => (mask & (1 << field)) !== 0);
    const values = [
      ...meta.map((field) => metaPosition(field, field)),
      ...Array.from({ length: inBody }, (_, i) => i),
    ];
    writer.add(doc, values, 0, meta.length, values.length, 0);
    return { doc, times: inBody, mask };
  });
  writer.finish();
  return { bytes: docs.copy(), expected };
}

/** All that a reader says, some documents one by one and then as many at a time as there is room for. */
function readAll(reader: DocsReader, single: number): Read[] {
  const found: Read[] = [];
  for (let i = 0; i < single && reader.next(); i += 1) {
    const { doc, times, mask } = reader;
    found.push({ doc, times, mask });
  }
  const run = new Run();
  while (reader.read(run))
    for (let i = 0; i < run.length; i += 1)
      found.push({ doc: run.docs[i]!, times: run.times[i]!, mask: run.masks[i]! });
  return found;
}

describe('the documents of a word', () => {
  it('are those written, read one by one or many at a time', () => {
    const many = fc.array(posting, { maxLength: 1500, size: 'max' });
    fc.assert(
      fc.property(many, fc.nat(600), (postings, single) => {
        const { bytes, expected } = written(postings);
        expect(readAll(new DocsReader(bytes, expected.length), single)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('are no more than there are bytes, whatever their number is said to be', () => {
    const { bytes, expected } = written([
      { gap: 2, times: 1, mask: 0 },
      { gap: 0, times: 3, mask: 1 },
    ]);
    const found = readAll(new DocsReader(bytes, 2 ** 32 - 1), 0);
    expect(found.slice(0, 2)).toEqual(expected);
    expect(found.length).toBeLessThanOrEqual(bytes.length);
  });

  it('are handed over in parts, none left out', () => {
    fc.assert(
      fc.property(fc.nat(2000), (length) => {
        const docs = Uint32Array.from({ length }, (_, i) => 3 * i);
        expect([...parts(docs)].flatMap((part) => [...part])).toEqual([...docs]);
      }),
      { numRuns: 20 },
    );
  });
});
