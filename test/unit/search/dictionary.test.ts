import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/search/bytes.ts';
import { Dictionary, DictionaryWriter } from '../../../src/search/dictionary.ts';

/** Many keys with common beginnings. Their units take one to three bytes. */
const keys = fc
  .uniqueArray(
    fc
      .array(fc.constantFrom('a', 'b', 'é', '漢'), { minLength: 1, maxLength: 7 })
      .map((units) => units.join('')),
    { maxLength: 400, size: 'max' },
  )
  .map((list) => list.sort());

const entryOf = (rank: number) => ({
  count: rank + 1,
  docsAt: rank * 3,
  docsLength: 3,
  positionsAt: rank * 200,
  positionsLength: 200,
});

function dictionaryOf(list: readonly string[]): Dictionary {
  const writer = new DictionaryWriter();
  for (const [rank, key] of list.entries()) writer.add(key, entryOf(rank));
  const { blocks, heads } = writer.finish();
  return new Dictionary(memorySource(blocks), heads);
}

describe('Dictionary', () => {
  it('finds the entries of its keys, and of no others', () => {
    fc.assert(
      fc.property(keys, fc.string({ maxLength: 4 }), (list, other) => {
        const dictionary = dictionaryOf(list);
        for (const [rank, key] of list.entries()) expect(dictionary.find(key)).toEqual(entryOf(rank));
        if (!list.includes(other)) expect(dictionary.find(other)).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });

  it('is walked in order from any key on, and skips prefixes', () => {
    fc.assert(
      fc.property(keys, keys, fc.array(fc.nat(3)), (list, [from = ''], skips) => {
        const expected: string[] = [];
        let skipped: string | undefined;
        let turn = 0;
        const nextSkip = (): number => skips[turn++ % Math.max(1, skips.length)] ?? 0;
        for (const key of list) {
          if (key < from || (skipped !== undefined && key.startsWith(skipped))) continue;
          expected.push(key);
          const length = Math.min(nextSkip(), key.length);
          skipped = length > 0 ? key.slice(0, length) : undefined;
        }
        turn = 0;
        const visited: string[] = [];
        dictionaryOf(list).walk(from, (cursor) => {
          visited.push(cursor.text());
          // Entries that are not asked for must be counted too.
          if (visited.length % 3 === 0) expect(cursor.entry).toEqual(entryOf(list.indexOf(cursor.text())));
          const previous = visited.at(-2) ?? '';
          expect(cursor.text().slice(0, cursor.shared)).toBe(previous.slice(0, cursor.shared));
          const length = Math.min(nextSkip(), cursor.length);
          if (length > 0) cursor.skipPrefix(length);
          return true;
        });
        expect(visited).toEqual(expected);
      }),
    );
  });
});
