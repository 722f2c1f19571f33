import { describe, expect, it } from 'vitest';
import { sortedWords } from '../../../src/search/sorted-words.ts';
import { WordTable } from '../../../src/search/word-table.ts';

/** Adds words to a table, each at the position of its place in the list. Returns their numbers in order. */
function numbered(words: readonly string[]): { numbers: number[]; positions: number[]; table: WordTable } {
  const numbers: number[] = [];
  const positions: number[] = [];
  const table = new WordTable((number, position) => {
    numbers.push(number);
    positions.push(position);
  });
  for (const [position, word] of words.entries())
    table.add(
      Uint16Array.from({ length: word.length }, (_, i) => word.charCodeAt(i)),
      word.length,
      position,
    );
  table.finish();
  return { numbers, positions, table };
}

/** Words of few letters, so that many are equal or begin alike; some are long, some not of Latin script. */
function randomWords(count: number): string[] {
  let state = 5;
  const random = (): number => {
    state = (state * 48_271) % 0x7fffffff;
    return state / 0x7fffffff;
  };
  return Array.from({ length: count }, () => {
    const letters = random() < 0.1 ? 'ab\u0100\u4e00' : random() < 0.5 ? 'abé\xff\x01' : 'abcdefghijklmnop';
    const length = 1 + Math.floor(random() * (random() < 0.05 ? 60 : 5));
    return Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
  });
}

describe('the table of words', () => {
  it('gives equal words one number and others another, from 0 on', () => {
    const words = randomWords(50_000);
    const { numbers, positions } = numbered(words);
    expect(positions).toEqual(words.map((_, i) => i));
    const byWord = new Map<string, number>();
    for (const [i, word] of words.entries()) {
      expect(numbers[i]).toBe(byWord.get(word) ?? numbers[i]);
      byWord.set(word, numbers[i]!);
    }
    expect([...byWord.values()].sort((a, b) => a - b)).toEqual(
      Array.from({ length: byWord.size }, (_, i) => i),
    );
  });

  it.each([
    ['words of which one is the beginning of another', ['abcd', 'abcdabcd', 'abc', 'abcd', 'abcdabc']],
    ['the longest short words', ['a'.repeat(24), 'a'.repeat(25), 'a'.repeat(23), 'a'.repeat(24)]],
    ['words that differ in the second byte of a unit', ['\u0161', 'a', '\u0161']],
  ])('tells %s apart', (_, words) => {
    const { numbers } = numbered(words);
    for (const [i, word] of words.entries())
      for (const [j, other] of words.entries()) expect(numbers[i] === numbers[j]).toBe(word === other);
  });

  it('sorts its words by unit, with their numbers', () => {
    const words = randomWords(20_000);
    const { numbers, table } = numbered(words);
    const { keys, order } = table.sorted();
    expect(keys).toEqual([...new Set(words)].sort());
    const byWord = new Map(words.map((word, i) => [word, numbers[i]]));
    expect([...order]).toEqual(keys.map((key) => byWord.get(key)));
  });
});

describe('sorting words', () => {
  it.each([
    [[]],
    [['b', 'a']],
    [['abcde', 'abcd', 'abcdd', 'abc']],
    // U+00FF and all units after it have the same byte.
    [['\u0100b', '\xffz', '\u0100a', '\xff', 'a\u4e00', 'a\xff', 'a\u0100', 'az']],
  ])('is by UTF-16 unit: %j', (words: string[]) => {
    const { keys, order } = sortedWords(words);
    expect(keys).toEqual([...words].sort());
    expect([...order].map((number) => words[number])).toEqual(keys);
  });
});
