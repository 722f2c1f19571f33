import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { THEME_NAMES } from '../style/theme-names.ts';
import { isWebAddress } from '../web/address.ts';
import type { EffectiveSettings } from './effective.ts';
import { OWN_KEYS } from './keymap.ts';
import { type ParsedConfig, type Placed, parseConfig, wrongValue } from './parse-config.ts';
import type { ParsedTheme } from './parse-theme.ts';
import type { Problem, Source } from './problem.ts';
import { BUNDLED, SETTING_NAMES, SETTINGS, type SettingName, type SettingValues } from './table.ts';
import { type KnownNames, type SettingValue, settingValueOfText } from './values.ts';

/** Where settings are looked for. */
export interface SettingsPlaces {
  /** The folder of `config.toml` and of `themes`, absolute. */
  readonly folder: string;
  /** The folder that `~` stands for. */
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Bytes; a larger file is none that was written by hand. */
const LARGEST_FILE = 256 * 1024;

/** The user's file of settings. */
export const configPath = (folder: string): string => join(folder, 'config.toml');

/** The folder of the user's themes. */
export const themesFolder = (folder: string): string => join(folder, 'themes');

/** The settings in the user's file, and above them those in the environment. Never throws. */
export async function loadSettings({ folder, home, env }: SettingsPlaces): Promise<EffectiveSettings> {
  const own = await loadThemes(folder);
  const themes = [...THEME_NAMES, ...own.map(({ look }) => look.name)];
  const file = configPath(folder);
  const parsed = await readConfig('file', file, themes);
  const libraries = new Map(
    Array.from(parsed.libraries, ([name, { value }]) => [
      name,
      value.map((path) => absolutePath(path, dirname(file), home)),
    ]),
  );
  const values = new Map(parsed.values);
  const known = { themes, libraries: [BUNDLED, ...libraries.keys()] };
  const problems = [
    ...parsed.problems,
    ...takeEnvironment(values, env, known),
    ...own.flatMap((theme) => theme.problems),
  ];
  return {
    ...split(values),
    libraries,
    tokenCommands: plain(parsed.tokenCommands),
    keys: parsed.keys,
    keymap: OWN_KEYS,
    convert: plain(parsed.convert),
    synonyms: plain(parsed.synonyms),
    themes,
    ownLooks: own.map(({ look }) => look),
    problems,
    advice: own.flatMap((theme) => theme.advice),
  };
}

/**
 * `settings` with those of a project's file. Such a file may come from anywhere: it sets only how texts look.
 *
 * @param file  from `projectFile`
 */
export async function withProject(settings: EffectiveSettings, file: string): Promise<EffectiveSettings> {
  const project = await readConfig('project', file, settings.themes);
  const values = new Map(placedValues(settings));
  for (const [name, placed] of project.values) {
    if (values.get(name)?.source.kind !== 'environment') values.set(name, placed);
  }
  return { ...settings, ...split(values), problems: [...settings.problems, ...project.problems] };
}

/** The user's own themes. One that has the name of a theme of the program is left out. */
async function loadThemes(folder: string): Promise<readonly ParsedTheme[]> {
  const names = namesOfThemes(folder).filter((name) => !THEME_NAMES.some((each) => each === name));
  if (names.length === 0) return [];
  const [{ parse }, { parseTheme }] = await Promise.all([import('smol-toml'), import('./parse-theme.ts')]);
  return names.map((name) => {
    const file = join(themesFolder(folder), `${name}.toml`);
    const { text = '', problem } = readText(file);
    const theme = parseTheme(text, name, file, parse);
    const source: Source = { kind: 'file', file, line: 0 };
    return problem ? { ...theme, problems: [{ source, ...problem }] } : theme;
  });
}

/** The names of the files in the folder of themes. */
function namesOfThemes(folder: string): readonly string[] {
  try {
    return readdirSync(themesFolder(folder))
      .filter((name) => /^[^.].*\.toml$/.test(name))
      .map((name) => name.slice(0, -'.toml'.length))
      .sort();
  } catch {
    return [];
  }
}

/** Reads a file of settings; there is nothing in one that does not exist. */
async function readConfig(
  kind: 'file' | 'project',
  file: string,
  themes: readonly string[],
): Promise<ParsedConfig> {
  const { text, problem } = readText(file);
  const problems: Problem[] = problem ? [{ source: { kind, file, line: 0 }, ...problem }] : [];
  if (text === undefined) return { ...EMPTY, problems };
  const { parse } = await import('smol-toml');
  return parseConfig(text, { kind, file, themes }, parse);
}

const EMPTY: ParsedConfig = {
  values: new Map(),
  libraries: new Map(),
  tokenCommands: new Map(),
  keys: new Map(),
  convert: new Map(),
  synonyms: new Map(),
  problems: [],
};

type Unread = { readonly kind: 'unreadable'; readonly reason: string } | { readonly kind: 'tooLarge' };

/** The text of a file; neither text nor problem if it does not exist. */
export function readText(file: string): { readonly text?: string; readonly problem?: Unread } {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (!stats) return {};
    // To read from a pipe would wait for ever.
    if (!stats.isFile()) return { problem: { kind: 'unreadable', reason: 'EINVAL' } };
    if (stats.size > LARGEST_FILE) return { problem: { kind: 'tooLarge' } };
    return { text: readFileSync(file, 'utf8') };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { problem: { kind: 'unreadable', reason } };
  }
}

/** Takes the settings in the environment; returns what is wrong in these. */
function takeEnvironment(
  values: Map<SettingName, Placed<SettingValue>>,
  env: SettingsPlaces['env'],
  known: KnownNames,
): Problem[] {
  return SETTING_NAMES.flatMap((name): Problem[] => {
    const variable = SETTINGS[name].env;
    const text = env[variable];
    if (text === undefined || text === '') return [];
    const source: Source = { kind: 'environment', variable };
    const value = settingValueOfText(name, text, known);
    if (value === undefined) return [{ source, ...wrongValue(name, text, known) }];
    values.set(name, { value, source });
    return [];
  });
}

/** Values and their sources, apart. */
const split = (
  values: ReadonlyMap<SettingName, Placed<SettingValue>>,
): Pick<EffectiveSettings, 'values' | 'sources'> => ({
  values: Object.fromEntries(Array.from(values, ([name, { value }]) => [name, value])) as SettingValues,
  sources: new Map(Array.from(values, ([name, { source }]) => [name, source])),
});

const placedValues = ({ values, sources }: EffectiveSettings): [SettingName, Placed<SettingValue>][] =>
  Array.from(sources, ([name, source]) => [name, { value: values[name]!, source }]);

const plain = <V>(placed: ReadonlyMap<string, Placed<V>>): ReadonlyMap<string, V> =>
  new Map(Array.from(placed, ([key, { value }]) => [key, value]));

function absolutePath(path: string, base: string, home: string): string {
  if (isWebAddress(path)) return path;
  if (path === '~' || path.startsWith('~/')) return join(home, path.slice(1));
  return isAbsolute(path) ? path : resolve(base, path);
}
