import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SearchDocument, SegmentBuilder } from '../../../src/search/builder.ts';
import type { ArticleCondition } from '../../../src/search/conditions.ts';
import { createMemoryIndex, createSearcher, type SearchOptions } from '../../../src/search/engine.ts';
import { NO_LEXICON } from '../../../src/search/lexicon.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';
import { Segment, sourceOf } from '../../../src/search/segment.ts';
import { documentArbitrary, queryArbitrary } from './generate.ts';
import { naiveSearch } from './naive.ts';

const document = (body: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  title: 'Sans titre',
  tags: [],
  body,
  ...more,
});

/** The numbers of the documents found, best first. */
function found(documents: readonly SearchDocument[], query: string): number[] {
  return createMemoryIndex(documents)
    .search(parseQuery(query))
    .map((hit) => hit.doc);
}

/** Conditions that every third document meets, each kind others. */
const meets = (doc: number, { kind }: ArticleCondition): boolean => (doc + kind.length) % 3 === 0;

describe('the index and its naive twin', () => {
  it('find the same documents', () => {
    fc.assert(
      fc.property(
        fc.array(documentArbitrary, { maxLength: 14 }),
        fc.array(queryArbitrary, { minLength: 1, maxLength: 6 }),
        (documents, queries) => {
          const index = createMemoryIndex(documents);
          for (const text of queries) {
            const query = parseQuery(text);
            const hits = index.search(query, { all: true, meets }).map((hit) => hit.doc);
            expect(
              [...hits].sort((a, b) => a - b),
              text,
            ).toEqual(naiveSearch(documents, query, meets));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('find the same documents in several segments, some deleted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.tuple(documentArbitrary, fc.boolean()), { maxLength: 5 }), { maxLength: 4 }),
        queryArbitrary,
        (parts, text) => {
          const segments = parts.map((part) => {
            const builder = new SegmentBuilder();
            const deletions = new Uint8Array(1);
            part.forEach(([each, deleted], doc) => {
              builder.add(each);
              if (deleted) deletions[doc >> 3]! |= 1 << (doc & 7);
            });
            return new Segment(sourceOf(builder.finish()), deletions);
          });
          const all = parts.flat();
          const kept = all.flatMap(([, deleted], doc) => (deleted ? [] : [doc]));
          const hits = createSearcher(segments).search(parseQuery(text), { all: true, meets });
          const expected = naiveSearch(
            kept.map((doc) => all[doc]![0]),
            parseQuery(text),
            (doc, condition) => meets(kept[doc]!, condition),
          ).map((i) => kept[i]!);
          expect(hits.map((hit) => hit.doc).sort((a, b) => a - b)).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('return the first hits up to the limit', () => {
    fc.assert(
      fc.property(
        fc.array(documentArbitrary, { maxLength: 30 }),
        queryArbitrary,
        fc.nat(8),
        (documents, text, limit) => {
          const index = createMemoryIndex(documents);
          const all = index.search(parseQuery(text));
          expect(index.search(parseQuery(text), { limit })).toEqual(all.slice(0, limit));
        },
      ),
      { numRuns: 100 },
    );
  });
});

it('lists the newest documents first if the query has no words', () => {
  const dates = ['2020', '2024-05-03', undefined, '2024-05', '2019-12-31'];
  const index = createMemoryIndex(
    dates.map((date) => document('Un prix.', date === undefined ? {} : { date })),
  );
  const found = (text: string, options: SearchOptions = {}) =>
    index.search(parseQuery(text), options).map(({ doc }) => doc);
  expect(found('')).toEqual([1, 3, 0, 4, 2]);
  expect(found('-cher', { limit: 2 })).toEqual([1, 3]);
  expect(found('is:starred', { limit: 2, meets: (doc) => doc !== 1 })).toEqual([3, 0]);
  expect(found('-is:starred OR after:2024-05', { meets: (doc) => doc !== 0 })).toEqual([1, 3, 0]);
  expect(index.search(parseQuery('after:2020'))[0]).toEqual({ doc: 1, score: 0 });
});

it('finds more documents than fit in a batch', () => {
  const documents = Array.from({ length: 1300 }, (_, i) =>
    document(i % 2 === 0 ? 'Un prix juste.' : 'Juste un prix.', i % 5 === 0 ? { title: 'Le prix' } : {}),
  );
  const every = (step: number): number[] => [...documents.keys()].filter((doc) => doc % step === 0);
  for (const [query, step] of [
    ['prix ', 1],
    ['prix juste ', 1],
    ['"prix juste" ', 2],
    ['titre:prix ', 5],
    ['titre:prix "prix juste" ', 10],
  ] as const) {
    const hits = found(documents, query).sort((a, b) => a - b);
    expect(hits, query).toEqual(every(step));
  }
});

describe('hits are ordered', () => {
  const filler = 'Un texte dont la longueur est la même.';
  it('exact words before inflections before prefixes before misspellings', () => {
    const documents = ['cliant', 'clientèle', 'clients', 'client'].map((each) =>
      document(`${each} ${filler}`),
    );
    expect(found(documents, 'client')).toEqual([3, 2, 1, 0]);
  });

  it('the spelling with the accents typed first', () => {
    const documents = [document(`marche ${filler}`), document(`marché ${filler}`)];
    expect(found(documents, 'marché ')).toEqual([1, 0]);
    expect(found(documents, 'marche ')).toEqual([0, 1]);
  });

  it('title before tags before body', () => {
    const documents = [
      document(`prix ${filler}`),
      document(`rien ${filler}`, { tags: ['prix'] }),
      document(`rien ${filler}`, { title: 'Le prix' }),
    ];
    expect(found(documents, 'prix ')).toEqual([2, 1, 0]);
  });

  it('the title that equals the query before longer ones', () => {
    const documents = [
      document(`prix ${filler} prix`, { title: 'Le prix : ce que l’on en dit et ce que l’on en fait' }),
      document(filler, { title: 'Qu’est-ce qu’un prix ?' }),
    ];
    expect(found(documents, 'qu’est-ce qu’un prix ')).toEqual([1, 0]);
  });

  it('by the idf of the word itself, not of its frequent relatives', () => {
    const documents = [
      document(`compter ${filler}`, { title: 'Utilisateurs' }),
      ...Array.from({ length: 12 }, (_, i) => document(`utiliser ${i} ${filler}`)),
      ...Array.from({ length: 6 }, (_, i) => document(`compter ${i} ${filler}`, { title: 'Compter' })),
      document(`compter utiliser ${filler}`, { title: 'Compter' }),
    ];
    expect(found(documents, 'compter utilisateurs ')[0]).toBe(0);
  });

  it('a misspelling as the word itself if no document has the word', () => {
    const documents = [
      document(`apprendre un programme ${filler}`),
      document(`apprendre ${filler}`, { title: 'La programmation' }),
    ];
    expect(found(documents, 'apprendre programation ')[0]).toBe(1);
  });

  it('by term frequency, however high, for any kind of match', () => {
    const having = (times: number): SearchDocument =>
      document(`${'ventes '.repeat(times)}${'rien '.repeat(20_000 - times)}`);
    // The weighted frequency of the last one exceeds 32 bits.
    const documents = [having(100), having(1_000), having(5_300)];
    for (const query of ['ventes ', 'vente ', 'vetnes ']) expect(found(documents, query)).toEqual([2, 1, 0]);
  });

  it('adjacent words in order before others', () => {
    const documents = [
      document(`prix ${filler} ${filler} juste`),
      document(`${filler} juste prix ${filler}`),
      document(`${filler} prix juste ${filler}`),
    ];
    expect(found(documents, 'prix juste ')).toEqual([2, 1, 0]);
  });
});

it('ignores a letter being typed in a phrase if hundreds of words begin with it', () => {
  const words = Array.from(
    { length: 300 },
    (_, i) => `p${String.fromCharCode(97 + (i % 26), 97 + ((i / 26) | 0))}`,
  );
  const documents = [document('le mot seul'), document(words.join(' ')), document('le mot passe')];
  expect(found(documents, '"mot p').sort()).toEqual([0, 2]);
  expect(found(documents, '"mot pass')).toEqual([2]);
  expect(found([...documents, document('un mot p')], '"mot p')[0]).toBe(3);
});

describe('a query that is a sentence', () => {
  const documents = [
    document('Où changer un mot, et dire que la nuit passe.'),
    document('Les signes qu’il faut y mettre.', { title: 'Modification du mot de passe' }),
    ...['cap', 'train', 'ton'].map((word) => document(`Changer de ${word}.`)),
  ];
  it('matches an article that lacks some of its words, possibly as the first hit', () => {
    expect(found(documents, 'comment changer mon mot de passe ')).toEqual([1, 0]);
  });
  it('requires all conditions if it has a phrase or a field', () => {
    expect(found(documents, 'je veux changer "un mot" ')).toEqual([0]);
    expect(found(documents, 'de titre:mot passe ')).toEqual([1]);
  });
});

describe('a query of words', () => {
  const both = (count: number): SearchDocument[] =>
    Array.from({ length: count }, (_, i) => document(`Une expression ${i}, plus loin un réglage régulier.`));
  const titled = document('Ce que l’on en fait.', { title: 'Expressions rationnelles' });
  const other = document('Une autre expression.');
  const query = 'expressions régulières ';

  it.each([2, 8, 40])(
    'matches %i articles that have all of them, and one with some in its title',
    (count) => {
      const documents = [...both(count), titled, other];
      const all = documents.map((_, doc) => doc);
      expect(found(documents, query).sort((a, b) => a - b)).toEqual(all.slice(0, count + 1));
      expect(createMemoryIndex(documents).countFolded(parseQuery(query))).toBe(1);
      const hits = createMemoryIndex(documents).search(parseQuery(query), { all: true });
      expect(hits.at(-1)!.doc).toBe(all.at(-1));
    },
  );
  it('ranks articles that lack a word behind those that have all', () => {
    const documents = ['Un soutien psychologique.', 'Une aide psychologique.', 'Un soutien.'].map((body) =>
      document(body),
    );
    expect(found(documents, 'soutien psychologique ')[0]).toBe(0);
    expect(found(documents, 'soutien psychologique ')).toHaveLength(3);
  });
  it('does not hide articles behind one that has only kin of a word', () => {
    const help = document('Une aide psychologique pour tous.', { title: 'Aide psychologique' });
    const kin = document('Il est soutenant, et psychologique.');
    expect(found([kin, help], 'soutien psychologique ')).toContain(1);
  });
  it.each([1, 7, 9, 30])('keeps a title with one of the words beside %i articles with both', (count) => {
    const reviews = Array.from({ length: count }, (_, i) => document(`Il veut quitter Twitter, revue ${i}.`));
    const title = document('Un autre réseau.', { title: 'De Twitter à Mastodon' });
    expect(found([...reviews, title], 'quitter twitter ')).toContain(count);
  });
  it('loses no match when an article is added', () => {
    const words = ['lampe', 'jardin', 'orage', 'vitre', 'soupe'];
    const some = fc.subarray(words).map((chosen) => document(chosen.join(' ')));
    fc.assert(
      fc.property(
        fc.array(some, { maxLength: 8 }),
        some,
        fc.subarray(words, { minLength: 1 }),
        (documents, added, typed) => {
          const matches = (from: readonly SearchDocument[]): number[] =>
            createMemoryIndex(from)
              .search(parseQuery(`${typed.join(' ')} `), { all: true })
              .map(({ doc }) => doc);
          expect(matches([...documents, added])).toEqual(expect.arrayContaining(matches(documents)));
        },
      ),
    );
  });
  it('requires everything if it has a phrase, a field or an exclusion', () => {
    const documents = [...both(2), titled, other];
    expect(found(documents, '"expression" régulières ')).toEqual([0, 1]);
    expect(found(documents, 'expressions régulières tag:rien ')).toEqual([]);
    expect(found(documents, 'expressions "rien de tel" ')).toEqual([]);
    expect(found(documents, 'expressions régulières -rationnelle ')).toEqual([0, 1]);
  });
});

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
