import { describe, expect, it } from 'vitest';
import { lexiconWith } from '../../../src/lexicon/lexicon.ts';
import { createMemoryIndex, type SearchDocument } from '../../../src/search/engine.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';

const document = (title: string, body: string): SearchDocument => ({ title, tags: [], body });

/** The titles of the documents that match a query, best first. */
function found(
  documents: readonly SearchDocument[],
  query: string,
  lexicon = lexiconWith(new Map(), []),
): string[] {
  return createMemoryIndex(documents, lexicon)
    .search(parseQuery(query), { all: true })
    .map(({ doc }) => documents[doc]!.title);
}

/** Articles without any of the words that are searched for, so that these are telling. */
const others = Array.from({ length: 30 }, (_, i) =>
  document(`Autre article ${i}`, 'Une recette de soupe aux poireaux. '.repeat(10)),
);

const filler = 'Une phrase sur la pluie et le beau temps. '.repeat(15);

describe('an article on what is searched for', () => {
  it('comes before one whose title has one of the words', () => {
    const placed = document(
      'La protection de l’enfance',
      `Les enfants placés vivent en foyer. ${'Un enfant placé a un référent. '.repeat(6)}`,
    );
    const title = document('Enfants du spectacle', 'Les cachets des enfants sont placés sur un compte.');
    const related = Array.from({ length: 8 }, (_, i) =>
      document(`École ${i}`, 'Les enfants apprennent à lire.'),
    );
    expect(found([title, placed, ...related, ...others], 'enfants placés ')[0]).toBe(placed.title);
  });
  it('comes before one whose title has a frequent word of it', () => {
    const remote = document(
      'Telework',
      `Working from home suits many people. ${'When you are working from home, take breaks. '.repeat(5)}`,
    );
    const title = document('Home', 'The home page of a site that we are working on.');
    const houses = Array.from({ length: 8 }, (_, i) => document(`House ${i}`, 'A home with a garden.'));
    expect(found([title, remote, ...houses, ...others], 'working from home ')[0]).toBe(remote.title);
  });
  it('comes before a digest that has the words far apart', () => {
    const dense = document(
      'Relevés LiDAR',
      'Un nuage de points décrit une surface. Les nuages de points se colorient. Un nuage de points pèse lourd.',
    );
    const digest = document(
      'Les liens du mois',
      `Un nuage passe. ${filler} Des points à revoir. ${filler} Des nuages. ${filler} Un point.`,
    );
    expect(found([digest, dense, ...others], 'nuages de points ')[0]).toBe(dense.title);
  });
  it('comes before a digest that has all words in different places', () => {
    const about = document(
      'MongoDB et les cartes',
      'MongoDB sait stocker des données géographiques. Les données géographiques ont un index.',
    );
    const digest = document(
      'Les données de la semaine',
      `Stocker son vélo. ${filler} Des données ouvertes. ${filler} Des noms géographiques. ${filler} MongoDB change de licence.`,
    );
    expect(found([digest, about, ...others], 'stocker des données géographiques dans MongoDB ')[0]).toBe(
      about.title,
    );
  });
  it('rises with each place that has the words side by side', () => {
    const pause = 'Il fait beau ce matin et nous partons. ';
    const once = document(
      'Une fois',
      `Un cerf volant. ${pause}Le cerf dort. ${pause}Le volant tourne. ${pause}`,
    );
    const twice = document(
      'Deux fois',
      `Un cerf volant. ${pause}Le dort. ${pause}Le cerf volant tourne. ${pause}`,
    );
    expect(found([once, twice, ...others], 'cerf volant ').slice(0, 2)).toEqual(['Deux fois', 'Une fois']);
  });
});

describe('a name that is glued together', () => {
  it('is found by its parts', () => {
    const name = document('MonComptePro', 'Le service pour les professionnels.');
    const words = Array.from({ length: 12 }, (_, i) =>
      document(`Mon compte ${i}`, 'Mon compte, pour les pros ou non.'),
    );
    expect(found([...words, name, ...others], 'mon compte pro ')[0]).toBe(name.title);
  });
});

describe('synonyms of one’s own', () => {
  const own = lexiconWith(
    new Map([
      ['tableur', ['Excel', 'Calc']],
      ['piste cyclable', ['véloroute']],
    ]),
    [],
  );

  it('find what is called otherwise', () => {
    expect(found([document('Calculer', 'Un tableur.'), ...others], 'excel ', own)).toEqual(['Calculer']);
    expect(found([document('Pédaler', 'Une piste cyclable.'), ...others], 'véloroute ', own)).toEqual([
      'Pédaler',
    ]);
  });
});
