import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../../src/document/parse-document.ts';
import { linkedMember } from '../../../../../src/library/linked-file.ts';
import { openBody } from '../../../../../src/library/open-body.ts';
import { bookOf, type TestBook, TIDES } from '../../../../support/books.ts';

import { chaptersOf, open, textOf, textsOf, titlesOf, written } from './read-book.ts';

const para = (text: string): string => `<p>${text}</p>`;

describe('a book', () => {
  it('has the text of a page that it says is its table of contents, but not a list of links', async () => {
    const guide = '<reference type="toc" title="Table" href="a.xhtml"/>';
    const text = `<h1>Tout</h1>${para('Le texte est ici, sur la seule page. '.repeat(10))}`;
    const links = `<h1>Table</h1>${para('<a href="b.xhtml">Le texte est là, sur une autre page.</a>')}`;
    const pages = (html: string) => [
      { name: 'a.xhtml', html },
      { name: 'b.xhtml', html: `<h1>Autre</h1>${para('Suite.')}` },
    ];
    const table: TestBook['table'] = [
      ['Tout', 'a.xhtml'],
      ['Autre', 'b.xhtml'],
    ];
    expect(await titlesOf({ pages: pages(text), table, guide })).toEqual(['Tout', 'Autre']);
    expect(await titlesOf({ pages: pages(links), table, guide })).toEqual(['Autre']);
  });

  it('is its chapters in order, each with what is known of the book', async () => {
    const chapters = await chaptersOf(TIDES);
    expect(chapters.map(({ title, lang }) => [title, lang])).toEqual([
      ['À ceux qui restent au port.', 'fr'],
      ['La mer', 'fr'],
      ['La terre', 'fr'],
      ['Le ciel', 'fr'],
      ['Seconde partie', 'fr'],
      ['The house', 'en'],
      ['Notes', 'fr'],
    ]);
    for (const [i, chapter] of chapters.entries()) {
      expect(chapter).toMatchObject({
        author: 'Ève Dupré',
        date: '2021-05-03',
        series: 'Les marées',
        part: i + 1,
        packed: 'epub',
        member: { of: 7 },
      });
    }
    expect(chapters.map(({ id }) => id)).toContain('la-mer');
  });

  it('has the text of a chapter with its notes, wherever these stand, and without those of others', async () => {
    const texts = await textsOf(await chaptersOf(TIDES));
    expect(texts[1]).toBe(
      'Première partie\nLe vent se lève¹, et le champ est loin. Voir plus bas.\nLa mer au matin\nLes vagues\nElles montent\u00a0: & encore.\nIl se lève souvent. ↩',
    );
    expect(texts[2]).toBe('Un sentier¹.\nLe champ, ici. Carte.\nDe chèvres. ↩');
    expect(texts[3]).toBe('Des nuages passent.');
  });

  it('has in version 2 the same chapters', async () => {
    expect(await titlesOf({ ...TIDES, version: 2 })).toEqual(await titlesOf(TIDES));
  });

  it('is read the same when it is described as when a chapter is opened', async () => {
    const { articles } = await open(written(bookOf(TIDES)));
    const { countWords } = await import('../../../../../src/document/count-words.ts');
    for (const article of articles) expect(countWords(await textOf(article))).toBe(article.words);
  });

  it('leads from a link in a chapter to the place in another', async () => {
    const [, sea, land] = await chaptersOf(TIDES);
    const found = await linkedMember(sea!, 'OEBPS/land.xhtml', 'field');
    expect(found).toEqual({ path: land!.path, id: 'field' });
    const document = parseDocument(await openBody(land!), land!);
    expect(document.text.slice(document.anchors?.field)).toMatch(/^Le champ/);
    expect(await linkedMember(sea!, 'OEBPS/land.xhtml', undefined)).toEqual({ path: land!.path });
    expect(await linkedMember(sea!, '../../etc/passwd', undefined)).toBeUndefined();
  });

  it('gives the parts of a page that is cut into chapters to each, with the links between them', async () => {
    const [one, two] = await chaptersOf({
      pages: [
        {
          name: 'all.xhtml',
          html:
            '<div><h1 id="a">Un</h1><p>Premier<a href="#f1" id="b1" role="doc-noteref">1</a>, voir <a href="#b">deux</a>.</p></div>' +
            '<div><h1 id="b">Deux</h1><p>Second<a href="#f2" id="b2" role="doc-noteref">2</a>.</p></div>' +
            '<section><hr/><ol><li id="f1"><p>Note un. <a href="#b1" role="doc-backlink">↩</a></p></li><li id="f2"><p>Note deux. <a href="#b2" role="doc-backlink">↩</a></p></li></ol></section>',
        },
      ],
      table: [
        ['Un', 'all.xhtml#a'],
        ['Deux', 'all.xhtml#b'],
      ],
    });
    expect(await textsOf([one!, two!])).toEqual([
      'Premier¹, voir deux.\nNote un. ↩',
      'Second¹.\nNote deux. ↩',
    ]);
    expect(await linkedMember(one!, 'OEBPS/all.xhtml', 'b')).toEqual({ path: two!.path, id: 'b' });
  });

  it('leads to chapters that begin with an element inside of their page, as those of pandoc do', async () => {
    const section = (id: string, html: string): string =>
      `\n<section id="${id}"><h1>${id}</h1>${para(html)}</section>`;
    const [one, two] = await chaptersOf({
      pages: [
        {
          name: 'a.xhtml',
          html: section(
            'un',
            '<a href="b.xhtml#deux">Là</a>, <a href="b.xhtml">là-bas</a>, <a href="b.xhtml#x">au fond</a>',
          ),
        },
        {
          name: 'b.xhtml',
          html: section('deux', '<span id="x">Second</span>, <a href="a.xhtml#un">avant</a>'),
        },
      ],
      table: [
        ['un', 'a.xhtml#un'],
        ['deux', 'b.xhtml#deux'],
      ],
    });
    const { links } = parseDocument(await openBody(one!), one!);
    expect(links.map(({ href }) => href)).toEqual(['OEBPS/b.xhtml#deux', 'OEBPS/b.xhtml', 'OEBPS/b.xhtml#x']);
    expect(await linkedMember(one!, 'OEBPS/b.xhtml', 'deux')).toEqual({ path: two!.path, id: 'deux' });
    expect(await linkedMember(one!, 'OEBPS/b.xhtml', undefined)).toEqual({ path: two!.path });
    expect(await linkedMember(two!, 'OEBPS/a.xhtml', 'un')).toEqual({ path: one!.path, id: 'un' });
  });

  it('leads out of a chapter to the rest of the page that it ends on', async () => {
    const [one, two] = await chaptersOf({
      pages: [
        {
          name: 'a.xhtml',
          html: `<h1>Un</h1>${para('Voir <a href="b.xhtml#x">la suite</a> et <a href="b.xhtml#y">deux</a>')}`,
        },
        { name: 'b.xhtml', html: `<p id="x">La suite.</p><h1 id="deux">Deux</h1><p id="y">Second</p>` },
      ],
      table: [
        ['Un', 'a.xhtml'],
        ['Deux', 'b.xhtml#deux'],
      ],
    });
    const document = parseDocument(await openBody(one!), one!);
    expect(document.links.map(({ href, target }) => target ?? href)).toEqual([
      document.text.indexOf('La suite.'),
      'OEBPS/b.xhtml#y',
    ]);
    expect(await linkedMember(one!, 'OEBPS/b.xhtml', 'y')).toEqual({ path: two!.path, id: 'y' });
  });

  it('keeps the names of elements apart where a chapter has several pages', async () => {
    const [chapter] = await chaptersOf({
      pages: [
        { name: 'a.xhtml', html: `<h1>Un</h1>${para('<a href="b.xhtml#x">Ici</a>')}<p id="x">Premier</p>` },
        { name: 'b.xhtml', html: '<p id="x">Second</p>' },
        { name: 'c.xhtml', html: '<h1>Deux</h1><p>Troisième</p>' },
      ],
      table: [
        ['Un', 'a.xhtml'],
        ['Deux', 'c.xhtml'],
      ],
    });
    const document = parseDocument(await openBody(chapter!), chapter!);
    expect(document.text).toBe('Ici\nPremier\nSecond');
    expect(document.links[0]?.target).toBe(document.text.indexOf('Second'));
  });
});

