import { closeSync, openSync, readSync } from 'node:fs';
import { deletionsOf } from '../index/manifest.ts';
import { PublishedError } from './error.ts';
import type { FileReference, Pointer, PublishedManifest, PublishedSegment, TextPlace } from './format.ts';
import { decodeManifest } from './manifest.ts';
import type { PublishedArticle } from './published-article.ts';
import type { PublishedFolder } from './published-folder.ts';
import { articlesOfSegment } from './segment-articles.ts';
import { textsOfGroup } from './texts.ts';

/** An article of the library as it was published last: in which segment it is, and its number there. */
export interface EarlierArticle {
  readonly article: PublishedArticle;
  readonly segment: number;
  readonly doc: number;
}

/** The library as it was published last. */
export interface EarlierState {
  readonly pointer: Pointer;
  readonly manifest: PublishedManifest;
  /** By their paths below the library. */
  readonly articles: ReadonlyMap<string, EarlierArticle>;
}

/**
 * Reads what was published last; undefined if there is nothing, or not all of it can be read: then all is to be written anew.
 *
 * @throws {PublishedError} if it is of a later version
 */
export function earlierState(folder: PublishedFolder): EarlierState | undefined {
  try {
    const pointer = folder.pointer();
    if (!pointer) return undefined;
    const manifest = decodeManifest(folder.read(pointer.manifest));
    const articles = new Map<string, EarlierArticle>();
    for (const [number, segment] of manifest.segments.entries())
      for (const earlier of articlesOf(folder, segment, number)) articles.set(earlier.article.path, earlier);
    return { pointer, manifest, articles };
  } catch (error) {
    if (error instanceof PublishedError && error.kind === 'newer') throw error;
    return undefined;
  }
}

function* articlesOf(
  folder: PublishedFolder,
  segment: PublishedSegment,
  number: number,
): Generator<EarlierArticle> {
  const deleted = deletionsOf(segment);
  // Only to check it: a segment is kept with all its files, or written anew.
  folder.read(segment.dictionary);
  const articles = articlesOfSegment(folder.read(segment.head), folder.read(segment.parts));
  let doc = 0;
  for (const article of articles) {
    if (!deleted || (deleted[doc >> 3]! & (1 << (doc & 7))) === 0) yield { article, segment: number, doc };
    doc += 1;
  }
}

/** Groups that stay unpacked: texts are compared in about the order in which they were stored. */
const KEPT_GROUPS = 64;

/** Texts as they were published before, to compare them with those of today. */
export class EarlierTexts {
  readonly #folder: PublishedFolder;
  readonly #groups = new Map<string, readonly string[]>();
  #open: { readonly file: string; readonly descriptor: number } | undefined;

  constructor(folder: PublishedFolder) {
    this.#folder = folder;
  }

  /** The JSON of the text at a place; undefined if it cannot be read as it was published. */
  jsonAt(place: TextPlace): string | undefined {
    const key = `${place.file} ${place.at}`;
    const known = this.#groups.get(key) ?? this.#read(place);
    this.#groups.delete(key);
    this.#groups.set(key, known);
    if (this.#groups.size > KEPT_GROUPS) this.#groups.delete(this.#groups.keys().next().value!);
    return known[place.index];
  }

  close(): void {
    if (this.#open) closeSync(this.#open.descriptor);
    this.#open = undefined;
  }

  #read(place: TextPlace): readonly string[] {
    try {
      const bytes = Buffer.alloc(place.length);
      readSync(this.#descriptorOf(place.file), bytes, 0, place.length, place.at);
      return textsOfGroup(place, bytes).map((text) => JSON.stringify(text));
    } catch {
      return [];
    }
  }

  #descriptorOf(file: string): number {
    if (this.#open?.file === file) return this.#open.descriptor;
    this.close();
    this.#open = { file, descriptor: openSync(this.#folder.pathOfTexts(file), 'r') };
    return this.#open.descriptor;
  }
}

/** Files of texts that are so small, when there are more of them than these, are joined. */
const SMALL = 256 * 1024;
const MOST_SMALL = 32;

/**
 * The files of texts that may be kept, by their hashes. The articles in others, of which less than half is still used, or which
 * are small and many, are to be stored anew.
 */
export function usableTexts(
  files: readonly FileReference[],
  articles: Iterable<Pick<PublishedArticle, 'text'>>,
): ReadonlySet<string> {
  const used = new Map<string, number>();
  const groups = new Set<string>();
  for (const { text } of articles) {
    const group = `${text.file} ${text.at}`;
    if (groups.has(group)) continue;
    groups.add(group);
    used.set(text.file, (used.get(text.file) ?? 0) + text.length);
  }
  const small = files.filter(({ size }) => size < SMALL);
  const isManySmall = small.length > MOST_SMALL;
  const isUsable = ({ hash, size }: FileReference): boolean =>
    2 * (used.get(hash) ?? 0) >= size && !(isManySmall && size < SMALL);
  return new Set(files.filter(isUsable).map(({ hash }) => hash));
}
