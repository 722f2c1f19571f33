import { describe, expect, it } from 'vitest';
import { commandMeantBy } from '../../../src/cli/unknown-word.ts';

describe('commandMeantBy', () => {
  it.each([
    ['serch', 'search'],
    ['Search', 'search'],
    ['saerhc', 'search'],
    ['lst', 'list'],
    ['ls', 'list'],
    ['shwo', 'show'],
    ['hlep', 'help'],
    ['grep', 'search'],
    ['cat', 'show'],
    ['read', 'read'],
    ['version', '--version'],
    ['aide', 'help'],
    ['recherche', 'search'],
    ['Recherches', 'search'],
    ['rehcerche', 'search'],
    ['cherche', 'search'],
    ['affiche', 'show'],
    ['voir', 'show'],
    ['liste', 'list'],
    ['lister', 'list'],
    ['réinitialiser', 'reset'],
    ['surlignage', 'notes'],
  ] as const)('takes %s for %s', (word, command) => {
    expect(commandMeantBy(word)).toBe(command);
  });

  it.each(['', 'l', 'articles', 'a.md', './list', 'recette', 'chercheur-dor', 'prix', 'travail'])(
    'takes %j for a path',
    (word) => {
      expect(commandMeantBy(word)).toBeUndefined();
    },
  );
});
