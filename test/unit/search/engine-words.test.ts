import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchDocument } from '../../../src/search/builder.ts';
import { createMemoryIndex } from '../../../src/search/engine.ts';
import { NO_LEXICON } from '../../../src/search/lexicon.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';
import { document, found } from './documents.ts';

describe('a misspelling', () => {
  const lexicon = {
    ...NO_LEXICON,
    isWord: (word: string) => ['battues', 'solaires', 'meals'].includes(word),
  };
  const search = (documents: readonly SearchDocument[], query: string): number[] =>
    createMemoryIndex(documents, lexicon)
      .search(parseQuery(query), { all: true })
      .map(({ doc }) => doc);

  it.each([
    ['panneaux solaires ', 'Des panneaux sur le toit.', 'Les programmes scolaires', 'Des manuels scolaires.'],
    ['cheap meals ', 'Something cheap to eat.', 'By all means', 'Means and more means.'],
    ['bateries neuves ', 'Des piles neuves.', 'Les batteries', 'Batteries et batteries.'],
  ])('of %s ranks behind the other words, even in a title', (query, plain, title, body) => {
    const documents = [document(body, { title }), document(`${plain} ${'Et ainsi de suite. '.repeat(20)}`)];
    expect(search(documents, query)).toEqual([1, 0]);
  });

  it('counts beside all other words', () => {
    const documents = [
      document('Une lampe neuve. Et puis rien de plus.'),
      document('Une batterie neuve. Et puis rien.'),
    ];
    expect(search(documents, 'bateries neuves ')).toEqual([1, 0]);
  });

  it('of a word that is known counts for little beside the other words', () => {
    const documents = [
      document(`${'Des panneaux. '.repeat(6)} Et ainsi de suite.`),
      document(`Une école, ses panneaux scolaires. ${'Et ainsi de suite. '.repeat(3)}`),
      ...Array.from({ length: 20 }, (_, i) => document(`Autre ${i}.`)),
    ];
    /** How much better the misspelling's article is than the other. */
    const lead = (known: typeof lexicon): number => {
      const hits = createMemoryIndex(documents, known).search(parseQuery('panneaux solaires '), {
        all: true,
      });
      const scoreOf = (doc: number): number => hits.find((hit) => hit.doc === doc)!.score;
      return scoreOf(1) / scoreOf(0);
    };
    expect(lead(lexicon)).toBeLessThan(0.7 * lead(NO_LEXICON));
  });

  it('is found if there is nothing else', () => {
    expect(search([document('Des manuels scolaires.')], 'solaires ')).toEqual([0]);
  });

  it('never outranks an article that has all other words', () => {
    const word = fc.constantFrom('batterie', 'lampe', 'jardin', 'orage');
    const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.array(fc.record({ title: text, body: text }), { minLength: 2, maxLength: 6 }),
        (texts) => {
          const documents = texts.map((each) => ({ ...each, tags: [] }));
          const has = (doc: number, each: string): boolean =>
            `${texts[doc]!.title} ${texts[doc]!.body}`.includes(each);
          const hits = search(documents, 'bateries lampe jardin ');
          const last = hits.findLastIndex((doc) => has(doc, 'lampe') && has(doc, 'jardin'));
          for (const doc of hits.slice(0, Math.max(0, last)))
            expect(has(doc, 'lampe') || has(doc, 'jardin'), JSON.stringify(texts)).toBe(true);
        },
      ),
    );
  });
});

describe('a name written as one word', () => {
  const documents = ['JeVeuxAider', '#30DayMapChallenge', 'NIS2', 'web3D', 'node.js'].map((title) =>
    document('Le site.', { title }),
  );
  it.each([
    ['je veux aider ', 0],
    ['je veux aid', 0],
    ['JeVeuxAider ', 0],
    ['"JeVeuxAider"', 0],
    ['aider ', 0],
    ['30 day map challenge ', 1],
    ['map challenge ', 1],
    ['nis 2 ', 2],
    ['web 3d ', 3],
    ['nodejs ', 4],
    ['node js ', 4],
  ])('is found by %s', (query, doc) => {
    const other = document('Je veux que tu puisses aider. Une carte, un jour, un nœud.');
    expect(found([...documents, other], query)[0]).toBe(doc);
  });
  it('is excluded as a whole', () => {
    expect(found(documents, 'site -JeVeuxAider ')).not.toContain(0);
  });
  it('is no longer a title than one word', () => {
    const [one, two] = [document('', { title: 'Aider' }), document('', { title: 'JeVeuxAider' })];
    const index = createMemoryIndex([one, two]);
    const scores = index.search(parseQuery('"aider"')).map(({ score }) => score);
    expect(scores[0]).toBe(scores[1]);
  });
});

describe('a compound, written as one word or as two', () => {
  const documents = ['Une plateforme.', 'Une plate-forme.', 'Plusieurs plateformes.', 'Une forme plate.'].map(
    (body) => document(body),
  );
  it.each(['plate forme ', 'plate-forme ', 'plateforme ', 'plate form'])('is found by %s', (query) => {
    expect(found(documents, query)).toEqual(expect.arrayContaining([0, 1, 2]));
  });

  const numbers = ['12500 euros', '12 500 euros', '12\u202f500 euros', '12,500 euros', '500 pour 12'].map(
    (body) => document(body),
  );
  it.each(['12500 ', '12 500 ', '12\u00a0500 ', '12.500 ', '12500 euros ', '12 500 eur'])(
    'finds a number by %s',
    (query) => {
      expect(found(numbers, query).sort()).toEqual([0, 1, 2, 3]);
    },
  );
});

describe('suggest', () => {
  const index = createMemoryIndex([
    document('Le trésor de l’entrepreneur, le partenariat'),
    document('Un passeport à part, la garde à vue, vous, vous, chaud.'),
  ]);
  it.each([
    ['partnerait ', 'partenariat '],
    ['tressorr ', 'trésor '],
    ['le partenarriattt de qualité ', 'le partenariat de qualité '],
    ['partenariat ', undefined],
    ['xylophone ', undefined],
    // The allowed edits depend on the shorter word.
    ['pasprot ', 'passeport '],
    // A stop word is not suggested, however frequent it is.
    ['garde a veu ', 'garde a vue '],
    ['chadu ', 'chaud '],
    ['99999 chadu ', '99999 chaud '],
    ['passe port chadu ', 'passe port chaud '],
    ['partenariatgarde ', 'partenariat garde '],
    ['le tresorpasseport', 'le trésor passeport'],
  ])('%s', (query, suggestion) => {
    expect(index.suggest(parseQuery(query))).toBe(suggestion);
  });

  it('suggests for a field only words that are in this field of an article', () => {
    const tagged = createMemoryIndex([
      { ...document('A note on prices.'), tags: ['vente'], author: 'Ada' },
      document('Notre vente, adamant.'),
    ]);
    for (const [query, suggestion] of [
      ['nope ', 'note '],
      ['tag:nope ', undefined],
      ['tag:vnte ', 'tag:vente '],
      ['tag:note ', undefined],
      ['auteur:adda ', 'auteur:ada '],
      ['title:vnte ', undefined],
      ['after:nope ', undefined],
      ['avant:nope prces ', undefined],
      ['vnte: nope ', 'vente: note '],
    ] as const)
      expect([query, tagged.suggest(parseQuery(query))]).toEqual([query, suggestion]);
  });
});
