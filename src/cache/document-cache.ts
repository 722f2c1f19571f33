import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pid } from 'node:process';
import type { Document } from '../document/document.ts';
import { beginningOf } from '../document/partial-document.ts';
import { makeFolder } from '../files/make-folder.ts';
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
  /** The program's cache folder; need not exist. */
  readonly cache: string;
  /** Name of the build: another one may parse otherwise. */
  readonly build: string;
  /** Nothing is put there. */
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
 * Documents that were parsed at an earlier run, in the cache folder: parsing, and loading what parses, is most of what
 * showing an article costs. One is used for a file of the same size and time only. Never needed: what is missing,
 * damaged or cannot be written is parsed anew.
 */
export class DocumentCache {
  readonly #folder: string;
  readonly #build: string;
  readonly #readOnly: boolean;

  constructor({ cache, build, readOnly = false }: CacheOptions) {
    this.#folder = join(cache, 'documents');
    this.#build = build;
    this.#readOnly = readOnly;
  }

  /** The text of an article; of a long one maybe its beginning, a document that is not complete and does not extend. */
  get(article: Article): OpenedText | undefined {
    try {
      const entry = undoubled(readFileSync(this.#pathFor(article), 'utf8'));
      const { key, firstLine, parsed } = JSON.parse(entry) as Kept;
      return key === this.#keyOf(article) ? { firstLine, document: documentFrom(parsed) } : undefined;
    } catch {
      return undefined;
    }
  }

  set(article: Article, { document, firstLine }: OpenedText): void {
    if (this.#readOnly || !(article.mtime > 0)) return;
    const path = this.#pathFor(article);
    const temporary = `${path}.${pid}`;
    const part = document.text.length > LONGEST ? beginningOf(document, BEGINNING) : document;
    const kept: Kept = { key: this.#keyOf(article), firstLine, parsed: parsedOf(part) };
    const entry = JSON.stringify(kept);
    if (entry.length > LONGEST_ENTRY) return;
    try {
      makeFolder(this.#folder);
      writeFileSync(temporary, doubled(entry), { mode: 0o600 });
      renameSync(temporary, path);
      this.#prune();
    } catch {
      // A full disk, a folder that is not ours: then without.
    }
  }

  #pathFor({ path }: Article): string {
    return join(this.#folder, `${hash(path)}.json`);
  }

  /** All that the document depends on. */
  #keyOf({ path, size, mtime, title, lang }: Article): string {
    return JSON.stringify([this.#build, path, size, mtime, title, lang]);
  }

  #prune(): void {
    const paths = readdirSync(this.#folder).map((name) => join(this.#folder, name));
    if (paths.length <= MOST) return;
    const byAge = paths
      .map((path) => ({ path, time: statSync(path).mtimeMs }))
      .sort((a, b) => b.time - a.time);
    // Some more, so that it is not done each time.
    for (const { path } of byAge.slice(MOST * 0.9)) rmSync(path, { force: true });
  }
}

/** An entry as it is written, twice: to compare takes less time than any checksum, which matters in what starts fast. */
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
