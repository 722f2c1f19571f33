import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/library/article.ts';
import { namePartsOf, titleFromFolders, titleFromStem } from '../../../src/library/file-name.ts';
import { ownId, withIds } from '../../../src/library/ids.ts';
import { slugOf } from '../../../src/unicode/slug.ts';

const article = (path: string, slug?: string): Article => ({
  id: ownId(path, slug),
  ...(slug === undefined ? {} : { slug }),
  title: path,
  tags: [],
  words: 1,
  format: 'markdown',
  path,
  size: 1,
  mtime: 1,
});
const idsOf = (paths: readonly string[]): Record<string, string> =>
  Object.fromEntries(withIds(paths.map((path) => article(path))).map(({ path, id }) => [path, id]));

describe('ids', () => {
  it.each([
    ['/a/2015-10-24-vendre-moins.md', 'vendre-moins'],
    ['/a/2015-10-24_Vendre moins.markdown', 'vendre-moins'],
    ['/a/2015-10.md', '2015-10'],
    ['/a/Élan vital – œuvre.txt', 'elan-vital-oeuvre'],
    ['/a/E\u0301lan.txt', 'elan'],
    ['/a/essai/index.md', 'essai'],
    ['/a/outil/README.md', 'outil'],
    ['/a/v1.2.md', 'v1-2'],
    ['/a/LICENSE', 'license'],
  ])('makes of %s the id %s', (path, id) => {
    expect(ownId(path)).toBe(id);
  });

  it('hashes names without Latin letters', () => {
    const id = ownId('/a/日本語.md');
    expect(id).toMatch(/^article-[0-9a-f]{8}$/);
    expect(ownId('/b/日本語.md')).toBe(id);
    expect(ownId('/a/中文.md')).not.toBe(id);
  });

  it('prefers the slug', () => {
    expect(ownId('/a/x.md', 'mon-slug')).toBe('mon-slug');
  });

  it('puts the folder before ids that conflict', () => {
    expect(idsOf(['/n/a/prix.md', '/n/b/prix.md', '/n/b/autre.md'])).toEqual({
      '/n/a/prix.md': 'a-prix',
      '/n/b/prix.md': 'b-prix',
      '/n/b/autre.md': 'autre',
    });
  });

  it('adds folders further up, or the suffix, if ids still conflict', () => {
    expect(idsOf(['/1/a/prix.md', '/2/a/prix.md'])).toEqual({
      '/1/a/prix.md': '1-a-prix',
      '/2/a/prix.md': '2-a-prix',
    });
    expect(idsOf(['/a/prix.md', '/a/prix.txt'])).toEqual({
      '/a/prix.md': 'a-prix-md',
      '/a/prix.txt': 'a-prix-txt',
    });
  });

  it('makes ids that are unique, ASCII, and independent of the order', () => {
    const name = fc.constantFrom('prix', 'Prix', 'a-prix', 'b', '2020-01-01-prix', 'été', 'index', '日');
    const path = fc.tuple(
      fc.constantFrom('a', 'b', 'a/b', 'prix'),
      name,
      fc.constantFrom('md', 'txt', 'mkd'),
    );
    const paths = fc.uniqueArray(
      path.map(([folder, stem, suffix]) => `/${folder}/${stem}.${suffix}`),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(paths, fc.func(fc.integer()), (list, order) => {
        const ids = idsOf(list);
        expect(new Set(Object.values(ids)).size).toBe(list.length);
        for (const id of Object.values(ids)) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        const shuffled = [...list].sort((a, b) => order(a) - order(b));
        expect(idsOf(shuffled)).toEqual(ids);
      }),
    );
  });

  it('limits the length of ids', () => {
    expect(slugOf('un mot '.repeat(100)).length).toBeLessThanOrEqual(80);
    expect(slugOf('x'.repeat(300))).toHaveLength(80);
  });
});

