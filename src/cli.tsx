import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Arguments, takeApart } from './cli/arguments.ts';
import { colourOf, type Invocation, invocationOf, languageOf, mayRemember } from './cli/invocation.ts';
import { openOutput } from './cli/output.ts';
import { colourDepthOf, type Environment, type ExitCode, foldersOf } from './commands/environment.ts';
import { languageOf as languageOfSystem } from './messages/locale.ts';

const { env } = process;
let language = languageOfSystem(env);

const stdout = openOutput(1, () => withErrors(process.stdout, end), raise);
let stderr: Environment['stderr'] | undefined;
main().then(finish, end);

async function main(): Promise<ExitCode> {
  const given = await takeApart(process.argv.slice(2));
  language = languageOf(given) ?? language;
  const hasScreen = stdout.isTTY && (env.TERM !== 'dumb' || isAccessible(given));
  const invocation = invocationOf(given, hasScreen);
  const environment = environmentFor(given, invocation);
  if (env.KIOSQUE_DEBUG) await warnOfCache(environment);
  return perform(invocation, environment, given);
}

/** Says if the cache is not used because others may write to it: a start that is slow for no visible reason. */
async function warnOfCache({ folders: { cache } }: Environment): Promise<void> {
  if (cache === undefined) return;
  const { cacheWarning } = await import('./cli/report.ts');
  const warning = cacheWarning(cache, language);
  if (warning) openStderr().write(warning);
}

/** Whether the reader is to say what it shows: by its option, or as Ink is told. */
const isAccessible = ({ values }: Arguments): boolean =>
  values.accessible.at(-1) === true || env.INK_SCREEN_READER === 'true';

/** Commands are loaded when they are wanted: what prints plain text starts without the reader. */
async function perform(
  invocation: Invocation,
  environment: Environment,
  given: Arguments,
): Promise<ExitCode> {
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
        accessible: isAccessible(given),
      });
      return runReader({ ...environment, stdin: keys, stdout: process.stdout }, options);
    }
  }
}

function environmentFor(given: Arguments, invocation: Invocation): Environment {
  const styled = invocation.command === 'show' && invocation.options.format === 'ansi';
  return {
    get stdin() {
      return process.stdin;
    },
    stdout,
    get stderr() {
      return openStderr();
    },
    env,
    cwd: process.cwd(),
    now: Date.now,
    language,
    colour: colourDepthOf(colourOf(given), env, styled ? 'wanted' : stdout.isTTY),
    folders: foldersOf(env, homedir()),
    remember: mayRemember(given),
    catalogue: join(import.meta.dirname, '../articles'),
    get version() {
      return manifestIn('..').version;
    },
    get build() {
      return manifestIn('.').build;
    },
    process,
  };
}

/** Of the program in `..`, of what was built of it in `.`. */
const manifestIn = (folder: string): { readonly version: string; readonly build: string } =>
  JSON.parse(readFileSync(join(import.meta.dirname, folder, 'package.json'), 'utf8'));

/** Opened when there is something to say, which may be lost: nothing else can be done about it. */
const openStderr = (): Environment['stderr'] =>
  (stderr ??= openOutput(2, () => withErrors(process.stderr, ignore), ignore));

/**
 * Ends the program once all is written, and what was put off until then is done. Left to itself, Node would wait for
 * functions to be compiled that nobody is going to call.
 */
function finish(code: ExitCode): void {
  const outputs = stderr ? [stdout, stderr] : [stdout];
  let left = outputs.length;
  const onWritten = (): void => {
    left -= 1;
    if (left === 0) setImmediate(() => process.exit(code));
  };
  for (const output of outputs) output.write('', onWritten);
}

function raise(error: unknown): never {
  throw error;
}

function ignore(): void {}

/** What is written to a pipe or a full disk may fail after the fact. */
function withErrors(stream: NodeJS.WriteStream, onError: (error: unknown) => void): NodeJS.WriteStream {
  return stream.listeners('error').includes(onError) ? stream : stream.on('error', onError);
}

/** The one place where errors end the program. */
async function end(error: unknown): Promise<void> {
  const { endingFor } = await import('./cli/report.ts');
  const { code, text } = endingFor(error, language, env);
  try {
    openStderr().write(text, () => process.exit(code));
  } catch {
    process.exit(code);
  }
}
