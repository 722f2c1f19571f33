import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingStats } from '../../../src/commands/reading-stats.ts';
import { statsLines } from '../../../src/commands/stats.ts';
import type { Article } from '../../../src/library/article.ts';
import type { ArticleMemory } from '../../../src/memory/records.ts';
import { plainLine } from '../../../src/style/plain.ts';
import { cellWidth } from '../../../src/unicode/width.ts';
import { article } from '../../support/articles.ts';

const NOW = new Date(2024, 4, 3, 12).getTime();
const place = { at: 120, words: 'un partenariat commence', progress: 0.4 };
const ARTICLES = [
  article('a', { words: 2300 }),
  article('b', { words: 230 }),
  article('c', { words: 460 }),
  article('d', { words: 23 }),
];
const MARKS: Readonly<Record<string, ArticleMemory>> = {
  a: { place, read: true, finished: new Date(2024, 4, 1, 0, 1).getTime(), seen: 1 },
  b: { read: true, starred: true, finished: new Date(2024, 3, 30, 23, 59).getTime(), seen: 1 },
  c: { place, seen: 1 },
};
const markOf = ({ id }: Article) => MARKS[id];
const text = (articles: readonly Article[], width = 80, language: 'en' | 'fr' = 'en') =>
  statsLines(readingStats(articles, markOf, NOW), language, width).map((line) =>
    plainLine(line).replace(/[\u00a0\u202f]/g, ' '),
  );

describe('readingStats', () => {
  it('counts articles, marks, and what was finished in each of the last twelve months', () => {
    const { months, ...figures } = readingStats(ARTICLES, markOf, NOW);
    expect(figures).toEqual({ articles: 4, words: 3013, read: 2, started: 1, starred: 1 });
    expect(months).toHaveLength(12);
    expect(months[0]).toEqual({ month: '2023-06', articles: 0, minutes: 0 });
    expect(months.slice(-2)).toEqual([
      { month: '2024-04', articles: 1, minutes: 1 },
      { month: '2024-05', articles: 1, minutes: 10 },
    ]);
  });

  it('leaves out what was finished earlier, or by a clock that was wrong', () => {
    const finishedIn = (year: number) =>
      ({ read: true, finished: new Date(year, 4, 15).getTime(), seen: 1 }) as const;
    for (const year of [1970, 2023, 2030]) {
      const { months, read } = readingStats(ARTICLES, () => finishedIn(year), NOW);
      expect(read).toBe(4);
      expect(months.every(({ articles }) => articles === 0)).toBe(true);
    }
  });

  it('names the months of every year in order, whatever the day', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(1971, 0), max: new Date(2100, 0), noInvalidDate: true }), (now) => {
        const months = readingStats([], () => undefined, now.getTime()).months.map(({ month }) => month);
        expect(new Set(months).size).toBe(12);
        expect(months).toEqual(months.toSorted());
        expect(months.at(-1)).toMatch(`-${String(now.getMonth() + 1).padStart(2, '0')}`);
      }),
    );
  });
});

describe('statsLines', () => {
  it('draws a bar for each month, the longest for the most minutes', () => {
    const lines = text(ARTICLES);
    expect(lines[0]).toBe('4 articles · 3,013 words · 2 read · 1 started · 1 starred');
    expect(lines).toHaveLength(14);
    expect(lines[2]).toBe('Jun 2023');
    expect(lines.at(-2)).toBe(`Apr 2024  ${'█'.repeat(4)}${' '.repeat(36)}  1 article   1 min`);
    expect(lines.at(-1)).toBe(`May 2024  ${'█'.repeat(40)}  1 article  10 min`);
    expect(text(ARTICLES, 80, 'fr')[0]).toBe('4 articles · 3 013 mots · 2 lus · 1 commencé · 1 favori');
  });

  it('shows no months if nothing was finished in them', () => {
    expect(text([ARTICLES[2]!])).toEqual(['1 article · 460 words · 0 read · 1 started · 0 starred']);
  });

  it('fits terminals of every width', () => {
    for (let width = 16; width < 120; width++)
      for (const line of text(ARTICLES, width)) expect(cellWidth(line)).toBeLessThanOrEqual(width);
  });
});
