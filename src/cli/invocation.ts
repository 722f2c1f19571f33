import type {
  ConfigOptions,
  FromOptions,
  ListOptions,
  NotesOptions,
  PublishOptions,
  PullOptions,
  ReadOptions,
  SaveOptions,
  SearchOptions,
  ShowOptions,
  StatsOptions,
} from '../commands/command-options.ts';
import { Failure } from '../commands/environment.ts';
import { LONGEST_QUERY } from '../search/results.ts';
import { cleanExcerpt, cleanLine } from '../unicode/clean.ts';
import { proposedLine } from '../unicode/shell-quote.ts';
import { isWebAddress } from '../web/address.ts';
import type { Arguments } from './arguments.ts';
import { CONFIG_ACTIONS, type CommandName, commandText, SHELLS, type Shell } from './command-table.ts';
import { KEPT_PUBLICATIONS, OPTION_NAMES, OPTIONS, type OptionsOf, SEARCH_LIMIT } from './option-table.ts';
import { checkOptionsGoWith, optionsOf } from './option-values.ts';

/** `words` are a command or a topic; none for the help of the program. */
interface HelpInvocation {
  readonly command: 'help';
  readonly words: readonly string[];
}

interface VersionInvocation {
  readonly command: 'version';
}

/** A parsed command line: the command with its options. Paths are as they were typed. */
export type Invocation =
  | HelpInvocation
  | VersionInvocation
  | { readonly command: 'reset' }
  | { readonly command: 'completion'; readonly shell: Shell }
  | { readonly command: 'complete'; readonly words: readonly string[] }
  | { readonly command: 'read'; readonly options: ReadOptions }
  | { readonly command: 'list'; readonly options: ListOptions }
  | { readonly command: 'search'; readonly options: SearchOptions }
  | { readonly command: 'save'; readonly options: SaveOptions }
  | { readonly command: 'publish'; readonly options: PublishOptions }
  | { readonly command: 'pull'; readonly options: PullOptions }
  | { readonly command: 'notes'; readonly options: NotesOptions }
  | { readonly command: 'stats'; readonly options: StatsOptions }
  | { readonly command: 'show'; readonly options: ShowOptions }
  | { readonly command: 'config'; readonly options: ConfigOptions };

export interface ProgramOptions {
  readonly color: 'auto' | 'always' | 'never';
  /** True if nothing about what is read may be saved. */
  readonly isPrivate: boolean;
  /** Asked for in place of any command. */
  readonly instead: HelpInvocation | VersionInvocation | undefined;
}

/** The options of the program itself. Throws a `Failure` on an invalid value. */
export function programOptionsOf(given: Arguments): ProgramOptions {
  // The language is that of `languageIn`; here its value is only validated.
  const { lang: _, color, memory, help, version, ...rest } = optionsOf(given, 'kiosque');
  allUsed(rest);
  return {
    color,
    isPrivate: memory === false,
    instead: help ? helpFor(given) : version ? { command: 'version' } : undefined,
  };
}

/** What `--help` shows: the help of the command that it is given to. */
const helpFor = ({ command, words }: Arguments): HelpInvocation => ({
  command: 'help',
  words: command === 'help' ? words : command === 'read' ? [] : [command],
});

/**
 * Parses a command line.
 *
 * @param hasScreen  whether the reader can be shown; if not, `kiosque` alone prints what `show -`, `list` or `search` prints
 * @param isFed  whether standard input is a pipe or a file
 * @throws {Failure} on an invalid value, an option of another command, or missing words
 */
export function invocationOf(given: Arguments, hasScreen: boolean, isFed: boolean): Invocation {
  const { words } = given;
  const command = given.command === 'read' && !hasScreen ? printingCommand(given, isFed) : given.command;
  checkOptionsGoWith(given, [command, given.command]);
  const paths = given.command === 'read' ? words : [];
  if (given.command === 'read') checkDash([...given.typed.from, ...words]);
  switch (command) {
    case 'help':
    case 'complete':
      return { command, words };
    case 'completion':
      return { command, shell: shellIn(words) };
    case 'reset':
      checkNoWords(command, words);
      return { command };
    case 'read':
      return { command, options: readOptions(optionsOf(given, command), paths) };
    case 'list':
      if (given.command === 'list') checkNoWords(command, words);
      return { command, options: listOptions(optionsOf(given, command), paths) };
    case 'search': {
      const query = given.command === 'read' ? optionsOf(given, 'read').search : words.join(' ');
      return { command, options: searchOptions(optionsOf(given, command), paths, query ?? '') };
    }
    case 'save':
      return { command, options: saveOptions(optionsOf(given, command), words) };
    case 'pull':
      return { command, options: pullOptions(optionsOf(given, command), words) };
    case 'publish':
      return { command, options: publishOptions(optionsOf(given, command), words) };
    case 'stats':
      checkNoWords(command, words);
      return { command, options: statsOptions(optionsOf(given, command)) };
    case 'config':
      return { command, options: configOptions(optionsOf(given, command), words) };
    case 'notes':
      return { command, options: notesOptions(optionsOf(given, command), words) };
    case 'show':
      if (given.command === 'show')
        return { command, options: showOptions(optionsOf(given, command), words) };
      return { command, options: showOptions({ ...optionsOf(given, command), from: [] }, ['-']) };
  }
}

