import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFile } from '../files/replace-file.ts';
import { isTrustedFolder, makeTrustedFolder, readTrusted } from '../files/trusted.ts';
import { type SegmentData, type SegmentSource, sourceOf } from '../search/segment.ts';
import { MANIFEST } from './index-folder.ts';
import { formatManifest, type Manifest, parseManifest } from './manifest.ts';
import { OpenFile } from './paged-file.ts';
import { type OpenSegment, openSegmentFile, openSegmentInMemory, segmentFile } from './segment-file.ts';
import type { PackedArticles } from './stored-articles.ts';

/** The storage of an index. */
export interface Store {
  /** The manifest; undefined if there is none, or it is damaged. */
  read(): Manifest | undefined;
  /**
   * @param kept  how many pages of its file stay in memory, at most
   * @throws {IndexDamage} or an error of the file system
   */
  open(name: string, kept?: number): OpenSegment;
  /** Keeps a segment, which is not part of the index until a manifest lists it. @returns its name, which begins with `prefix` */
  add(prefix: string, data: SegmentData, articles: PackedArticles): Promise<string>;
  commit(manifest: Manifest): Promise<void>;
}

/**
 * An index in a folder: one manifest and its segments. Segments never change, and the manifest is replaced by a rename, so that
 * readers always see a consistent index, whatever is being written and however the writer ends.
 */
export class FolderStore implements Store {
  readonly folder: string;
  readonly #cache: string;
  readonly #paths: readonly string[];

  /** @param folder  from `folderOf` */
  constructor(folder: string, paths: readonly string[]) {
    this.folder = folder;
    this.#cache = dirname(dirname(folder));
    this.#paths = paths;
  }

  /** False if others may write to the folder, which is then not to be used. */
  get isTrusted(): boolean {
    return isTrustedFolder(this.folder, this.#cache);
  }

  read(): Manifest | undefined {
    try {
      return parseManifest(readTrusted(join(this.folder, MANIFEST)), this.#paths);
    } catch {
      return undefined;
    }
  }

  open(name: string, kept?: number): OpenSegment {
    const file = new OpenFile(join(this.folder, name));
    try {
      return openSegmentFile(file, checksumIn(name), kept);
    } catch (error) {
      file.close();
      throw error;
    }
  }

  async add(prefix: string, data: SegmentData, articles: PackedArticles): Promise<string> {
    const { bytes, checksum } = segmentFile(data, articles);
    const name = `${prefix}-${checksum.toString(16)}.segment`;
    await replaceFile(join(this.folder, name), bytes);
    return name;
  }

  commit(manifest: Manifest): Promise<void> {
    return replaceFile(join(this.folder, MANIFEST), formatManifest(manifest));
  }

  /** Makes the folder. @throws if it cannot be made, or others may write to it */
  prepare(): void {
    makeTrustedFolder(this.folder, this.#cache);
  }

  /** Removes the files that are neither in `manifest` nor the lock. The caller must hold the lock. */
  sweep(manifest: Manifest, lock: string): void {
    const needed = new Set([MANIFEST, lock, ...manifest.segments.map((segment) => segment.name)]);
    for (const name of readdirSync(this.folder))
      if (!needed.has(name)) rmSync(join(this.folder, name), { force: true });
  }

  /** Forgets the index, so that it is rebuilt. @returns false if the folder cannot be written to */
  discard(): boolean {
    try {
      rmSync(join(this.folder, MANIFEST), { force: true });
      return true;
    } catch {
      return false;
    }
  }
}

/** A segment's name ends with its checksum, so that a manifest names the very segments it was written for. */
const checksumIn = (name: string): number =>
  Number.parseInt(/-([0-9a-f]+)\.segment$/.exec(name)?.[1] ?? '', 16);

/** Keeps an index in memory if its folder cannot be written to. Segments that are in the folder are read from it. */
export class MemoryStore implements Store {
  #manifest: Manifest | undefined;
  readonly #segments = new Map<string, { source: SegmentSource; articles: PackedArticles }>();
  readonly #below: FolderStore | undefined;

  constructor(below?: FolderStore) {
    this.#below = below;
    this.#manifest = below?.read();
  }

  read(): Manifest | undefined {
    return this.#manifest;
  }

  open(name: string, kept?: number): OpenSegment {
    const segment = this.#segments.get(name);
    if (segment) return openSegmentInMemory(segment.source, segment.articles);
    if (this.#below) return this.#below.open(name, kept);
    throw new Error(`no segment ${name}`);
  }

  async add(prefix: string, data: SegmentData, articles: PackedArticles): Promise<string> {
    const name = `${prefix}.segment`;
    this.keep(name, data, articles);
    return name;
  }

  /** Keeps a segment that another thread has made, by the name that it has there. */
  keep(name: string, data: SegmentData, articles: PackedArticles): void {
    this.#segments.set(name, { source: sourceOf(data), articles });
  }

  async commit(manifest: Manifest): Promise<void> {
    this.#manifest = manifest;
    const needed = new Set(manifest.segments.map((segment) => segment.name));
    for (const name of this.#segments.keys()) if (!needed.has(name)) this.#segments.delete(name);
  }
}
