import type { Look } from '../style/look.ts';
import { THEME_NAMES } from '../style/theme-names.ts';
import { type Keymap, OWN_KEYS } from './keymap.ts';
import type { Placed } from './parse-config.ts';
import type { Problem, Source } from './problem.ts';
import type { CommandLine, SettingName, SettingValues } from './table.ts';

/** The settings that count, from the environment and the files, and what is wrong in these. */
export interface EffectiveSettings {
  /** Those that something sets; all others have their defaults. */
  readonly values: SettingValues;
  /** What has set each of these values. */
  readonly sources: ReadonlyMap<SettingName, Source>;
  /** By name, the absolute paths of the user's libraries, or the address of a published one. */
  readonly libraries: ReadonlyMap<string, readonly string[]>;
  /** By library, the program that prints the token with which its server is asked. */
  readonly tokenCommands: ReadonlyMap<string, CommandLine>;
  /** By command, its keys as written; `keymap` is what they come to, where the reader is to be opened. */
  readonly keys: ReadonlyMap<string, Placed<readonly string[]>>;
  readonly keymap: Keymap;
  /** By suffix, without its dot and in lower case, the program that converts such files; `{}` stands for the file. */
  readonly convert: ReadonlyMap<string, CommandLine>;
  /** By word, the words that it also stands for; both as written. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
  /** The names of themes: the program's own, and the user's. */
  readonly themes: readonly string[];
  /** The user's own themes. */
  readonly ownLooks: readonly Look[];
  readonly problems: readonly Problem[];
  /** What counts, but might be better: colors that are hard to read. */
  readonly advice: readonly Problem[];
}

/** Where nothing is set. */
export const NO_SETTINGS: EffectiveSettings = {
  values: {},
  sources: new Map(),
  libraries: new Map(),
  tokenCommands: new Map(),
  keys: new Map(),
  keymap: OWN_KEYS,
  convert: new Map(),
  synonyms: new Map(),
  themes: THEME_NAMES,
  ownLooks: [],
  problems: [],
  advice: [],
};
