import meow from 'meow';
import { editDistance } from '../algorithms/edit-distance.ts';
import { Failure } from '../commands/failure.ts';
import { cleanLine } from '../unicode/clean.ts';
import { type Arguments, fromWords } from './arguments.ts';
import { OPTION_NAMES, OPTIONS, type OptionName } from './options.ts';

/**
 * Takes a command line with options in it apart.
 *
 * @param argv  without the program's name
 * @throws {Failure} on an unknown option or a missing value
 */
export function takeOptionsApart(argv: readonly string[]): Arguments {
  const { rest, excluded } = withoutExcludedWords(argv);
  const { input, flags } = meow({
    importMeta: import.meta,
    pkg: {},
    argv: [...rest],
    description: false,
    autoHelp: false,
    autoVersion: false,
    booleanDefault: undefined,
    flags: MEOW_FLAGS,
  });
  const options = optionsIn(rest);
  const { command, words } = fromWords(input);
  const stray = command === 'search' ? undefined : excluded[0];
  const unknown = stray ?? options.find((option) => nameOf(option) === undefined);
  if (unknown !== undefined) throw unknownOption(unknown);
  const values = OPTION_NAMES.map((name) => {
    const given = options.filter((option) => nameOf(option) === name);
    const list = flags[name];
    if (!Array.isArray(list)) throw unknownOption(given[0] ?? `--${name}`);
    if (list.length < given.length) {
      const bare = given.at(-1)!;
      throw new Failure(2, (messages) => messages.optionWithoutValue(bare));
    }
    return [name, list];
  });
  return {
    command,
    words: [...words, ...excluded],
    values: Object.fromEntries(values) as Arguments['values'],
  };
}

/** All may come more than once, or meow ends with a message of its own. */
const MEOW_FLAGS = Object.fromEntries(
  OPTION_NAMES.map((name) => [name, { ...OPTIONS[name], isMultiple: true as const }]),
);

/**
 * Sets aside the words that a search leaves out (`kiosque search client -prix`), which look like options. Several
 * letters after one dash are never options of ours.
 */
function withoutExcludedWords(argv: readonly string[]): { rest: string[]; excluded: string[] } {
  const search = argv.indexOf('search');
  const rest: string[] = [];
  const excluded: string[] = [];
  for (const [i, argument] of argv.entries()) {
    if (argument === '--') return { rest: [...rest, ...argv.slice(i)], excluded };
    const isWord = search >= 0 && i > search && /^-(?:\p{L}{2}|["“«])/u.test(argument);
    (isWord ? excluded : rest).push(argument);
  }
  return { rest, excluded };
}

/** The options as they were typed, without their values. */
function optionsIn(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end))
    .filter((argument) => /^-(?!\d)./.test(argument))
    .flatMap((argument) => {
      const [option = argument] = argument.split('=');
      // One letter and its number (`-n5`), or a row of letters (`-hv`).
      return option.startsWith('--')
        ? option
        : [...option.slice(1).replace(/\d+$/, '')].map((letter) => `-${letter}`);
    });
}

function nameOf(option: string): OptionName | undefined {
  const name = option.replace(/^--(?:no-)?/, '');
  if (option.startsWith('--')) return OPTION_NAMES.find((known) => known === name);
  return OPTION_NAMES.find(
    (known) => 'shortFlag' in OPTIONS[known] && OPTIONS[known].shortFlag === option[1],
  );
}

function unknownOption(option: string): Failure {
  const typed = option.replace(/^-+/, '');
  const near = OPTION_NAMES.map((name) => ({ name, distance: editDistance(typed.slice(0, 40), name) }))
    .filter(({ distance }) => typed.length > 2 && distance <= 2)
    .sort((a, b) => a.distance - b.distance)[0];
  return new Failure(2, (messages) => messages.unknownOption(cleanLine(option), near && `--${near.name}`));
}
