import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/library/article.ts';
import { meets, meetsCondition } from '../../../src/memory/conditions.ts';
import { readingOrder } from '../../../src/memory/reading-order.ts';
import type { Condition } from '../../../src/search/conditions.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';
import { conditionsOf } from '../../../src/search/requirement.ts';

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

describe('meetsCondition', () => {
  const article: Article = {
    ...{ id: 'a', title: 'A', tags: [], words: 1150, format: 'markdown', path: '/a.md', size: 1, mtime: 1 },
    ...{ lang: 'fr', date: '2020-05' },
  };
  it.each([
    ['is:starred', { starred: true }, true],
    ['is:starred', undefined, false],
    ['lang:fr', undefined, true],
    ['lang:en', undefined, false],
    ['minutes:5', undefined, true],
    ['minutes:<5', undefined, false],
    ['minutes:<=5', undefined, true],
    ['minutes:>5', undefined, false],
    ['minutes:3..8', undefined, true],
    ['minutes:6..', undefined, false],
    ['after:2020', undefined, true],
    ['after:2020-06', undefined, false],
    ['before:2020-06', undefined, true],
    ['before:2020', undefined, false],
  ] as const)('%s with %j: %j', (typed, marks, expected) => {
    const [condition] = conditionsOf(parseQuery(typed));
    expect(meetsCondition(article, marks, condition!)).toBe(expected);
  });
  it('takes the language that was detected if none is declared', () => {
    const { lang: _, ...other } = article;
    const [condition] = conditionsOf(parseQuery('lang:en'));
    expect(meetsCondition({ ...other, detectedLang: 'en' }, undefined, condition!)).toBe(true);
    expect(meetsCondition(other, undefined, condition!)).toBe(false);
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
