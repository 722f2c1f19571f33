import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS, type CommandName, VISIBLE_COMMANDS } from '../../../src/cli/command-table.ts';
import { BASE_FOLDERS } from '../../../src/cli/environment-variables.ts';
import { help } from '../../../src/cli/help/help.ts';
import { TOPIC_NAMES } from '../../../src/cli/help/topics.ts';
import { VARIABLES } from '../../../src/cli/help/variables.ts';
import { OPTION_NAMES, OPTIONS, type OptionName, typedName } from '../../../src/cli/option-table.ts';
import { Failure } from '../../../src/commands/environment.ts';
import { FORMATS, PACKED_FORMATS } from '../../../src/document/formats.ts';
import { cliMessages } from '../../../src/messages/cli.ts';
import { LANGUAGES, type Language } from '../../../src/messages/locale.ts';
import { SECTION_NAMES, SETTING_NAMES, SETTINGS } from '../../../src/settings/table.ts';
import { commands } from '../../../src/state/command-table.ts';

/** What there is help on; nothing for the program. */
const PAGES: readonly (readonly string[])[] = [
  [],
  ...[...new Set([...VISIBLE_COMMANDS.filter((name) => name !== 'read'), ...TOPIC_NAMES])].map((name) => [
    name,
  ]),
];

const optionLine = (name: OptionName, language: Language): RegExp | string => {
  const option = OPTIONS[name];
  if (option.pagerForm) return `\n  ${option.pagerForm.shown} `;
  const value = option.type === 'switch' ? '' : ` ${option.placeholder[language]}`;
  return new RegExp(
    `^  (-${option.short ?? '$'}, |    )--(no-|\\[no-\\])?${typedName(name)}${value}( |$)`,
    'm',
  );
};

describe.each(LANGUAGES)('help in %s', (language) => {
  it('of the program has every command, with its example, and every topic', async () => {
    const text = await help([], language);
    for (const name of VISIBLE_COMMANDS) {
      expect(text).toContain(`  ${COMMANDS[name].synopsis[language]}`);
      for (const example of COMMANDS[name].examples[language]) expect(text).toContain(`  ${example}\n`);
    }
    for (const topic of TOPIC_NAMES) expect(text).toMatch(new RegExp(`^  kiosque help ${topic}( |$)`, 'm'));
  });

  it.each(VISIBLE_COMMANDS)('of %s has its options and no others, with their choices', async (name) => {
    const text = await help(name === 'read' ? [] : [name], language);
    for (const each of OPTION_NAMES) {
      const option = OPTIONS[each];
      const isTaken = option.commands?.includes(name as CommandName) ?? true;
      if (!isTaken) expect(text).not.toMatch(optionLine(each, language));
      else {
        expect(text).toMatch(optionLine(each, language));
        if (option.type === 'choice') for (const choice of option.choices) expect(text).toContain(choice);
      }
    }
  });

  it.each(PAGES.map((page) => ({ page })))('matches its golden file: $page', async ({ page }) => {
    const text = await help(page, language);
    const visible = text.replaceAll('\u00a0', '~').replaceAll('\u202f', '^');
    await expect(visible).toMatchFileSnapshot(`goldens/${['help', ...page, language].join('-')}.txt`);
  });

  it.each(PAGES.map((page) => ({ page })))(
    'fits 80 columns without trailing spaces: $page',
    async ({ page }) => {
      const text = await help(page, language);
      for (const line of text.split('\n')) expect(line.length).toBeLessThan(80);
      expect(text).not.toMatch(/ $/m);
    },
  );
});

it('lists every command of the reader, setting, table of settings and format', async () => {
  const keys = await help(['keys'], 'en');
  for (const name of Object.keys(commands)) expect(keys.replace(/\s+/g, ' ')).toContain(`[${name}]`);
  const config = await help(['config'], 'en');
  for (const name of SETTING_NAMES) expect(config).toMatch(new RegExp(`^  ${name} `, 'm'));
  for (const name of SECTION_NAMES) expect(config).toContain(`  [${name}] `);
  const formats = await help(['formats'], 'en');
  for (const { suffixes } of Object.values({ ...FORMATS, ...PACKED_FORMATS }))
    for (const suffix of suffixes) expect(formats).toContain(`.${suffix}`);
});

it('says what there is help on if it has none', async () => {
  const problem = help(['kyes'], 'en').catch((error: unknown) => error);
  const failure = await problem;
  expect(failure instanceof Failure && failure.say(cliMessages.en)).toBe(
    'no help on “kyes” (did you mean keys?)',
  );
  await expect(help(['list', 'show'], 'en')).rejects.toBeInstanceOf(Failure);
});

it('names every variable of the environment that the source reads', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const texts = [...files.map((name) => join('src', name)), 'bin/kiosque.js'].map((file) =>
    readFileSync(file, 'utf8'),
  );
  const read = texts.flatMap((text) => [
    ...Array.from(text.matchAll(/\benv\.([A-Z_]+)\b/g), ([, name]) => name!),
    ...Array.from(text.matchAll(/\{ ([A-Z_]{3,}[^}]*) \}: Variables|\{ ([A-Z_]{3,}[^}]*) \} = process\.env/g))
      .flatMap(([, parameter, constant]) => (parameter ?? constant!).split(','))
      .map((part) => /[A-Z_]+/.exec(part)![0]),
  ]);
  const known = new Set([
    ...VARIABLES.flatMap(({ names }) => names),
    ...Object.values(BASE_FOLDERS).map(([variable]) => variable),
    ...SETTING_NAMES.map((name) => SETTINGS[name].env),
    // The home folder, the working directory, and what the bundler fills in.
    ...['HOME', 'PWD', 'NODE_ENV', 'DEV'],
  ]);
  expect(read.length).toBeGreaterThan(15);
  expect([...new Set(read)].filter((name) => !known.has(name))).toEqual([]);
});

it('uses only listed choices as defaults, negatives and glosses', () => {
  for (const name of OPTION_NAMES) {
    const option = OPTIONS[name];
    if (option.type !== 'choice') continue;
    for (const choice of [option.default, option.negative, ...Object.keys(option.glosses ?? {})])
      if (choice !== undefined) expect(option.choices).toContain(choice);
  }
});
