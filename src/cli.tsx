import { closeSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Arguments, languageIn, parseArguments } from './cli/arguments.ts';
import { commandText } from './cli/command-table.ts';
import { colorDepthOf, configFolder, storageOf } from './cli/environment-variables.ts';
import { type Invocation, invocationOf, type ProgramOptions, programOptionsOf } from './cli/invocation.ts';
import { withLibrary } from './cli/library.ts';
import { openOutput } from './cli/output.ts';
import {
  settingsBeside,
  settingsOf,
  settingsPaths,
  settingsWithOptions,
  withKeymap,
} from './cli/settings.ts';
import { holdsText, isFed } from './cli/standard-input.ts';
import { type Environment, type ExitCode, Failure } from './commands/environment.ts';
import { languageOf } from './messages/locale.ts';
import { type EffectiveSettings, NO_SETTINGS } from './settings/effective.ts';
import { cleanLine } from './unicode/clean.ts';
import { isOtherAddress, isWebAddress } from './web/address.ts';

/** Milliseconds until a request to a server has been sent. */
const SENDING = 25;

const { env } = process;
const argv = process.argv.slice(2);
let language = languageIn(argv) ?? languageOf(env);
let settings: EffectiveSettings = NO_SETTINGS;
let reloadSettings: Environment['reloadSettings'] = async () => ({ settings, language });

const stdout = openOutput(1, () => withErrors(process.stdout, end), raise);
let stderr: Environment['stderr'] | undefined;
keepWorkingDirectory();
main().then(finish, end);

async function main(): Promise<ExitCode> {
  settings = await readSettings();
  language = languageIn(argv) ?? settings.values.language ?? language;
  const parsed = await parseArguments(argv);
  const options = programOptionsOf(parsed);
  if (options.instead) return perform(options.instead, options);
  const given = await withPages(parsed, options);
  const accessible = given.typed.accessible.at(-1) === true || env.INK_SCREEN_READER === 'true';
  const hasScreen = stdout.isTTY && (env.TERM !== 'dumb' || accessible);
  const typed = invocationOf(given, hasScreen, !hasScreen && isFed());
  const invocation = await located(typed, options);
  await checkWord(given, environmentFor(invocation, options));
  checkInput(given, typed);
  if (env.KIOSQUE_DEBUG || given.typed.verbose.at(-1) === true) await warnOfCache(options);
  const layered = async (base: EffectiveSettings): Promise<EffectiveSettings> => {
    const { command } = invocation;
    const all = settingsWithOptions(await settingsBeside(base, openedPaths(invocation)), given, command);
    return ['read', 'config', 'help'].includes(command) ? withKeymap(all) : all;
  };
  settings = await layered(settings);
  if (settings.convert.size > 0) await letConvert(options);
  reloadSettings = async () => {
    const base = await readSettings();
    return {
      settings: await layered(base),
      language: languageIn(argv) ?? base.values.language ?? languageOf(env),
    };
  };
  if (
    settings.problems.length > 0 &&
    invocation.command !== 'read' &&
    invocation.command !== 'config' &&
    invocation.command !== 'complete'
  )
    await warnOfSettings();
  return perform(
    invocation.command === 'read'
      ? { ...invocation, options: { ...invocation.options, accessible } }
      : invocation,
    options,
  );
}

/** Lets the programs of the settings convert files. */
async function letConvert({ isPrivate }: ProgramOptions): Promise<void> {
  const { setConverters } = await import('./library/converters.ts');
  const { cache, readOnly } = storageOf(env, homeFolder(), isPrivate);
  setConverters({ bySuffix: settings.convert, cache, readOnly });
}

function folderOfSettings(): string {
  return configFolder(env, homeFolder());
}

function readSettings(): Promise<EffectiveSettings> {
  return settingsOf(folderOfSettings(), env, homeFolder);
}

/** The command with the paths of the library that is asked for, or of the default one. */
async function located(invocation: Invocation, program: ProgramOptions): Promise<Invocation> {
  if (!('options' in invocation) || invocation.command === 'config') return invocation;
  if (invocation.command === 'save') {
    const { values, libraries } = settings;
    const [own] = libraries.get(values.default ?? '') ?? [];
    return { ...invocation, options: { ...invocation.options, to: invocation.options.to ?? own } };
  }
  // Without paths, the notes are those on all articles, and a pipe is the article to read.
  const hasDefault =
    invocation.command === 'read'
      ? process.stdin.isTTY
      : invocation.command !== 'notes' && invocation.command !== 'pull';
  const options = withLibrary(invocation.options, settings, hasDefault);
  if (!options.paths.some(isWebAddress)) return { ...invocation, options } as Invocation;
  const { withOpenLibraries } = await import('./commands/published/open-library.ts');
  const environment = environmentFor({ command: 'version' }, program);
  const paths = await withOpenLibraries(environment, options.paths, invocation.command === 'read');
  return { ...invocation, options: { ...options, paths } } as Invocation;
}

