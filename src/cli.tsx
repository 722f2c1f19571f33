import { closeSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Arguments, languageIn, parseArguments } from './cli/arguments.ts';
import { commandText } from './cli/command-table.ts';
import { colorDepthOf, storageOf } from './cli/environment-variables.ts';
import { type Invocation, invocationOf, type ProgramOptions, programOptionsOf } from './cli/invocation.ts';
import { openOutput } from './cli/output.ts';
import { holdsText, isFed } from './cli/standard-input.ts';
import { type Environment, type ExitCode, Failure } from './commands/environment.ts';
import { languageOf } from './messages/locale.ts';

const { env } = process;
const argv = process.argv.slice(2);
const language = languageIn(argv) ?? languageOf(env);

const stdout = openOutput(1, () => withErrors(process.stdout, end), raise);
let stderr: Environment['stderr'] | undefined;
keepWorkingDirectory();
main().then(finish, end);

async function main(): Promise<ExitCode> {
  const given = await parseArguments(argv);
  const options = programOptionsOf(given);
  if (options.instead) return perform({ command: options.instead }, options);
  const accessible = given.typed.accessible.at(-1) === true || env.INK_SCREEN_READER === 'true';
  const hasScreen = stdout.isTTY && (env.TERM !== 'dumb' || accessible);
  const invocation = invocationOf(given, hasScreen, !hasScreen && isFed());
  await checkWord(given, environmentFor({ command: 'help' }, options));
  checkInput(given, invocation);
  if (env.KIOSQUE_DEBUG) await warnOfCache(options);
  return perform(
    invocation.command === 'read'
      ? { ...invocation, options: { ...invocation.options, accessible } }
      : invocation,
    options,
  );
}

/**
 * Text that is piped to `kiosque --search` was meant to be read. The commands leave standard input alone, which may belong to
 * the loop that they run in.
 */
function checkInput(given: Arguments, invocation: Invocation): void {
  if (given.command !== 'read') return;
  const { command, ...rest } = invocation;
  if (command !== 'list' && command !== 'search') return;
  if ('options' in rest && rest.options.paths.length === 0 && holdsText())
    throw new Failure(2, (messages) => messages.inputUnread(commandText(command)));
}

/** Warns that the cache is not used because others may write to it: a start that is slow for no visible reason. */
async function warnOfCache({ isPrivate }: ProgramOptions): Promise<void> {
  const { cache } = storageOf(env, homeFolder(), isPrivate);
  if (cache === undefined) return;
  const { cacheWarning } = await import('./cli/report.ts');
  const warning = cacheWarning(cache, language);
  if (warning) openStderr().write(warning);
}

/** A first word that names no file may be a mistyped command, or the name of an article. */
async function checkWord(given: Arguments, environment: Environment): Promise<void> {
  const { command, words, onlyOperands } = given;
  if (command !== 'read' || onlyOperands || words[0] === undefined) return;
  if (words[0] === '-' || existsSync(words[0])) return;
  const { unknownWord } = await import('./cli/unknown-word.ts');
  const failure = await unknownWord(environment, given, argv);
  if (failure) throw failure;
}

/** Commands are loaded on demand: those that print plain text start without the reader. */
async function perform(invocation: Invocation, options: ProgramOptions): Promise<ExitCode> {
  const environment = environmentFor(invocation, options);
  switch (invocation.command) {
    case 'version':
      stdout.write(`${environment.version}\n`);
      return 0;
    case 'help':
      stdout.write((await import('./cli/help.ts')).helpText(language));
      return 0;
    case 'reset':
      return (await import('./commands/reset.ts')).reset(environment);
    case 'list':
      return (await import('./commands/list.ts')).list(environment, invocation.options);
    case 'search':
      return (await import('./commands/search.ts')).search(environment, invocation.options);
    case 'stats':
      return (await import('./commands/stats.ts')).stats(environment, invocation.options);
    case 'notes':
      return (await import('./commands/notes.ts')).notes(environment, invocation.options);
    case 'show':
      return (await import('./commands/show.ts')).show(environment, invocation.options);
    case 'read': {
      const [{ Reader }, { readerInput }] = await Promise.all([
        import('./commands/reader/reader.ts'),
        import('./cli/reader-input.ts'),
      ]);
      // If the terminal goes away, the reader has something to save first.
      process.stdout.off('error', end);
      const { keys, options: opened } = await readerInput(environment, invocation.options);
      const terminal = { ...environment, stdin: keys, stdout: process.stdout };
      return (await Reader.open(terminal, opened)).run();
    }
  }
}

function environmentFor(invocation: Invocation, { color, isPrivate }: ProgramOptions): Environment {
  const isStyled = invocation.command === 'show' && invocation.options.format === 'ansi';
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
    colorDepth: colorDepthOf(color, env, isStyled ? 'styled' : stdout.isTTY ? 'terminal' : 'plain'),
    storage: storageOf(env, homeFolder(), isPrivate),
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

/** Absolute paths open even if the working directory was deleted; relative ones are looked for where it was. */
function keepWorkingDirectory(): void {
  try {
    process.cwd();
  } catch {
    const { PWD = '/' } = env;
    process.cwd = () => PWD;
  }
}

/** `node:os` is loaded only if it has to be asked: it is the one module that a start would load for this alone. */
const homeFolder = (): string => env.HOME || process.getBuiltinModule('node:os').homedir();

/** Reads `package.json`: in `..` that of the package, in `.` that of the build. */
const manifestIn = (folder: string): { readonly version: string; readonly build: string } =>
  JSON.parse(readFileSync(join(import.meta.dirname, folder, 'package.json'), 'utf8'));

/** Opened at the first message. A message that cannot be written is lost: there is nowhere left to report that. */
const openStderr = (): Environment['stderr'] =>
  (stderr ??= openOutput(2, () => withErrors(process.stderr, ignore), ignore));

/**
 * Ends the program once its output is written and what was deferred with `setImmediate` is done. Node would otherwise
 * wait at its exit for pending compile jobs.
 */
function finish(code: ExitCode): void {
  const outputs = stderr ? [stdout, stderr] : [stdout];
  let left = outputs.length;
  const onWritten = (): void => {
    left -= 1;
    if (left === 0) setImmediate(() => exit(code));
  };
  for (const output of outputs) output.write('', onWritten);
}

function raise(error: unknown): never {
  throw error;
}

function ignore(): void {}

/** Writing to a pipe or a full disk may fail after the call has returned. */
function withErrors(stream: NodeJS.WriteStream, onError: (error: unknown) => void): NodeJS.WriteStream {
  return stream.listeners('error').includes(onError) ? stream : stream.on('error', onError);
}

/** The one place where errors end the program. */
async function end(error: unknown): Promise<void> {
  const { endingFor } = await import('./cli/report.ts');
  const { code, text } = endingFor(error, language, env);
  try {
    openStderr().write(text, () => exit(code));
  } catch {
    exit(code);
  }
}

/** Ends the process. Node 20 would abort and dump its memory if it cannot reset a terminal that is gone (nodejs/node#51519). */
function exit(code: ExitCode): never {
  // Output to a terminal has loaded `node:tty` already.
  if (stdout.isTTY) process.once('exit', closeLostTerminal);
  process.exit(code);
}

/** Node resets only those of its standard streams that are still open. */
function closeLostTerminal(): void {
  const { isatty } = process.getBuiltinModule('node:tty');
  for (const descriptor of [0, 1, 2]) if (!isatty(descriptor)) closeSync(descriptor);
}
