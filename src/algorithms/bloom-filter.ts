/** Bits for each item: with as many, one item in 50 that was not added is said to be there. */
const BITS = 8;
/** Bits set for an item: the best number for so many bits. */
const HASHES = 5;

/**
 * A set that takes one byte for each item, whatever its length, and takes a few for its own that are not: a Bloom filter (CACM
 * 13, 1970), its hashes made of two (Kirsch and Mitzenmacher, “Less Hashing, Same Performance”, ESA 2006).
 */
export class BloomFilter {
  readonly #bytes: Uint8Array;

  /** @param bytes  of another filter: the same items */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  static of(items: readonly string[]): BloomFilter {
    const bytes = new Uint8Array(Math.ceil((items.length * BITS) / 8));
    const filter = new BloomFilter(bytes);
    for (const item of items) for (const bit of filter.#bitsOf(item)) bytes[bit >> 3]! |= 1 << (bit & 7);
    return filter;
  }

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** True for all items, and for few others. */
  has(item: string): boolean {
    return (
      this.#bytes.length > 0 &&
      this.#bitsOf(item).every((bit) => (this.#bytes[bit >> 3]! & (1 << (bit & 7))) !== 0)
    );
  }

  #bitsOf(item: string): readonly number[] {
    const size = 8 * this.#bytes.length;
    const [one, two] = [hashOf(item, 0x811c9dc5), hashOf(item, 0x5bd1e995) | 1];
    return Array.from({ length: HASHES }, (_, i) => ((one + i * two) >>> 0) % size);
  }
}

/** FNV-1a, with a final mix: bits of short texts would else depend on few of their letters. */
function hashOf(item: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < item.length; i += 1) hash = Math.imul(hash ^ item.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
