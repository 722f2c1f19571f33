import { crc32 } from 'node:zlib';
import type { Folder } from '../library/walk.ts';
import { VERSION } from './segment-file.ts';

/** A segment of an index. */
export interface SegmentReference {
  /** File in the index's folder. */
  readonly name: string;
  /** Documents, those deleted included. */
  readonly count: number;
  /** A bit for each document that is gone, in base64; absent where none is. */
  readonly deleted?: string;
}

/** What an index consists of. It is replaced as a whole, and so is the one thing that changes. */
export interface Manifest {
  /** The library: files and folders, absolute. */
  readonly paths: readonly string[];
  /** One more with each change. */
  readonly generation: number;
  /** Whether all articles that were found are in it. */
  readonly complete: boolean;
  /** The folders and the files named, as they were when the articles were found. */
  readonly folders: readonly Folder[];
  readonly segments: readonly SegmentReference[];
}

export const emptyManifest = (paths: readonly string[]): Manifest => ({
  paths,
  generation: 0,
  complete: false,
  folders: [],
  segments: [],
});

/** A line with version and checksum, then JSON. */
export function formatManifest(manifest: Manifest): string {
  const json = JSON.stringify(manifest);
  return `kiosque-index ${VERSION} ${crc32(json)}\n${json}\n`;
}

/** The manifest in `text`; undefined where it is damaged, of another version, or of another library than `paths`. */
export function parseManifest(text: string, paths: readonly string[]): Manifest | undefined {
  const match = /^kiosque-index (\d+) (\d+)\n([^\n]*)\n$/.exec(text);
  if (!match || Number(match[1]) !== VERSION || Number(match[2]) !== crc32(match[3]!)) return undefined;
  const manifest = JSON.parse(match[3]!) as Manifest;
  const same = manifest.paths.length === paths.length && manifest.paths.every((path, i) => path === paths[i]);
  return same ? manifest : undefined;
}

/** Marks documents as deleted. */
export function withDeleted(reference: SegmentReference, docs: readonly number[]): SegmentReference {
  if (docs.length === 0) return reference;
  const bits = deletionsOf(reference)?.slice() ?? new Uint8Array(Math.ceil(reference.count / 8));
  for (const doc of docs) bits[doc >> 3]! |= 1 << (doc & 7);
  return { ...reference, deleted: Buffer.from(bits).toString('base64') };
}

export function deletionsOf(reference: SegmentReference): Uint8Array | undefined {
  if (reference.deleted === undefined) return undefined;
  const bits = new Uint8Array(Math.ceil(reference.count / 8));
  bits.set(Buffer.from(reference.deleted, 'base64').subarray(0, bits.length));
  return bits;
}

/** Documents that are not deleted. */
export function liveCount(reference: SegmentReference): number {
  let gone = 0;
  for (const byte of deletionsOf(reference) ?? [])
    for (let bits = byte; bits > 0; bits >>= 1) gone += bits & 1;
  return reference.count - gone;
}
