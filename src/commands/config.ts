import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { type Language, languageOf } from '../messages/locale.ts';
import { settingsMessages } from '../messages/settings.ts';
import type { EffectiveSettings } from '../settings/effective.ts';
import type { Source } from '../settings/problem.ts';
import { problemText } from '../settings/problem-text.ts';
import { SETTING_NAMES, SETTINGS, type SettingName } from '../settings/table.ts';
import { settingValueOfText } from '../settings/values.ts';
import { cleanExcerpt, cleanLine } from '../unicode/clean.ts';
import { commandLine } from '../unicode/shell-quote.ts';
import { isWebAddress } from '../web/address.ts';
import type { ConfigOptions } from './command-options.ts';
import { displayPath } from './display-path.ts';
import { type Environment, type ExitCode, Failure, widthOf } from './environment.ts';
import { printed } from './print.ts';
import { jsonText, tsv } from './script-output.ts';
import { type Column, lineOf, tableLines } from './table.ts';
import { write } from './write.ts';

/** Name, value, source. */
const COLUMNS: readonly Column[] = [
  { style: { bold: true }, align: 'left', dropOrder: 0 },
  { style: {}, align: 'left', min: 12, dropOrder: 0 },
  { style: { role: 'meta' }, align: 'left', min: 12, dropOrder: 0 },
];

/** `kiosque config`: prints the settings that count and where each comes from, edits their file, or checks it. */
export async function config(environment: Environment, options: ConfigOptions): Promise<ExitCode> {
  switch (options.action) {
    case 'print':
      await print(environment, options.json);
      return 0;
    case 'check':
      return check(environment, environment.settings);
    case 'edit':
      return edit(environment);
  }
}

/** A setting as it is printed. `from` is empty for a default. */
interface Row {
  readonly name: string;
  readonly value: string;
  readonly from: string;
}

async function print(environment: Environment, isJson: boolean): Promise<void> {
  const { stdout, language, settingsFile } = environment;
  // On a terminal, the name of the file will do: its path is below.
  const rows = await rowsOf(environment, stdout.isTTY && !isJson ? basename : displayPath);
  if (isJson) {
    stdout.write(jsonText(rows.map(({ name, value, from }) => ({ name, value, from: from || null }))));
    return;
  }
  if (!stdout.isTTY) {
    stdout.write(tsv(rows.map(({ name, value, from }) => [name, value, from])));
    return;
  }
  const messages = settingsMessages[language];
  const path = displayPath(settingsFile);
  const cells = rows.map(({ name, value, from }) => [name, value, from || messages.byDefault]);
  const hint = existsSync(settingsFile) ? messages.fileOf(path) : messages.noFile(path);
  await write(
    stdout,
    printed(
      [
        ...tableLines(COLUMNS, cells, widthOf(stdout)),
        lineOf([]),
        lineOf([{ text: hint, style: { role: 'meta' }, at: -1 }]),
      ],
      environment,
    ),
  );
}

type FileName = (path: string) => string;

async function rowsOf(environment: Environment, fileName: FileName): Promise<Row[]> {
  const { settings } = environment;
  const remembered = await rememberedValues(environment);
  const own = (name: string, value: string, source?: Source): Row => ({
    name,
    value: cleanLine(value),
    from: source ? sourceText(source, fileName) : fileName(environment.settingsFile),
  });
  return [
    ...SETTING_NAMES.map((name) => rowOf(name, environment, remembered, fileName)),
    ...Array.from(settings.libraries, ([name, paths]) => own(`library.${cleanLine(name)}`, paths.join(', '))),
    ...Array.from(settings.tokenCommands, ([name, command]) =>
      own(`library.${cleanLine(name)}.token_command`, commandLine(command)),
    ),
    ...Array.from(settings.keys, ([name, { value, source }]) =>
      own(`keys.${cleanLine(name)}`, value.join(', '), source),
    ),
    ...Array.from(settings.convert, ([suffix, command]) =>
      own(`convert.${cleanLine(suffix)}`, commandLine(command)),
    ),
    ...Array.from(settings.synonyms, ([word, others]) =>
      own(`synonyms.${cleanLine(word)}`, others.join(', ')),
    ),
  ];
}

