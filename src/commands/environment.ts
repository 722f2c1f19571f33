import type { Body } from '../document/body.ts';
import type { Article } from '../library/article.ts';
import type { ParsedText } from '../library/describe-file.ts';
import type { CliMessages } from '../messages/cli.ts';
import type { Language } from '../messages/locale.ts';
import type { EffectiveSettings } from '../settings/effective.ts';
import type { ColorDepth } from '../style/color.ts';
import type { ReadOptions } from './command-options.ts';

/** The standard streams. The reader's `stdin` is always a terminal. */
export interface Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** A stream to print to: the part of Node's `WriteStream` that commands use. */
export interface Output {
  readonly isTTY: boolean;
  /** Columns of the terminal; 0 if it does not report them. */
  readonly columns: number;
  /** @param done  called once the text is written, or with the error */
  write(text: string | Uint8Array, done?: (error?: Error | null) => void): unknown;
}

/** The width to print for, in cells. A terminal that does not report its width is taken to have 80 columns. */
export const widthOf = ({ columns }: Output): number => columns || 80;

export type Variables = Readonly<Record<string, string | undefined>>;

/** Everything that a command may know about its process; only `cli` makes one. */
export interface Environment extends Streams {
  readonly env: Variables;
  /** The working directory, absolute. */
  readonly cwd: string;
  /** The clock: milliseconds since 1970. */
  readonly now: () => number;
  /** Language of the interface. */
  readonly language: Language;
  /** Bits of color to use on `stdout`; at 0 the output has no escape codes at all. */
  readonly colorDepth: ColorDepth;
  readonly storage: Storage;
  /** The settings that count, those of options among them. */
  readonly settings: EffectiveSettings;
  /** Reads the settings again. */
  readonly reloadSettings: () => Promise<Pick<Environment, 'settings' | 'language'>>;
  /** The user's file of settings, absolute; it need not exist. */
  readonly settingsFile: string;
  /** The folder of the bundled articles, absolute. */
  readonly catalogue: string;
  readonly version: string;
  /** Identifies the build: cached data of another build may have another format. */
  readonly build: string;
  /** The process, for signals and uncaught errors. */
  readonly process: Pick<NodeJS.Process, 'pid' | 'platform' | 'on' | 'off' | 'kill' | 'listenerCount'>;
}

/** The environment of the reader, which takes over the whole terminal. */
export interface ReaderEnvironment extends Environment {
  readonly stdout: NodeJS.WriteStream;
  /** The files and folders of settings, to be watched. */
  readonly settingsPaths: readonly string[];
}

/** Folders for the program's own data, absolute; they need not exist. */
export interface Storage {
  /** For positions, read and starred articles, settings; undefined in a private session. */
  readonly state: string | undefined;
  /** For highlights and notes. */
  readonly data: string;
  /** For indexes, parsed texts and compiled code: may be deleted at any time. Undefined to use no cache. */
  readonly cache: string | undefined;
  /** True in a private session (`--no-memory`), which may use what is saved but saves nothing. */
  readonly readOnly: boolean;
}

/** 0: success; 1: nothing found; 2: incorrect usage or unreadable input; 128 + n: ended by signal n, as a shell reports it. */
export type ExitCode = number;

/** Ends a command with an exit code and a message of one line; the code that catches it picks the language. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: 1 | 2;
  readonly say: (messages: CliMessages) => string;

  constructor(code: 1 | 2, say: (messages: CliMessages) => string, options?: ErrorOptions) {
    super('', options);
    this.code = code;
    this.say = say;
  }
}

/** What the reader opens; paths are absolute. */
export interface ReaderOptions extends ReadOptions {
  /** The article read from standard input, to open in place of `paths`. */
  readonly piped?: {
    readonly article: Article;
    readonly body: Body;
    /** Its text, if that was parsed to find its title. */
    readonly parsed?: ParsedText | undefined;
  };
}
