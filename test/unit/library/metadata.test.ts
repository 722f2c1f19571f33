import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../src/library/dates.ts';
import { metadataOf } from '../../../src/library/metadata.ts';

describe('metadataOf', () => {
  it('reads the fields of Jekyll, Hugo, Zola and Obsidian', () => {
    expect(
      metadataOf({
        Title: 'A',
        authors: ['Anne', { name: 'Béa' }],
        categories: 'vie bureau',
        excerpt: 'Un résumé',
      }),
    ).toEqual({ title: 'A', author: 'Anne, Béa', tags: ['vie', 'bureau'], summary: 'Un résumé' });
    expect(metadataOf({ taxonomies: { tags: ['x'] }, extra: { author: 'Zoé' }, lang: 'fr-CA' })).toEqual({
      author: 'Zoé',
      tags: ['x'],
      lang: 'fr',
    });
    expect(
      metadataOf({ tags: '#a, #b', keywords: ['B', 'c'], canonical_url: 'https://a/b', published: 'false' }),
    ).toEqual({
      tags: ['a', 'b', 'c'],
      source: 'https://a/b',
      draft: true,
    });
    expect(
      metadataOf({ slug: 'Été à Lyon', series: 'Prix', part: '2', draft: 'true', category: 'deux mots' }),
    ).toEqual({
      tags: ['deux mots'],
      slug: 'ete-a-lyon',
      series: 'Prix',
      part: 2,
      draft: true,
    });
  });

  it.each([
    [{ date: 'bientôt', created: '2024-05-03' }, { date: '2024-05-03' }],
    [{ published: 'true', publishDate: '2024-05-03' }, { date: '2024-05-03' }],
    [{ lastmod: '2024-05-03' }, { modified: '2024-05-03' }],
    [
      { Modified: '2024-05-03', date: '2024-05-01' },
      { date: '2024-05-01', modified: '2024-05-03' },
    ],
    [{ updated: '2024-05' }, { modified: '2024-05' }],
    [{ status: 'draft' }, { draft: true }],
    [
      { excerpt: 'Court', description: 'Plus long', summary: 'Court' },
      { summary: 'Court', matter: 'Plus long' },
    ],
    [{ title: '{{ title }}' }, { isTemplate: true }],
    [{ title: '<% tp.file.title %>' }, { isTemplate: true }],
    [
      {
        subtitle: 'Un récit',
        lieu: 'Lyon',
        traduit_par: ['Ada', 'Bob'],
        extra: { note: { de: 'la rédaction' } },
      },
      { matter: 'la rédaction\nUn récit\nLyon\nAda\nBob' },
    ],
    [
      {
        ...{
          layout: 'post',
          cover: 'Photo.jpg',
          photo: '/img/a.png',
          site: 'https://a/b',
          poids: '12',
          vu: '2024-05-03',
        },
        ...{ ouvert: 'true', fichier: 'notes/a.pdf', couleur: '#ff00aa', x: 'a', nu: 'null' },
      },
      {},
    ],
  ])('reads %j', (fields, expected) => {
    expect(metadataOf(fields)).toEqual({ tags: [], ...expected });
  });

  it('keeps values on one line, without control characters, and of bounded length', () => {
    const { title, tags, summary } = metadataOf({
      title: 'A\u001b[31m\nB\u202eC\u009b2J',
      tags: ['a\tb\u0007', ''],
      summary: 'x'.repeat(10_000),
    });
    expect(title).toBe('A BC');
    expect(tags).toEqual(['a b']);
    expect(summary).toHaveLength(500);
    expect(metadataOf({ tags: Array.from({ length: 9999 }, (_, i) => `t${i}`) }).tags).toHaveLength(50);
  });

  it('bounds the names of many authors, and never ends inside a character', () => {
    const { author } = metadataOf({ authors: Array.from({ length: 40 }, () => 'x'.repeat(40)) });
    expect([author!.length <= 500, author!.endsWith('…')]).toEqual([true, true]);
    for (const blanks of ['', ' '])
      expect(metadataOf({ title: `a${blanks}${'😀'.repeat(300)}` }).title).toMatch(/^a ?(?:😀)+…$/u);
  });

  it('ignores values of the wrong kind', () => {
    expect(
      metadataOf({ title: { a: 'b' }, date: ['x'], tags: { a: 'b' }, part: 'deux', lang: 'klingon!' }),
    ).toEqual({
      tags: [],
    });
    expect(metadataOf({ title: 'null', author: '~', summary: '' })).toEqual({ tags: [] });
  });
});

describe('isoDate', () => {
  it.each([
    ['2024', '2024'],
    ['2024-05', '2024-05'],
    ['2024-5-3', '2024-05-03'],
    ['2015-10-24 21:38:12', '2015-10-24'],
    ['2024-05-03T10:00:00+02:00', '2024-05-03'],
    ['2024/05/03', '2024-05-03'],
    ['20240503', '2024-05-03'],
    ['03/05/2024', '2024-05-03'],
    ['05/13/2024', '2024-05-13'],
    ['3 mai 2024', '2024-05-03'],
    ['1er août 2024', '2024-08-01'],
    ['mardi 12 mars 2024', '2024-03-12'],
    ['juin 2024', '2024-06'],
    ['14 juillet 2024', '2024-07-14'],
    ['May 3, 2024', '2024-05-03'],
    ['Fri, 3 May 2024 10:20:30 +0200', '2024-05-03'],
    ['February 2024', '2024-02'],
    ['<2024-05-03 Fri 10:00>', '2024-05-03'],
    ['[[2024-05-03]]', '2024-05-03'],
    ['2024-13-01', undefined],
    ['2023-02-29', undefined],
    ['hier', undefined],
    ['', undefined],
    ['12', undefined],
  ])('converts %j to %j', (written, expected) => {
    expect(isoDate(written)).toBe(expected);
  });
});
