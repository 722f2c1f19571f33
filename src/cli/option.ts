import type { Translated } from '../messages/locale.ts';
import type { CommandName } from './command-table.ts';

interface OptionBase {
  /** The letter of the short form, `-n`. */
  readonly short?: string;
  /** The commands that take it. Absent for options of the program itself, which go with every command. */
  readonly commands?: readonly CommandName[];
  readonly help: Translated;
  /** Another way to write it, which `kiosque` alone takes, as pagers do: a switch, or a value after its first character. */
  readonly pagerForm?: { readonly pattern: RegExp; readonly shown: string };
  /** The option whose name it has with its commands: `--format` is a template in `list`, and a format elsewhere. */
  readonly typedAs?: string;
}

/** `--name` or `--no-name`. */
export interface SwitchOption extends OptionBase {
  readonly type: 'switch';
  /** The form that help shows: by default only `--name`. */
  readonly form?: '--no-name' | '--[no-]name';
}

/** A text; of a list, each occurrence adds one. */
interface TextOption extends OptionBase {
  readonly type: 'text' | 'list';
  /** The kind of thing that the value names, if it can be completed. */
  readonly names?: 'paths' | 'tags' | 'libraries' | 'themes';
  /** The words that the value is made of, with commas between them, by command. */
  readonly parts?: Partial<Readonly<Record<CommandName, readonly string[]>>>;
  readonly placeholder: Translated;
}

/** A whole number within limits, both included. */
export interface NumberOption extends OptionBase {
  readonly type: 'number';
  readonly placeholder: Translated;
  readonly min: number;
  readonly max?: number;
}

/** A choice between a few words, which the help lists after the option's text; of `choices`, each occurrence adds one. */
export interface ChoiceOption extends OptionBase {
  readonly type: 'choice' | 'choices';
  readonly placeholder: Translated;
  readonly choices: readonly string[];
  /** The meanings of choices, in the languages in which the word itself does not tell. */
  readonly glosses?: Readonly<Record<string, Partial<Translated>>>;
  readonly default?: string;
  /** The choice that `--no-name` stands for. */
  readonly negative?: string;
}

/** An option of the command line, as its row in the table describes it. */
export type Option = SwitchOption | TextOption | NumberOption | ChoiceOption;
