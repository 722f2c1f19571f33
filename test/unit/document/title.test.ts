import { describe, expect, it } from 'vitest';
import { firstWords } from '../../../src/document/first-words.ts';
import { parseDocument, type TitledDocument } from '../../../src/document/parse-document.ts';

/** Parses a document and takes its first heading as the title. */
const taken = (source: string): TitledDocument =>
  parseDocument({ format: 'markdown', source, firstLine: 0 }, { takeTitle: true });

describe('the title of a Markdown text', () => {
  it.each([
    ['# Un titre #\n', 'Un titre'],
    ['Texte.\n\n## Plus **bas** avec [un lien](x)\n', 'Plus bas avec un lien'],
    ['Souligné\n===\n', 'Souligné'],
    ['Souligné\n---\n', 'Souligné'],
    ['```sh\n# un commentaire\n```\n\n# Le vrai\n', 'Le vrai'],
    ['~~~~\n# non\n~~~\n# non plus\n~~~~\n# Oui\n', 'Oui'],
    ['- liste\n---\n\n# Oui\n', 'Oui'],
    ['<h1 align="center">\n  <img src="a.svg" alt="Craie">\n</h1>\n\n## Suite\n', 'Craie'],
    ['<div align="center"><h2>Un <em>nom</em></h2></div>\n\n# Suite\n', 'Un nom'],
    [
      '[![](b.svg)](x)\n\n---\n\n<div align="center">\n<img alt="Encre" src="a.png">\n</div>\n\n## Suite',
      'Encre',
    ],
    ['<p align="center"><img alt="Encre"></p>\n\n# Le titre\n', 'Le titre'],
    ['2.0.1 / 2020\n------------\n\nDu neuf.', '2.0.1 / 2020'],
    ['*Le* titre\n===', 'Le titre'],
    ['> # Cité\n\n- ## Liste\n\n# Vrai\n', 'Vrai'],
    ['<blockquote><h1>Cité</h1></blockquote>\n<ul><li><h2>Liste</h2></li></ul>\n\n# Vrai\n', 'Vrai'],
    ['<blockquote>\n\n# Cité\n\n</blockquote>\n\nTexte\n', undefined],
    ['Texte[^1]\n\n[^1]: # Note\n', undefined],
    ['1. un\n---\n\n# Suite', 'Suite'],
    ['De la prose.\n\n<p align="center"><img alt="Un schéma"></p>\n\n## Suite\n', 'Suite'],
    ['# outil ![Build](b.svg) [![npm](n.svg)](x)\n', 'outil'],
    ['# ![Encre](logo.svg)\n', 'Encre'],
    ['# T &#27;[31m rouge &amp; d&eacute;j&agrave; &inconnu;\n', 'T rouge & déjà &inconnu;'],
    ['# ![Craie logo](logo.svg)\n', 'Craie'],
    ['<h1><img alt="The logo of Craie"></h1>', 'Craie'],
    ['<p align="center"><img alt="Une craie tenue à deux mains."></p>\n\n## Installer\n', undefined],
    ['<p align="center"><img alt="Une craie tenue à deux mains."></p>\n\n# Craie\n', 'Craie'],
    ['# craie &middot; ![Build](b.svg)', 'craie'],
    ['#hashtag\n', undefined],
    ['    # du code\n', undefined],
    ['---\n\nTexte', undefined],
    ['# \n\n# Deux', 'Deux'],
    ['', undefined],
    ['# {{title}}\n\n## Suite', undefined],
    ['# <% tp.file.title %>\n', undefined],
    ['# $title$ \n', undefined],
    ['# {{title}} du jour\n', undefined],
    ['# <% tp.date.now() %> – <% tp.file.title %>\n', undefined],
    ['# {frontMatter.title}\n', undefined],
    ['# Un {{title}} et {ensemble}\n', 'Un {{title}} et {ensemble}'],
    ['# {{site}} – Guide\n', '{{site}} – Guide'],
  ])('is found in %j', (source, title) => {
    expect(taken(source).ownTitle).toBe(title);
  });
});

describe('firstWords', () => {
  it.each([
    ['<div align="center">\n\n[![a](b)](c)\n\n</div>\n\nUn *vrai*\n[début](x).\n\nSuite.', 'Un vrai début'],
    ['```js\nconst a;\n```\n\n:::note\nDans la note.\n:::\n', 'Dans la note'],
    ['| a |\n|---|\n\n---\n\nTexte', 'Texte'],
    ['```js\nconst a;\n```', 'const a;'],
    ['- [ ] un **mot**\n- deux', 'un mot'],
    ['> cité\n> encore', 'cité encore'],
    ['<div>\n', ''],
    ['![Un chat](chat.png)', 'Un chat'],
    ['{{title}}\n\n{% include x %} Suite', 'Suite'],
    ['- un\n- deux', 'un'],
    ['```\n{\n  "a": 1\n```', '"a": 1'],
  ])('finds the first prose in %j', (source, expected) => expect(firstWords(taken(source))).toBe(expected));
});
