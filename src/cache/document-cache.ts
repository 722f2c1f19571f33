import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pid } from 'node:process';
import type { Document } from '../document/document.ts';
import { type DocumentParts, fixedDocument } from '../document/fixed-document.ts';
import { beginningOf } from '../document/partial-document.ts';
import { isTrustedFolder, makeTrustedFolder, readTrusted } from '../files/trusted.ts';
import type { Article } from '../library/article.ts';
import { converterFor } from '../library/converters.ts';
import { hash } from '../library/ids.ts';

/** A parsed article. */
export interface OpenedText {
  readonly document: Document;
  /** The line of the file, from 0, on which the body begins. */
  readonly firstLine: number;
}

export interface CacheOptions {
  /** The program's cache folder, which need not exist; undefined to cache nothing. */
  readonly cache: string | undefined;
  /** The name of the build: another build may parse differently. */
  readonly build: string;
  /** Whether nothing is written. */
  readonly readOnly?: boolean;
}

/** UTF-16 units of the longest text that is cached whole. Of longer ones, the beginning is enough for the first screen. */
const LONGEST = 100_000;
const BEGINNING = 16_384;
/** UTF-16 units of the longest entry. Entries take about three units for one of the text, and far more for many short runs. */
const LONGEST_ENTRY = 5 * LONGEST;
/** Most documents in the cache. Beyond that, the oldest are removed. */
const MOST = 500;

/** Whether a document is complete and short enough to be cached whole. */
export const isKeptWhole = ({ complete, length }: Document): boolean => complete && length <= LONGEST;

/**
 * Documents that earlier runs parsed, in the cache folder: loading the parser and parsing is most of the cost of showing an
 * article. An entry is valid for a file of the same size and time only. The cache is optional: a document whose entry is
 * missing or damaged is parsed again, and a folder that others may write to is not used.
 */
export class DocumentCache {
  /** Undefined if it is not to be used. */
  readonly #cache: string | undefined;
  readonly #build: string;
  readonly #readOnly: boolean;

  constructor({ cache, build, readOnly = false }: CacheOptions) {
    this.#cache = cache !== undefined && isTrustedFolder(folderIn(cache), cache) ? cache : undefined;
    this.#build = build;
    this.#readOnly = readOnly;
  }

  /** A cached article. Of a long one it may be the beginning: a document that is not complete and cannot be extended. */
  get(article: Article): OpenedText | undefined {
    if (this.#cache === undefined) return undefined;
    try {
      const entry = undoubled(readTrusted(pathIn(this.#cache, article)));
      const { key, firstLine, document } = JSON.parse(entry) as Entry;
      if (key !== this.#keyOf(article)) return undefined;
      const { complete, ...parts } = document;
      return { firstLine, document: fixedDocument({ ...parts, lang: document.lang }, complete) };
    } catch {
      return undefined;
    }
  }

  set(article: Article, { document, firstLine }: OpenedText): void {
    if (this.#cache === undefined || this.#readOnly || !(article.mtime > 0)) return;
    const path = pathIn(this.#cache, article);
    const temporary = `${path}.${pid}`;
    const { text, blocks, headings, links, hidden, anchors, lang, complete } =
      document.length > LONGEST ? beginningOf(document, BEGINNING) : document;
    const parsed = { text, blocks: [...blocks], headings, links, hidden, anchors, lang, complete };
    const entry = JSON.stringify({ key: this.#keyOf(article), firstLine, document: parsed } satisfies Entry);
    if (entry.length > LONGEST_ENTRY) return;
    try {
      makeTrustedFolder(folderIn(this.#cache), this.#cache);
      // `wx` follows no link of this name.
      writeFileSync(temporary, doubled(entry), { mode: 0o600, flag: 'wx' });
      renameSync(temporary, path);
      prune(folderIn(this.#cache));
    } catch {
      // The disk is full, or the folder cannot be written to: the document is parsed again.
    }
  }

  /** Everything that the document depends on. */
  #keyOf({ path, size, mtime, title, lang, input }: Article): string {
    return JSON.stringify([this.#build, path, size, mtime, title, lang, input, converterFor(path)]);
  }
}

const folderIn = (cache: string): string => join(cache, 'documents');
const pathIn = (cache: string, { path }: Article): string => join(folderIn(cache), `${hash(path)}.json`);

/** Removes the oldest entries of a folder that has too many, some more than necessary so that it is seldom done. */
function prune(folder: string): void {
  const paths = readdirSync(folder).map((name) => join(folder, name));
  if (paths.length <= MOST) return;
  const byAge = paths.map((path) => ({ path, time: statSync(path).mtimeMs })).sort((a, b) => b.time - a.time);
  for (const { path } of byAge.slice(MOST * 0.9)) rmSync(path, { force: true });
}

/** An entry as it is written, twice: comparing is faster than loading zlib for a checksum, 1 ms of a start. */
const doubled = (entry: string): string => entry + entry;

/** @throws if the file is not as it was written: the layout relies on the document's form */
function undoubled(file: string): string {
  const entry = file.slice(0, file.length / 2);
  if (entry !== file.slice(entry.length)) throw new Error('damaged');
  return entry;
}

interface Entry extends Omit<OpenedText, 'document'> {
  readonly key: string;
  readonly document: DocumentParts & Pick<Document, 'complete'>;
}
