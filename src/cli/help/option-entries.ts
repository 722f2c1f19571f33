import { type Language, locales } from '../../messages/locale.ts';
import { COMMANDS } from '../command-table.ts';
import type { Option } from '../option.ts';
import { OPTIONS, type OptionName, typedName } from '../option-table.ts';
import type { Entry } from './content.ts';
import { helpWords } from './words.ts';

/** An option, as its command's help has it: `-n, --limit N`. */
export function optionEntry(name: OptionName, language: Language): Entry {
  const option = OPTIONS[name];
  const text = optionText(option, language);
  if (option.pagerForm) return { term: option.pagerForm.shown, text };
  const form = (option.type === 'switch' && option.form) || '--name';
  const placeholder = option.type === 'switch' ? '' : ` ${option.placeholder[language]}`;
  const short = option.short ? `-${option.short}, ` : '    ';
  return { term: `${short}${form.replace('name', typedName(name))}${placeholder}`, text };
}

/** The commands that take an option, as a label: `list, search: `; empty if all that read articles do. */
export function takersText({ commands }: Option, language: Language): string {
  const readers = OPTIONS.from.commands ?? [];
  if (!commands || readers.every((name) => commands.includes(name))) return '';
  const names = commands.map((name) => COMMANDS[name].label?.[language] ?? name);
  return names.join(', ') + locales[language].colon;
}

/** The help of an option with its choices and its default: `sort by date, title or length; default: date`. */
function optionText(option: Option, language: Language): string {
  const text = option.help[language];
  if (option.type !== 'choice' && option.type !== 'choices') return text;
  const choices = option.choices.map((choice) => {
    const gloss = option.glosses?.[choice]?.[language];
    return gloss ? `${choice} (${gloss})` : choice;
  });
  const byDefault = option.default ? helpWords[language].byDefault(option.default) : '';
  return `${text} ${locales[language].alternatives(choices)}${byDefault}`;
}
