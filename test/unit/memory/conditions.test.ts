import { describe, expect, it } from 'vitest';
import { meets, meetsAll } from '../../../src/memory/conditions.ts';
import { readingOrder } from '../../../src/memory/reading-order.ts';
import type { Condition } from '../../../src/search/conditions.ts';

const place = { at: 120, words: 'un partenariat commence', progress: 0.4 };
const CONDITIONS: readonly Condition[] = ['starred', 'read', 'unread', 'started'];

describe('meets', () => {
  it.each([
    [undefined, ['unread']],
    [{ starred: true }, ['starred', 'unread']],
    [{ place }, ['unread', 'started']],
    [{ place, read: true }, ['read']],
    [{ place, read: false, starred: false }, ['unread', 'started']],
  ] as const)('tells which conditions %j meets', (marks, expected) => {
    expect(CONDITIONS.filter((condition) => meets(marks, condition))).toEqual(expected);
  });
});

describe('meetsAll', () => {
  const starred = { condition: 'starred', excluded: false } as const;
  const notRead = { condition: 'read', excluded: true } as const;

  it('asks for every condition, and for the opposite of the excluded ones', () => {
    expect(meetsAll({ starred: true }, [starred, notRead])).toBe(true);
    expect(meetsAll({ starred: true, read: true }, [starred, notRead])).toBe(false);
    expect(meetsAll(undefined, [notRead])).toBe(true);
    expect(meetsAll(undefined, [starred])).toBe(false);
    expect(meetsAll(undefined, [])).toBe(true);
  });
});

describe('readingOrder', () => {
  it('numbers the articles that were read, and not those that were only marked', () => {
    const articles = new Map([
      ['a', { place }],
      ['b', { starred: true }],
      ['c', { place, read: true }],
    ]);
    expect([...readingOrder(articles)]).toEqual([
      ['a', 1],
      ['c', 2],
    ]);
  });
});
