import { isAbsolute, join } from 'node:path';
import type { Article, Body } from '../library/article.ts';
import type { Language } from '../messages/language.ts';

/** The three streams a program is started with. The reader's `stdin` is always a terminal. */
export interface Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
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
  readonly colour: ColourLevel;
  readonly folders: Folders;
  /** The bundled catalogue, absolute. */
  readonly catalogue: string;
  readonly version: string;
}

/** Colours to use: 0 none (and, in what is printed, no escape code at all), 1 sixteen, 2 two hundred and fifty-six, 3 24-bit. */
export type ColourLevel = 0 | 1 | 2 | 3;

/** Where the program keeps things of its own, absolute; they need not exist. */
export interface Folders {
  /** Places, read, starred. */
  readonly state: string;
  /** Indexes and compiled code: may be deleted at any time. */
  readonly cache: string;
}

/** What a command ends with: 0 done, 1 nothing found, 2 misuse or unreadable input, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 130;

/** The folders of the XDG Base Directory Specification 0.8, which says that relative paths in the variables are ignored. */
export function foldersOf(env: Variables, home: string): Folders {
  const base = (value: string | undefined, otherwise: string) =>
    join(value && isAbsolute(value) ? value : join(home, otherwise), 'kiosque');
  return { state: base(env.XDG_STATE_HOME, '.local/state'), cache: base(env.XDG_CACHE_HOME, '.cache') };
}

/**
 * How many colours to use on `stdout`. `--color always` and `never` decide first, then `FORCE_COLOR` (a level, or
 * anything else for at least sixteen), then `NO_COLOR`, as Node itself orders them; an empty value is as none
 * (no-color.org). Otherwise it is whether this is a terminal, and what `TERM` and `COLORTERM` say of it.
 */
export function colourLevelOf(
  option: 'auto' | 'always' | 'never',
  env: Variables,
  isTerminal: boolean,
): ColourLevel {
  if (option === 'never') return 0;
  const able = levelOfTerminal(env);
  if (option === 'always') return atLeast(1, able);
  const forced = env.FORCE_COLOR;
  if (forced === '0' || forced === 'false') return 0;
  if (forced === '1' || forced === '2' || forced === '3') return Number(forced) as ColourLevel;
  if (forced) return atLeast(1, able);
  return env.NO_COLOR || !isTerminal ? 0 : able;
}

const atLeast = (least: ColourLevel, level: ColourLevel): ColourLevel => (level > least ? level : least);

function levelOfTerminal({ TERM = '', COLORTERM = '' }: Variables): ColourLevel {
  if (TERM === 'dumb' || TERM === '') return 0;
  if (/^(truecolor|24bit)$/i.test(COLORTERM) || /-direct$|kitty|ghostty|wezterm|alacritty|^foot/.test(TERM))
    return 3;
  return /256(color)?$/.test(TERM) ? 2 : 1;
}

/** What the reader is opened on: `runReader(environment, options): Promise<ExitCode>`. */
export interface ReaderOptions {
  /** Files and folders, absolute; the bundled catalogue alone where none was named. */
  readonly paths: readonly string[];
  /** Typed into the search box. */
  readonly search?: string;
  /** What came through standard input, opened as one article in place of `paths`; keys then come from the terminal. */
  readonly piped?: { readonly article: Article; readonly body: Body };
}
