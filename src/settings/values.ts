import { shellWords } from '../unicode/shell-words.ts';
import { type CommandLine, SETTINGS, type SettingName, type SettingValues } from './table.ts';

export type SettingValue = NonNullable<SettingValues[SettingName]>;

/** The names that settings may give: those of the program, and the user's own. */
export interface KnownNames {
  readonly themes: readonly string[];
  readonly libraries: readonly string[];
}

/** The names that a setting allows; none if it takes no name. */
export function namesFor(name: SettingName, known: KnownNames): readonly string[] {
  const setting = SETTINGS[name];
  switch (setting.type) {
    case 'theme':
      return known.themes;
    case 'library':
      return known.libraries;
    case 'choice':
      return setting.choices;
    case 'switch':
    case 'number':
    case 'command':
      return [];
  }
}

/** A value of a TOML file as the value of a setting; undefined if the setting does not allow it. */
export function settingValue(name: SettingName, value: unknown, known: KnownNames): SettingValue | undefined {
  const setting = SETTINGS[name];
  switch (setting.type) {
    case 'switch':
      return typeof value === 'boolean' ? value : undefined;
    case 'number':
      return Number.isInteger(value) && Number(value) >= setting.min && Number(value) <= setting.max
        ? Number(value)
        : undefined;
    case 'choice':
    case 'theme':
    case 'library':
      return namesFor(name, known).find((each) => each === value);
    case 'command':
      return commandOf(value);
  }
}

/** The words for true and false in environment variables. */
const SWITCHES: Readonly<Record<string, boolean>> = {
  '1': true,
  true: true,
  yes: true,
  on: true,
  '0': false,
  false: false,
  no: false,
  off: false,
};

/** The text of an environment variable as the value of a setting; undefined if the setting does not allow it. */
export function settingValueOfText(
  name: SettingName,
  text: string,
  known: KnownNames,
): SettingValue | undefined {
  switch (SETTINGS[name].type) {
    case 'switch':
      return Object.hasOwn(SWITCHES, text) ? SWITCHES[text] : undefined;
    case 'number':
      return /^\d{1,9}$/.test(text) ? settingValue(name, Number(text), known) : undefined;
    case 'choice':
    case 'theme':
    case 'library':
    case 'command':
      return settingValue(name, text, known);
  }
}

/** A program with its arguments, as a line or an array of words; undefined if it is neither. */
export function commandOf(value: unknown): CommandLine | undefined {
  const all = typeof value === 'string' ? shellWords(value) : textsOf(value);
  const [program, ...args] = all ?? [];
  return program === undefined || program === '' ? undefined : [program, ...args];
}

/** Words with commas between them, or an array of words; undefined if it is neither, or there are none. */
export function wordsOf(value: unknown): readonly string[] | undefined {
  const all = typeof value === 'string' ? value.split(',') : textsOf(value);
  const words = all?.map((word) => word.trim()).filter((word) => word !== '');
  return words && words.length > 0 ? words : undefined;
}

/** A text, or an array of texts, which may be empty; undefined for any other value. */
export const textOrTextsOf = (value: unknown): readonly string[] | undefined =>
  typeof value === 'string' ? [value] : textsOf(value);

const textsOf = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined;
