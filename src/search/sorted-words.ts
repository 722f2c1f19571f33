/** The first number after those that are told apart in sorting. */
const NUMBERS = 2 ** 21;

/**
 * Sorts words by UTF-16 unit. Returns them, and their numbers, which are their places in `words`, in the same order. Sorted by
 * numbers made of their beginnings first, and then in small groups: comparing strings takes several times as long.
 */
export function sortedWords(words: readonly string[]): { order: Uint32Array; keys: string[] } {
  if (words.length > NUMBERS) return sortedByStrings(words);
  const beginnings = Float64Array.from(words, (word, number) => beginningOf(word) * NUMBERS + number).sort();
  const order = Uint32Array.from(beginnings, (value) => value % NUMBERS);
  const keys = Array.from(order, (number) => words[number]!);
  const groupOf = (at: number): number => Math.floor(beginnings[at]! / NUMBERS);
  for (let from = 0, to = 1; from < order.length; from = to, to += 1) {
    const group = groupOf(from);
    while (to < order.length && groupOf(to) === group) to += 1;
    if (to - from > 1) sortGroup(words, order, keys, from, to);
  }
  return { order, keys };
}

function sortedByStrings(words: readonly string[]): { order: Uint32Array; keys: string[] } {
  const order = Uint32Array.from(words, (_, number) => number);
  const keys = [...words];
  sortGroup(words, order, keys, 0, words.length);
  return { order, keys };
}

/** Sorts the words in [from, to) of `order`, and writes them to `keys`. */
function sortGroup(
  words: readonly string[],
  order: Uint32Array,
  keys: string[],
  from: number,
  to: number,
): void {
  const group = order.subarray(from, to);
  group.sort((a, b) => (words[a]! < words[b]! ? -1 : 1));
  for (let i = from; i < to; i += 1) keys[i] = words[order[i]!]!;
}

/** A number of 32 bits for the beginning of a word: words with a lower one come first. */
function beginningOf(word: string): number {
  let beginning = 0;
  let isCut = false;
  for (let i = 0; i < 4; i += 1) {
    // Words that share a unit which does not fit into a byte are told apart later.
    const byte: number = isCut || i >= word.length ? 0 : Math.min(word.charCodeAt(i), 0xff);
    isCut ||= byte === 0xff;
    beginning = beginning * 0x100 + byte;
  }
  return beginning;
}