describe('the table of contents of a book', () => {
  const text = para('Quelques mots pour ce chapitre, assez pour en être un.');
  const pages = ['a', 'b', 'c'].map((name) => ({
    name: `${name}.xhtml`,
    html: `<h1>Titre ${name}</h1>${text}`,
  }));

  it('is not believed if it goes backwards, or names links', async () => {
    const table: TestBook['table'] = [
      ['2', 'c.xhtml#x'],
      ['↩', 'a.xhtml'],
      ['plus bas', 'b.xhtml'],
    ];
    expect(await titlesOf({ pages, table })).toEqual(['Titre a', 'Titre b', 'Titre c']);
    expect(await titlesOf({ pages, table: [] })).toEqual(['Titre a', 'Titre b', 'Titre c']);
  });

  it('may name one page of many', async () => {
    expect(await titlesOf({ pages, table: [['Début', 'a.xhtml']] })).toEqual([
      'Titre a',
      'Titre b',
      'Titre c',
    ]);
  });

  it('names chapters below a single root, and those of a part by its name if others have the same', async () => {
    const table: TestBook['table'] = [
      [
        'Les marées',
        'a.xhtml',
        [
          ['Partie I', 'a.xhtml', [['Un', 'a.xhtml']]],
          [
            'Partie II',
            'b.xhtml',
            [
              ['Un', 'b.xhtml'],
              ['Deux', 'c.xhtml'],
            ],
          ],
        ],
      ],
    ];
    expect(await titlesOf({ pages, table })).toEqual(['Partie I · Un', 'Partie II · Un', 'Deux']);
  });

  it('may list sections beside their chapters', async () => {
    const html = `<h1>Titre a</h1>${text}<h2 id="s">Une section</h2>${text}`;
    const table: TestBook['table'] = [
      ['A', 'a.xhtml'],
      ['A.1', 'a.xhtml#s'],
      ['B', 'b.xhtml'],
    ];
    expect(await titlesOf({ pages: [{ name: 'a.xhtml', html }, pages[1]!], table })).toEqual(['A', 'B']);
  });

  it('is not believed if it leaves out the headings above those that it names', async () => {
    const cut = ['Un', 'Deux'].flatMap((title, i) => [
      { name: `h${i}.xhtml`, html: `<h1>${title}</h1>` },
      { name: `s${i}.xhtml`, html: `<h2>Section</h2>${text}` },
    ]);
    const table: TestBook['table'] = [
      ['Section', 's0.xhtml'],
      ['Section', 's1.xhtml'],
    ];
    const chapters = await chaptersOf({ pages: cut, table });
    expect(chapters.map(({ title }) => title)).toEqual(['Un', 'Deux']);
    expect(await textOf(chapters[0]!)).toMatch(/^Section\nQuelques mots/);
  });

  it('may leave out folders, or spell names in another way', async () => {
    const named = [
      { name: 'text/première page.xhtml', html: `<h1>Un</h1>${text}` },
      { name: 'text/two.xhtml', html: `<h1>Deux</h1>${text}` },
    ];
    const table: TestBook['table'] = [
      [`Un`, `text/${encodeURIComponent('première page'.normalize('NFD'))}.xhtml`],
      ['Deux', 'TWO.xhtml'],
    ];
    expect(await titlesOf({ pages: named, table })).toEqual(['Un', 'Deux']);
  });

  it('is left out itself, as a list of links is', async () => {
    const links = `<h1>Sommaire</h1><ul>${pages.map(({ name }) => `<li><a href="${name}">Un chapitre qui a un titre assez long, ${name}</a></li>`).join('')}</ul>`;
    expect(await titlesOf({ pages: [{ name: 'toc.xhtml', html: links }, ...pages] })).toEqual([
      'Chapitre 2',
      'Chapitre 3',
      'Chapitre 4',
    ]);
  });
});

