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
import { print } from './outputs.ts';
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
};

describe('no vector acts that is an argument', () => {
  it.each(Object.entries(LINES))('as %s', async (name, lineOf) => {
    const tally = new Tally(`argument, ${name}`);
    onTestFinished(() => tally.report());
    const [path] = libraryOf(CONSTRUCTS[0]!, VECTORS.slice(0, 1));
    const cwd = temporaryFolder();
    for (const { text } of sampleOf(VECTORS, 0.2)) {
      if (text.includes('\0')) continue;
      const { stdout, stderr } = await print(
        {
          name,
          kind: 'terminal',
          run: async (environment) => {
            const given = await parseArguments(lineOf(text, path!));
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
      const failure = forbiddenIn(stdout) ?? forbiddenIn(stderr);
      tally.try(JSON.stringify(text), stderr.includes('unexpected') ? stderr : failure);
    }
    expect(tally.failures).toEqual([]);
  });
});
