import { closeSync, constants, openSync, readSync, type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Body } from '../document/body.ts';
import type { Article } from './article.ts';
import { type Described, describeFile } from './describe-file.ts';
import { LibraryError } from './error.ts';
import { HEAD_BYTES } from './format.ts';
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
  /** Bodies of files that had to be read, and were read whole, so that whoever wants them need not read them again. */
  readonly onBody?: (article: Article, body: Body) => void;
  readonly signal?: AbortSignal;
}

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
  const { known, onBatch, onBody, signal } = options;
  const troubles = new Map<LibraryWarning['kind'], { count: number; paths: string[] }>();
  const report = (kind: LibraryWarning['kind'], path: string): void => {
    const trouble = troubles.get(kind) ?? { count: 0, paths: [] };
    trouble.count++;
    if (trouble.paths.length < NAMED) trouble.paths.push(path);
    troubles.set(kind, trouble);
  };
  const parsers: Parsers = {};
  const buffer = Buffer.allocUnsafe(HEAD_BYTES);
  const articles: Article[] = [];
  const seen = new Set<string>();
  let batched = 0;
  let sliceStart = Date.now();
  const folders: Folder[] = [];
  for (const file of filesOf(paths, report, (folder) => folders.push(folder))) {
    if (seen.has(file.path)) continue;
    seen.add(file.path);
    const article = known?.(file.path, file.size, file.mtime);
    if (article) articles.push(article);
    else {
      let described = readHead(file, buffer, parsers);
      while (described.kind === 'needs') {
        await loadParser(parsers, described.parser);
        described = readHead(file, buffer, parsers);
      }
      if (described.kind === 'article') {
        articles.push(described.article);
        if (described.body) onBody?.(described.article, described.body);
        if (described.brokenFrontMatter) report('front-matter', file.path);
      } else report(described.kind, file.path);
    }
    // The clock may be set back meanwhile. (Node loads `performance` when it is first asked for, in a millisecond.)
    if (Math.abs(Date.now() - sliceStart) >= SLICE) {
      if (onBatch && articles.length > batched) onBatch(articles.slice(batched));
      batched = articles.length;
      await othersTurn();
      signal?.throwIfAborted();
      sliceStart = Date.now();
    }
  }
  return {
    articles: sortArticles(withIds(articles), 'date'),
    warnings: [...troubles].map(([kind, trouble]) => ({ kind, ...trouble })),
    folders,
  };
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

function readHead(
  file: FoundFile,
  buffer: Buffer,
  parsers: Parsers,
): Described | { readonly kind: 'unreadable' } {
  let descriptor: number | undefined;
  try {
    // Should the file have become a FIFO meanwhile, opening it must not wait for a writer.
    descriptor = openSync(file.path, constants.O_RDONLY | constants.O_NONBLOCK);
    const length = readSync(descriptor, buffer, 0, HEAD_BYTES, 0);
    return describeFile({ ...file, bytes: buffer.subarray(0, length) }, parsers);
  } catch {
    return { kind: 'unreadable' };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
