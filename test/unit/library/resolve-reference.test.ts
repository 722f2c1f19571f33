import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/library/article.ts';
import { resolveReference } from '../../../src/library/resolve-reference.ts';

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

describe('resolveReference', () => {
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
  ])('resolves %s', (reference, expected) => {
    expect(found(reference)).toEqual(expected);
  });

  it.each([
    ['partenairats', 'grandir-par-les-partenariats'],
    ['fixer-sno-prix', 'fixer-son-prix'],
    ['choisr-ses-client', 'choisir-ses-clients'],
    ['oeuvrre', 'oeuvre'],
  ])('suggests an article for %s', (reference, near) => {
    expect(found(reference)).toEqual({ near: expect.arrayContaining([near]) });
  });

  it.each(['zzz', '', '   ', '999', '!!!', '日本'])(
    'finds nothing for %j, and suggests nothing',
    (reference) => {
      expect(found(reference)).toEqual({ near: [] });
    },
  );

  it('never throws, and finds every id', () => {
    fc.assert(fc.property(fc.string(), (reference) => void found(reference)));
    for (const { id } of ARTICLES) expect(found(id)).toBe(id);
  });
});

describe('the name of a file without its suffix', () => {
  const readmes = ['one', 'two'].map((folder) =>
    article(folder, 'Overview', { path: `/notes/${folder}/README.md` }),
  );

  it('names its article, after titles', () => {
    const others = [article('readme-first', 'Read me first'), ...readmes.slice(0, 1)];
    expect(resolveReference(others, 'readme')).toMatchObject({ kind: 'one', article: { id: 'one' } });
    const titled = [...others, article('three', 'Readme')];
    expect(resolveReference(titled, 'readme')).toMatchObject({ kind: 'one', article: { id: 'three' } });
  });

  it('names each of several', () => {
    expect(resolveReference(readmes, 'README')).toMatchObject({
      kind: 'many',
      articles: [{ id: 'one' }, { id: 'two' }],
    });
    expect(resolveReference(readmes, 'two/README.md')).toMatchObject({ kind: 'one', article: { id: 'two' } });
  });
});
