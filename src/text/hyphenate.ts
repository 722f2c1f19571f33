import type { Hyphenator } from './line.ts';

/** A node of the trie: by letter, or where a pattern ends the index of its levels, or both. */
type Trie = { readonly [letter: string]: Trie | number | readonly [Trie, number] };

/** Levels of the patterns, the patterns as a trie, and words that do not follow them with their hyphenation points. */
export type Patterns = readonly [
  levels: readonly (readonly number[])[],
  trie: Trie,
  exceptions?: Readonly<Record<string, readonly number[]>>,
];

/** Letters that stay together at the beginning and at the end of a word, in French and English typography. */
const LEAST_BEFORE = 2;
const LEAST_AFTER = 3;
/** Words remembered; then it starts afresh. */
const MOST_REMEMBERED = 20_000;

/**
 * A hyphenator for texts in `lang` (BCP 47; French and English), its patterns loaded when it is asked for; undefined
 * for other languages.
 */
export async function loadHyphenator(lang: string | undefined): Promise<Hyphenator | undefined> {
  const [language, region] = (lang ?? '').toLowerCase().split(/[-_]/);
  if (language === 'fr') return hyphenator((await import('hyphen/patterns/fr.js')).default);
  if (language !== 'en') return undefined;
  if (region === 'gb') return hyphenator((await import('hyphen/patterns/en-gb.js')).default);
  return hyphenator((await import('hyphen/patterns/en-us.js')).default);
}

/** A hyphenator that goes by `patterns`, after F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983. */
export function hyphenator(patterns: Patterns): Hyphenator {
  let remembered = new Map<string, readonly number[]>();
  return (word) => {
    const lower = word.toLowerCase();
    // Letters whose lower case is longer would shift the points.
    if (lower.length !== word.length) return [];
    let points = remembered.get(lower);
    if (points === undefined) {
      if (remembered.size >= MOST_REMEMBERED) remembered = new Map();
      points = pointsOf(lower, patterns).filter(
        (point) => point >= LEAST_BEFORE && point <= lower.length - LEAST_AFTER,
      );
      remembered.set(lower, points);
    }
    return points;
  };
}

/** Where the patterns give an odd level: the greatest any of them has for a place between two letters counts. */
function pointsOf(word: string, [levels, trie, exceptions]: Patterns): readonly number[] {
  if (exceptions !== undefined && Object.hasOwn(exceptions, word)) return exceptions[word]!;
  const letters = `.${word}.`;
  const found = new Uint8Array(letters.length + 1);
  for (let from = 0; from < letters.length; from++) {
    // Levels count from the first letter: the dot at the beginning of a pattern has none.
    const first = Math.max(0, from - 1);
    let node: Trie | undefined = trie;
    for (let at = from; at < letters.length && node !== undefined; at++) {
      const letter: string = letters[at]!;
      const next: Trie | number | readonly [Trie, number] | undefined = Object.hasOwn(node, letter)
        ? node[letter]
        : undefined;
      const isBoth = Array.isArray(next);
      const index = isBoth ? (next as readonly [Trie, number])[1] : typeof next === 'number' ? next : -1;
      if (index >= 0)
        for (const [offset, level] of levels[index]!.entries())
          found[first + offset] = Math.max(found[first + offset]!, level);
      node = isBoth
        ? (next as readonly [Trie, number])[0]
        : typeof next === 'object'
          ? (next as Trie)
          : undefined;
    }
  }
  const points: number[] = [];
  for (let place = 1; place < word.length; place++) if (found[place]! % 2 === 1) points.push(place);
  return points;
}
