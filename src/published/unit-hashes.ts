import { createHash } from 'node:crypto';
import { HASH_BYTES } from './format.ts';

/**
 * The content of a file that is read by ranges is cut into units, each of which is read whole. The table of their hashes follows
 * the content. It is cut into nodes, whose hashes (`tops`) are in the head of the segment: a unit and its node are fetched at the
 * same time, and checked from the head on.
 */

/** Hashes in a node: it is fetched with the first of its units that is read. */
export const NODE_HASHES = 64;
/** Bytes of a whole node. */
export const NODE_BYTES = NODE_HASHES * HASH_BYTES;

/** The first `HASH_BYTES` of the SHA-256 of `bytes`. */
export const digestOf = (bytes: Uint8Array): Uint8Array =>
  createHash('sha256').update(bytes).digest().subarray(0, HASH_BYTES);

/** True if `hashes` has the hash of `bytes` as its hash number `index`. */
export function hasDigest(hashes: Uint8Array, index: number, bytes: Uint8Array): boolean {
  const expected = hashes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
  return expected.length === HASH_BYTES && Buffer.compare(expected, digestOf(bytes)) === 0;
}

/**
 * The hashes of units of `content`, joined, and the hashes of their nodes.
 *
 * @param starts  the offset of each unit, and that of the end
 */
export function unitHashes(
  content: Uint8Array,
  starts: ArrayLike<number>,
): { readonly table: Uint8Array; readonly tops: Uint8Array } {
  const table = new Uint8Array((starts.length - 1) * HASH_BYTES);
  for (let unit = 0; unit + 1 < starts.length; unit += 1)
    table.set(digestOf(content.subarray(starts[unit], starts[unit + 1])), unit * HASH_BYTES);
  const tops = new Uint8Array(Math.ceil(table.length / NODE_BYTES) * HASH_BYTES);
  for (let node = 0; node * HASH_BYTES < tops.length; node += 1)
    tops.set(digestOf(table.subarray(node * NODE_BYTES, (node + 1) * NODE_BYTES)), node * HASH_BYTES);
  return { table, tops };
}
