import { describe, expect, it } from 'vitest';
import { countWords } from '../../../src/document/count-words.ts';
import { firstHeading, firstProse, looksLikeMarkdown, stripMarkup } from '../../../src/library/markdown.ts';

describe('firstHeading', () => {
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
    ['1. un\n---\n\n# Suite', 'Suite'],
    ['De la prose.\n\n<p align="center"><img alt="Un schéma"></p>\n\n## Suite\n', 'Suite'],
    ['# outil ![Build](b.svg) [![npm](n.svg)](x)\n', 'outil'],
    ['# ![Encre](logo.svg)\n', 'Encre'],
    ['# T &#27;[31m rouge &amp; d&eacute;j&agrave; &inconnu;\n', 'T \u001b[31m rouge & déjà &inconnu;'],
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
  ])('%j', (source, title) => {
    expect(firstHeading(source)).toBe(title);
  });
});

describe('stripMarkup', () => {
  it.each([
    ['**Gras** et *ital*, `code`, ~~barré~~', 'Gras et ital, code, barré'],
    ['![image](a.png) [texte][ref]', 'texte'],
    ['![image](a.png)', 'image'],
    ['[[page|voir]] et [[page]]', 'voir et page'],
    ['snake_case_name et 2*3*4', 'snake_case_name et 2*3*4'],
    ['\\*pas ital\\*', '*pas ital*'],
    ['Titre <em>fort</em> {#ancre}', 'Titre fort'],
  ])('%j', (text, plain) => {
    expect(stripMarkup(text)).toBe(plain);
  });
});

describe('looksLikeMarkdown', () => {
  it.each([
    '# Titre\n\nTexte\n\n## Suite\n',
    'Voir [ici](https://example.org).\n',
    'Texte\n\n```\ncode\n```\n\n```\ncode\n```\n',
    '# Titre\n\nDu **gras** ici.\n',
  ])('yes: %j', (text) => {
    expect(looksLikeMarkdown(text)).toBe(true);
  });

  it.each([
    'Un texte ordinaire.\n\n- une liste\n- encore\n\n1. et\n2. une autre\n',
    '# seul\n\nTexte.',
    '***\n\nTexte [1] et (note).\n',
    'Title\n=====\n\nText.\n',
    'Ligne une.\n| a | b |\n|---|---|\n| 1 | 2 |\nLigne **deux** du texte.',
  ])('no: %j', (text) => {
    expect(looksLikeMarkdown(text)).toBe(false);
  });
});

describe('countWords', () => {
  it.each([
    ['', 0],
    ['Un mot, deux — trois !', 4],
    ['l’entreprise d’à côté', 3],
    ['« Oui »\u00a0: non\u202f!', 2],
    ['---\n***\n1. un', 2],
    ['日本語の文章', 3],
    ['Привет, мир', 2],
  ])('%j has %d', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});

describe('firstProse', () => {
  it.each([
    ['<div align="center">\n\n[![a](b)](c)\n\n</div>\n\nUn *vrai*\n[début](x).\n\nSuite.', 'Un vrai début.'],
    ['```js\nconst a;\n```\n\n:::note\nDans la note.\n:::\n', 'Dans la note. :::'],
    ['| a |\n|---|\n\n---\n\nTexte', 'Texte'],
    ['```js\nconst a;\n```', 'const a;'],
    ['<div>\n', '<div>\n'],
  ])('of %j', (source, expected) => expect(firstProse(source)).toBe(expected));
});
