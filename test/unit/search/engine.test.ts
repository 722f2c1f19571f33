import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SearchDocument, SegmentBuilder } from '../../../src/search/builder.ts';
import type { ArticleCondition } from '../../../src/search/conditions.ts';
import { createMemoryIndex, createSearcher, type SearchOptions } from '../../../src/search/engine.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';
import { Segment, sourceOf } from '../../../src/search/segment.ts';
import { document, found } from './documents.ts';
import { documentArbitrary, queryArbitrary } from './generate.ts';
import { naiveSearch } from './naive.ts';

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
