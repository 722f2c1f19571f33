import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pid } from 'node:process';
import type { Document } from '../document/document.ts';
import { beginningOf } from '../document/partial-document.ts';
import { isTrustedFolder, makeTrustedFolder, readTrusted } from '../files/trusted.ts';
import type { Article } from '../library/article.ts';
import { hash } from '../library/ids.ts';
import { documentFrom, type Parsed, parsedOf } from './document-json.ts';

/** An article's text, parsed. */
export interface OpenedText {
  readonly document: Document;
  /** Line of the file, from 0, on which the body begins. */
  readonly firstLine: number;
}

export interface CacheOptions {
  /** The program's cache folder, which need not exist; undefined to cache nothing. */
  readonly cache: string | undefined;
  /** Name of the build: another one may parse otherwise. */
  readonly build: string;
  /** Nothing is written there. */
  readonly readOnly?: boolean;
}

/** UTF-16 units of text above which a document is not kept as a whole: of a long one the beginning is enough to start with. */
const LONGEST = 100_000;
const BEGINNING = 16_384;
/** UTF-16 units of an entry, about three for each of the text; one of many short pieces may have far more. */
const LONGEST_ENTRY = 5 * LONGEST;
/** Documents kept; beyond that the oldest go. */
const MOST = 500;

/** Whether all of a document is there, and is kept. */
export const isKeptWhole = ({ complete, text }: Document): boolean => complete && text.length <= LONGEST;

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

  /** The text of an article; of a long one maybe its beginning, a document that is not complete and does not extend. */
  get(article: Article): OpenedText | undefined {
    if (this.#cache === undefined) return undefined;
    try {
      const entry = undoubled(readTrusted(pathIn(this.#cache, article)));
      const { key, firstLine, parsed } = JSON.parse(entry) as Kept;
      return key === this.#keyOf(article) ? { firstLine, document: documentFrom(parsed) } : undefined;
    } catch {
      return undefined;
    }
  }

  set(article: Article, { document, firstLine }: OpenedText): void {
    if (this.#cache === undefined || this.#readOnly || !(article.mtime > 0)) return;
    const path = pathIn(this.#cache, article);
    const temporary = `${path}.${pid}`;
    const part = document.text.length > LONGEST ? beginningOf(document, BEGINNING) : document;
    const kept: Kept = { key: this.#keyOf(article), firstLine, parsed: parsedOf(part) };
    const entry = JSON.stringify(kept);
    if (entry.length > LONGEST_ENTRY) return;
    try {
      makeTrustedFolder(folderIn(this.#cache), this.#cache);
      // Exclusively, as a link of this name would be followed.
      writeFileSync(temporary, doubled(entry), { mode: 0o600, flag: 'wx' });
      renameSync(temporary, path);
      prune(folderIn(this.#cache));
    } catch {
      // The disk is full, or the folder cannot be written to: the document is parsed again.
    }
  }

  /** All that the document depends on. */
  #keyOf({ path, size, mtime, title, lang }: Article): string {
    return JSON.stringify([this.#build, path, size, mtime, title, lang]);
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

/** @throws where the file is not as it was written: what sets its text relies on its form */
function undoubled(file: string): string {
  const entry = file.slice(0, file.length / 2);
  if (entry !== file.slice(entry.length)) throw new Error('damaged');
  return entry;
}

interface Kept {
  readonly key: string;
  readonly firstLine: number;
  readonly parsed: Parsed;
}
