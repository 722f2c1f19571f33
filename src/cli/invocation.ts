import { Failure } from '../commands/failure.ts';
import type { ListOptions, SearchOptions, ShowOptions, TypeOptions } from '../commands/options.ts';
import { LANGUAGES, type Language } from '../messages/locale.ts';
import { cleanLine } from '../unicode/clean.ts';
import type { Arguments } from './arguments.ts';
import {
  COLOURS,
  type CommandName,
  commandsOf,
  FORMATS,
  OPTION_NAMES,
  type OptionName,
  ORDERS,
} from './options.ts';

/** What is to be done. Paths are as they were typed. */
export type Invocation =
  | { readonly command: 'help' | 'version' }
  | {
      readonly command: 'read';
      readonly paths: readonly string[];
      readonly accessible: boolean;
      readonly type: TypeOptions;
      readonly search?: string;
    }
  | { readonly command: 'list'; readonly options: ListOptions }
  | { readonly command: 'search'; readonly options: SearchOptions }
  | { readonly command: 'show'; readonly options: ShowOptions };

/** Hits that `search` prints unless it is told otherwise. */
const SEARCH_LIMIT = 20;

/**
 * What a command line asks for.
 *
 * @param hasScreen  whether the reader can be shown; where it cannot, `kiosque` alone prints what `list` prints
 * @throws {Failure} on a value that does not fit, or an option that does not go with the command
 */
export function invocationOf(given: Arguments, hasScreen: boolean): Invocation {
  const { words, values } = given;
  const on = (name: OptionName): boolean => values[name].at(-1) === true;
  const text = (name: OptionName): string | undefined => strings(given, name).at(-1);
  if (on('help')) return { command: 'help' };
  if (on('version')) return { command: 'version' };

  const search = text('search');
  const command =
    given.command === 'read' && !hasScreen ? (search === undefined ? 'list' : 'search') : given.command;
  for (const name of OPTION_NAMES) {
    const commands = commandsOf(name);
    const fits = !commands || commands.includes(command) || commands.includes(given.command);
    if (values[name].length > 0 && !fits) {
      throw new Failure(2, (messages) => messages.optionElsewhere(`--${name}`, commands.map(commandText)));
    }
  }

  const from = strings(given, 'from');
  const paths = given.command === 'read' ? [...from, ...words] : from;
  const limit = numberFrom(text('limit'), '--limit', 1);
  const order = choiceOf(text('sort'), '--sort', ORDERS) ?? 'date';
  const type = { ...switchOf(given, 'justify'), ...switchOf(given, 'hyphenate') };
  const shared = { paths, tags: strings(given, 'tag'), json: on('json') };
  switch (command) {
    case 'read':
      return {
        command,
        paths,
        accessible: on('accessible'),
        type,
        ...(search !== undefined && { search }),
      };
    case 'list':
      if (given.command === 'list' && words.length > 0)
        throw new Failure(2, (messages) => messages.noArguments('list'));
      return { command, options: { ...shared, order, reverse: on('reverse'), ...(limit && { limit }) } };
    case 'search': {
      const wanted = given.command === 'read' ? (search ?? '') : words.join(' ');
      if (wanted.trim() === '') throw new Failure(2, (messages) => messages.wordsWanted);
      return { command, options: { ...shared, words: wanted, limit: limit ?? SEARCH_LIMIT } };
    }
    case 'show': {
      if (words.length === 0) throw new Failure(2, (messages) => messages.articleWanted);
      const width = numberFrom(text('width'), '--width', 0);
      const format = choiceOf(text('format'), '--format', FORMATS) ?? (on('json') ? 'json' : undefined);
      return {
        command,
        options: {
          paths,
          reference: words.join(' '),
          ...type,
          ...(format && { format }),
          ...(width !== undefined && { width }),
        },
      };
    }
  }
}

/** A switch as it was last set, `--justify` or `--no-justify`; nothing where it was not. */
function switchOf(given: Arguments, name: 'justify' | 'hyphenate'): TypeOptions {
  const last = given.values[name].at(-1);
  return last === undefined ? {} : { [name]: last === true };
}

/** `--color`, which colours the messages too; `--no-color` is `never`. @throws {Failure} */
export const colourOf = (given: Arguments): (typeof COLOURS)[number] =>
  given.values.color.at(-1) === false
    ? 'never'
    : (choiceOf(strings(given, 'color').at(-1), '--color', COLOURS) ?? 'auto');

/** Whether anything about what is read may be kept: not with `--no-memory`. */
export const mayRemember = ({ values }: Arguments): boolean => values.memory.at(-1) !== false;

/** `--lang`. @throws {Failure} */
export const languageOf = (given: Arguments): Language | undefined =>
  choiceOf(strings(given, 'lang').at(-1), '--lang', LANGUAGES);

const commandText = (command: CommandName): string => (command === 'read' ? 'kiosque' : `kiosque ${command}`);

/** Values of an option that takes one. `--no-` before it makes no sense, but for `--no-color`. */
function strings({ values }: Arguments, name: OptionName): string[] {
  return values[name].map((value) => {
    if (typeof value === 'string') return value;
    if (name === 'color') return 'never';
    throw new Failure(2, (messages) => messages.unknownOption(`--no-${name}`, undefined));
  });
}

function choiceOf<T extends string>(
  value: string | undefined,
  option: string,
  choices: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const choice = choices.find((each) => each === value);
  if (!choice) throw new Failure(2, (messages) => messages.notAChoice(option, cleanLine(value), choices));
  return choice;
}

function numberFrom(value: string | undefined, option: string, least: number): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : -1;
  if (number < least)
    throw new Failure(2, (messages) => messages.notANumber(option, cleanLine(value), least));
  return number;
}
