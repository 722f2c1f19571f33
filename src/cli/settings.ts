import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { nearestWord } from '../algorithms/nearest-word.ts';
import { Failure, type Variables } from '../commands/environment.ts';
import { type EffectiveSettings, NO_SETTINGS } from '../settings/effective.ts';
import { projectFile } from '../settings/project-file.ts';
import { SETTING_NAMES, SETTINGS, type SettingName } from '../settings/table.ts';
import { namesFor, settingValueOfText } from '../settings/values.ts';
import { cleanExcerpt, cleanLine } from '../unicode/clean.ts';
import { isWebAddress } from '../web/address.ts';
import type { Arguments } from './arguments.ts';
import type { Invocation } from './invocation.ts';

/**
 * The settings in the user's file and in the environment. What reads them is loaded only if there are any.
 *
 * @param folder  the folder of settings
 * @param home  called for the folder that `~` stands for
 */
export async function settingsOf(
  folder: string,
  env: Variables,
  home: () => string,
): Promise<EffectiveSettings> {
  const isSet = SETTING_NAMES.some((name) => env[SETTINGS[name].env]);
  if (!isSet && !existsSync(folder)) return NO_SETTINGS;
  const { loadSettings } = await import('../settings/load-settings.ts');
  return loadSettings({ folder, home: home(), env });
}

/** `settings` with those of the project whose articles are opened. */
export async function settingsBeside(
  settings: EffectiveSettings,
  paths: readonly string[],
): Promise<EffectiveSettings> {
  const file = projectFile(
    paths.filter((path) => path !== '-' && !isWebAddress(path)).map((path) => resolve(path)),
  );
  if (file === undefined) return settings;
  return (await import('../settings/load-settings.ts')).withProject(settings, file);
}

/** `settings` with the keys of the reader's commands, and what is wrong in `[keys]`. */
export async function withKeymap(settings: EffectiveSettings): Promise<EffectiveSettings> {
  const { keys, values, problems } = settings;
  const preset = values['keys.preset'] ?? 'standard';
  if (keys.size === 0 && preset === 'standard') return settings;
  const { keymapOf } = await import('../keys/keymap.ts');
  const made = keymapOf(preset, keys);
  return { ...settings, keymap: made.keymap, problems: [...problems, ...made.problems] };
}

/** The folders in which settings may change. */
export function settingsPaths(folder: string, paths: readonly string[]): readonly string[] {
  const file = projectFile(paths.filter((path) => !isWebAddress(path)));
  return [folder, join(folder, 'themes'), ...(file === undefined ? [] : [dirname(file)])];
}

/** Options whose settings are looked up by other functions: `languageIn`, `withLibrary`. */
const ELSEWHERE: ReadonlySet<SettingName> = new Set(['language', 'default']);

/**
 * `settings` with those that options stand for, which come before all others.
 *
 * @param command  the command that is run
 * @throws {Failure} on a value that a setting does not allow
 */
export function settingsWithOptions(
  settings: EffectiveSettings,
  { typed }: Arguments,
  command: Invocation['command'],
): EffectiveSettings {
  const known = { themes: settings.themes, libraries: [...settings.libraries.keys()] };
  const values: Partial<Record<SettingName, unknown>> = { ...settings.values };
  const sources = new Map(settings.sources);
  for (const name of SETTING_NAMES) {
    const { option } = SETTINGS[name];
    if (option === undefined || ELSEWHERE.has(name)) continue;
    // In `show`, it is the width of the output, not of a column in a pane.
    if (option === 'width' && command !== 'read') continue;
    const given = typed[option].at(-1);
    if (given === undefined) continue;
    const value = typeof given === 'boolean' ? given : settingValueOfText(name, given, known);
    if (value === undefined) throw wrongOption(name, option, String(given), namesFor(name, known));
    values[name] = value;
    sources.set(name, { kind: 'option', option: `--${option}` });
  }
  return { ...settings, values: values as EffectiveSettings['values'], sources };
}

function wrongOption(name: SettingName, option: string, given: string, names: readonly string[]): Failure {
  const value = cleanExcerpt(given);
  const setting = SETTINGS[name];
  if (setting.type === 'number')
    return new Failure(2, (messages) => messages.notANumber(`--${option}`, value, setting.min, setting.max));
  const near = nearestWord(given, names);
  if (setting.type === 'theme')
    return new Failure(2, (messages) =>
      messages.noTheme(value, names.map(cleanLine), near && cleanLine(near)),
    );
  return new Failure(2, (messages) => messages.notAChoice(`--${option}`, value, names));
}
