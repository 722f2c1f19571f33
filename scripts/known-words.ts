import * as english from '@zxcvbn-ts/language-en';
import * as french from '@zxcvbn-ts/language-fr';
import { BloomFilter } from '../src/algorithms/bloom-filter.ts';
import { tokenize } from '../src/search/tokenize.ts';

/** Words of each list, the most frequent first, that are taken. */
const MOST = 16_000;
/** Letters of the shortest word in which typos are forgiven. */
const LEAST = 5;

/** The filter of `src/lexicon/known-words.bin`: frequent words of French and English, folded, by lists of subtitles and of Wikipedia. */
export function knownWords(): BloomFilter {
  const { 'commonWords-fr': spokenFrench, 'wikipedia-fr': writtenFrench } = french.dictionary;
  const { 'commonWords-en': spokenEnglish, 'wikipedia-en': writtenEnglish } = english.dictionary;
  const lists = [spokenFrench, writtenFrench, spokenEnglish, writtenEnglish];
  return BloomFilter.of([...new Set(lists.flatMap(frequent))].sort());
}

const frequent = (words: readonly string[]): readonly string[] =>
  words.slice(0, MOST).flatMap((word) => {
    const [only, other] = tokenize(word);
    return only && !other && only.folded.length >= LEAST && !/\d/.test(word) ? [only.folded] : [];
  });
