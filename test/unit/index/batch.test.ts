import { expect, it } from 'vitest';
import { fromBatch, toBatch } from '../../../src/index/batch.ts';
import { article } from '../../support/articles.ts';

it('a batch of articles arrives as it was sent, with texts and headings as far as they are at hand', () => {
  const additions = [
    { article: article('a'), text: 'Titre\nTexte', headings: [0, 5] },
    { article: article('b') },
    { article: article('c'), text: '', headings: [] },
  ];
  expect(fromBatch(structuredClone(toBatch(additions)))).toEqual(additions);
});
