import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryIndex } from '../../../src/search/engine.ts';
import { Finding } from '../../../src/search/incremental-matches.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';
import type { Query } from '../../../src/search/query.ts';
import type { Match } from '../../../src/search/results.ts';
import { snippet, snippetOfPart } from '../../../src/search/snippet.ts';

/** A text to search, which may grow. */
class Source {
  text: string;
  complete: boolean;

  constructor(text: string, complete = true) {
    this.text = text;
    this.complete = complete;
  }

  get length(): number {
    return this.text.length;
  }

  slice(from: number, to: number): string {
    return this.text.slice(from, to);
  }
}

/** Where all of a text answers a query. */
function findMatches(text: string, query: Query): readonly Match[] {
  const finding = new Finding(new Source(text), query);
  finding.reach(Number.POSITIVE_INFINITY);
  return [...finding.matches];
}

/** The text with its matches in brackets. */
const marked = (text: string, query: string): string => {
  let out = '';
  let at = 0;
  for (const { start, end } of findMatches(text, parseQuery(query))) {
    out += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return out + text.slice(at);
};

describe('findMatches', () => {
  it.each([
    [
      'entreprise ',
      'L’entreprise, les Entreprises, l’entrepreneur',
      'L’[entreprise], les [Entreprises], l’entrepreneur',
    ],
    ['vendait ', 'Vendre, c’est ce qu’il vendait.', '[Vendre], c’est ce qu’il [vendait].'],
    ['national ', 'nationales et nationaux', '[nationales] et [nationaux]'],
    ['parten', 'un partenariat, des partenaires', 'un [partenariat], des [partenaires]'],
    ['partenarait ', 'un partenariat', 'un [partenariat]'],
    ['vente ', 'la vente et la tente', 'la [vente] et la tente'],
    ['=été ', 'Été, été, éte, ETE', '[Été], [été], éte, ETE'],
    ['="l’été" ', 'L’été, l’ete', '[L’été], l’ete'],
    ['prix OR tarif -(juste OR bas) ', 'prix juste, tarif bas', '[prix] juste, [tarif] bas'],
    ['(prix NEAR/3 bas) OR titre:juste ', 'prix juste, tarif bas', '[prix] juste, tarif [bas]'],
    ['"prix juste" ', 'le prix\njuste, le juste prix', 'le [prix\njuste], le juste prix'],
    ['e\u0301te\u0301 ', 'L’ÉTÉ', 'L’[ÉTÉ]'],
    ['portemonnaie ', 'un porte-monnaie', 'un [porte-monnaie]'],
    ['le client -prix ', 'le client et le prix', 'le [client] et le prix'],
    ['titre:prix client ', 'le prix du client', 'le prix du [client]'],
  ])('%s', (query, text, expected) => {
    expect(marked(text, query)).toBe(expected);
  });
});

describe('a finding', () => {
  const paragraph = fc
    .array(
      fc.constantFrom('le prix', 'juste', 'partenariat', 'partenarait', 'porte-monnaie', 'à', 'client'),
      {
        maxLength: 6,
      },
    )
    .map((words) => words.join(' '));
  const QUERIES = ['prix ', '"prix juste" ', 'partenarait ', 'partenarayt ', 'portemonnaie client', 'l'];

  it('is the same in pieces as at once, also in a text that grows', () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { maxLength: 12 }),
        fc.constantFrom(...QUERIES),
        (paragraphs, words) => {
          const query = parseQuery(words);
          const whole = findMatches(paragraphs.join('\n'), query);
          const source = new Source('', false);
          const finding = new Finding(source, query, 1);
          for (const [at, one] of paragraphs.entries()) {
            source.text += (at > 0 ? '\n' : '') + one;
            if (at % 2 === 0) finding.step();
          }
          source.complete = true;
          finding.reach(Number.POSITIVE_INFINITY);
          expect(finding.complete).toBe(true);
          expect([...finding.matches]).toEqual(whole);
        },
      ),
    );
  });

  it('goes no further than it is asked to', () => {
    const text = Array.from({ length: 50 }, (_, i) => `Le prix ${i}.`).join('\n');
    const finding = new Finding(new Source(text), parseQuery('prix '), 1);
    finding.reach(40);
    expect(finding).toMatchObject({ complete: false, matches: { length: 4 } });
    finding.reach(text.length, (matches) => matches.length === 10);
    expect(finding.matches).toHaveLength(10);
  });
});

