import { Failure } from '../commands/environment.ts';
import { cleanExcerpt } from '../unicode/clean.ts';
import type { Arguments } from './arguments.ts';
import { type CommandName, commandText } from './command-table.ts';
import { OPTION_NAMES, OPTIONS, type OptionName, type OptionsOf } from './option-table.ts';

/** The values of the options that a command takes (`kiosque`: the program itself). Throws a `Failure` if one is invalid. */
export function optionsOf<C extends CommandName | 'kiosque'>({ typed }: Arguments, command: C): OptionsOf<C> {
  const names = OPTION_NAMES.filter((name) => {
    const { commands } = OPTIONS[name];
    return command === 'kiosque' ? !commands : commands?.includes(command);
  });
  return Object.fromEntries(names.map((name) => [name, validated(name, typed[name])])) as OptionsOf<C>;
}

/** Throws a `Failure` that names the first option given that goes with none of the commands. */
export function checkOptionsGoWith({ typed }: Arguments, chosen: readonly CommandName[]): void {
  for (const name of OPTION_NAMES) {
    const { commands } = OPTIONS[name];
    if (typed[name].length === 0 || !commands || commands.some((command) => chosen.includes(command)))
      continue;
    throw new Failure(2, (messages) => messages.optionElsewhere(`--${name}`, commands.map(commandText)));
  }
}

function validated(name: OptionName, typed: Arguments['typed'][OptionName]): unknown {
  const option = OPTIONS[name];
  const last = typed.at(-1);
  switch (option.type) {
    case 'switch':
    case 'text':
      return last;
    case 'list':
      return typed;
    case 'number': {
      if (last === undefined) return undefined;
      const { min, max = Number.POSITIVE_INFINITY } = option;
      const number = /^\d+$/.test(String(last)) ? Number(last) : Number.NaN;
      if (number >= min && number <= max) return number;
      throw new Failure(2, (messages) =>
        messages.notANumber(`--${name}`, cleanExcerpt(String(last)), min, option.max),
      );
    }
    case 'choice':
      return last === undefined ? option.default : choiceIn(option.choices, name, last);
    case 'choices':
      return typed.map((value) => choiceIn(option.choices, name, value));
  }
}

function choiceIn(choices: readonly string[], name: OptionName, value: string | boolean): string {
  const choice = String(value);
  if (choices.includes(choice)) return choice;
  throw new Failure(2, (messages) => messages.notAChoice(`--${name}`, cleanExcerpt(choice), choices));
}