describe('file names', () => {
  it('begin with a date or not', () => {
    expect(namePartsOf('/a/2015-10-24-titre.md')).toEqual({
      stem: 'titre',
      ofFolder: false,
      date: '2015-10-24',
    });
    for (const time of ['-10-30', '-10-30-59', ' 10.30', '_10h30', 'T1030', 'T10:30:59'])
      expect(namePartsOf(`/a/2015-10-24${time}-titre.md`)).toMatchObject({
        stem: 'titre',
        date: '2015-10-24',
      });
    expect(namePartsOf('/a/2015-10-24-10-idees.md')).toMatchObject({ stem: '10-idees' });
    expect(namePartsOf('/a/2015-10-24-25-75-et-apres.md')).toMatchObject({ stem: '25-75-et-apres' });
    expect(namePartsOf('/a/2015-99-99-titre.md')).toEqual({ stem: '2015-99-99-titre', ofFolder: false });
    expect(namePartsOf('/a/craie/README.md')).toEqual({ stem: 'craie', ofFolder: true });
  });

  it('end in the language of a translation or not', () => {
    expect(namePartsOf('/a/craie/index.fr.md')).toEqual({ stem: 'craie', ofFolder: true, lang: 'fr' });
    expect(namePartsOf('/a/2024-05-03-page.pt-BR.md')).toMatchObject({ stem: 'page', lang: 'pt' });
    expect(namePartsOf('/a/vite.config.ts.md')).toEqual({ stem: 'vite.config.ts', ofFolder: false });
    expect(namePartsOf('/a/menage.pl')).toEqual({ stem: 'menage.pl', ofFolder: false });
    expect(ownId('/a/craie/index.fr.md')).toBe('craie-fr');
  });

  it.each([
    ['ma-premiere-vente', 'Ma premiere vente'],
    ['Ma première vente', 'Ma première vente'],
    ['les_10_premiers_clients', 'Les 10 premiers clients'],
    ['l’outil magique', 'L’outil magique'],
    ['003_e5197d14cafe91dd', undefined],
    ['IMG_20240503', undefined],
    ['Zettelkasten', 'Zettelkasten'],
    ['courses', 'Courses'],
    ['note', undefined],
    ['stdin', undefined],
    ['Untitled 2', undefined],
    ['IMG_1234', undefined],
    ['a', undefined],
    ['1', undefined],
    ['docker-compose.yml', 'docker-compose.yml'],
    ['a1b2c3 d4e5f6', undefined],
    ['xkcd-qwrt', undefined],
  ])('%s gives the title %j', (stem, title) => {
    expect(titleFromStem(stem)).toBe(title);
  });

  it('may be generic for texts without prose', () => {
    expect(titleFromStem('note', true)).toBe('Note');
    expect(titleFromStem('stdin', true)).toBeUndefined();
    expect(titleFromStem('0b5f', true)).toBeUndefined();
  });

  it('of folders may be those of folders further up', () => {
    expect(titleFromFolders('/home/notes/2024/10/19/1/index.md')).toBe('Notes');
    expect(titleFromFolders('/2024/1/index.md')).toBeUndefined();
  });

  it.each([
    ['2024-03-05-x', '2024-03-05', 'x'],
    ['2024-03-05T1200-x', '2024-03-05', 'x'],
    ['2024-03-05T12:00:30 x', '2024-03-05', 'x'],
    ['2024-03-05 12.30 x', '2024-03-05', 'x'],
    ['2024-03-05 12 idées', '2024-03-05', '12 idées'],
    ['2024-03-05 1200 euros', '2024-03-05', '1200 euros'],
    ['202403051200 x', '2024-03-05', 'x'],
    ['20240305120000-x', '2024-03-05', 'x'],
    ['20240305-x', '2024-03-05', 'x'],
    ['20240305T120000--un-titre__un_deux', '2024-03-05', 'un-titre', ['un', 'deux']],
    ['20240305T120000==1a--un-titre', '2024-03-05', 'un-titre'],
    ['24-3-5-x', '2024-03-05', 'x'],
    ['2024-03', '2024-03', '2024-03'],
    ['2024-03-x', '2024-03', 'x'],
    ['20241305-x', undefined, '20241305-x'],
    ['202403052500 x', undefined, '202403052500 x'],
    ['01-02-03-x', undefined, '01-02-03-x'],
    ['24-13-5-x', undefined, '24-13-5-x'],
    ['12345678 x', undefined, '12345678 x'],
  ] as const)('%s has the date %s and the stem %s', (name, date, stem, tags?: readonly string[]) => {
    expect(namePartsOf(`/a/${name}.md`)).toEqual({
      stem,
      ofFolder: false,
      ...(date && { date }),
      ...(tags && { tags }),
    });
  });
});
