import { readFileSync, readSync, type Stats, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { InputFormat, PackedFormat, TextInput } from '../document/formats.ts';
import type { HeadingRanges } from '../document/heading-ranges.ts';
import { withFile } from '../files/with-file.ts';
import type { Article } from './article.ts';
import type { Described, ParsedText } from './describe-file.ts';
import { isAfterDayOf, isDraft, scheduled } from './drafts.ts';
import { LibraryError, systemLibraryError } from './error.ts';
import { HEAD_BYTES, headOf } from './file-head.ts';
import { isArticleName } from './file-name.ts';
import { withIds } from './ids.ts';
import type { KnownArticles } from './known-articles.ts';
import type { LeftOut } from './left-out.ts';
import { mayBePacked, packedByContent, packedFormatOf } from './packed-names.ts';
import { sortArticles } from './sort-articles.ts';
import { type Folder, type FoundFile, type Step, Walker } from './walk.ts';

/** Files of which nothing, or not all, could be read, for one reason. */
export interface LibraryWarning {
  /** `special`: not a regular file; `front-matter`: the article opens with only some of its metadata. */
  readonly kind:
    | 'binary'
    | 'empty'
    | 'unreadable'
    | 'special'
    | 'too-much'
    | 'damaged'
    | 'encrypted'
    | 'unconverted'
    | 'front-matter';
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
  /** What was found in folders and left out. */
  readonly leftOut: readonly LeftOut[];
  /** Files that were examined and have no article, to find out later whether they have one; of size -1 if they are missing. */
  readonly unread: readonly FoundFile[];
  /** False if a folder could not be read: articles may appear in it though its time stays the same. */
  readonly isWhole: boolean;
}

export interface OpenOptions {
  /** The format that the user asked for; by default each file's own. */
  readonly input?: InputFormat | undefined;
  /** True if folders are listed with all that they have but what is hidden. */
  readonly isAll?: boolean | undefined;
  /** The articles already known from a file of this size and time, which then is not read. */
  readonly known?: KnownArticles;
  /** Receives articles as they are found, in no order. Identify them by `path`: until the end their ids may change. */
  readonly onBatch?: (articles: readonly Article[]) => void;
  /** Receives the reading text of each file that was read whole, so that the caller need not parse it again. */
  readonly onText?: (article: Article, text: string, headings: HeadingRanges) => void;
  /** Receives the text of a page that was named as a file, which takes long to parse, so that the caller need not do so again. */
  readonly onParsed?: ((article: Article, parsed: ParsedText) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The size of a file that does not exist. */
export const MISSING = -1;

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
export const loadLibrary = (paths: readonly string[], options: OpenOptions = {}): Promise<Library> =>
  new Loader(options).load(paths);

/**
 * Describes files that were found before, as `loadLibrary` does; their ids are those they would have without other articles.
 */
export const describeFiles = (files: readonly FoundFile[], options: OpenOptions = {}): Promise<Library> =>
  new Loader(options).describe(files);

/** Marks articles whose dates are to come as drafts, until they have come. */
const marked =
  (isToCome: (date: string) => boolean) =>
  (article: Article): Article =>
    isDraft(article, isToCome) && !article.draft ? scheduled(article) : article;

class Loader {
  readonly #options: OpenOptions;
  readonly #articles: Article[] = [];
  readonly #folders: Folder[] = [];
  readonly #leftOut: LeftOut[] = [];
  readonly #unread: FoundFile[] = [];
  #isWhole = true;
  readonly #warnings = new Map<LibraryWarning['kind'], LibraryWarning>();
  readonly #buffer = Buffer.allocUnsafe(HEAD_BYTES);
  /** Articles that were passed to `onBatch`. */
  #batched = 0;
  #sliceStart = Date.now();

  constructor(options: OpenOptions) {
    this.#options = options;
  }

  load(paths: readonly string[]): Promise<Library> {
    return this.describe(this.#filesAt(paths));
  }

  async describe(files: Iterable<Step>): Promise<Library> {
    const { input, known } = this.#options;
    for (const step of files) {
      if (step instanceof Promise) {
        await step;
        continue;
      }
      const found = known?.(step.path, step.size, step.mtime);
      const packed = found ? undefined : packedFormatFor(step, input);
      if (found) for (const article of found) this.#add(article);
      else if (packed) await this.#unpack(step, packed);
      else if (isArticle(step)) await this.#read(step);
      else this.#unread.push(step);
      if (this.#isDue()) await this.#pause();
    }
    return {
      articles: sortArticles(withIds(this.#articles).map(marked(isAfterDayOf(Date.now()))), 'date'),
      warnings: [...this.#warnings.values()],
      folders: this.#folders,
      leftOut: this.#leftOut,
      unread: this.#unread,
      isWhole: this.#isWhole,
    };
  }

  /** The files that are named and those in the folders that are named, each once. */
  *#filesAt(paths: readonly string[]): Generator<Step> {
    const walker = new Walker(
      {
        onTrouble: (kind, path, cause) => {
          if (kind === 'unreadable') this.#missed(path, cause);
          this.#warn(kind, path, cause);
        },
        onFolder: (folder) => void this.#folders.push(folder),
        onLeftOut: (leftOut) => void this.#leftOut.push(leftOut),
      },
      this.#options.isAll,
    );
    const seen = new Set<string>();
    function* unseen(steps: Iterable<Step>): Generator<Step> {
      for (const step of steps) {
        if (step instanceof Promise || !seen.has(step.path)) yield step;
        if (!(step instanceof Promise)) seen.add(step.path);
      }
    }
    for (const path of paths) yield* unseen(this.#filesAtPath(path, walker));
    yield* unseen(walker.linkedFiles(seen));
  }

  *#filesAtPath(path: string, walker: Walker): Generator<Step> {
    const absolute = resolve(path);
    const stats = statOf(absolute);
    if (stats.isDirectory()) yield* walker.filesIn(absolute);
    else if (stats.isFile()) {
      this.#folders.push({ path: absolute, mtime: stats.mtimeMs });
      yield { path: absolute, size: stats.size, mtime: stats.mtimeMs, isNamed: true };
    } else throw new LibraryError('special', path);
  }

  async #read(file: FoundFile): Promise<void> {
    const { input } = this.#options;
    const described = await describedFile(file, this.#buffer, input === 'asciidoc' ? undefined : input);
    if (described.kind !== 'article') {
      this.#unread.push(file);
      this.#warn(described.kind, file.path, 'cause' in described ? described.cause : undefined);
    } else if (described.isOther && !file.isNamed && !this.#options.isAll) {
      this.#unread.push(file);
      this.#leftOut.push({ path: file.path, isFolder: false, reason: 'other' });
    } else {
      const { article, text, headings, parsed } = described;
      this.#add(article, text, headings);
      if (parsed && file.isNamed) this.#options.onParsed?.(article, parsed);
    }
  }

  async #unpack(file: FoundFile, format: PackedFormat): Promise<void> {
    const { describePacked } = await import('./packed/describe-packed.ts');
    try {
      for await (const { article, text, headings } of describePacked(file, format)) {
        this.#add(article, text, headings);
        if (this.#isDue()) await this.#pause();
      }
    } catch (error) {
      this.#options.signal?.throwIfAborted();
      this.#unread.push(file);
      this.#warn(warningKindOf(error), file.path, error);
    }
  }

  /** Takes note of a path that cannot be examined: the target of a link that does not exist, or a folder. */
  #missed(path: string, cause: unknown): void {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
      this.#unread.push({ path, size: MISSING, mtime: 0 });
    else this.#isWhole = false;
  }

  #add(article: Article, text?: string, headings: HeadingRanges = []): void {
    this.#articles.push(article);
    if (article.hasBrokenFrontMatter) this.#warn('front-matter', article.path);
    if (text !== undefined) this.#options.onText?.(article, text, headings);
  }

  #warn(kind: LibraryWarning['kind'], path: string, cause?: unknown): void {
    const known = this.#warnings.get(kind) ?? { count: 0, paths: [], cause };
    const paths = [...known.paths, path].slice(0, MAX_PATHS);
    this.#warnings.set(kind, { ...known, kind, count: known.count + 1, paths });
  }

  /** `Date`, as loading `performance` takes Node a millisecond; the clock may be set back in the meantime. */
  #isDue(): boolean {
    return Math.abs(Date.now() - this.#sliceStart) >= SLICE;
  }

  async #pause(): Promise<void> {
    const { onBatch, signal } = this.#options;
    if (this.#articles.length > this.#batched) onBatch?.(this.#articles.slice(this.#batched));
    this.#batched = this.#articles.length;
    await new Promise((resume) => setImmediate(resume));
    signal?.throwIfAborted();
    this.#sliceStart = Date.now();
  }
}

/** How a file is to be unpacked; undefined if it is the text of one article. */
function packedFormatFor(
  { path, isNamed }: FoundFile,
  input: InputFormat | undefined,
): PackedFormat | undefined {
  if (input) return input === 'asciidoc' ? input : undefined;
  return packedFormatOf(path) ?? packedByContent(path, isNamed);
}

/** False for a file that was found since it may be packed, and is not. */
const isArticle = ({ path, isNamed }: FoundFile): boolean =>
  isNamed || !mayBePacked(basename(path)) || isArticleName(path);

/** The kind of warning for a packed file that could not be read. */
function warningKindOf(error: unknown): LibraryWarning['kind'] {
  const kind = error instanceof LibraryError ? error.kind : undefined;
  switch (kind) {
    case 'empty':
    case 'too-much':
    case 'damaged':
    case 'encrypted':
    case 'unconverted':
      return kind;
    default:
      return 'unreadable';
  }
}

type DescribedFile = Described | { readonly kind: 'unreadable'; readonly cause: unknown };

/** Describes the article in a file, of which `buffer` takes the beginning. The parsers of texts are loaded with the first. */
async function describedFile(
  file: FoundFile,
  buffer: Buffer,
  input: TextInput | undefined,
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

/** What the file system knows of a path. Throws a `LibraryError` if it is missing or cannot be examined. */
export function statOf(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    throw systemLibraryError(path, error);
  }
}
