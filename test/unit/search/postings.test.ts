import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from '../../../src/algorithms/varints.ts';
import {
  batches,
  DocsReader,
  metaPosition,
  PostingBatch,
  PostingsWriter,
} from '../../../src/search/postings.ts';

/** A posting: the gap to the document before, the term frequency in the body, the other fields. */
const posting = fc.record({
  gap: fc.oneof({ weight: 9, arbitrary: fc.nat(3) }, fc.nat(40_000)),
  termFrequency: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 3 }) }, fc.nat(300)),
  mask: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat(7)),
});
type Posting = typeof posting extends fc.Arbitrary<infer T> ? T : never;

interface Read {
  readonly doc: number;
  readonly termFrequency: number;
  readonly mask: number;
}

function written(postings: readonly Posting[]): { bytes: Uint8Array; expected: readonly Read[] } {
  const docs = new ByteWriter();
  const writer = new PostingsWriter(docs, new ByteWriter(), new ByteWriter());
  let doc = -1;
  const expected = postings.map(({ gap, termFrequency, mask }) => {
    doc += gap + 1;
    const inBody = Math.max(termFrequency, mask === 0 ? 1 : 0);
    const meta = [0, 1, 2].filter((field) => (mask & (1 << field)) !== 0);
    const values = [
      ...meta.map((field) => metaPosition(field, field)),
      ...Array.from({ length: inBody }, (_, i) => i),
    ];
    writer.add(doc, values, 0, meta.length, values.length, 0);
    return { doc, termFrequency: inBody, mask };
  });
  writer.finish();
  return { bytes: docs.copy(), expected };
}

/** All postings of a reader: the first `single` read one by one, the others in batches. */
function readAll(reader: DocsReader, single: number): Read[] {
  const found: Read[] = [];
  for (let i = 0; i < single && reader.next(); i += 1) {
    const { doc, termFrequency, mask } = reader;
    found.push({ doc, termFrequency, mask });
  }
  const batch = new PostingBatch();
  while (reader.read(batch))
    for (let i = 0; i < batch.length; i += 1)
      found.push({ doc: batch.docs[i]!, termFrequency: batch.termFrequencies[i]!, mask: batch.masks[i]! });
  return found;
}

describe('DocsReader', () => {
  it('reads the documents that were written, one by one or in batches', () => {
    const many = fc.array(posting, { maxLength: 1500, size: 'max' });
    fc.assert(
      fc.property(many, fc.nat(600), (postings, single) => {
        const { bytes, expected } = written(postings);
        expect(readAll(new DocsReader(bytes, expected.length), single)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('reads no more documents than there are bytes if the count is wrong', () => {
    const { bytes, expected } = written([
      { gap: 2, termFrequency: 1, mask: 0 },
      { gap: 0, termFrequency: 3, mask: 1 },
    ]);
    const found = readAll(new DocsReader(bytes, 2 ** 32 - 1), 0);
    expect(found.slice(0, 2)).toEqual(expected);
    expect(found.length).toBeLessThanOrEqual(bytes.length);
  });

  it('is cut into batches without losing a document', () => {
    fc.assert(
      fc.property(fc.nat(2000), (length) => {
        const docs = Uint32Array.from({ length }, (_, i) => 3 * i);
        expect([...batches(docs)].flatMap((batch) => [...batch])).toEqual([...docs]);
      }),
      { numRuns: 20 },
    );
  });
});
