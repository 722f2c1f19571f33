import { describe, expect, it } from 'vitest';
import { LANGUAGES, languageOf, locales } from '../../../src/messages/locale.ts';

const { en, fr } = locales;
const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

it.each([
  [{}, 'en'],
  [{ LANG: 'fr_FR.UTF-8' }, 'fr'],
  [{ LANG: 'fr_CA.UTF-8', LC_MESSAGES: 'C' }, 'en'],
  [{ LANG: 'en_GB.UTF-8', LC_ALL: 'fr' }, 'fr'],
  [{ LANG: 'fro_FR' }, 'en'],
] as const)('%j selects %s', (env, language) => {
  expect(languageOf(env)).toBe(language);
});

describe('plural', () => {
  const counted = ({ plural }: typeof fr) => [0, 1, 2].map((n) => plural(n, 'article', 'articles'));

  it('writes the count before the noun', () => {
    expect(counted(fr)).toEqual(['0 article', '1 article', '2 articles']);
    expect(counted(en)).toEqual(['0 articles', '1 article', '2 articles']);
  });

  it.each(LANGUAGES)('agrees with Intl.PluralRules in %s', (language) => {
    const rules = new Intl.PluralRules(language);
    for (let count = 0; count <= 1_000; count++) {
      const chosen = locales[language].plural(count, 'one', 'other').split(' ')[1];
      expect(chosen === 'one', String(count)).toBe(rules.select(count) === 'one');
    }
  });
});

it('groups digits by three', () => {
  expect(fr.number(1234567)).toBe('1\u202f234\u202f567');
  expect(en.number(1234567)).toBe('1,234,567');
  expect(en.number(999)).toBe('999');
});

describe('date', () => {
  it.each([
    ['fr', '2024-05-03', 'long', '3 mai 2024'],
    ['fr', '2015-10-01', 'long', '1er octobre 2015'],
    ['fr', '2024-08', 'long', 'août 2024'],
    ['en', '2024-05-03', 'long', '3 May 2024'],
    ['en', '2024-01-01', 'short', '1 Jan 2024'],
    ['fr', '2024-07-14', 'short', '14 juil. 2024'],
    ['fr', '2024', 'long', '2024'],
  ] as const)('writes in %s %s (%s) as %s', (language, date, length, text) => {
    expect(spaced(locales[language].date(date, length))).toBe(text);
  });

  it('agrees with Intl.DateTimeFormat on every month', () => {
    for (const [language, tag] of [
      ['fr', 'fr-FR'],
      ['en', 'en-GB'],
    ] as const) {
      const format = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        const date = `2024-${String(month).padStart(2, '0')}`;
        expect(spaced(locales[language].date(date))).toBe(format.format(new Date(date)));
      }
    }
  });

  it('returns an invalid date unchanged', () => {
    expect(fr.date('2024-13-01')).toBe('2024-13-01');
  });
});

it('quotes and lists alternatives by the rules of the language', () => {
  expect(fr.quote('mot')).toBe('«\u00a0mot\u00a0»');
  expect(en.quote('word')).toBe('“word”');
  expect(fr.alternatives(['a', 'b', 'c'])).toBe('a, b ou c');
  expect(en.alternatives(['a'])).toBe('a');
});
