import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SegmentBuilder } from '../../../src/search/builder.ts';
import { mergeSegments } from '../../../src/search/merge.ts';
import { Segment, type SegmentData, sourceOf } from '../../../src/search/segment.ts';

/** Texts of so few different words that each is in more documents than a block of the skip list has. */
const text = fc.array(fc.constantFrom('a', 'b', 'c', 'rare'), { maxLength: 5 });
const part = fc.array(fc.record({ title: text, body: text, deleted: fc.integer({ min: 0, max: 9 }) }), {
  minLength: 1,
  maxLength: 90,
  size: 'max',
});
type Part = typeof part extends fc.Arbitrary<infer T> ? T : never;

/** A segment, and its live documents: with `deletes`, some are deleted. */
function segmentOf(documents: Part, deletes: boolean): { segment: Segment; live: Part } {
  const builder = new SegmentBuilder();
  const deletions = new Uint8Array(Math.ceil(documents.length / 8));
  documents.forEach(({ title, body, deleted }, doc) => {
    builder.add({ title: title.join(' '), tags: [], body: body.join(' ') });
    if (deleted === 0) deletions[doc >> 3]! |= 1 << (doc & 7);
  });
  const source = sourceOf(builder.finish());
  if (!deletes) return { segment: new Segment(source), live: documents };
  return { segment: new Segment(source, deletions), live: documents.filter(({ deleted }) => deleted > 0) };
}

interface Read {
  readonly at: number;
  readonly meta: readonly number[];
  readonly body: readonly number[];
}

/** The result of reading beyond the last document. */
const PAST: Read = { at: -1, meta: [], body: [] };

/** What a segment says of a word: of each document in `wanted`, or the next one that has the word, its positions. */
function readWord(segment: Segment, word: string, wanted: readonly number[]): readonly Read[] {
  const entry = segment.dictionary.find(word);
  if (!entry) return wanted.map(() => PAST);
  const reader = segment.positions(entry);
  return wanted.map((doc) => {
    const at = reader.seek(doc);
    const [meta, body]: [number[], number[]] = [[], []];
    if (at === doc) reader.read(meta, body);
    return { at, meta, body };
  });
}

describe('mergeSegments', () => {
  it('makes the same segment as building it from all live documents', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(part, fc.boolean()), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        fc.array(fc.nat(360), { maxLength: 40 }),
        async (parts, twice, seeks) => {
          const made = parts.map(([documents, deletes]) => segmentOf(documents, deletes));
          const expected = new Segment(sourceOf(dataOf(made.flatMap(({ live }) => live))));
          const [first, ...others] = made.map(({ segment }) => segment);
          const merged = twice
            ? await merge([await merge([first!, ...others.slice(0, 1)]), ...others.slice(1)])
            : await merge([first!, ...others]);
          expect(merged.count).toBe(expected.count);
          expect(merged.bodyLengths).toEqual(expected.bodyLengths);
          const all = Array.from({ length: expected.count }, (_, doc) => doc);
          const some = [...new Set(seeks)].sort((a, b) => a - b);
          for (const word of ['a', 'b', 'c', 'rare']) {
            const read = readWord(expected, word, all);
            expect(readWord(merged, word, all)).toEqual(read);
            expect(readWord(merged, word, some)).toEqual(some.map((doc) => read[doc] ?? PAST));
          }
          for (const doc of all) expect(merged.offsets.get(doc)).toEqual(expected.offsets.get(doc));
        },
      ),
      { numRuns: 60 },
    );
  });
});

const merge = async (segments: readonly Segment[]): Promise<Segment> =>
  new Segment(sourceOf(await mergeSegments(segments)));

function dataOf(documents: Part): SegmentData {
  const builder = new SegmentBuilder();
  for (const { title, body } of documents)
    builder.add({ title: title.join(' '), tags: [], body: body.join(' ') });
  return builder.finish();
}
