import { describe, expect, it } from 'vitest';
import { pageOf } from '../../../support/page.ts';

const PARAGRAPHS = [
  'Le four est chaud quand une goutte d’eau y danse, disait la meunière, et personne ne l’a jamais contredite.',
  'On pétrit la pâte longtemps, on la laisse dormir sous un linge, puis on la retourne, on la plie, on recommence.',
  'Le levain, lui, vit sa vie : il monte, il retombe, il sent la pomme, et il réclame sa farine deux fois par jour.',
  'Une croûte qui chante en refroidissant promet une mie ouverte, des alvéoles inégales, un goût de noisette.',
];
const TEXT = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n');
const READ = PARAGRAPHS.join('\n');

const MENU =
  '<ul class="menu"><li><a href="/">Accueil</a></li><li><a href="/b">Boutique</a></li><li><a href="/c">Contact</a></li></ul>';
const TEASERS = Array.from(
  { length: 6 },
  (_, index) =>
    `<div class="teaser"><a href="/t${index}"><h3>Une autre histoire de boulange, la numéro ${index}</h3></a></div>`,
).join('');

/** The text that is read of a page with this body, without its title. */
const textOf = (body: string, head = ''): string =>
  pageOf(
    `<!DOCTYPE html><html><head><title>Du pain</title>${head}</head><body>${body}</body></html>`,
    {},
    { takeTitle: true },
  ).text;

describe('the footer of a quotation', () => {
  it('is a part of the text, that of an article is not', () => {
    const quotation = '<blockquote><p>Pétrissez.</p><footer>— Ève, meunière</footer></blockquote>';
    expect(textOf(`<main><h1>Du pain</h1>${TEXT}${quotation}<footer>Mie, 2024</footer></main>`)).toBe(
      `${READ}\nPétrissez.\n— Ève, meunière`,
    );
  });
});

describe('what is in the header of a page', () => {
  it('is the section on its name, in a manual page by Asciidoctor', () => {
    const page = `<!DOCTYPE html><html><head><title>pain(1)</title></head><body class="manpage"><div id="header">
      <h1>pain(1) Manual Page</h1><h2>NAME</h2><div class="sectionbody"><p>pain - fait du pain</p></div></div>
      <div id="content"><div class="sect1"><h2>SYNOPSIS</h2>${TEXT}</div></div></body></html>`;
    const { text } = pageOf(page, {}, { takeTitle: true });
    expect(text).toBe(`NAME\npain - fait du pain\nSYNOPSIS\n${READ}`);
  });
  it.each([
    '<header id="title-block-header"><h1 class="title">Du pain</h1><p class="author">Ève</p><p class="date">2024</p></header>',
    '<div id="header"><h1 class="title">Du pain</h1><h2 class="author">Ève</h2><h3 class="date">2024</h3></div>',
  ])('is not the byline of pandoc, which is metadata: %s', (header) => {
    expect(textOf(`${header}${TEXT}`, '<meta name="generator" content="pandoc">')).toBe(READ);
  });
});

