import { posix } from 'node:path';
import type { Body } from '../document/body.ts';
import type { Article } from '../library/article.ts';
import { LibraryError } from '../library/error.ts';
import type { PublishedTexts } from '../library/published-texts.ts';
import type { FileClient } from '../web/file-client.ts';
import { WebError } from '../web/web-error.ts';
import { decodeCataloguePage } from './catalogue.ts';
import { PublishedError } from './error.ts';
import {
  type CataloguePage,
  type FileReference,
  POINTER,
  type Pointer,
  type PublishedManifest,
  type TextPlace,
} from './format.ts';
import type { KeptPointers } from './kept-pointers.ts';
import { decodeManifest } from './manifest.ts';
import { MOST_POINTER_BYTES, parsePointer } from './pointer.ts';
import type { PublishedArticle } from './published-article.ts';
import type { RemoteFiles } from './remote-files.ts';
import { TextGroups } from './text-groups.ts';

/** A state of a library. */
export interface Edition {
  readonly pointer: Pointer;
  readonly manifest: PublishedManifest;
  /** Why it may not be the latest: the error that prevented that from being opened. */
  readonly stale?: Unusable;
}

/** Errors of a server that answers, but has not all files. */
const OF_CONTENT: ReadonlySet<WebError['kind']> = new Set(['status', 'damaged', 'large', 'no-ranges']);

/** True if the latest edition is known and could not be opened; false if the server could not be asked for it. */
export const isIncomplete = ({ stale }: Edition): boolean =>
  stale !== undefined &&
  !(stale instanceof WebError && (!OF_CONTENT.has(stale.kind) || stale.address.endsWith(`/${POINTER}`)));

/** An error of the server, or of what it sent. */
export type Unusable = WebError | PublishedError;

export const isUnusable = (error: unknown): error is Unusable =>
  error instanceof WebError || error instanceof PublishedError;

export interface RemoteLibraryPorts {
  /** The address of the library, without login and query; ends in `/`. */
  readonly root: string;
  readonly client: FileClient;
  readonly files: RemoteFiles;
  readonly pointers: KeptPointers;
}

/** A published library at an address. */
export class RemoteLibrary implements PublishedTexts {
  readonly root: string;
  readonly files: RemoteFiles;
  readonly #client: FileClient;
  readonly #pointers: KeptPointers;
  readonly #groups: TextGroups;
  /** By path, where the text of each article is that was met. */
  readonly #places = new Map<string, TextPlace>();
  /** The files of texts of all editions, by hash: an article that is open may be of an earlier one. */
  readonly #texts = new Map<string, FileReference>();
  /** Pages of the catalogue that were fetched and not read yet. */
  readonly #pages = new Map<string, Uint8Array>();
  #edition: Edition | undefined;
  #isThere = false;
  #hasAsked = false;

  constructor({ root, client, files, pointers }: RemoteLibraryPorts) {
    this.root = root;
    this.files = files;
    this.#client = client;
    this.#pointers = pointers;
    this.#groups = new TextGroups(files);
  }

  /** True once the server has sent a pointer, or one was kept: the address is that of a library. */
  get isThere(): boolean {
    return this.#isThere;
  }

  /** False while what was kept is open, and the server has not been asked. */
  get hasAsked(): boolean {
    return this.#hasAsked;
  }

  /** The edition that was opened last. */
  get edition(): Edition | undefined {
    return this.#edition;
  }

  /**
   * Opens the library as it is on the server. If that cannot be reached, or is not complete there, opens an earlier edition.
   *
   * @param tries  how often the server is asked
   * @throws {WebError} if there is no edition that can be opened; {PublishedError} if there is no library at the address
   */
  async open(tries?: number): Promise<Edition> {
    let pointer: Pointer;
    try {
      pointer = await this.#fetchPointer(tries);
    } catch (error) {
      const kept = error instanceof WebError ? await this.openKept() : undefined;
      if (!kept) throw error;
      return this.#use({ ...kept, stale: error as WebError });
    }
    return this.#use(await this.#editionOf(pointer));
  }

  /** Opens the library as it was kept, without asking the server; undefined if it was not. */
  async openKept(): Promise<Edition | undefined> {
    const kept = this.#pointers.get(this.root);
    if (!kept) return undefined;
    try {
      const pointer = this.#parsed(kept.text);
      const bytes = this.files.keptWhole(pointer.manifest);
      return bytes && this.#use({ pointer, manifest: decodeManifest(bytes) });
    } catch {
      return undefined;
    }
  }

