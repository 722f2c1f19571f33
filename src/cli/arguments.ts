import { nearestWord } from '../algorithms/nearest-word.ts';
import { Failure } from '../commands/environment.ts';
import { LANGUAGES, type Language } from '../messages/locale.ts';
import { cleanExcerpt } from '../unicode/clean.ts';
import { type CommandName, commandNamed } from './command-table.ts';
import type { Option } from './option.ts';
import { OPTION_NAMES, OPTIONS, type OptionName, TYPED_NAMES, typedName } from './option-table.ts';

/** A command line taken apart; the values are not validated yet. */
export interface Arguments {
  readonly command: CommandName;
  /** The words that are neither the command nor part of an option. */
  readonly words: readonly string[];
  /** True if all of `words` come after `--`, so that none can be meant as a command. */
  readonly onlyOperands: boolean;
  /** By option, in the order typed: booleans for switches, strings for the others. */
  readonly typed: Readonly<Record<OptionName, readonly (string | boolean)[]>>;
}

type Parsed = Pick<Arguments, 'words' | 'typed'>;

/** The meaning of a single argument that is an option; `value` is undefined if the next argument holds it. */
interface Spelling {
  readonly name: OptionName;
  readonly value: string | boolean | undefined;
}

/**
 * Takes a command line apart. After `--` nothing is a command or an option.
 *
 * @param argv  the arguments, without the program's name
 * @throws {Failure} on an unknown option or a missing value
 */
export async function parseArguments(argv: readonly string[]): Promise<Arguments> {
  const { before: all, operands } = splitAtDashes(argv);
  const { before, pagerOptions } = splitPagerForms(all);
  const search = before.indexOf('search');
  const isExcluded = (argument: string, i: number): boolean =>
    search >= 0 && i > search && isExcludedWord(argument);
  const excluded = before.filter(isExcluded);
  const rest = before.filter((argument, i) => !isExcluded(argument, i));
  const { words, typed: parsed } = parsePlain(rest) ?? (await parseAny(rest));
  const typed = { ...parsed };
  for (const { name, value } of pagerOptions) typed[name] = [...typed[name], value];
  const command = commandNamed(words[0]);
  if (command !== 'search' && excluded[0] !== undefined) throw unknownOption(excluded[0]);
  const own = command ? words.slice(1) : words;
  return {
    command: command ?? 'read',
    words: [...own, ...operands, ...excluded],
    onlyOperands: own.length === 0,
    typed: withMeanings(typed, command),
  };
}

/** Values of options whose names mean something else with a command (`typedAs`), where they belong. */
function withMeanings(typed: Arguments['typed'], command: CommandName | undefined): Arguments['typed'] {
  const own = OPTION_NAMES.filter(
    (name) => OPTIONS[name].typedAs && command && OPTIONS[name].commands?.includes(command),
  );
  if (own.length === 0) return typed;
  const moved = own.map((name) => [name, typed[typedName(name) as OptionName]] as const);
  const emptied = own.map((name) => [typedName(name), []] as const);
  return { ...typed, ...Object.fromEntries([...emptied, ...moved]) };
}

/**
 * The language that `--lang` asks for; undefined if it is not given or has another value. Found without parsing the command
 * line, because errors in it are reported in that language.
 */
export function languageIn(argv: readonly string[]): Language | undefined {
  const pieces = splitAtDashes(argv).before.flatMap(splitAtEquals);
  const value = pieces[pieces.lastIndexOf('--lang') + 1];
  return pieces.includes('--lang') ? LANGUAGES.find((language) => language === value) : undefined;
}

/** The arguments before `--` and those after it. */
function splitAtDashes(argv: readonly string[]): { before: readonly string[]; operands: readonly string[] } {
  const end = [...argv, '--'].indexOf('--');
  return { before: argv.slice(0, end), operands: argv.slice(end + 1) };
}

/** Takes out the options that are written as for a pager, unless there is a command: `search +40` is a word. */
function splitPagerForms(all: readonly string[]) {
  const pagerOptions: { name: OptionName; value: string | boolean }[] = [];
  if (all.some((word) => commandNamed(word))) return { before: all, pagerOptions };
  const before = all.filter((argument) => {
    const name = OPTION_NAMES.find((each) => OPTIONS[each].pagerForm?.pattern.test(argument));
    if (name) pagerOptions.push({ name, value: OPTIONS[name].type === 'switch' || argument.slice(1) });
    return name === undefined;
  });
  return { before, pagerOptions };
}

/**
 * True for a word that a search excludes (`search client -prix`); short options are never written in rows like that. The
 * pattern is made only when it is asked for, as all with `\p{…}`: making the first one takes a millisecond.
 */
