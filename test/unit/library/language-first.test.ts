import { expect, it } from 'vitest';
import { languageFirst } from '../../../src/library/language-first.ts';
import { article } from '../../support/articles.ts';

it('puts the articles in a language first and keeps their order otherwise', () => {
  const articles = [
    article('a', { lang: 'fr' }),
    article('b', { lang: 'en' }),
    article('c'),
    article('d', { detectedLang: 'en' }),
  ];
  expect(languageFirst(articles, 'en').map(({ id }) => id)).toEqual(['b', 'd', 'a', 'c']);
  expect(languageFirst(articles, 'fr').map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
});