function rowOf(
  name: SettingName,
  { settings, env, language }: Environment,
  remembered: ReadonlyMap<SettingName, unknown>,
  fileName: FileName,
): Row {
  const source = settings.sources.get(name);
  if (source) return { name, value: valueText(settings.values[name]), from: sourceText(source, fileName) };
  const chosen = remembered.get(name);
  if (chosen !== undefined)
    return { name, value: valueText(chosen), from: settingsMessages[language].chosen };
  const setting = SETTINGS[name];
  const variable = setting.fallbacks?.find((each) => env[each]);
  const fallback = variable === undefined ? undefined : fallbackValue(name, env[variable]!, env);
  if (variable !== undefined && fallback !== undefined)
    return { name, value: valueText(fallback), from: variable };
  const byDefault = 'default' in setting ? setting.default : name === 'language' ? 'en' : '';
  return { name, value: valueText(byDefault), from: '' };
}

/** The value that a variable of other programs gives a setting. */
const fallbackValue = (name: SettingName, text: string, env: Environment['env']): unknown =>
  name === 'language' ? languageOf(env) : settingValueOfText(name, text, { themes: [], libraries: [] });

const valueText = (value: unknown): string =>
  cleanLine(Array.isArray(value) ? commandLine(value) : String(value));

function sourceText(source: Source, fileName: FileName): string {
  switch (source.kind) {
    case 'option':
      return source.option;
    case 'environment':
      return source.variable;
    case 'file':
    case 'project':
      return `${fileName(source.file)}:${source.line}`;
  }
}

/** The settings that were changed by keys, which count where nothing else sets them. */
async function rememberedValues({
  storage,
  now,
}: Environment): Promise<ReadonlyMap<SettingName, string | number | boolean>> {
  if (storage.state === undefined) return new Map();
  const { openMemory } = await import('../memory/memory.ts');
  const { settings } = await openMemory({ directory: storage.state, now });
  const names = { measure: 'measure', justification: 'justify', hyphenation: 'hyphenate', theme: 'theme' };
  return new Map(
    Object.entries(names).flatMap(([name, key]) => {
      const value = settings.get(key);
      return value === undefined ? [] : [[name as SettingName, value]];
    }),
  );
}

/** Prints what is wrong in the settings. */
async function check(environment: Environment, settings: EffectiveSettings): Promise<ExitCode> {
  const { stdout, stderr, language } = environment;
  const problems = [...settings.problems, ...missingPaths(settings, environment)];
  for (const problem of [...problems, ...settings.advice])
    stderr.write(`${problemText(problem, language, displayPath)}\n`);
  if (problems.length > 0) return 2;
  if (stdout.isTTY) stdout.write(`${settingsMessages[language].noProblems}\n`);
  return 0;
}

/** The paths of libraries that do not exist. */
const missingPaths = ({ libraries }: EffectiveSettings, { settingsFile }: Environment) =>
  Array.from(libraries).flatMap(([name, paths]) =>
    paths
      .filter((path) => !isWebAddress(path) && !existsSync(path))
      .map(
        (path) =>
          ({
            source: { kind: 'file', file: settingsFile, line: 0 },
            kind: 'missing',
            key: `library.${cleanExcerpt(name)}`,
            path: cleanExcerpt(path),
          }) as const,
      ),
  );

/** Opens the file in the editor, made with everything commented out if it does not exist; then checks it. */
async function edit(environment: Environment): Promise<ExitCode> {
  const { settingsFile, language, env, settings, stdin, cwd, reloadSettings } = environment;
  await makeFile(settingsFile, language);
  const { editorCommand, runInTerminal } = await import('./reader/programs.ts');
  const command = editorCommand(settingsFile, 1, env, settings.values.editor);
  const ending = await runInTerminal(command, { stdin, cwd });
  if (ending !== 0)
    throw new Failure(2, (messages) => messages.editorFailed(cleanExcerpt(command[0]), ending));
  const changed = await reloadSettings();
  return check({ ...environment, ...changed }, changed.settings);
}

async function makeFile(path: string, language: Language): Promise<void> {
  if (existsSync(path)) return;
  const { configTemplate } = await import('../settings/template.ts');
  try {
    makeFolder(dirname(path));
    await writeFile(path, configTemplate(language), { flag: 'wx' });
  } catch (cause) {
    const { reasonOf } = await import('./error-text.ts');
    throw new Failure(2, (messages) => messages.cannotMake(displayPath(path), reasonOf(cause, messages)), {
      cause,
    });
  }
}