/** The command that stands in for the reader in a pipe: `cat a.md | kiosque | head` prints the article. */
function printingCommand({ typed, words }: Arguments, isFed: boolean): 'list' | 'search' | 'show' {
  if (typed.search.length > 0) return 'search';
  const paths = [...typed.from, ...words];
  const isInput = paths.every((path) => path === '-');
  const isShown = OPTION_NAMES.every((name) => {
    const { commands } = OPTIONS[name];
    return typed[name].length === 0 || !commands || commands.includes('show') || commands.includes('read');
  });
  return isInput && isShown && (isFed || paths.length > 0) ? 'show' : 'list';
}

/** Fails the type check while an option of a command is used nowhere: `rest` is what is left of them. */
const allUsed = (_rest: Readonly<Record<string, never>>): void => {};

/** Options without those that stand for settings: see `settingsWithOptions`. */
function withoutSettings<O extends { readonly theme: unknown }>(options: O) {
  const { theme, width, justify, hyphenate, keys, mouse, ...rest }: Partial<SettingOptions> & O = options;
  return rest as Omit<O, keyof SettingOptions>;
}

type SettingOptions = Record<'theme' | 'width' | 'justify' | 'hyphenate' | 'keys' | 'mouse', unknown>;

function shellIn([word = '', ...others]: readonly string[]): Shell {
  const shell = SHELLS.find((name) => name === word);
  if (shell && others.length === 0) return shell;
  const given = cleanExcerpt([word, ...others].join(' '));
  throw new Failure(2, (messages) => messages.notAChoice('kiosque completion', given, SHELLS));
}

function checkNoWords(command: CommandName, words: readonly string[]): void {
  const [word] = words;
  if (word === undefined) return;
  const sources = words.flatMap((path) => ['--from', path]);
  const takesSources = OPTIONS.from.commands?.includes(command);
  const instead = takesSources ? proposedLine(['kiosque', command, ...sources]) : undefined;
  throw new Failure(2, (messages) => messages.noArguments(commandText(command), cleanExcerpt(word), instead));
}

/** True if nothing is left out of folders. */
const allOf = (ignore: boolean | undefined): Pick<FromOptions, 'isAll'> =>
  ignore === false ? { isAll: true } : {};

/** A dash is standard input, which is read as one article. */
function checkDash(paths: readonly unknown[]): void {
  if (paths.includes('-') && paths.some((path) => path !== '-'))
    throw new Failure(2, (messages) => messages.dashAmongPaths);
}

/** `paths` of a command that reads files and folders only. */
function withoutInput(command: CommandName, paths: readonly string[]): readonly string[] {
  if (paths.includes('-')) throw new Failure(2, (messages) => messages.dashOnlyShown(commandText(command)));
  return paths;
}

function checkLength({ length }: string): void {
  if (length > LONGEST_QUERY)
    throw new Failure(2, (messages) => messages.queryTooLong(length, LONGEST_QUERY));
}

function readOptions(options: OptionsOf<'read'>, paths: readonly string[]): ReadOptions {
  const { from, library, input, ignore, search, at, pager: _, accessible, ...rest } = options;
  allUsed(withoutSettings(rest));
  checkLength(search ?? '');
  return {
    paths: [...from, ...paths],
    library,
    input,
    ...allOf(ignore),
    search,
    startKeys: at === undefined ? '' : keysFor(at),
    accessible: accessible ?? false,
  };
}

/** The keys that go to a place in an article. Throws a `Failure` if it is none. */
function keysFor(at: string): string {
  const line = /^\d+$/.test(at) ? 'g' : undefined;
  if (line || at === 'G' || /^\d+%$/.test(at)) return at + (line ?? '');
  if (/^\/./.test(at)) return `${cleanLine(at)}\r`;
  throw new Failure(2, (messages) => messages.notAChoice('--at', cleanExcerpt(at), ['/…', 'G', '40', '40%']));
}

function listOptions(options: OptionsOf<'list'>, paths: readonly string[]): ListOptions {
  const { from, library, input, ignore, tag, is, sort, reverse = false, limit, ...output } = options;
  const {
    json = false,
    verbose = false,
    drafts = false,
    template,
    fields,
    null: endsWithNull = false,
    ...rest
  } = output;
  allUsed(withoutSettings(rest));
  return {
    paths: withoutInput('list', [...from, ...paths]),
    library,
    input,
    ...allOf(ignore),
    tags: tag,
    is,
    order: sort,
    reverse,
    limit,
    json,
    ...(verbose && { verbose }),
    template,
    fields,
    endsWithNull,
    ...(drafts && { drafts }),
  };
}

