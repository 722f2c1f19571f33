import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/algorithms/edit-distance.ts';
import type { Article } from '../../../src/library/article.ts';
import { resolveReference } from '../../../src/library/resolve-reference.ts';
import { sortArticles, withTag } from '../../../src/library/sort-articles.ts';

const article = (id: string, title: string, more: Partial<Article> = {}): Article => ({
  id,
  title,
  tags: [],
  words: 100,
  format: 'markdown',
  path: `/notes/${id}.md`,
  size: 1,
  mtime: 1,
  ...more,
});
const ARTICLES = [
  article('grandir-par-les-partenariats', 'Grandir par les partenariats'),
  article('choisir-ses-clients', 'Choisir ses clients'),
  article('les-dix-premiers-clients', 'Les dix premiers clients'),
  article('fixer-son-prix', 'Fixer son prix'),
  article('prix', 'Le prix est une phrase'),
  article('oeuvre', 'L’Œuvre à l’été'),
  article('2024', 'Une année'),
];
const found = (reference: string): unknown => {
  const result = resolveReference(ARTICLES, reference);
  if (result.kind === 'one') return result.article.id;
  return result.kind === 'many'
    ? result.articles.map(({ id }) => id)
    : { near: result.near.map(({ id }) => id) };
};

describe('findArticle', () => {
  it.each([
    ['prix', 'prix'],
    ['grandir', 'grandir-par-les-partenariats'],
    ['partenaria', 'grandir-par-les-partenariats'],
    ['fixer-son', 'fixer-son-prix'],
    ['FIXER SON PRIX', 'fixer-son-prix'],
    ['le prix est', 'prix'],
    ['oeuvre a l’ete', 'oeuvre'],
    ["l'été", 'oeuvre'],
    ['prix phrase', 'prix'],
    ['2', 'choisir-ses-clients'],
    ['#2', 'choisir-ses-clients'],
    ['2024', '2024'],
    ['/notes/prix.md', 'prix'],
    ['notes/prix.md', 'prix'],
    ['prix.md', 'prix'],
    ['année', '2024'],
    ['clients', ['choisir-ses-clients', 'les-dix-premiers-clients']],
    ['premier client', 'les-dix-premiers-clients'],
  ])('%s', (reference, expected) => {
    expect(found(reference)).toEqual(expected);
  });

  it.each([
    ['partenairats', 'grandir-par-les-partenariats'],
    ['fixer-sno-prix', 'fixer-son-prix'],
    ['choisr-ses-client', 'choisir-ses-clients'],
    ['oeuvrre', 'oeuvre'],
  ])('suggests for %s', (reference, near) => {
    expect(found(reference)).toEqual({ near: expect.arrayContaining([near]) });
  });

  it.each(['zzz', '', '   ', '999', '!!!', '日本'])(
    'finds nothing for %j, and suggests nothing',
    (reference) => {
      expect(found(reference)).toEqual({ near: [] });
    },
  );

  it('never throws, and always finds an id', () => {
    fc.assert(fc.property(fc.string(), (reference) => void found(reference)));
    for (const { id } of ARTICLES) expect(found(id)).toBe(id);
  });
});

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['prix', 'prix', 0],
    ['prix', 'prxi', 1],
    ['client', 'clients', 1],
    ['chat', 'chien', 3],
    ['', 'abc', 3],
  ])('%s %s', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});

describe('sortArticles', () => {
  const list = [
    article('a', 'Éclair', { date: '2024-05', words: 300 }),
    article('b', 'Zoo', { date: '2024-05-03', words: 100 }),
    article('c', '« Demain »', { words: 200 }),
    article('d', '10 idées', { date: '2023' }),
    article('e', '9 idées', { date: '2023' }),
  ];
  const ids = (articles: readonly Article[]): string => articles.map(({ id }) => id).join('');

  it('goes by date, the newest first, undated ones last', () => {
    expect(ids(sortArticles(list, 'date'))).toBe('baedc');
  });
  it('goes by title, accents, case and quotation marks aside, numbers by value', () => {
    expect(ids(sortArticles(list, 'title'))).toBe('edcab');
    expect(ids(sortArticles(list, 'title', true))).toBe('bacde');
  });
  it('goes by length', () => {
    expect(ids(sortArticles(list, 'length'))).toBe('edbca');
    expect(ids(sortArticles(list, 'length', true))).toBe('acedb');
  });
  it('changes nothing in the list it is given', () => {
    const before = ids(list);
    sortArticles(list, 'title');
    expect(ids(list)).toBe(before);
  });
  it('filters by tag, accents and case aside', () => {
    const tagged = [article('a', 'A', { tags: ['Éthique'] }), article('b', 'B', { tags: ['prix'] })];
    expect(ids(withTag(tagged, 'ethique'))).toBe('a');
    expect(ids(withTag(tagged, 'eth'))).toBe('');
  });
});
