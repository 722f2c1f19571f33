import { readFileSync, readSync, type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type InputFormat, type PackedFormat, packedFormatOfName } from '../document/formats.ts';
import { withFile } from '../files/with-file.ts';
import type { Article } from './article.ts';
import type { Described } from './describe-file.ts';
import { LibraryError, systemLibraryError } from './error.ts';
import { HEAD_BYTES, headOf } from './file-head.ts';
import { withIds } from './ids.ts';
import type { KnownArticles } from './known-articles.ts';
import { sortArticles } from './sort-articles.ts';
import { type Folder, type FoundFile, type WalkEvents, walk } from './walk.ts';

/** Files of which nothing, or not all, could be read, for one reason. */
export interface LibraryWarning {
  /** `special`: not a regular file; `front-matter`: the article opens with only some of its metadata. */
  readonly kind: 'binary' | 'empty' | 'unreadable' | 'special' | 'damaged' | 'encrypted' | 'front-matter';
  readonly count: number;
  /** The paths of the first `MAX_PATHS`. */
  readonly paths: readonly string[];
  /** Why the first of them is unreadable: the system's error. */
  readonly cause?: unknown;
}

export interface Library {
  /** The newest first. */
  readonly articles: readonly Article[];
  /** At most one of each kind. */
  readonly warnings: readonly LibraryWarning[];
  /** The folders walked and the files named, to find out later whether there are new files. */
  readonly folders: readonly Folder[];
}

export interface OpenOptions {
  /** The format that the user asked for; by default each file's own. */
  readonly input?: InputFormat | undefined;
  /** The articles already known from a file of this size and time, which then is not read. */
  readonly known?: KnownArticles;
  /** Receives articles as they are found, in no order. Identify them by `path`: until the end their ids may change. */
  readonly onBatch?: (articles: readonly Article[]) => void;
  /** Receives the reading text of each file that was read whole, so that the caller need not parse it again. */
  readonly onText?: (article: Article, text: string) => void;
  readonly signal?: AbortSignal;
}

/** Paths named in a warning. */
const MAX_PATHS = 3;

/** Milliseconds of work after which other tasks run: a key press waits no longer than that. */
const SLICE = 8;

/**
 * Opens the articles in files and folders. A file that is named is opened whatever its suffix.
 *
 * Files are read by synchronous calls in short slices: from a warm disk cache that is several times faster than a promise
 * for each file, and a small catalogue takes a single slice.
 *
 * @throws {LibraryError} if one of `paths` does not exist, cannot be examined, or is neither a file nor a folder
 * @throws the reason of `signal`, once it is aborted
 */
export async function loadLibrary(paths: readonly string[], options: OpenOptions = {}): Promise<Library> {
  const { input, known, onBatch, onText, signal } = options;
  const warnings = new Map<LibraryWarning['kind'], LibraryWarning>();
  const warn = (kind: LibraryWarning['kind'], path: string, cause?: unknown): void => {
    const known = warnings.get(kind) ?? { count: 0, paths: [], cause };
    const paths = [...known.paths, path].slice(0, MAX_PATHS);
    warnings.set(kind, { ...known, kind, count: known.count + 1, paths });
  };
  const buffer = Buffer.allocUnsafe(HEAD_BYTES);
  const articles: Article[] = [];
  const folders: Folder[] = [];
  const add = (article: Article, text?: string): void => {
    articles.push(article);
    if (text !== undefined) onText?.(article, text);
  };
  const read = async (file: FoundFile): Promise<void> => {
    const described = await describedFile(file, buffer, input);
    if (described.kind === 'article') {
      add(described.article, described.text);
      if (described.brokenFrontMatter) warn('front-matter', file.path);
    } else warn(described.kind, file.path, 'cause' in described ? described.cause : undefined);
  };
  const unpack = async (file: FoundFile, format: PackedFormat): Promise<void> => {
    const { describePacked } = await import('./packed/describe-packed.ts');
    try {
      for await (const { article, text } of describePacked(file, format)) {
        add(article, text);
        if (isDue()) await pause();
      }
    } catch (error) {
      signal?.throwIfAborted();
      warn(warningKindOf(error), file.path, error);
    }
  };
  let batched = 0;
  let sliceStart = Date.now();
  // `Date`, as loading `performance` takes Node a millisecond; the clock may be set back in the meantime.
  const isDue = (): boolean => Math.abs(Date.now() - sliceStart) >= SLICE;
  const pause = async (): Promise<void> => {
    if (articles.length > batched) onBatch?.(articles.slice(batched));
    batched = articles.length;
    await new Promise((resume) => setImmediate(resume));
    signal?.throwIfAborted();
    sliceStart = Date.now();
  };
  const events: WalkEvents = { onTrouble: warn, onFolder: (folder) => void folders.push(folder) };
  for (const file of filesOf(paths, events)) {
    const found = known?.(file.path, file.size, file.mtime);
    const packed = found || input ? undefined : packedFormatOfName(file.path);
    if (found) articles.push(...found);
    else if (packed) await unpack(file, packed);
    else await read(file);
    if (isDue()) await pause();
  }
  return { articles: sortArticles(withIds(articles), 'date'), warnings: [...warnings.values()], folders };
}

/** The kind of warning for a packed file that could not be read. */
function warningKindOf(error: unknown): LibraryWarning['kind'] {
  const kind = error instanceof LibraryError ? error.kind : undefined;
  return kind === 'empty' || kind === 'damaged' || kind === 'encrypted' ? kind : 'unreadable';
}

type DescribedFile = Described | { readonly kind: 'unreadable'; readonly cause: unknown };

/** Describes the article in a file, of which `buffer` takes the beginning. The parsers of texts are loaded with the first. */
async function describedFile(
  file: FoundFile,
  buffer: Buffer,
  input: InputFormat | undefined,
): Promise<DescribedFile> {
  const { describeFile } = await import('./describe-file.ts');
  try {
    const head = withFile(file.path, (opened) =>
      headOf((from) => buffer.subarray(0, readSync(opened, buffer, 0, HEAD_BYTES, from))),
    );
    return await describeFile({ ...file, ...head, input, readWhole: () => readFileSync(file.path) });
  } catch (cause) {
    return { kind: 'unreadable', cause };
  }
}

/** The files that are named and those in the folders that are named, each once. */
function* filesOf(paths: readonly string[], events: WalkEvents): Generator<FoundFile> {
  const seen = new Set<string>();
  for (const path of paths) {
    for (const file of filesAt(path, events)) {
      if (!seen.has(file.path)) yield file;
      seen.add(file.path);
    }
  }
}

function* filesAt(path: string, events: WalkEvents): Generator<FoundFile> {
  const absolute = resolve(path);
  const stats = statOf(absolute);
  if (stats.isDirectory()) yield* walk(absolute, events);
  else if (stats.isFile()) {
    events.onFolder({ path: absolute, mtime: stats.mtimeMs });
    yield { path: absolute, size: stats.size, mtime: stats.mtimeMs };
  } else throw new LibraryError('special', path);
}

/** What the file system knows of a path. Throws a `LibraryError` if it is missing or cannot be examined. */
export function statOf(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    throw systemLibraryError(path, error);
  }
}