describe('snippet', () => {
  it('is one line around the matches, whole words, with its matches', () => {
    const text = `${'Rien ici. '.repeat(20)}Le prix juste se dit au client. ${'Rien là. '.repeat(20)}`;
    const { text: line, matches } = snippet(text, parseQuery('prix client '), 60);
    expect(line.length).toBeLessThanOrEqual(60);
    expect(line).toMatch(/^… .*Le prix juste se dit au client\..* …$/);
    expect(matches.map(({ start, end }) => line.slice(start, end))).toEqual(['prix', 'client']);
  });

  it('is the beginning of the text where nothing matches', () => {
    expect(snippet('Un début.\nEt la suite de ce texte.', parseQuery('absent '), 16)).toEqual({
      text: 'Un début. · Et …',
      matches: [],
    });
  });

  it('stays within a block where that fills it, and marks where it does not', () => {
    const text = 'Avant la page.\nLe titre\nUn texte qui parle';
    const line = (query: string, cells: number) => snippet(text, parseQuery(query), cells);
    expect(line('texte ', 19).text).toBe('… Un texte qui …');
    expect(line('texte ', 24)).toEqual({ text: '… Un texte qui parle', matches: [{ start: 5, end: 10 }] });
    expect(line('texte ', 99).text).toBe('Avant la page. · Le titre · Un texte qui parle');
  });

  it.each([
    [
      'Rien de plus. Une marge large, et un prix juste, ici ou là-bas encore.',
      '… Une marge large, et un prix juste, …',
    ],
    [
      'Ce que dit la foule, une marge large et un prix juste ici, ou là-bas.',
      '… une marge large et un prix juste …',
    ],
    [
      'Selon M. le maire et l’art. 12 du texte une marge large est un prix juste.',
      '… une marge large est un prix juste.',
    ],
  ])('begins with a sentence, or with a clause nearby: %s', (text, expected) => {
    expect(snippet(text, parseQuery('marge prix '), 40).text).toBe(expected);
  });
});

describe('snippetOfPart', () => {
  const part = (text: string, before = true, after = true) => ({ text, before, after, code: [] });

  it('is the line that the whole text gives, with marks where it goes on', () => {
    const text = `Une marge large. ${'Rien ici. '.repeat(20)}`;
    for (const query of ['marges ', '"marge large" ', 'large marge ', 'tag:prix '])
      expect(snippetOfPart(part(text, false, false), parseQuery(query), 0, 40)).toEqual(
        snippet(text, parseQuery(query), 40),
      );
    expect(snippetOfPart(part('une marge large'), parseQuery('marge '), 1, 40)).toEqual({
      text: '… une marge large …',
      matches: [{ start: 6, end: 11 }],
    });
  });

  it('is misspelt where the part has nothing better, and not there where it has not enough', () => {
    const line = (text: string, query: string, clauses: number) =>
      snippetOfPart(part(text), parseQuery(query), clauses, 40)?.matches;
    expect(line('une marge large', 'large barge ', 1)).toEqual([{ start: 12, end: 17 }]);
    expect(line('une marge large', 'large barge ', 2)).toEqual([
      { start: 6, end: 11 },
      { start: 12, end: 17 },
    ]);
    expect(line('une marge large', 'large client ', 2)).toBeUndefined();
    expect(line('une marge large', 'client ', 0)).toEqual([]);
  });
});

describe('createMemoryIndex', () => {
  const index = createMemoryIndex([
    { title: 'Fixer son prix', tags: ['prix'], date: '2024-05-03', body: 'Le prix est une phrase.' },
    {
      title: 'Choisir ses clients',
      tags: ['clients'],
      author: 'Ève',
      date: '2021',
      body: 'Un client, un prix.',
    },
  ]);
  const found = (query: string): number[] => index.search(parseQuery(query)).map((hit) => hit.doc);

  it('ranks, filters and leaves out', () => {
    expect(found('prix')).toEqual([0, 1]);
    expect(found('prix -client ')).toEqual([0]);
    expect(found('auteur:eve')).toEqual([1]);
    expect(found('prix after:2022')).toEqual([0]);
    expect(found('prix before:2022')).toEqual([1]);
    expect(found('client introuvable ')).toEqual([1]);
    expect(found('introuvable ')).toEqual([]);
    expect(index.suggest(parseQuery('choizzir '))).toBe('choisir ');
  });
});
