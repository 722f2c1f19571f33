import { describe, expect, it } from 'vitest';
import { pageOf } from '../../../support/page.ts';

const TEXT =
  '<p>Un texte assez long, avec des mots, des virgules, et de quoi faire un paragraphe.</p>'.repeat(4);

const metadataOf = (head: string, body = TEXT, html = '<html>') =>
  pageOf(`<!DOCTYPE html>${html}<head>${head}</head><body>${body}</body></html>`).metadata;

describe('the metadata of a page', () => {
  it('is that of JSON-LD, wherever its parts are', () => {
    const data = {
      '@graph': [
        { '@type': 'WebPage', name: 'Non' },
        {
          '@type': ['BlogPosting'],
          headline: 'Le pain',
          datePublished: '2024-05-03T10:00:00+02:00',
          dateModified: '2024-06-01',
          author: [{ '@id': '#ada' }, { '@type': 'Person', name: 'Lin Roux' }],
          keywords: 'pain, four',
          articleSection: ['Cuisine'],
          inLanguage: 'fr-FR',
          description: 'Pétrir.',
          mainEntityOfPage: { '@id': 'https://a.example/pain' },
        },
        { '@type': 'Person', '@id': '#ada', name: 'Ada Four' },
      ],
    };
    expect(metadataOf(`<script type="application/ld+json">${JSON.stringify(data)}</script>`)).toEqual({
      title: 'Le pain',
      author: 'Ada Four, Lin Roux',
      date: '2024-05-03T10:00:00+02:00',
      modified: '2024-06-01',
      lang: 'fr-FR',
      tags: ['pain', ' four', 'Cuisine'],
      source: 'https://a.example/pain',
      summary: 'Pétrir.',
    });
  });

  it('is that of Open Graph and of names of meta elements', () => {
    const head = `<title>Le pain | Mie</title><link rel="canonical" href="https://a.example/pain">
      <meta property="og:site_name" content="Mie"><meta property="og:title" content="Le pain - Mie"><meta name="author" content="Par Ada Four">
      <meta property="article:published_time" content="2024-05-03"><meta property="article:tag" content="pain"><meta property="article:tag" content="four">
      <meta property="og:locale" content="fr_FR"><meta name="description" content="Pétrir.">`;
    expect(metadataOf(head)).toEqual({
      title: 'Le pain',
      author: 'Ada Four',
      date: '2024-05-03',
      lang: 'fr_FR',
      tags: ['pain', 'four'],
      source: 'https://a.example/pain',
      summary: 'Pétrir.',
    });
  });

  it('is that of an h-entry', () => {
    const body = `<article class="h-entry"><h1 class="p-name">Le pain</h1><p>Par <a class="p-author h-card" href="/ada">Ada Four</a>,
      <time class="dt-published" datetime="2024-05-03">hier</time>. <a class="p-category">pain</a></p><div class="e-content">${TEXT}</div></article>`;
    expect(metadataOf('', body, '<html lang="fr">')).toMatchObject({
      title: 'Le pain',
      author: 'Ada Four',
      date: '2024-05-03',
      lang: 'fr',
      tags: ['pain'],
    });
  });

  it.each([
    [
      'Asciidoctor',
      '<div class="details"><span id="author" class="author">Ada Four</span><br><span id="revdate">2024-05-03</span></div>',
    ],
    ['pandoc', '<header><p class="author">Ada Four</p><p class="date">2024-05-03</p></header>'],
    [
      'microdata',
      '<span itemprop="author"><b itemprop="name">Ada Four</b></span><time itemprop="datePublished" datetime="2024-05-03">hier</time>',
    ],
  ])('is where %s puts it', (_, body) => {
    expect(metadataOf('', body + TEXT)).toMatchObject({ author: 'Ada Four', date: '2024-05-03' });
  });

  it('has the address from which a browser saved the page', () => {
    const saved = '<!-- saved from url=(0022)https://a.example/pain -->\n';
    expect(pageOf(`<!DOCTYPE html>\n${saved}<html><body>${TEXT}`).metadata?.source).toBe(
      'https://a.example/pain',
    );
  });

  it('is absent in a page that has none, or is broken', () => {
    expect(metadataOf('')).toEqual({});
    expect(
      metadataOf('<script type="application/ld+json">{"@type": "Article", </script><meta name="author">'),
    ).toEqual({});
  });
});

describe('the title of a page', () => {
  it.each([
    [
      'its heading if the title has it',
      'Compter : la règle — Mie',
      '<h1>Compter : la règle</h1>',
      'Compter : la règle',
    ],
    [
      'without a link to itself',
      'Compter - Mie',
      '<h1>Compter<a class="headerlink" href="#c">¶</a></h1>',
      'Compter',
    ],
    ['its title without the site', 'Compter la farine | Mie', '<h2>Ailleurs</h2>', 'Compter la farine'],
    ['not the name of the site', 'Compter la farine – Mie', '<h1>Mie</h1>', 'Compter la farine'],
    ['its title if it is one', 'Gagne-pain', '<h1>Autre chose</h1>', 'Gagne-pain'],
    ['its heading without a title', '', '<h1>Compter</h1>', 'Compter'],
  ])('is %s', (_, title, body, expected) => {
    expect(metadataOf(title && `<title>${title}</title>`, body + TEXT)?.title).toBe(expected);
  });
});
