import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document/parse-document.ts';

const lang = (source: string, format: 'markdown' | 'text' = 'markdown') =>
  parseDocument({ format, source, firstLine: 0 }).lang;

describe('the language of a text', () => {
  it.each([
    ['Voici le guide de la ville et des environs.', 'fr'],
    ['Ceci est un texte sans accents, ecrit vite par quelqu un qui ne les met pas.', 'fr'],
    ['Bonjour, ça va bien? Le bureau est ouvert du lundi au vendredi; on vous répondra.', 'fr'],
    ['— Tu viens ?\n— Non, j’ai à faire.\n— C’est dommage.', 'fr'],
    ['Renvoie une promesse. Échoue si le fichier n’existe pas. Utilisez `x` pour la régler.', 'fr'],
    ['Returns a promise. Throws if the file does not exist. Use `x` to set it.', 'en'],
    ['He said « hello » to the people and they said « goodbye » to him.', 'en'],
  ] as const)('is detected in %j as %s', (text, expected) => expect(lang(text)).toBe(expected));

  it.each([
    'El perro de la casa es un animal que come en la calle y no en el parque con los niños de la escuela.',
    'Il cane della casa è un animale che non mangia per la strada con i bambini e le sue cose.',
    'O cachorro da casa é um animal que não come na rua com as crianças e os seus amigos de escola.',
    'El gos de la casa és un animal que no menja a la rua amb els nens de la escola i les seves coses.',
    'Der Hund ist in dem Haus und die Katze ist auf dem Dach, es war in der Nacht an einem Tag.',
    'De hond is in het huis en de kat is op het dak van de school waar hij was met een boek.',
    'Un om bun este acela care nu face rău și pe care îl iubesc toți oamenii din sat.',
    'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore.',
    'Собака в доме, кошка на крыше.',
    'Le projet est écrit pour les gens. The project is written for the people.',
    'npm install foo',
    '',
  ])('is undefined for %j', (text) => expect(lang(text)).toBeUndefined());

  it('is detected without the code blocks', () => {
    const code = '```js\n// this is the comment that is in the code and it was with us for the day\n```';
    expect(lang(`# foo\n\n${code}\n\nLancez la commande dans un terminal, puis lisez ce qui suit.`)).toBe(
      'fr',
    );
  });

  it('is the declared one if the article declares a language', () => {
    const document = parseDocument(
      { format: 'markdown', source: 'Voici le guide de la ville.', firstLine: 0 },
      { lang: 'en-GB' },
    );
    expect(document.lang).toBe('en');
  });
});
