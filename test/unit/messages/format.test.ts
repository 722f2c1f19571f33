import { describe, expect, it } from 'vitest';
import { alternatives, dateText, number, plural } from '../../../src/messages/format.ts';

const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('plurals', () => {
  const forms = { one: 'article', other: 'articles' };
  it('count 0 with 1 in French, with 2 in English', () => {
    expect([0, 1, 2].map((n) => plural('fr', n, forms))).toEqual(['0 article', '1 article', '2 articles']);
    expect([0, 1, 2].map((n) => plural('en', n, forms))).toEqual(['0 articles', '1 article', '2 articles']);
  });

  it('group digits by three', () => {
    expect(number('fr', 1234567)).toBe('1\u202f234\u202f567');
    expect(number('en', 1234567)).toBe('1,234,567');
    expect(number('en', 999)).toBe('999');
  });
});

describe('dates', () => {
  it.each([
    ['fr', '2024-05-03', 'long', '3 mai 2024'],
    ['fr', '2015-10-01', 'long', '1er octobre 2015'],
    ['fr', '2024-08', 'long', 'août 2024'],
    ['en', '2024-05-03', 'long', '3 May 2024'],
    ['en', '2024-01-01', 'short', '1 Jan 2024'],
    ['fr', '2024-07-14', 'short', '14 juil. 2024'],
    ['fr', '2024', 'long', '2024'],
  ] as const)('%s %s %s', (language, date, length, text) => {
    expect(spaced(dateText(language, date, length))).toBe(text);
  });

  it('agree with Intl on every month', () => {
    for (const [language, locale] of [
      ['fr', 'fr-FR'],
      ['en', 'en-GB'],
    ] as const) {
      const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        const date = `2024-${String(month).padStart(2, '0')}`;
        expect(spaced(dateText(language, date))).toBe(format.format(new Date(date)));
      }
    }
  });

  it('are left as they are when they are none', () => {
    expect(dateText('fr', '2024-13-01')).toBe('2024-13-01');
  });
});

it('offers alternatives', () => {
  expect(alternatives('fr', ['a', 'b', 'c'])).toBe('a, b ou c');
  expect(alternatives('en', ['a'])).toBe('a');
});
