import { describe, expect, it } from 'vitest';
import { createMemoryIndex } from '../../../src/search/engine.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';
import { document, found } from './documents.ts';

describe('a summary', () => {
  const [summed, named] = [{ summary: 'Fixer un tarif juste.' }, { title: 'Le tarif' }];
  const documents = [document('Rien.', summed), document('Le tarif, et le tarif.'), document('Rien.', named)];
  it('is searched, and counts less than a title', () => {
    expect(found(documents, 'tarif ').sort()).toEqual([0, 1, 2]);
    expect(found(documents, 'tarif ')[0]).toBe(2);
    expect(found(documents, 'fixer tarif ')[0]).toBe(0);
  });
  it.each(['summary:tarif', 'description:"tarif juste"', 'résumé:tarif '])('is a field: %s', (query) =>
    expect(found(documents, query)).toEqual([0]),
  );
});

describe('operators', () => {
  const documents = [
    document('Le prix d’un client, en été.'),
    document('Le prix est juste. Il y a là, plus loin, un autre client.'),
    document('Un tarif pour l’acheteur.'),
    document('Ce qui a été dit.', { tags: ['vente'] }),
    document('Rien.', { folder: 'prix/2024', file: 'client', matter: 'Un tarif' }),
  ];
  it.each([
    ['prix OR tarif ', [0, 1, 2, 4]],
    ['titre:prix OR tarif -acheteur ', [4]],
    ['(prix client) OR tag:vente ', [0, 1, 3, 4]],
    ['-(prix OR tarif) ', [3]],
    ['prix NEAR/3 client ', [0]],
    ['client NEAR/3 prix ', [0]],
    ['prix NEAR/20 client ', [0, 1]],
    ['prix NEAR/3 (acheteur OR client) ', [0]],
    ['"le prix" NEAR/3 client ', [0]],
    ['"le prix" NEAR/2 client ', []],
    ['=été ', [0, 3]],
    ['=ete ', []],
    ['"ete" ', [0, 3]],
    ['dossier:2024 ', [4]],
    ['folder:"prix 2024" ', [4]],
    ['file:client ', [4]],
    ['dossier:client ', []],
    ['tag:vente OR dossier:2024 ', [3, 4]],
  ])('%s', (query, expected) => {
    expect(found(documents, query).sort((a, b) => a - b)).toEqual(expected);
  });

  it('rank an alternative as one word', () => {
    const others = [document('prix tarif prix tarif'), document('prix prix prix prix')];
    const scores = createMemoryIndex([...others, ...documents])
      .search(parseQuery('prix OR tarif '))
      .map(({ score }) => score);
    expect(scores[0]).toBeGreaterThan(0);
    expect(found([...others, document('tarif prix', { title: 'Le prix' })], 'prix OR tarif ')[0]).toBe(2);
  });

  it('rank a folder, a file’s name and other front matter behind the text', () => {
    for (const query of ['prix ', 'client ', 'tarif ']) expect(found(documents, query).at(-1)).toBe(4);
  });

  it('do not let a folder of many articles make a word less telling', () => {
    const many = Array.from({ length: 40 }, (_, i) => document(`Rien ${i}.`, { folder: 'prix' }));
    const index = createMemoryIndex([...many, document('Un prix.'), document('Un mot.')]);
    const [first] = index.search(parseQuery('prix '));
    expect(first!.doc).toBe(40);
    expect(first!.score).toBeGreaterThan(index.search(parseQuery('mot '))[0]!.score * 0.9);
  });
});
