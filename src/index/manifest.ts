import { crc32 } from 'node:zlib';
import type { Folder } from '../library/walk.ts';
import { VERSION } from './segment-file.ts';

/** A segment of an index. */
export interface SegmentReference {
  /** File name in the index's folder. */
  readonly name: string;
  /** Number of documents, deleted ones included. */
  readonly count: number;
  /** A bit for each deleted document, in base64; absent if none is deleted. */
  readonly deleted?: string;
}

/** The list of an index's parts. Its file is the only one that changes, and is replaced as a whole. */
export interface Manifest {
  /** The library: files and folders, absolute. */
  readonly paths: readonly string[];
  /** Increases by 1 with each change. */
  readonly generation: number;
  /** Whether all articles that were found are in the index. */
  readonly complete: boolean;
  /** The folders walked and the files named, as they were when the articles were found. */
  readonly folders: readonly Folder[];
  readonly segments: readonly SegmentReference[];
}

/** The manifest of an index without segments. */
export const emptyManifest = (paths: readonly string[]): Manifest => ({
  paths,
  generation: 0,
  complete: false,
  folders: [],
  segments: [],
});

/** The text of the manifest's file: a line with version and checksum, then JSON. */
export function formatManifest(manifest: Manifest): string {
  const json = JSON.stringify(manifest);
  return `kiosque-index ${VERSION} ${crc32(json)}\n${json}\n`;
}

/** Parses the manifest's file; undefined if it is damaged, of another version, or not for the library `paths`. */
export function parseManifest(text: string, paths: readonly string[]): Manifest | undefined {
  const match = /^kiosque-index (\d+) (\d+)\n([^\n]+)\n$/.exec(text);
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

/** A bit for each document of a segment, set if it is deleted; undefined if none is. */
export function deletionsOf(reference: Omit<SegmentReference, 'name'>): Uint8Array | undefined {
  if (reference.deleted === undefined) return undefined;
  const bits = new Uint8Array(Math.ceil(reference.count / 8));
  bits.set(Buffer.from(reference.deleted, 'base64').subarray(0, bits.length));
  return bits;
}

/** Number of documents that are not deleted. */
export function liveCount(reference: SegmentReference): number {
  let live = reference.count;
  for (const byte of deletionsOf(reference) ?? [])
    for (let bits = byte; bits > 0; bits >>= 1) live -= bits & 1;
  return live;
}