  /**
   * The edition on the server if it is another one than that which is open, without opening it.
   *
   * @throws {WebError} or {PublishedError} if it cannot be fetched
   */
  async newer(): Promise<Edition | undefined> {
    const pointer = await this.#fetchPointer();
    if (pointer.manifest.hash === this.#edition?.pointer.manifest.hash) return undefined;
    const manifest = await this.#manifestOf(pointer.manifest);
    this.#knowTexts(manifest);
    return { pointer, manifest };
  }

  /** Uses an edition from now on. */
  use(edition: Edition): void {
    this.#use(edition);
  }

  /** Fetches a page of the catalogue, so that its articles are known soon. @throws {WebError} */
  async fetchPage(page: CataloguePage): Promise<void> {
    if (!this.#pages.has(page.hash)) this.#pages.set(page.hash, await this.files.whole(page));
  }

  /** The articles of a page of the catalogue. @throws {WebError} or {PublishedError} */
  async articlesOf(page: CataloguePage): Promise<readonly Article[]> {
    const bytes = this.#pages.get(page.hash) ?? (await this.files.whole(page));
    this.#pages.delete(page.hash);
    return decodeCataloguePage(page, bytes).map((row) => this.article(row));
  }

  /** An article as the rest of the program knows it. */
  article({ text, path, ...facts }: PublishedArticle): Article {
    const own = this.root + path;
    this.#places.set(own, text);
    return { ...facts, path: own, packed: 'published', mtime: revisionOf(text) };
  }

  async body({ path }: Article): Promise<Body> {
    const place = this.#places.get(path);
    const file = place && this.#texts.get(place.file);
    if (!place || !file) throw new LibraryError('missing', path);
    try {
      return (await this.#groups.text(file, place)).body;
    } catch (cause) {
      if (!isUnusable(cause)) throw cause;
      const error = cause instanceof WebError ? cause : new WebError('damaged', path);
      throw new LibraryError('unreadable', path, { cause: error });
    }
  }

  /** True if the text of an article can be read without the server. */
  hasKept({ path }: Pick<Article, 'path'>): boolean {
    return this.keptBody(path) !== undefined;
  }

  /** The text of an article if it was kept. */
  keptBody(path: string): Body | undefined {
    const place = this.#places.get(path);
    const file = place && this.#texts.get(place.file);
    return place && file && this.#groups.kept(file, place)?.body;
  }

  pathOf({ path }: Article, target: string): string | undefined {
    const below = posix.normalize(posix.join(posix.dirname(path.slice(this.root.length)), target));
    const named = below.startsWith('..') ? undefined : this.root + below;
    if (named === undefined) return undefined;
    return ['', '.md', '.markdown', '.txt', '/README.md', '/index.md']
      .map((ending) => named + ending)
      .find((each) => this.#places.has(each));
  }

  /** Keeps files in the cache however large they are, by their names: all of the edition that is open. */
  keepAll(names: readonly string[]): void {
    const kept = this.#pointers.get(this.root);
    const { hash, kind } = this.#edition!.pointer.manifest;
    if (kept) this.#pointers.set({ ...kept, pulled: [...names, `${hash}.${kind}`] });
  }

  /** Ends its connections. */
  close(): void {
    this.files.close();
  }

  async #fetchPointer(tries?: number): Promise<Pointer> {
    this.#hasAsked = true;
    const kept = this.#pointers.get(this.root);
    const answer = await this.#client.get(POINTER, {
      longest: MOST_POINTER_BYTES,
      etag: kept?.etag,
      ...(tries !== undefined && { tries }),
    });
    if (answer.kind === 'same' && kept) return this.#parsed(kept.text);
    const text = answer.bytes.toString();
    const pointer = this.#parsed(text);
    this.#fetched = { root: this.root, etag: answer.etag, text, pulled: kept?.pulled };
    return pointer;
  }

  #parsed(text: string): Pointer {
    try {
      const pointer = parsePointer(text);
      this.#isThere = true;
      return pointer;
    } catch (error) {
      this.#isThere = error instanceof PublishedError && error.kind === 'newer';
      throw error;
    }
  }

  /** The pointer that is kept once its edition has been opened. */
  #fetched: Parameters<KeptPointers['set']>[0] | undefined;

  /** The edition of a pointer. If its files are not there yet, or no more, one that was kept or is older. */
  async #editionOf(pointer: Pointer): Promise<Edition> {
    try {
      return { pointer, manifest: await this.#manifestOf(pointer.manifest) };
    } catch (error) {
      if (!isUnusable(error)) throw error;
      this.#fetched = undefined;
      const kept = await this.openKept();
      if (kept) return { ...kept, stale: error };
      for (const { published, manifest } of pointer.history)
        try {
          const older = { ...pointer, published, manifest };
          return { pointer: older, manifest: await this.#manifestOf(manifest), stale: error };
        } catch {
          // The next one may be there.
        }
      throw error;
    }
  }

  async #manifestOf(reference: FileReference): Promise<PublishedManifest> {
    return decodeManifest(await this.files.whole(reference));
  }

  #knowTexts({ texts }: PublishedManifest): void {
    for (const file of texts) this.#texts.set(file.hash, file);
  }

  #use(edition: Edition): Edition {
    this.#edition = edition;
    this.#knowTexts(edition.manifest);
    const fetched = this.#fetched;
    this.#fetched = undefined;
    if (fetched && !edition.stale) this.#pointers.set(fetched);
    return edition;
  }
}

/** A time that no file has, and that another text would not have. It is below 0, since it is no date to be shown or sorted by. */
const revisionOf = ({ hash, index }: TextPlace): number =>
  -(Number.parseInt(hash.slice(0, 12), 16) + index + 1);
