import { closeSync, constants, openSync, readSync, type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Article } from './article.ts';
import type { Described, describeFile } from './describe-file.ts';
import { LibraryError } from './error.ts';
import { loadParser, type Parsers } from './front-matter.ts';
import { withIds } from './ids.ts';
import { sortArticles } from './sort-articles.ts';
import { type Folder, type FoundFile, walk } from './walk.ts';

/** What is the matter with some of the files; the messages are worded elsewhere. */
export interface LibraryWarning {
  /** `special`: not a regular file; `front-matter`: it could not be read whole, the article opens all the same. */
  readonly kind: 'binary' | 'empty' | 'unreadable' | 'special' | 'front-matter';
  readonly count: number;
  /** The first of them, at most `NAMED`. */
  readonly paths: readonly string[];
}

export interface Library {
  /** By date, the newest first. */
  readonly articles: readonly Article[];
  /** At most one of each kind. */
  readonly warnings: readonly LibraryWarning[];
  /** The folders walked and the files named, to see later whether others have come. */
  readonly folders: readonly Folder[];
}

export interface OpenOptions {
  /** What is already known of a file of this size and time, so that it need not be read. */
  readonly known?: (path: string, size: number, mtime: number) => Article | undefined;
  /** Articles as they are found, in no order; their ids may still change: until the end, go by `path`. */
  readonly onBatch?: (articles: readonly Article[]) => void;
  /** Receives the reading text of each file that had to be read and was read whole, so that it need not be read again. */
  readonly onText?: (article: Article, text: string) => void;
  readonly signal?: AbortSignal;
}

/** Bytes read of a file to describe its article; longer ones are described by their beginning. */
export const HEAD_BYTES = 65_536;

/** Paths named in a warning. */
const NAMED = 3;

/** Milliseconds of work after which others get their turn; a key pressed meanwhile waits no longer. */
const SLICE = 8;

/**
 * Opens the articles in files and folders. A file that is named is opened whatever its suffix.
 *
 * Files are read by synchronous calls in short slices: on a warm disk that is several times faster than one promise a
 * file, and a small catalogue is done in its first slice.
 *
 * @throws {LibraryError} where a path does not exist or cannot be read at all
 * @throws the signal's reason, when it is aborted
 */
export async function loadLibrary(paths: readonly string[], options: OpenOptions = {}): Promise<Library> {
  const { known, onBatch, onText, signal } = options;
  const warnings = new Warnings();
  const read = fileReader();
  const articles: Article[] = [];
  const folders: Folder[] = [];
  const seen = new Set<string>();
  let batched = 0;
  let sliceStart = Date.now();
  for (const file of filesOf(paths, warnings.add, (folder) => folders.push(folder))) {
    if (seen.has(file.path)) continue;
    seen.add(file.path);
    const article = known?.(file.path, file.size, file.mtime);
    const described: Read = article
      ? { kind: 'article', article, brokenFrontMatter: false }
      : await read(file);
    if (described.kind === 'article') {
      articles.push(described.article);
      if (described.text !== undefined) onText?.(described.article, described.text);
      if (described.brokenFrontMatter) warnings.add('front-matter', file.path);
    } else warnings.add(described.kind, file.path);
    // The clock may be set back meanwhile. (Node loads `performance` when it is first asked for, in a millisecond.)
    if (Math.abs(Date.now() - sliceStart) < SLICE) continue;
    if (articles.length > batched) onBatch?.(articles.slice(batched));
    batched = articles.length;
    await othersTurn();
    signal?.throwIfAborted();
    sliceStart = Date.now();
  }
  return {
    articles: sortArticles(withIds(articles), 'date'),
    warnings: warnings.all(),
    folders,
  };
}

/** Gathers what is the matter with files, by kind. */
class Warnings {
  readonly #byKind = new Map<LibraryWarning['kind'], { count: number; paths: string[] }>();

  readonly add = (kind: LibraryWarning['kind'], path: string): void => {
    const warning = this.#byKind.get(kind) ?? { count: 0, paths: [] };
    warning.count++;
    if (warning.paths.length < NAMED) warning.paths.push(path);
    this.#byKind.set(kind, warning);
  };

  all(): LibraryWarning[] {
    return [...this.#byKind].map(([kind, warning]) => ({ kind, ...warning }));
  }
}

type Read = Exclude<Described, { kind: 'needs' }> | { readonly kind: 'unreadable' };

/** A function that describes the article in a file; what it needs to parse is loaded with the first file. */
function fileReader(): (file: FoundFile) => Promise<Read> | Read {
  const parsers: Parsers = {};
  const buffer = Buffer.allocUnsafe(HEAD_BYTES);
  let describe: typeof describeFile | undefined;
  const read = (file: FoundFile): Promise<Read> | Read => {
    if (!describe) {
      return import('./describe-file.ts').then((loaded) => {
        describe = loaded.describeFile;
        return read(file);
      });
    }
    const bytes = readHead(file.path, buffer);
    const described: Described | { readonly kind: 'unreadable' } = bytes
      ? describe({ ...file, bytes }, parsers)
      : { kind: 'unreadable' };
    if (described.kind !== 'needs') return described;
    return loadParser(parsers, described.parser).then(() => read(file));
  };
  return read;
}

const othersTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function* filesOf(
  paths: readonly string[],
  report: (kind: 'unreadable' | 'special', path: string) => void,
  onFolder: (folder: Folder) => void,
): Generator<FoundFile> {
  for (const path of paths) {
    const absolute = resolve(path);
    const stats = statOf(absolute);
    if (stats.isDirectory()) yield* walk(absolute, report, onFolder);
    else if (stats.isFile()) {
      onFolder({ path: absolute, mtime: stats.mtimeMs });
      yield { path: absolute, size: stats.size, mtime: stats.mtimeMs };
    } else throw new LibraryError('special', path);
  }
}

function statOf(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && /^ENO(?:ENT|TDIR)$/.test(String(error.code));
    throw new LibraryError(missing ? 'missing' : 'unreadable', path, { cause: error });
  }
}

/** The first bytes of a file, read into `buffer`; undefined if it cannot be read. */
function readHead(path: string, buffer: Buffer): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    // Should the file have become a FIFO meanwhile, opening it must not wait for a writer.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, HEAD_BYTES, 0));
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
