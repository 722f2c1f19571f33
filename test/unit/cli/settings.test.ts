import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments.ts';
import { withLibrary } from '../../../src/cli/library.ts';
import { settingsWithOptions } from '../../../src/cli/settings.ts';
import { Failure } from '../../../src/commands/environment.ts';
import { cliMessages } from '../../../src/messages/cli.ts';
import { type EffectiveSettings, NO_SETTINGS } from '../../../src/settings/effective.ts';

const FILE: EffectiveSettings = {
  ...NO_SETTINGS,
  values: { theme: 'dark', justification: true, default: 'notes' },
  sources: new Map([['theme', { kind: 'file', file: 'config.toml', line: 1 }]]),
  libraries: new Map([
    ['notes', ['/home/ada/notes', '/srv/more']],
    ['code', ['/src']],
  ]),
};

const withOptions = async (line: string, command: 'read' | 'show' = 'read') =>
  settingsWithOptions(FILE, await parseArguments(line === '' ? [] : line.split(' ')), command);

/** The message of the failure of `run`. */
async function failureOf(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (error instanceof Failure) return `${error.code}: ${error.say(cliMessages.en)}`;
    throw error;
  }
  throw new Error('no failure');
}

describe('options that stand for settings', () => {
  it('come before the settings of files', async () => {
    expect((await withOptions('')).values).toEqual(FILE.values);
    const { values, sources } = await withOptions(
      '--theme paper --no-justify --hyphenate --no-mouse --keys vim -w 60',
    );
    expect(values).toEqual({
      theme: 'paper',
      justification: false,
      hyphenation: true,
      mouse: false,
      'keys.preset': 'vim',
      measure: 60,
      default: 'notes',
    });
    expect(sources.get('theme')).toEqual({ kind: 'option', option: '--theme' });
  });

  it('count in the order in which they are given', async () => {
    expect((await withOptions('--justify --no-justify --theme ink --theme dusk')).values).toMatchObject({
      justification: false,
      theme: 'dusk',
    });
  });

  it('leave the width of what show prints to show', async () => {
    expect((await withOptions('show a -w 200', 'show')).values.measure).toBeUndefined();
    expect(await failureOf(() => withOptions('-w 200'))).toBe(
      '2: --width must be a whole number between 40 and 80 (got “200”)',
    );
  });

  it('name a theme that there is', async () => {
    expect(await failureOf(() => withOptions('--theme nigth'))).toBe(
      '2: no theme is called “nigth” (did you mean night?)',
    );
  });
});

describe('a library', () => {
  const pathsOf = (library: string | undefined, paths: readonly string[] = [], hasDefault = true) =>
    withLibrary({ paths, input: undefined, library }, FILE, hasDefault).paths;

  it('is the one that is named, or else the default one', () => {
    expect(pathsOf('code')).toEqual(['/src']);
    expect(pathsOf(undefined)).toEqual(['/home/ada/notes', '/srv/more']);
    expect(pathsOf('kiosque')).toEqual([]);
    expect(pathsOf(undefined, [], false)).toEqual([]);
    expect(pathsOf(undefined, ['a.md'])).toEqual(['a.md']);
  });

  it('is not opened together with paths, nor if there is none of its name', async () => {
    expect(await failureOf(() => pathsOf('code', ['a.md']))).toBe(
      '2: --library opens a library by its name; leave out the paths',
    );
    expect(await failureOf(() => pathsOf('note'))).toBe(
      '2: no library is called “note” (did you mean notes?); kiosque config edit adds one',
    );
    expect(await failureOf(() => pathsOf('recipes'))).toBe(
      '2: no library is called “recipes”; there are kiosque, notes, code; kiosque config edit adds one',
    );
  });
});