function searchOptions(options: OptionsOf<'search'>, paths: readonly string[], query: string): SearchOptions {
  const {
    from,
    library,
    input,
    ignore,
    tag,
    is,
    limit = SEARCH_LIMIT,
    all = false,
    json = false,
    drafts = false,
    template,
    fields,
    null: endsWithNull = false,
    // The start of the program has acted on it.
    verbose,
    ...rest
  } = options;
  allUsed(withoutSettings(rest));
  if (query.trim() === '' && is.length === 0) throw new Failure(2, (messages) => messages.wordsMissing);
  checkLength(query);
  const files = withoutInput('search', [...from, ...paths]);
  return {
    paths: files,
    library,
    input,
    ...allOf(ignore),
    words: query,
    tags: tag,
    is,
    limit,
    all,
    json,
    template,
    fields,
    endsWithNull,
    ...(drafts && { drafts }),
  };
}

function showOptions(options: OptionsOf<'show'>, given: readonly string[]): ShowOptions {
  const { from, library, input, ignore, width, format, section, json, verbose, ...rest } = options;
  allUsed(withoutSettings(rest));
  const isInput = given.length === 0 && from.length > 0 && from.every((path) => path === '-');
  const words = isInput ? ['-'] : given.filter((word) => word !== '');
  if (words.length === 0) throw new Failure(2, (messages) => messages.articleMissing);
  return {
    paths: isInput ? [] : withoutInput('show', from),
    library,
    input,
    ...allOf(ignore),
    words,
    format: format ?? (json ? 'json' : undefined),
    section,
    width,
  };
}

function saveOptions({ to, ...rest }: OptionsOf<'save'>, addresses: readonly string[]): SaveOptions {
  allUsed(rest);
  return { addresses, to };
}

function pullOptions({ library, ...rest }: OptionsOf<'pull'>, words: readonly string[]): PullOptions {
  allUsed(rest);
  if (words.length === 0 && library === undefined)
    throw new Failure(2, (messages) => messages.addressMissing('kiosque pull'));
  return { paths: words, library, input: undefined };
}

function publishOptions(options: OptionsOf<'publish'>, words: readonly string[]): PublishOptions {
  const { from, library, input, ignore, to, title, keep = KEPT_PUBLICATIONS, ...switches } = options;
  const { 'dry-run': isTrial = false, verbose = false, drafts = false, ...rest } = switches;
  allUsed(rest);
  if (to === undefined || to === '') throw new Failure(2, ({ publish }) => publish.targetMissing);
  const paths = withoutInput('publish', [...from, ...words]);
  const address = paths.find(isWebAddress);
  if (address !== undefined) throw new Failure(2, ({ publish }) => publish.address(cleanLine(address)));
  return { paths, library, input, ...allOf(ignore), to, title, keep, isTrial, verbose, drafts };
}

function configOptions(
  { json = false, ...rest }: OptionsOf<'config'>,
  [word, ...others]: readonly string[],
): ConfigOptions {
  allUsed(rest);
  const action = word === undefined ? 'print' : CONFIG_ACTIONS.find((each) => each === word);
  const [unused] = action === undefined ? [word] : others;
  if (action === undefined || unused !== undefined)
    throw new Failure(2, (messages) =>
      messages.notAChoice('kiosque config', cleanExcerpt(unused ?? ''), CONFIG_ACTIONS),
    );
  return { action, json };
}

function statsOptions({
  from,
  library,
  input,
  ignore,
  json = false,
  ...rest
}: OptionsOf<'stats'>): StatsOptions {
  allUsed(rest);
  return { paths: withoutInput('stats', from), library, input, ...allOf(ignore), json };
}

function notesOptions(options: OptionsOf<'notes'>, given: readonly string[]): NotesOptions {
  const { from, library, input, ignore, format, json, import: file, ...rest } = options;
  allUsed(rest);
  if (format !== undefined && format !== 'markdown' && format !== 'json')
    throw new Failure(2, (messages) => messages.notAChoice('--format', format, ['markdown', 'json']));
  const words = given.filter((word) => word !== '');
  const [unused] = [...words, ...from];
  if (file !== undefined && unused !== undefined)
    throw new Failure(2, (messages) =>
      messages.noArguments('kiosque notes --import', cleanLine(unused), undefined),
    );
  withoutInput('notes', words);
  return {
    paths: withoutInput('notes', from),
    library,
    input,
    ...allOf(ignore),
    words,
    format: format ?? (json ? 'json' : 'markdown'),
    import: file,
  };
}
