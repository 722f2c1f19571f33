import type { SectionName, SettingName } from './table.ts';

/** Where a setting was found: an option, the line (from 1) of a file, or an environment variable. */
export type Source =
  | { readonly kind: 'file' | 'project'; readonly file: string; readonly line: number }
  | { readonly kind: 'environment'; readonly variable: string }
  | { readonly kind: 'option'; readonly option: string };

/** What a value may be, as a word for each way to say so. */
export type Allowed =
  | { readonly kind: 'setting'; readonly name: SettingName; readonly names: readonly string[] }
  | { readonly kind: 'section'; readonly name: SectionName };

/** Something in the settings that does not count, for the user to mend; all else does. */
export type Problem = { readonly source: Source } & Readonly<
  /** Not TOML; `text` is the line, `instead` what was probably meant. */
  | { kind: 'syntax'; text: string; instead?: string | undefined }
  /** `near` is the key that was probably meant. */
  | { kind: 'unknown'; key: string; near: string | undefined }
  | { kind: 'value'; key: string; value: string; allowed: Allowed; near?: string | undefined }
  /** Set again, after `line`. */
  | { kind: 'repeated'; key: string; line: number }
  /** In a project's file, which may set only how texts look. */
  | { kind: 'notOfProject'; key: string }
  /** The name of the bundled library, given to another. */
  | { kind: 'reserved'; key: string }
  | { kind: 'unreadable'; reason: string }
  | { kind: 'tooLarge' }
  /** A path of a library that does not exist. */
  | { kind: 'missing'; key: string; path: string }
  /** `[keys]` names no command. */
  | { kind: 'noCommand'; key: string; near: string | undefined }
  /** A command cannot have this key, since none has such a name, or terminals send it as another one. */
  | { kind: 'noKey'; key: string; value: string; sentAs?: string | undefined }
  /** A digit, which counts, or a character that is typed into a text box. */
  | { kind: 'typedKey'; key: string; value: string }
  /** Two commands of `[keys]` have a key, or one the beginning of a sequence of the other; `other` keeps it. */
  | { kind: 'clash'; key: string; value: string; other: string }
  /** A command has lost its last key in a place to another one. */
  | { kind: 'keyless'; key: string; value: string; other: string }
  /** A theme that does not exist: used only in its own file. */
  | { kind: 'noRole'; key: string; near: string | undefined }
  | { kind: 'notABase'; value: string }
  | { kind: 'notAColor'; key: string; value: string }
  /** Text in a color that is hard to read on its background, with the ratio of contrast. */
  | { kind: 'contrast'; key: string; ratio: number }
>;