describe('the main text of a page', () => {
  it.each([
    [
      'of WordPress',
      `<div id="page" class="site"><a class="skip-link screen-reader-text" href="#content">Aller au contenu</a>
      <header class="site-header"><h1 class="site-title"><a href="/">Mie</a></h1><nav>${MENU}</nav></header>
      <div id="content"><main id="main"><article class="post hentry"><header class="entry-header"><h1 class="entry-title">Du pain</h1></header>
      <div class="entry-content">${TEXT}<div class="sharedaddy"><h3>Partager</h3><ul><li><a href="https://x.example">X</a></li></ul></div></div>
      <footer class="entry-footer"><a href="/cat">Pain</a></footer></article>
      <nav class="post-navigation"><a href="/p">Article précédent</a></nav>
      <div id="comments" class="comments-area"><h2>2 commentaires</h2><ol><li><p>Merci, on essaiera dimanche avec les enfants.</p></li></ol></div></main></div>
      <aside class="widget-area"><h2>Articles récents</h2>${MENU}</aside><footer class="site-footer">Fièrement propulsé</footer></div>`,
    ],
    [
      'of a newspaper',
      `<div class="cookie-banner" role="dialog"><p>Nous tenons à votre vie privée, acceptez donc tous nos témoins.</p><button>Oui</button></div>
      <header role="banner"><nav>${MENU}</nav></header><main><article><h1>Du pain</h1>${TEXT}
      <aside class="related-articles"><h2>Lire aussi</h2><a href="/x">Le prix du blé s’envole encore</a></aside>
      <div class="newsletter-box"><p>Recevez notre lettre chaque matin à sept heures.</p><form><input></form></div></article>
      <section class="most-read">${TEASERS}</section></main><footer>Mentions légales</footer>`,
    ],
    [
      'of a manual of the web',
      `<nav class="sidebar">${MENU}</nav><div class="wrap"><ul class="breadcrumbs-container"><li><a href="/w">Web</a></li></ul>
      <main id="content"><article lang="fr"><header><h1>Du pain</h1></header>${TEXT}</article>
      <aside class="article-footer"><h2>Aidez-nous</h2><a href="/edit">Modifier</a></aside></main></div>`,
    ],
    [
      'in tables of old',
      `<table width="100%"><tr><td colspan="2"><a href="/">Accueil</a> | <a href="/b">Boutique</a></td></tr>
      <tr><td width="10"></td><td><font size="3">${TEXT}</font></td></tr></table>`,
    ],
    [
      'between boxes without meaning',
      `<div class="top">${MENU}</div><div class="a"><div class="b">${TEXT}</div></div><div class="z">${TEASERS}</div>`,
    ],
    [
      'of a manual that a tool made',
      `<div class="navheader"><a href="a.html">Précédent</a></div><div class="chapter">${TEXT}</div>`,
    ],
  ])('%s is found', (_, body) => {
    expect(textOf(body)).toBe(READ);
  });

  const GENERATOR = '<meta name="generator" content="texi2any">';

  it.each([
    [
      'by their rel, between words, also those within the page',
      '<div class="header"><p>Next: <a href="#b" rel="next">Le levain</a>, Up: <a href="#a" rel="up">Du pain</a> [<a href="#c" rel="contents">Table</a>]</p></div>',
    ],
    [
      'by their class, side by side',
      '<a class="previous_page" href="a">&lt;-previous</a><a class="toc_page" href="i">Table</a><a class="next_page" href="b">next-&gt;</a>',
    ],
    [
      'as pictures',
      '<div class="spirit-nav"><a accesskey="n" href="b"><img src="n.png" alt="Next"></a></div>',
    ],
    [
      'in the bars of Javadoc',
      '<div class="topNav"><ul class="navList"><li><a href="a">Overview</a></li><li>Class</li></ul></div>',
    ],
  ])('loses the links to the pages before and after: %s', (_, links) => {
    expect(textOf(`${links}${TEXT}${links}`, GENERATOR)).toBe(READ);
  });

  it('keeps a paragraph that leads to the next page in many words', () => {
    const paragraph =
      'La suite de cette histoire, qui est longue et où la meunière revient, se lit <a rel="next" href="b">à la page suivante</a>.';
    expect(textOf(`${TEXT}<p>${paragraph}</p>`, GENERATOR)).toContain('où la meunière revient');
  });

  it('loses a few links above the title, a motto and the labels of panels', () => {
    const links = '<a href="/">Accueil</a> <a href="/b">Boutique</a> <a href="/c">Contact</a>';
    const page = `<table><tr><td>${links}</td></tr></table><div class="tagline">Bon comme le pain</div>
      <aside><input type="checkbox"><label>Sommaire</label></aside><div><h1>Du pain</h1>${TEXT}</div>`;
    expect(textOf(page, GENERATOR)).toBe(READ);
  });

  it('has the title that Doxygen writes without a heading', () => {
    const head =
      '<div class="header"><div class="headertitle"><div class="title">four.h File Reference</div></div></div>';
    const page = (title: string) =>
      pageOf(
        `<html><head>${title}<meta name="generator" content="Doxygen 1.9.4"></head><body>${head}<h2>Classes</h2>${TEXT}</body></html>`,
        {},
        { takeTitle: true },
      );
    expect(page('').ownTitle).toBe('four.h File Reference');
    expect(page('<title>Mie: four.h File Reference</title>').ownTitle).toBe('four.h File Reference');
    expect(page('').text).toBe(`Classes\n${READ}`);
  });

  it('is all of a fragment', () => {
    expect(pageOf(`<nav>${MENU}</nav>${TEXT}`).text).toBe(`Accueil\nBoutique\nContact\n${READ}`);
  });

  it('is all of the body if that is wanted', () => {
    const body = `<html><body><nav><p>Menu</p></nav>${TEXT}</body></html>`;
    expect(pageOf(body, { extract: false }).text).toBe(`Menu\n${READ}`);
  });

  it('keeps headings with the names of what is around a text', () => {
    const text = textOf(
      `<div class="body" role="main">${TEXT}<section id="sharing"><h2>Sharing</h2><p>Un pain se partage.</p></section><div id="comments"><h2>Comments</h2><p>Sur la croûte.</p></div></div>`,
      '<meta name="generator" content="Docutils 0.19">',
    );
    expect(text).toBe(`${READ}\nSharing\nUn pain se partage.\nComments\nSur la croûte.`);
  });

  it('has code, tables and lists that score low', () => {
    const low = '<pre>ls</pre><ul><li>a</li><li>b</li></ul><table><tr><th>x<th>y<tr><td>1<td>2</table>';
    expect(textOf(`<div>${MENU}</div><div><div>${TEXT}${low}${TEXT}</div></div>`)).toBe(
      `${READ}\nls\na\nb\nx\ny\n1\n2\n${READ}`,
    );
  });
});

describe('pages that are too much', () => {
  it.each([
    ['too long', `<p>début</p><script>x < y</script><!-- <b> -->${'<p>mot &amp; mot</p>'.repeat(280_000)}`],
    ['of too many tags', `<p>début</p>${'<b>'.repeat(300_000)}`],
    ['too deep', `<p>début</p>${'<div>'.repeat(60_000)}`],
  ])('are plain text: %s', (_, source) => {
    const { blocks, text } = pageOf(source);
    expect(blocks.at(0)).toMatchObject({ kind: 'quotation', callout: 'rest is plain' });
    expect(text).toMatch(/^début(?:\nmot & mot)*$/);
  });

  it('lose elements that are deeper than 500, and no text', () => {
    const source = `${'<div><i>'.repeat(400)}fin <b>du</b> texte`;
    expect(pageOf(source, { extract: false }).text).toBe('fin du texte');
  });

  it.each([
    ['a table of large spans', `<table>${'<tr><td colspan=100 rowspan=100>x<td>y'.repeat(2000)}</table>`],
    ['links to one note', `${'<sup><a href="#n">1</a></sup>'.repeat(2000)}<p id="n">x <a href="#r">1</a>`],
    ['tags without an end', '<a b="c" '.repeat(2000)],
    ['data without an end', `<script type="application/ld+json">${'['.repeat(50_000)}</script>x`],
  ])('do no harm: %s', (_, source) => {
    expect(() => pageOf(`<!DOCTYPE html>${source}`)).not.toThrow();
  });
});
