import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Arguments, takeApart } from './cli/arguments.ts';
import { colourOf, type Invocation, invocationOf, languageOf } from './cli/invocation.ts';
import { endingFor } from './cli/report.ts';
import { colourDepthOf, type Environment, type ExitCode, foldersOf } from './commands/environment.ts';
import { languageOf as languageOfSystem } from './messages/language.ts';

const { stdin, stdout, stderr, env } = process;
let language = languageOfSystem(env);

// What is written to a pipe or a full disk may fail after the fact.
stdout.on('error', end);
stderr.on('error', () => undefined);
main().then((code) => {
  process.exitCode = code;
}, end);

async function main(): Promise<ExitCode> {
  const given = takeApart(process.argv.slice(2));
  language = languageOf(given) ?? language;
  const hasScreen = stdout.isTTY && (env.TERM !== 'dumb' || given.values.accessible.at(-1) === true);
  const invocation = invocationOf(given, hasScreen);
  return perform(invocation, environmentFor(given, invocation));
}

/** Commands are loaded when they are wanted: what prints plain text starts without the reader. */
async function perform(invocation: Invocation, environment: Environment): Promise<ExitCode> {
  switch (invocation.command) {
    case 'version':
      stdout.write(`${environment.version}\n`);
      return 0;
    case 'help': {
      const { helpText } = await import('./messages/help.ts');
      stdout.write(helpText[language]);
      return 0;
    }
    case 'list': {
      const { list } = await import('./commands/list.ts');
      return list(environment, invocation.options);
    }
    case 'search': {
      const { search } = await import('./commands/search.ts');
      return search(environment, invocation.options);
    }
    case 'show': {
      const { show } = await import('./commands/show.ts');
      return show(environment, invocation.options);
    }
    case 'read': {
      const [{ runReader }, { readerInput }] = await Promise.all([
        import('./commands/read.tsx'),
        import('./cli/reader-input.ts'),
      ]);
      const { keys, options } = await readerInput(environment, {
        ...invocation,
        // The second is how Ink is told.
        accessible: invocation.accessible || env.INK_SCREEN_READER === 'true',
      });
      return runReader({ ...environment, stdin: keys }, options);
    }
  }
}

function environmentFor(given: Arguments, invocation: Invocation): Environment {
  const styled = invocation.command === 'show' && invocation.options.format === 'ansi';
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return {
    stdin,
    stdout,
    stderr,
    env,
    cwd: process.cwd(),
    now: Date.now,
    language,
    colour: colourDepthOf(colourOf(given), env, styled ? 'wanted' : stdout.isTTY),
    folders: foldersOf(env, homedir()),
    catalogue: fileURLToPath(new URL('../articles', import.meta.url)),
    version,
    process,
  };
}

/** The one place where errors end the program. */
function end(error: unknown): void {
  const { code, text } = endingFor(error, language, env);
  stderr.write(text, () => process.exit(code));
}
