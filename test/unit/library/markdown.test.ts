import { describe, expect, it } from 'vitest';
import { firstHeading, looksLikeMarkdown, stripMarkup } from '../../../src/library/markdown.ts';
import { countWords } from '../../../src/library/words.ts';

describe('firstHeading', () => {
  it.each([
    ['# Un titre #\n', 'Un titre'],
    ['Texte.\n\n## Plus **bas** avec [un lien](x)\n', 'Plus bas avec un lien'],
    ['Souligné\n===\n', 'Souligné'],
    ['Souligné\n---\n', 'Souligné'],
    ['```sh\n# un commentaire\n```\n\n# Le vrai\n', 'Le vrai'],
    ['~~~~\n# non\n~~~\n# non plus\n~~~~\n# Oui\n', 'Oui'],
    ['- liste\n---\n\n# Oui\n', 'Oui'],
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
    ['![image](a.png) [texte][ref]', 'image texte'],
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
