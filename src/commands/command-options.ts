import type { InputFormat } from '../document/formats.ts';
import type { Order } from '../library/sort-articles.ts';
import type { MarkName } from '../messages/cli.ts';

export interface FromOptions {
  /** Files and folders; none for the bundled articles. */
  readonly paths: readonly string[];
  /** The format of what is read; undefined to detect it. */
  readonly input: InputFormat | undefined;
  /** True if folders are listed with what is ignored and what is no article. */
  readonly isAll?: boolean;
}

/** Options that also name a library, whose files and folders then are the paths. */
export interface LibraryOptions extends FromOptions {
  readonly library?: string | undefined;
}

export interface ReadOptions extends LibraryOptions {
  /** Typed into the search box at the start. */
  readonly search: string | undefined;
  /** Keys that are typed once the only article is open. */
  readonly startKeys: string;
  /** Linear text for screen readers rather than a screen. */
  readonly accessible: boolean;
}

export interface SaveOptions {
  readonly addresses: readonly string[];
  /** The folder to save in; undefined for the working directory. */
  readonly to: string | undefined;
}

export interface PublishOptions extends LibraryOptions {
  /** The folder to publish in. */
  readonly to: string;
  /** The title of the library; undefined for the last one, or its folder's name. */
  readonly title: string | undefined;
  /** Earlier publications whose files are kept. */
  readonly keep: number;
  /** True if nothing is written. */
  readonly isTrial: boolean;
  /** True if the files that are left out are named. */
  readonly verbose: boolean;
  /** True if drafts are published, too. */
  readonly drafts: boolean;
}

/** How articles are printed, for scripts. */
export interface PrintOptions {
  readonly json: boolean;
  /** The line for each article, such as `{id}\t{title}`, as typed. */
  readonly template: string | undefined;
  /** Names of fields, with commas between them, as typed. */
  readonly fields: string | undefined;
  /** True if articles end with NUL rather than a newline. */
  readonly endsWithNull: boolean;
}

export interface ListOptions extends LibraryOptions, PrintOptions {
  /** Only articles with all of these. */
  readonly tags: readonly string[];
  /** Only articles with all of these marks. */
  readonly is: readonly MarkName[];
  readonly order: Order;
  readonly reverse: boolean;
  /** At least 1; undefined for no limit. */
  readonly limit: number | undefined;
  /** True if the files that are left out are named. */
  readonly verbose?: boolean;
  /** True if drafts are listed, too. */
  readonly drafts?: boolean;
}

export interface SearchOptions extends LibraryOptions, PrintOptions {
  readonly words: string;
  /** Only articles with all of these. */
  readonly tags: readonly string[];
  /** Only articles with all of these marks. */
  readonly is: readonly MarkName[];
  readonly limit: number;
  /** Also articles that have only some of the words. */
  readonly all: boolean;
  /** True if drafts are found, too. */
  readonly drafts?: boolean;
}

export interface ShowOptions extends LibraryOptions {
  /** The words of one reference to an article, or a reference each; `-` is standard input. At least one. */
  readonly words: readonly string[];
  /** By default `ansi` on a terminal, `text` elsewhere. */
  readonly format: 'text' | 'ansi' | 'markdown' | 'html' | 'pdf' | 'json' | undefined;
  /** The title of the only section to print, or a part of it. */
  readonly section: string | undefined;
  /** In cells, 0 for no wrapping; by default the terminal's, at most 80. */
  readonly width: number | undefined;
}

export interface StatsOptions extends LibraryOptions {
  readonly json: boolean;
}

/** The paths are addresses of published libraries. */
export type PullOptions = LibraryOptions;

export interface NotesOptions extends LibraryOptions {
  /** References to annotated articles, as for `show`; none for all of them. */
  readonly words: readonly string[];
  readonly format: 'markdown' | 'json';
  /** A file to take annotations from, `-` for standard input, instead of printing them. */
  readonly import: string | undefined;
}

export interface ConfigOptions {
  /** What to do with the settings. */
  readonly action: 'print' | 'edit' | 'check';
  readonly json: boolean;
}
