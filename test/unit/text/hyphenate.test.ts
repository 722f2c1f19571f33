import { readFileSync } from 'node:fs';
import createHyphenator from 'hyphen';
import english from 'hyphen/patterns/en-us.js';
import french from 'hyphen/patterns/fr.js';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { renderText } from '../../../src/style/plain.ts';
import { hyphenator, loadHyphenator } from '../../../src/text/hyphenate.ts';

const parted = (word: string, points: readonly number[]): string =>
  Array.from(word, (letter, index) => (points.includes(index) ? `-${letter}` : letter)).join('');

describe('hyphenation', () => {
  it.each([
    ['fr', 'développement', 'dé-ve-lop-pe-ment'],
    ['fr', 'Partenariat', 'Par-te-na-riat'],
    ['fr', 'extraordinaire', 'ex-tra-or-di-naire'],
    ['en', 'hyphenation', 'hy-phen-ation'],
    ['en', 'typography', 'ty-pog-ra-phy'],
    ['en', 'present', 'present'],
    ['en-GB', 'knowledge', 'know-ledge'],
  ])('%s: %s', async (lang, word, expected) => {
    const hyphenate = await loadHyphenator(lang);
    expect(parted(word, hyphenate!(word))).toBe(expected);
  });

  it('hyphenates decomposed letters like composed ones', async () => {
    const text = 'Le développement extraordinairement généreux des électriciens, répété indéfiniment.';
    const at = async (normalized: string) =>
      renderText(parseDocument({ format: 'text', source: normalized, firstLine: 0 }, { lang: 'fr' }), {
        width: 14,
        hyphenate: await loadHyphenator('fr'),
      }).normalize('NFC');
    expect(await at(text.normalize('NFD'))).toBe(await at(text));
    expect(await at(text)).toContain('-\n');
  });

  it('is undefined for other languages', async () => {
    expect(await loadHyphenator('de')).toBeUndefined();
    expect(await loadHyphenator(undefined)).toBeUndefined();
  });

  it('handles words that are names of properties, and letters whose lower case is longer', async () => {
    const hyphenate = await loadHyphenator('fr');
    expect(hyphenate!('constructor')).toBeDefined();
    expect(hyphenate!('İstanbul')).toEqual([]);
  });

  it.each([
    ['fr', french],
    ['en', english],
  ] as const)('agrees with the package on %s', (_, patterns) => {
    const text = readFileSync('articles/bienvenue.md', 'utf8') + readFileSync('articles/welcome.md', 'utf8');
    const theirs = createHyphenator(structuredClone(patterns));
    const ours = hyphenator(patterns);
    for (const word of new Set(text.match(/\p{L}{5,}/gu))) {
      const pieces = theirs(word).split('\u00ad');
      const points = pieces.slice(0, -1).map((_, index) => pieces.slice(0, index + 1).join('').length);
      expect(ours(word), word).toEqual(points.filter((point) => point >= 2 && point <= word.length - 3));
    }
  });
});
