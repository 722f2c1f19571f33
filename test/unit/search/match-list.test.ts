import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstEndingAfter, MatchList } from '../../../src/search/match-list.ts';
import type { Match } from '../../../src/search/results.ts';
import { byStart } from '../../../src/search/text-matches.ts';

const match = fc
  .tuple(fc.nat(200), fc.integer({ min: 1, max: 9 }))
  .map(([start, length]) => ({ start, end: start + length }));

describe('MatchList', () => {
  it('holds matches in order, without those that overlap an earlier one', () => {
    fc.assert(
      fc.property(fc.array(match, { maxLength: 150 }), fc.nat(210), fc.nat(150), (all, at, cut) => {
        const sorted = all.sort(byStart);
        const apart: Match[] = [];
        for (const each of sorted) if (apart.every(({ end }) => end <= each.start)) apart.push(each);
        const list = new MatchList();
        list.push(sorted.slice(0, cut));
        list.push(sorted.slice(cut));
        expect([...list]).toEqual(apart);
        const first = apart.findIndex(({ end }) => end > at);
        expect(firstEndingAfter(list, at)).toBe(first < 0 ? list.length : first);
      }),
    );
  });
});