describe('the text before the first chapter of a book', () => {
  it('has a title of its own, also on the same page', async () => {
    const html = '<p>Pour Jeanne.</p><h1 id="a">Un</h1><p>Du texte.</p><h1 id="b">Deux</h1><p>Du texte.</p>';
    const table: TestBook['table'] = [
      ['Un', 'a.xhtml#a'],
      ['Deux', 'a.xhtml#b'],
    ];
    expect(await titlesOf({ pages: [{ name: 'a.xhtml', html }], table })).toEqual([
      'Pour Jeanne. Un Du texte. Deux Du texte.',
      'Un',
      'Deux',
    ]);
  });
});

describe('the metadata of a book', () => {
  const factsOf = async (metadata: string) => {
    const [chapter] = await chaptersOf({
      metadata,
      pages: [{ name: 'a.xhtml', html: '<h1>A</h1><p>Du texte.</p>' }],
    });
    const { author, date, series } = chapter!;
    return { author, date, series };
  };

  it('names authors, and no others', async () => {
    const roles =
      '<dc:creator opf:role="aut">Un; Deux</dc:creator><dc:creator opf:role="trl">Trois</dc:creator><dc:creator opf:file-as="Unknown">Inconnu</dc:creator>';
    expect(await factsOf(roles)).toMatchObject({ author: 'Un, Deux' });
    const refined =
      '<dc:creator id="c">Un</dc:creator><meta refines="#c" property="role">edt</meta><dc:creator id="d">Deux</dc:creator>';
    expect(await factsOf(refined)).toMatchObject({ author: 'Deux' });
  });

  it('has a date that is not that of the build', async () => {
    const modified = '<meta property="dcterms:modified">2024-05-03T10:00:00Z</meta>';
    expect((await factsOf(`<dc:date>2024-05-03</dc:date>${modified}`)).date).toBeUndefined();
    expect((await factsOf(`<dc:date>1899</dc:date>${modified}`)).date).toBe('1899');
    expect((await factsOf('<dc:date>0101-01-01T00:00:00+00:00</dc:date>')).date).toBeUndefined();
    const events =
      '<dc:date opf:event="modification">2020</dc:date><dc:date opf:event="publication">1987-02</dc:date>';
    expect((await factsOf(events)).date).toBe('1987-02');
  });

  it('names the main title', async () => {
    const titles =
      '<dc:title id="s">Un essai</dc:title><dc:title id="m">Le livre</dc:title><meta refines="#m" property="title-type">main</meta>';
    expect((await factsOf(titles)).series).toBe('Le livre');
  });
});
