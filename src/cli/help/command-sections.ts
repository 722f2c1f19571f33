import type { Language } from '../../messages/locale.ts';
import { COMMAND_NAMES, COMMANDS, type CommandName, VISIBLE_COMMANDS } from '../command-table.ts';
import { OPTION_NAMES, OPTIONS, type OptionName } from '../option-table.ts';
import type { Entry, Section } from './content.ts';
import { exitCodeSection } from './exit-codes.ts';
import { optionEntry } from './option-entries.ts';
import { TOPIC_NAMES, TOPICS } from './topics.ts';
import { helpWords } from './words.ts';

/** The help of the program: its commands, the options of the reader and of every command, and what else there is help on. */
export function overviewSections(language: Language): readonly Section[] {
  const words = helpWords[language];
  return [
    { paragraphs: [words.about] },
    usageSection(language),
    { paragraphs: [words.article] },
    { title: words.options, entries: entriesOf(optionsOf('read'), language) },
    examplesOf(COMMAND_NAMES, language),
    topicsSection(language),
    exitCodeSection(language),
  ];
}

/** The help of a command: what it does, how it is called, its options and examples. */
export function commandSections(name: CommandName, language: Language): readonly Section[] {
  const words = helpWords[language];
  const { synopsis, help, words: kind } = COMMANDS[name];
  return [
    { paragraphs: [sentence(help[language])] },
    { title: words.usage, lines: [`${synopsis[language]} ${words.optionsLeft}`] },
    ...(kind === 'articles' ? [{ paragraphs: [words.article] }] : []),
    { title: words.options, entries: entriesOf(optionsOf(name), language) },
    examplesOf([name], language),
    ...(name === 'help' ? [topicsSection(language)] : []),
  ];
}

/** The commands, each with what it does. */
export const usageSection = (language: Language): Section => ({
  title: helpWords[language].usage,
  entries: VISIBLE_COMMANDS.map((name) => ({
    term: COMMANDS[name].synopsis[language],
    text: COMMANDS[name].help[language],
  })),
});

const topicsSection = (language: Language): Section => ({
  title: helpWords[language].topics,
  entries: TOPIC_NAMES.map((name) => ({
    term: `kiosque help ${name}`,
    text: TOPICS[name][language],
  })),
});

/** The examples of some commands. */
export const examplesOf = (names: readonly CommandName[], language: Language): Section => ({
  title: helpWords[language].examples,
  lines: names.flatMap((name) => COMMANDS[name].examples[language]),
});

/** The options of a command, then those of the program. */
const optionsOf = (command: CommandName): readonly OptionName[] => [
  ...OPTION_NAMES.filter((name) => OPTIONS[name].commands?.includes(command)),
  ...OPTION_NAMES.filter((name) => OPTIONS[name].commands === undefined),
];

const entriesOf = (names: readonly OptionName[], language: Language): readonly Entry[] =>
  names.map((name) => optionEntry(name, language));

/** The words of the tables are phrases. */
const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
