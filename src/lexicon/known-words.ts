import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BloomFilter } from '../algorithms/bloom-filter.ts';

/** The frequent words of French and English. `scripts/known-words.mjs` makes the file; the build copies it. */
const FILE = 'known-words.bin';

let filter: BloomFilter | undefined;

/** Endings of plurals and feminines. */
const ENDING = /(?:es|[esx])$/;

/**
 * True for a frequent word of French or English, also in the plural or the feminine, and for few others. Stems would know more
 * inflections, but `renomer`, a misspelling, has that of `renom`.
 *
 * @param folded  a folded word
 */
export function isKnownWord(folded: string): boolean {
  filter ??= read();
  const singulars = ENDING.test(folded) ? [folded.slice(0, -1), folded.replace(ENDING, '')] : [];
  return [folded, ...singulars].some((word) => filter!.has(word));
}

/** Without the file, no word is known. */
function read(): BloomFilter {
  try {
    return new BloomFilter(readFileSync(join(import.meta.dirname, FILE)));
  } catch {
    return new BloomFilter(new Uint8Array(0));
  }
}
