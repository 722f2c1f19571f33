import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveCount, type SegmentReference, withDeleted } from '../../../src/index/manifest.ts';
import { mergedWith, mergeFrom } from '../../../src/index/merge-policy.ts';

const segment = (count: number): SegmentReference => ({ name: 'x', count });
const merged = (segments: readonly SegmentReference[]): readonly SegmentReference[] => {
  const first = mergeFrom(segments);
  if (first === undefined) return segments;
  return [
    ...segments.slice(0, first),
    segment(segments.slice(first).reduce((sum, each) => sum + liveCount(each), 0)),
  ];
};

describe('merging', () => {
  it('leaves each segment at least twice as large as all after it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12_000 }), { maxLength: 30 }), (counts) => {
        let segments: readonly SegmentReference[] = [];
        for (const count of counts) {
          segments = merged([...segments, segment(count)]);
          segments.forEach(({ count: own }, i) => {
            const after = segments.slice(i + 1).reduce((sum, each) => sum + each.count, 0);
            expect(own).toBeGreaterThanOrEqual(2 * after);
          });
          expect(mergeFrom(segments)).toBeUndefined();
        }
      }),
    );
  });

  it('merges many segments of equal size even if the last is small', () => {
    expect(mergeFrom([1000, 4000, 11_000, 11_000, 11_000, 900].map(segment))).toBe(0);
    expect(mergedWith([1000, 4000, 11_000].map(segment), 5000)).toBe(21_000);
  });

  it('keeps a large segment when little is added, and segments above the limit always', () => {
    expect(mergeFrom([100_000, 1].map(segment))).toBeUndefined();
    expect(mergedWith([100_000].map(segment), 1)).toBe(0);
    expect(mergeFrom([400_000, 300_000].map(segment))).toBeUndefined();
  });

  it('rewrites a segment that has lost half of its articles', () => {
    const worn = withDeleted(
      segment(100),
      Array.from({ length: 50 }, (_, doc) => doc),
    );
    expect(mergeFrom([worn])).toBe(0);
    expect(mergeFrom([segment(1000), worn])).toBe(1);
  });
});