const isExcludedWord = (argument: string): boolean => /^-(?:\p{L}{2}|["“«])/u.test(argument);

/**
 * Parses the usual command lines, whose options are complete words followed by their values (`--json -n 5`,
 * `--sort=title`, `--no-memory`), as `parseAny` does but without loading meow. That saves a third of a start: `list` takes
 * 115 ms of CPU instead of 175, `show` 135 instead of 186, `search` 177 instead of 226 (Node 20, medians of 60 runs).
 *
 * @returns undefined for any other command line
 */
export function parsePlain(argv: readonly string[]): Parsed | undefined {
  const pieces = argv.flatMap(splitAtEquals);
  const words: string[] = [];
  const typed = noValues();
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i]!;
    if (!/^-./s.test(piece)) {
      words.push(piece);
      continue;
    }
    const spelling = SPELLINGS.get(piece);
    if (spelling === undefined) return undefined;
    const next = pieces[i + 1];
    const isComplete = spelling.value !== undefined;
    if (isComplete ? next === 'true' || next === 'false' : !next || /^-./s.test(next)) return undefined;
    typed[spelling.name].push(spelling.value ?? next!);
    if (!isComplete) i += 1;
  }
  return { words, typed };
}

/** `--sort=title` as two arguments, if the option takes a value. */
function splitAtEquals(argument: string): string[] {
  const [, option, value] = /^(--\w+)=(.+)$/s.exec(argument) ?? [];
  const takesValue =
    option !== undefined && SPELLINGS.has(option) && SPELLINGS.get(option)?.value === undefined;
  return takesValue ? [option, value!] : [argument];
}

/** Parses any command line. Throws a `Failure` on an unknown option or a missing value. */
export async function parseAny(all: readonly string[]): Promise<Parsed> {
  // Digits after a dash are numbers to meow.
  const argv = all.map((argument) => {
    const { name } = (/^-\d$/.test(argument) && SPELLINGS.get(argument)) || {};
    return name ? `--${name}` : argument;
  });
  const { default: meow } = await import('meow');
  const { input, flags } = meow({
    importMeta: import.meta,
    pkg: {},
    argv: withJoinedDashes(argv),
    description: false,
    autoHelp: false,
    autoVersion: false,
    booleanDefault: undefined,
    flags: Object.fromEntries(TYPED_NAMES.map((name) => [meowName(name), meowFlag(OPTIONS[name])])),
  });
  const options = optionsIn(argv);
  const unknown = options.find((option) => !SPELLINGS.has(option));
  if (unknown !== undefined) throw unknownOption(unknown);
  const typed = noValues();
  for (const name of TYPED_NAMES) {
    const given = options.filter((option) => SPELLINGS.get(option)?.name === name);
    const values: unknown = flags[meowName(name)];
    if (!Array.isArray(values)) throw unknownOption(given[0] ?? `--${name}`);
    if (values.length < given.length)
      throw new Failure(2, (messages) => messages.optionWithoutValue(given.at(-1)!));
    const { value: negative } = SPELLINGS.get(`--no-${name}`) ?? {};
    typed[name].push(...values.map((value) => (value === false ? (negative ?? value) : value)));
  }
  return { words: input, typed };
}

/** `--from -` as `--from=-`: meow takes a dash alone for no value. */
function withJoinedDashes(argv: readonly string[]): string[] {
  const takesDash = (i: number): boolean =>
    argv[i + 1] === '-' && SPELLINGS.has(argv[i]!) && SPELLINGS.get(argv[i]!)?.value === undefined;
  return argv
    .map((argument, i) => (takesDash(i) ? `${argument}=-` : argument))
    .filter((_, i) => i === 0 || !takesDash(i - 1));
}

/** The name that meow has for an option: `dryRun` for `--dry-run`. */
const meowName = (name: string): string =>
  name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Every flag may come more than once: otherwise meow ends the program with a message of its own. */
const meowFlag = ({ type, short }: Option) => ({
  type: type === 'switch' ? ('boolean' as const) : ('string' as const),
  isMultiple: true as const,
  ...(short && { shortFlag: short }),
});

const noValues = () =>
  Object.fromEntries(OPTION_NAMES.map((name) => [name, []])) as unknown as Record<
    OptionName,
    (string | boolean)[]
  >;

/** Options by the ways to type them. */
const SPELLINGS: ReadonlyMap<string, Spelling> = new Map(
  TYPED_NAMES.flatMap((name) => {
    const option = OPTIONS[name];
    const value = option.type === 'switch' || undefined;
    const negative = value ? false : option.type === 'choice' ? option.negative : undefined;
    const spellings: [string, Spelling][] = [[`--${name}`, { name, value }]];
    if (option.short) spellings.push([`-${option.short}`, { name, value }]);
    if (negative !== undefined) spellings.push([`--no-${name}`, { name, value: negative }]);
    return spellings;
  }),
);

/** The options in a command line as they were typed, without their values. */
function optionsIn(argv: readonly string[]): string[] {
  return argv
    .filter((argument) => /^-(?!\d)./.test(argument))
    .flatMap((argument) => {
      const [option = argument] = argument.split('=');
      // A letter with its number (`-n5`), or several letters (`-hv`).
      return option.startsWith('--')
        ? option
        : [...option.slice(1).replace(/(?<!\d)\d+$/, '')].map((letter) => `-${letter}`);
    });
}

function unknownOption(option: string): Failure {
  const near = nearestWord(option.replace(/^-+/, ''), TYPED_NAMES);
  return new Failure(2, (messages) => messages.unknownOption(cleanExcerpt(option), near && `--${near}`));
}
