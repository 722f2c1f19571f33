import { describe, expect, it, onTestFinished } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments.ts';
import { invocationOf, programOptionsOf } from '../../../src/cli/invocation.ts';
import { list } from '../../../src/commands/list.ts';
import { search } from '../../../src/commands/search.ts';
import { show } from '../../../src/commands/show.ts';
import { temporaryFolder } from '../../support/home.ts';
import { forbiddenIn } from '../support/guard.ts';
import { sampleOf, Tally } from '../support/tries.ts';
import { CONSTRUCTS } from './constructs.ts';
import { libraryOf } from './library.ts';
import { type Printed, print } from './outputs.ts';
import { VECTORS } from './vectors.ts';

/** Command lines with a vector in the place of each thing that a user types. */
const LINES: Readonly<Record<string, (vector: string, path: string) => readonly string[]>> = {
  'an article': (vector, path) => ['show', vector, '-f', path],
  'a path': (vector) => ['show', `./${vector}.md`],
  'a folder': (vector) => ['list', '-f', vector],
  'a query': (vector, path) => ['search', vector, '-f', path],
  'words that are not found': (vector, path) => ['search', `zzzz${vector}`, '-f', path],
  'a tag': (vector, path) => ['list', '--tag', vector, '-f', path],
  'a command': (vector) => [`lis${vector}`],
  'an option': (vector) => [`--${vector}`],
  'an argument too many': (vector) => ['list', vector],
  'the value of --sort': (vector) => ['list', '--sort', vector],
  'the value of --limit': (vector) => ['list', '--limit', vector],
  'the value of --width': (vector) => ['show', 'a', '--width', vector],
  'the value of --format': (vector) => ['show', 'a', `--format=${vector}`],
  'the value of --color': (vector) => ['list', '--color', vector],
  'the value of --lang': (vector) => ['list', '--lang', vector],
  'the value of --input': (vector) => ['list', '-i', vector],
  'the value of --fields': (vector, path) => ['list', '--fields', vector, '-f', path],
  'the value of --is': (vector, path) => ['list', '--is', vector, '-f', path],
  'a condition': (vector, path) => ['search', `is:${vector}`, '-f', path],
  'a section': (vector, path) => ['show', '--section', vector, path],
  'a number': (vector, path) => ['show', `1${vector}`, '-f', path],
  'one of many arguments': (vector) => ['stats', ...vector.slice(0, 2000)],
};

/** Runs a command line as the program does. */
const run = (name: string, argv: readonly string[], cwd: string): Promise<Printed> =>
  print(
    {
      name,
      kind: 'terminal',
      run: async (environment) => {
        const given = await parseArguments(argv);
        programOptionsOf(given);
        const invocation = invocationOf(given, true, false);
        const here = { ...environment, cwd };
        if (invocation.command === 'list') return list(here, invocation.options);
        if (invocation.command === 'search') return search(here, invocation.options);
        return invocation.command === 'show' ? show(here, invocation.options) : undefined;
      },
    },
    '',
  );

/** UTF-16 units of a long argument, and of the longest message about it. */
const LONG = 60_000;
const LONGEST_MESSAGE = 1500;

describe('no vector acts that is an argument', () => {
  it.each(Object.entries(LINES))('as %s', async (name, lineOf) => {
    const tally = new Tally(`argument, ${name}`);
    onTestFinished(() => tally.report());
    const [path] = libraryOf(CONSTRUCTS[0]!, VECTORS.slice(0, 1));
    const cwd = temporaryFolder();
    for (const { text } of sampleOf(VECTORS, 0.2)) {
      if (text.includes('\0')) continue;
      const { stdout, stderr } = await run(name, lineOf(text, path!), cwd);
      const failure = forbiddenIn(stdout) ?? forbiddenIn(stderr);
      tally.try(JSON.stringify(text), stderr.includes('unexpected') ? stderr : failure);
    }
    expect(tally.failures).toEqual([]);
  });
});

describe('no message repeats a long argument whole', () => {
  it.each(Object.entries(LINES))('as %s', async (name, lineOf) => {
    const [path] = libraryOf(CONSTRUCTS[0]!, VECTORS.slice(0, 1));
    for (const unit of ['a', '9', 'a ', '/a', '-', '. ', '👩']) {
      const { stderr } = await run(name, lineOf(unit.repeat(LONG / unit.length), path!), temporaryFolder());
      expect(stderr.length, stderr.slice(0, 400)).toBeLessThan(LONGEST_MESSAGE);
      expect(stderr).not.toMatch(/unexpected|\ufffd/);
    }
  });
});
