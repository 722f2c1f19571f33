import {
  COMMANDS,
  type CommandName,
  OPTION_NAMES,
  OPTIONS,
  type Option,
  type OptionName,
} from './options.ts';

/** A command line taken apart, its values not yet judged. */
export interface Arguments {
  readonly command: CommandName;
  readonly words: readonly string[];
  /** In the order they came; `true` or `false` for switches, `false` for `--no-` of any option. */
  readonly values: Readonly<Record<OptionName, readonly (string | boolean)[]>>;
}

/**
 * Takes a command line apart. Most are plain, and for them what takes all of them apart, a good part of a start, is not
 * loaded.
 *
 * @param argv  without the program's name
 * @throws {Failure} on an unknown option or a missing value
 */
export async function takeApart(argv: readonly string[]): Promise<Arguments> {
  const plain = takePlainApart(argv);
  if (plain) return plain;
  const { takeOptionsApart } = await import('./flags.ts');
  return takeOptionsApart(argv);
}

/**
 * The same for a command line whose options, if any, are known and stand by themselves, their values after them
 * (`--json --from notes -n 5`); undefined for any other.
 */
export function takePlainApart(argv: readonly string[]): Arguments | undefined {
  const words: string[] = [];
  const values = Object.fromEntries(OPTION_NAMES.map((name) => [name, []])) as unknown as Record<
    OptionName,
    (string | boolean)[]
  >;
  for (let i = 0; i < argv.length; i += 1) {
    const argument = argv[i]!;
    if (!/^-./s.test(argument)) {
      words.push(argument);
      continue;
    }
    const name = SPELLED[argument];
    const next = argv[i + 1];
    if (name === undefined) return undefined;
    if (OPTIONS[name].type === 'boolean') {
      if (next === 'true' || next === 'false') return undefined;
      values[name].push(true);
    } else {
      if (!next || next.startsWith('-')) return undefined;
      values[name].push(next);
      i += 1;
    }
  }
  return { ...fromWords(words), values };
}

/** Options as they are typed. */
const SPELLED: Readonly<Record<string, OptionName>> = Object.fromEntries(
  OPTION_NAMES.flatMap((name) => {
    const { shortFlag }: Option = OPTIONS[name];
    return [`--${name}`, ...(shortFlag ? [`-${shortFlag}`] : [])].map((typed) => [typed, name]);
  }),
);

/** The command that words begin with, and those after it. */
export function fromWords(words: readonly string[]): Pick<Arguments, 'command' | 'words'> {
  const command = COMMANDS.find((name) => name === words[0]) ?? 'read';
  return { command, words: command === 'read' ? words : words.slice(1) };
}
