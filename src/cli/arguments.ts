import { COMMANDS, type CommandName, OPTION_NAMES, type OptionName } from './options.ts';

/** A command line taken apart, its values not yet judged. */
export interface Arguments {
  readonly command: CommandName;
  readonly words: readonly string[];
  /** In the order they came; `true` or `false` for switches, `false` for `--no-` of any option. */
  readonly values: Readonly<Record<OptionName, readonly (string | boolean)[]>>;
}

/**
 * Takes a command line apart. Where it holds no option there is nothing to parse, and what parses options, a good part of
 * a start, is not loaded.
 *
 * @param argv  without the program's name
 * @throws {Failure} on an unknown option or a missing value
 */
export async function takeApart(argv: readonly string[]): Promise<Arguments> {
  if (!argv.some((argument) => /^-./s.test(argument))) return fromWords(argv);
  const { takeOptionsApart } = await import('./flags.ts');
  return takeOptionsApart(argv);
}

/** A command line without options. */
export function fromWords(words: readonly string[]): Arguments {
  const command = COMMANDS.find((name) => name === words[0]) ?? 'read';
  return { command, words: command === 'read' ? words : words.slice(1), values: NONE };
}

const NONE = Object.fromEntries(OPTION_NAMES.map((name) => [name, []])) as unknown as Arguments['values'];
