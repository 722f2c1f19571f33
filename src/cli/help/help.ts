import { nearestWord } from '../../algorithms/nearest-word.ts';
import { Failure } from '../../commands/environment.ts';
import type { Language } from '../../messages/locale.ts';
import type { Keymap } from '../../settings/keymap.ts';
import { cleanExcerpt } from '../../unicode/clean.ts';
import { commandNamed, VISIBLE_COMMANDS } from '../command-table.ts';
import { commandSections, overviewSections } from './command-sections.ts';
import type { Section } from './content.ts';
import { helpText } from './help-text.ts';
import { TOPIC_NAMES, type Topic } from './topics.ts';

/**
 * The text of `kiosque help`.
 *
 * @param asked  what the user asks about: a command and a topic may have the same name; none for the program
 * @param keymap  the keys that the user has bound commands to
 * @throws {Failure} if there is no such command or topic
 */
export async function help(asked: readonly string[], language: Language, keymap?: Keymap): Promise<string> {
  const [word] = asked;
  if (word === undefined) return helpText(overviewSections(language));
  const command = commandNamed(word);
  const topic = TOPIC_NAMES.find((name) => name === word);
  if (asked.length > 1 || (command === undefined && topic === undefined)) throw unknownTopic(asked.join(' '));
  return helpText([
    ...(command === undefined ? [] : commandSections(command, language)),
    ...(topic === undefined ? [] : await topicSections(topic, language, keymap)),
  ]);
}

/** The sections of a topic. What they are made from, such as the commands of the reader, is loaded with them only. */
export async function topicSections(
  topic: Topic,
  language: Language,
  keymap?: Keymap,
): Promise<readonly Section[]> {
  switch (topic) {
    case 'keys':
      return (await import('./keys-sections.ts')).keysSections(language, keymap);
    case 'search':
      return (await import('./query-sections.ts')).querySections(language);
    case 'formats':
      return (await import('./format-sections.ts')).formatSections(language);
    case 'config':
      return (await import('./settings-sections.ts')).configSections(language);
    case 'exit-codes':
      return [(await import('./exit-codes.ts')).exitCodeSection(language)];
  }
}

function unknownTopic(asked: string): Failure {
  const names: readonly string[] = [...VISIBLE_COMMANDS.filter((name) => name !== 'read'), ...TOPIC_NAMES];
  const near = nearestWord(asked, names);
  return new Failure(2, (messages) => messages.unknownTopic(cleanExcerpt(asked), near, names));
}
