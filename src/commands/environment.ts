import { isAbsolute, join } from 'node:path';
import type { Body } from '../document/body.ts';
import type { Article } from '../library/article.ts';
import type { Language } from '../messages/locale.ts';
import type { ColorDepth } from '../style/theme.ts';
import type { TypeOptions } from './options.ts';

/** The three streams a program is started with. The reader's `stdin` is always a terminal. */
export interface Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** Where text is printed: a stream of Node's, or what does as much of one as is needed. */
export interface Output {
  readonly isTTY: boolean;
  /** Of a terminal. */
  readonly columns: number;
  /** @returns false where no more should be written before `drain` */
  write(text: string, done?: () => void): boolean;
  once(event: 'drain' | 'error', listener: (error: unknown) => void): unknown;
  off(event: 'drain' | 'error', listener: (error: unknown) => void): unknown;
}

export type Variables = Readonly<Record<string, string | undefined>>;

/** Everything a command may know of the process it runs in; only `cli` makes one. */
export interface Environment extends Streams {
  readonly env: Variables;
  /** Absolute. */
  readonly cwd: string;
  /** The clock: milliseconds since 1970. */
  readonly now: () => number;
  /** Language of the interface. */
  readonly language: Language;
  /** Bits of colour to use on `stdout`; with 0, what is printed holds no escape code at all. */
  readonly colour: ColorDepth;
  readonly folders: Folders;
  /** Whether what tells of the reading may outlast the program: places, marks and settings, parsed texts, indexes. */
  readonly remember: boolean;
  /** The bundled catalogue, absolute. */
  readonly catalogue: string;
  readonly version: string;
  /** Name of the build: what another one left in the cache may be of another form. */
  readonly build: string;
  /** The process, for its signals and for what nobody caught. */
  readonly process: Pick<NodeJS.Process, 'pid' | 'platform' | 'on' | 'off' | 'kill'>;
}

/** The reader has all of a terminal. */
export interface ReaderEnvironment extends Environment {
  readonly stdout: NodeJS.WriteStream;
}

/** Where the program keeps things of its own, absolute; they need not exist. */
export interface Folders {
  /** Places, read, starred. */
  readonly state: string;
  /** Indexes, parsed texts and compiled code, which may be deleted at any time; undefined to use no cache. */
  readonly cache: string | undefined;
}

/** 0: done; 1: nothing found; 2: misuse or unreadable input; 128 + n: ended by signal n, as a shell reports it. */
export type ExitCode = number;

/**
 * The folders of the XDG Base Directory Specification 0.8, which says that relative paths in the variables are ignored;
 * `KIOSQUE_NO_CACHE` turns the cache off.
 */
export function foldersOf(env: Variables, home: string): Folders {
  const base = (value: string | undefined, otherwise: string) =>
    join(value && isAbsolute(value) ? value : join(home, otherwise), 'kiosque');
  return {
    state: base(env.XDG_STATE_HOME, '.local/state'),
    cache: env.KIOSQUE_NO_CACHE ? undefined : base(env.XDG_CACHE_HOME, '.cache'),
  };
}

/**
 * How many bits of colour to use on `stdout`. `--color always` and `never` decide first, then `FORCE_COLOR` (1, 2, 3 for
 * 4, 8, 24 bits, or anything else for at least 4), then `NO_COLOR`, as Node itself orders them; an empty value is as
 * none (no-color.org). Otherwise it is whether this is a terminal, and what `TERM` and `COLORTERM` say of it.
 *
 * @param isTerminal  `wanted`: none, but colours were asked for by another name
 */
export function colourDepthOf(
  option: 'auto' | 'always' | 'never',
  env: Variables,
  isTerminal: boolean | 'wanted',
): ColorDepth {
  if (option === 'never') return 0;
  const able = depthOfTerminal(env);
  const some = able === 0 ? 4 : able;
  if (option === 'always') return some;
  const forced = env.FORCE_COLOR;
  if (forced) return FORCED[forced] ?? some;
  if (env.NO_COLOR || !isTerminal) return 0;
  return isTerminal === 'wanted' ? some : able;
}

const FORCED: Readonly<Record<string, ColorDepth>> = { 0: 0, false: 0, 1: 4, 2: 8, 3: 24 };

function depthOfTerminal({ TERM = '', COLORTERM = '' }: Variables): ColorDepth {
  if (TERM === 'dumb' || TERM === '') return 0;
  if (/^(?:truecolor|24bit)$/i.test(COLORTERM) || /-direct$|kitty|ghostty|wezterm|alacritty|^foot/.test(TERM))
    return 24;
  return /256(?:color)?$/.test(TERM) ? 8 : 4;
}

/** What the reader is opened on: `runReader(environment, options): Promise<ExitCode>`. */
export interface ReaderOptions {
  /** Files and folders, absolute; the bundled catalogue alone where none was named. */
  readonly paths: readonly string[];
  /** Settings for this start, over those that were remembered. */
  readonly type: TypeOptions;
  /** Typed into the search box. */
  readonly search?: string;
  /** Said in words, line after line, rather than drawn. */
  readonly accessible: boolean;
  /** What came through standard input, opened as one article in place of `paths`; keys then come from the terminal. */
  readonly piped?: { readonly article: Article; readonly body: Body };
}
