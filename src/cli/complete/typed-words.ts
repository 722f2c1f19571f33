import { type CommandName, commandNamed } from '../command-table.ts';
import type { Option } from '../option.ts';
import { OPTIONS, type OptionName, TYPED_NAMES } from '../option-table.ts';

/** A command line, up to the word that is being typed. */
export interface TypedWords {
  readonly command: CommandName;
  /** True if the word may be a command. */
  readonly isFirst: boolean;
  /** The option whose value the word is. */
  readonly option: OptionName | undefined;
  /** The part of the word before the value, such as `--tag=`; empty if there is none. */
  readonly before: string;
  /** The word, or the value in it. */
  readonly current: string;
  /** True after `--`: the word is no option. */
  readonly onlyOperands: boolean;
  /** The values of options that were typed before. */
  readonly given: ReadonlyMap<OptionName, readonly string[]>;
}

/**
 * Takes apart a command line that is being typed. It may be wrong: what is not understood is passed over.
 *
 * @param words  without the name of the program; the last is being typed, and may be empty
 */
export function typedWords(words: readonly string[]): TypedWords {
  const current = words.at(-1) ?? '';
  const given = new Map<OptionName, string[]>();
  const operands: string[] = [];
  let onlyOperands = false;
  let option: OptionName | undefined;
  for (const word of words.slice(0, -1)) {
    if (option !== undefined) {
      given.set(option, [...(given.get(option) ?? []), word]);
      option = undefined;
    } else if (onlyOperands || !/^-./.test(word)) operands.push(word);
    else if (word === '--') onlyOperands = true;
    else {
      const { name, value } = optionIn(word);
      if (name === undefined) continue;
      given.set(name, [...(given.get(name) ?? []), ...(value === undefined ? [] : [value])]);
      if (value === undefined && takesValue(name)) option = name;
    }
  }
  const command = commandNamed(operands[0]) ?? 'read';
  const shared = { command, isFirst: operands.length === 0 && !onlyOperands, given, onlyOperands };
  if (option !== undefined) return { ...shared, option, ...lastPart(option, '', current) };
  const { name, value } = onlyOperands ? {} : optionIn(current);
  if (name === undefined || value === undefined || !takesValue(name))
    return { ...shared, option: undefined, before: '', current };
  return { ...shared, option: name, ...lastPart(name, current.slice(0, -value.length || undefined), value) };
}

/** The value of an option, or the last of its parts if commas are between them, and what is typed before it. */
function lastPart(name: OptionName, before: string, value: string): Pick<TypedWords, 'before' | 'current'> {
  const option: Option = OPTIONS[name];
  const isList = option.type === 'text' && option.parts !== undefined;
  const start = isList ? value.lastIndexOf(',') + 1 : 0;
  return { before: before + value.slice(0, start), current: value.slice(start) };
}

/** The option that a word is, `--tag=vente` with its value. */
function optionIn(word: string): { readonly name?: OptionName; readonly value?: string } {
  const [, long, value] = /^--(\w+)(?:=(.*))?$/s.exec(word) ?? [];
  const name = TYPED_NAMES.find((each) => each === long || `-${OPTIONS[each].short}` === word);
  return { ...(name !== undefined && { name }), ...(value !== undefined && { value }) };
}

export const takesValue = (name: OptionName): boolean => OPTIONS[name].type !== 'switch';
