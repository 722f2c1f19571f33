/** Inputs that are longer, in bytes, cost more time than they find. */
const LONGEST = 4096;

/** A number below a bound. */
export type Random = (bound: number) => number;

/**
 * An input made of another by one to five changes: bytes flipped, removed, doubled, replaced; a word of the target or a piece
 * of another input put in.
 */
export function mutated(
  input: Uint8Array,
  { others, words, random }: { others: readonly Uint8Array[]; words: readonly string[]; random: Random },
): Uint8Array {
  let bytes = Buffer.from(input);
  for (let changes = 1 + random(5); changes > 0; changes--) {
    const at = random(bytes.length + 1);
    const length = Math.min(bytes.length - at, 1 + random(random(4) === 0 ? 64 : 4));
    const [before, piece, after] = [
      bytes.subarray(0, at),
      bytes.subarray(at, at + length),
      bytes.subarray(at + length),
    ];
    switch (random(8)) {
      case 0:
        bytes = Buffer.concat([before, after]);
        break;
      case 1:
        bytes = Buffer.concat([before, piece, piece, after]);
        break;
      case 2:
        bytes = Buffer.concat([before, ...Array.from({ length: 1 + random(40) }, () => piece), after]);
        break;
      case 3:
        bytes = Buffer.concat([before, Buffer.from([random(256)]), after]);
        break;
      case 4:
        bytes = Buffer.from(bytes);
        if (at < bytes.length) bytes[at]! ^= 1 << random(8);
        break;
      case 5:
      case 6:
        bytes = Buffer.concat([before, Buffer.from(words[random(words.length)] ?? ''), piece, after]);
        break;
      default: {
        const other = others[random(others.length)] ?? input;
        const from = random(other.length + 1);
        bytes = Buffer.concat([before, other.subarray(from, from + 1 + random(200)), after]);
      }
    }
  }
  return bytes.subarray(0, LONGEST);
}
