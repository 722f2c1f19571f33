import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/library/article.ts';
import { sortArticles, withTag } from '../../../src/library/sort-articles.ts';
import { article as articleOf } from '../../support/articles.ts';

const article = (id: string, title: string, facts: Partial<Article> = {}): Article =>
  articleOf(id, { title, words: 100, ...facts });

describe('sortArticles', () => {
  const list = [
    article('a', 'Éclair', { date: '2024-05', words: 300 }),
    article('b', 'Zoo', { date: '2024-05-03', words: 100 }),
    article('c', '« Demain »', { words: 200 }),
    article('d', '10 idées', { date: '2023' }),
    article('e', '9 idées', { date: '2023' }),
  ];
  const ids = (articles: readonly Article[]): string => articles.map(({ id }) => id).join('');

  it('sorts by date, the newest first, those without a date by when they were modified', () => {
    expect(ids(sortArticles(list, 'date'))).toBe('baedc');
    const modified = article('f', 'F', { mtime: Date.parse('2024-02-01T12:00Z') });
    const unknown = article('g', 'G', { mtime: 0 });
    expect(ids(sortArticles([unknown, modified, ...list], 'date'))).toBe('bafedcg');
  });
  it('sorts by title, ignoring accents, case and quotation marks, numbers by value', () => {
    expect(ids(sortArticles(list, 'title'))).toBe('edcab');
    expect(ids(sortArticles(list, 'title', true))).toBe('bacde');
  });
  it('keeps the chapters of a book together, by its title, in its order', () => {
    const chapter = (id: string, title: string, book: string, at: number) =>
      article(id, title, {
        date: '2024',
        series: book,
        path: `/x/${book}.epub/${id}`,
        member: { at, length: 1, of: 2 },
      });
    const books = [
      chapter('q', 'Arc', 'Zoo', 9),
      chapter('r', 'Zen', 'Âmes', 2),
      article('s', 'Bateau', { date: '2024' }),
      chapter('t', 'Axe', 'Âmes', 5),
      chapter('u', 'Zut', 'Zoo', 1),
    ];
    expect(ids(sortArticles(books, 'date'))).toBe('rtsuq');
    expect(ids(sortArticles(books, 'date', true))).toBe('rtsuq');
    expect(ids(sortArticles(books, 'title'))).toBe('qtsru');
  });
  it('sorts by length', () => {
    expect(ids(sortArticles(list, 'length'))).toBe('edbca');
    expect(ids(sortArticles(list, 'length', true))).toBe('acedb');
  });
  it('sorts by when they were last read, the last one first, and those never read by date', () => {
    const numbers = new Map([
      ['c', 1],
      ['d', 2],
    ]);
    const numberOf = ({ id }: Article): number => numbers.get(id) ?? 0;
    expect(ids(sortArticles(list, 'read', false, numberOf))).toBe('dcbae');
    expect(ids(sortArticles(list, 'read', true, numberOf))).toBe('eabcd');
  });
  it('does not change the given list', () => {
    const before = ids(list);
    sortArticles(list, 'title');
    expect(ids(list)).toBe(before);
  });
  it('filters by tag, ignoring accents and case', () => {
    const tagged = [article('a', 'A', { tags: ['Éthique'] }), article('b', 'B', { tags: ['prix'] })];
    expect(ids(withTag(tagged, 'ethique'))).toBe('a');
    expect(ids(withTag(tagged, 'eth'))).toBe('');
  });
});
