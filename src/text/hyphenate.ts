import type { Hyphenator } from './line.ts';

/** A node of the trie, by letter. */
type Trie = { readonly [letter: string]: Entry };

/** The next node of the trie, the index of the levels of the pattern that ends here, or both. */
type Entry = Trie | number | readonly [Trie, number];

/** The levels of the patterns, the patterns as a trie, and exceptions with their hyphenation points. */
export type Patterns = readonly [
  levels: readonly (readonly number[])[],
  trie: Trie,
  exceptions?: Readonly<Record<string, readonly number[]>>,
];

/** Fewest letters before and after a hyphen in French and English typography. */
const LEAST_BEFORE = 2;
const LEAST_AFTER = 3;
/** Words whose hyphenation is cached, before the cache is cleared. */
const MOST_CACHED = 20_000;

/** Loads the hyphenator for texts in `lang` (BCP 47): French or English. Undefined for other languages. */
export async function loadHyphenator(lang: string | undefined): Promise<Hyphenator | undefined> {
  const [language, region] = (lang ?? '').toLowerCase().split(/[-_]/);
  if (language === 'fr') return hyphenator((await import('hyphen/patterns/fr.js')).default);
  if (language !== 'en') return undefined;
  if (region === 'gb') return hyphenator((await import('hyphen/patterns/en-gb.js')).default);
  return hyphenator((await import('hyphen/patterns/en-us.js')).default);
}

/** A hyphenator that uses `patterns`, after F. M. Liang, “Word Hy-phen-a-tion by Com-put-er”, 1983. */
export function hyphenator(patterns: Patterns): Hyphenator {
  let cached = new Map<string, readonly number[]>();
  return (word) => {
    const lower = word.toLowerCase();
    // A lower case of another length would shift the points.
    if (lower.length !== word.length) return [];
    let points = cached.get(lower);
    if (points === undefined) {
      if (cached.size >= MOST_CACHED) cached = new Map();
      points = pointsOf(lower, patterns).filter(
        (point) => point >= LEAST_BEFORE && point <= lower.length - LEAST_AFTER,
      );
      cached.set(lower, points);
    }
    return points;
  };
}

/** The places between two letters to which the patterns assign an odd level. The highest level of all patterns counts. */
function pointsOf(word: string, [levels, trie, exceptions]: Patterns): readonly number[] {
  if (exceptions !== undefined && Object.hasOwn(exceptions, word)) return exceptions[word]!;
  const letters = `.${word}.`;
  const highest = new Uint8Array(letters.length + 1);
  for (let from = 0; from < letters.length; from++) {
    // The dot at the beginning of a pattern has no level.
    const first = Math.max(0, from - 1);
    for (const index of patternsAt(letters, from, trie))
      for (const [offset, level] of levels[index]!.entries())
        highest[first + offset] = Math.max(highest[first + offset]!, level);
  }
  const points: number[] = [];
  for (let place = 1; place < word.length; place++) if (highest[place]! % 2 === 1) points.push(place);
  return points;
}

/** The indices of the levels of all patterns that match at `from`. */
function patternsAt(letters: string, from: number, trie: Trie): number[] {
  const found: number[] = [];
  let node: Trie | undefined = trie;
  for (let at = from; at < letters.length && node !== undefined; at++) {
    const letter: string = letters[at]!;
    const entry: Entry | undefined = Object.hasOwn(node, letter) ? node[letter] : undefined;
    const index = isBoth(entry) ? entry[1] : entry;
    if (typeof index === 'number') found.push(index);
    node = isBoth(entry) ? entry[0] : typeof entry === 'object' ? entry : undefined;
  }
  return found;
}

const isBoth = (entry: Entry | undefined): entry is readonly [Trie, number] => Array.isArray(entry);
