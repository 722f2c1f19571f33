import type { Language } from '../messages/locale.ts';
import { type SettingsMessages, settingsMessages } from '../messages/settings.ts';
import { cleanLine } from '../unicode/clean.ts';
import type { Allowed, Problem } from './problem.ts';
import { PROJECT_SETTINGS, SECTIONS, SETTINGS } from './table.ts';

/**
 * A problem as one line: `config.toml:3: measure must be a whole number between 40 and 80 (got “wide”)`.
 *
 * @param fileName  a path as it is shown
 */
export function problemText(
  problem: Problem,
  language: Language,
  fileName: (path: string) => string = cleanLine,
): string {
  const messages = settingsMessages[language];
  const { source } = problem;
  const text = textOf(problem, messages);
  switch (source.kind) {
    case 'environment':
      return messages.at(source.variable, undefined) + text;
    case 'option':
      return messages.at(source.option, undefined) + text;
    case 'file':
    case 'project':
      return messages.at(fileName(source.file), source.line === 0 ? undefined : source.line) + text;
  }
}

function textOf(problem: Problem, messages: SettingsMessages): string {
  switch (problem.kind) {
    case 'syntax':
      return messages.syntax(problem.text, problem.instead);
    case 'unknown':
      return messages.unknown(problem.key, problem.near);
    case 'value':
      return messages.value(problem.key, problem.value, allowedText(problem.allowed, messages), problem.near);
    case 'repeated':
      return messages.repeated(problem.key, problem.line);
    case 'notOfProject':
      return messages.notOfProject(problem.key, PROJECT_SETTINGS);
    case 'reserved':
      return messages.reserved(problem.key);
    case 'unreadable':
      return messages.unreadable(problem.reason);
    case 'tooLarge':
      return messages.tooLarge;
    case 'missing':
      return messages.missing(problem.key, problem.path);
    case 'noCommand':
      return messages.noCommand(problem.key, problem.near);
    case 'noKey':
      return problem.sentAs === undefined
        ? messages.noKey(problem.key, problem.value)
        : messages.sentAs(problem.key, problem.value, problem.sentAs);
    case 'typedKey':
      return messages.typedKey(problem.key, problem.value);
    case 'clash':
      return messages.clash(problem.key, problem.value, problem.other);
    case 'keyless':
      return messages.keyless(problem.key, problem.value, problem.other);
    case 'noRole':
      return messages.noRole(problem.key, problem.near);
    case 'notABase':
      return messages.value('base', problem.value, messages.allowed.names(['dark', 'light']), undefined);
    case 'notAColor':
      return messages.notAColor(problem.key, problem.value);
    case 'contrast':
      return messages.contrast(problem.key, problem.ratio);
  }
}

/** What a value may be: `true or false`, `a whole number between 40 and 80`. */
export function allowedText(allowed: Allowed, { allowed: texts }: SettingsMessages): string {
  if (allowed.kind === 'section') return texts[SECTIONS[allowed.name].type];
  const setting = SETTINGS[allowed.name];
  switch (setting.type) {
    case 'switch':
    case 'command':
      return texts[setting.type];
    case 'number':
      return texts.number(setting.min, setting.max);
    case 'choice':
    case 'theme':
    case 'library':
      return texts.names(allowed.names.map(cleanLine));
  }
}