/** The files and folders whose texts a command shows. */
function openedPaths(invocation: Invocation): readonly string[] {
  if (invocation.command === 'read') return invocation.options.paths;
  if (invocation.command !== 'show') return [];
  const { paths, words } = invocation.options;
  return paths.length > 0 ? paths : words.filter((word) => existsSync(word));
}

/** Says what is wrong in the settings. */
async function warnOfSettings(): Promise<void> {
  const { problemText } = await import('./settings/problem-text.ts');
  for (const problem of settings.problems) openStderr().write(`kiosque: ${problemText(problem, language)}\n`);
}

/** The arguments with files in place of addresses of pages that are to be read, and published libraries opened. */
async function withPages(given: Arguments, options: ProgramOptions): Promise<Arguments> {
  const { command, words, typed } = given;
  const opened = command === 'read' || command === 'show' ? words : [];
  const named = [...opened, ...typed.from].map(String);
  const other = named.find((word) => isOtherAddress(word) && !existsSync(word));
  if (other !== undefined) throw new Failure(2, ({ unfetched }) => unfetched.scheme(cleanLine(other)));
  if (!named.some(isWebAddress)) return given;
  const { openAddress } = await import('./commands/web/open-pages.ts');
  const isRead = command === 'read' && stdout.isTTY;
  const environment = environmentFor({ command: 'version' }, options);
  // To load the reader holds up everything else: it is done while the answer of the server is on its way. What fails is told when
  // it is loaded again.
  if (isRead) setTimeout(() => void import('./commands/reader/reader.ts').catch(() => undefined), SENDING);
  const replaced = <T,>(all: readonly T[]): Promise<(T | string)[]> =>
    Promise.all(
      all.map((word) => (isWebAddress(String(word)) ? openAddress(environment, String(word), isRead) : word)),
    );
  const from = await replaced(typed.from);
  return {
    ...given,
    words: opened.length > 0 ? await replaced(words) : words,
    typed: { ...typed, from },
  };
}

/**
 * Text that is piped to `kiosque --search` was meant to be read. The commands leave standard input alone, which may belong to
 * the loop that they run in.
 */
function checkInput(given: Arguments, invocation: Invocation): void {
  if (given.command !== 'read') return;
  if (invocation.command !== 'list' && invocation.command !== 'search') return;
  if (invocation.options.paths.length === 0 && holdsText())
    throw new Failure(2, (messages) => messages.inputUnread(commandText(invocation.command)));
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
      stdout.write(
        await (await import('./cli/help/help.ts')).help(invocation.words, language, settings.keymap),
      );
      return 0;
    case 'completion': {
      const { completionScript } = await import('./cli/complete/scripts.ts');
      stdout.write(completionScript(invocation.shell, join(import.meta.dirname, '..')));
      return 0;
    }
    case 'complete':
      stdout.write(
        await (await import('./cli/complete/complete.ts')).complete(environment, settings, invocation.words),
      );
      return 0;
    case 'reset':
      return (await import('./commands/reset.ts')).reset(environment);
    case 'list':
      return (await import('./commands/list.ts')).list(environment, invocation.options);
    case 'search':
      return (await import('./commands/search.ts')).search(environment, invocation.options);
    case 'save':
      return (await import('./commands/web/save.ts')).save(environment, invocation.options);
    case 'pull':
      return (await import('./commands/published/pull.ts')).pull(environment, invocation.options);
    case 'publish':
      return (await import('./commands/publish.ts')).publish(environment, invocation.options);
    case 'stats':
      return (await import('./commands/stats.ts')).stats(environment, invocation.options);
    case 'notes':
      return (await import('./commands/notes.ts')).notes(environment, invocation.options);
    case 'config':
      return (await import('./commands/config.ts')).config(environment, invocation.options);
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
      const terminal = {
        ...environment,
        stdin: keys,
        stdout: process.stdout,
        settingsPaths: settingsPaths(folderOfSettings(), opened.paths),
      };
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
    settings,
    reloadSettings,
    settingsFile: join(folderOfSettings(), 'config.toml'),
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
function homeFolder(): string {
  return env.HOME || process.getBuiltinModule('node:os').homedir();
}

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
