import { type Language, locales, type Translated } from '../messages/locale.ts';
import { cellWidth, padEnd } from '../unicode/width.ts';
import { wrapWords } from '../unicode/wrap-words.ts';
import { COMMAND_NAMES, COMMANDS } from './command-table.ts';
import { OPTION_NAMES, OPTIONS, type Option, type OptionName } from './option-table.ts';

const WIDTH = 79;
/** Cells before the second column. */
const INDENT = 25;

const WORDS = {
  en: {
    about: 'Read and search articles in the terminal.',
    usage: 'Usage',
    article:
      'Name an article by its id, its number in the list, a part of its id or title, or the path of its file; -\u00a0stands for standard input.',
    options: 'Options',
    examples: 'Examples',
    keys: 'In the reader, press ? to see the keys.',
    exitCodes: 'Exit codes',
    byDefault: '; default: ',
  },
  fr: {
    about: 'Lire et chercher des articles dans le terminal.',
    usage: 'Utilisation',
    article:
      'Désignez un article par son identifiant, son numéro dans la liste, une partie de son identifiant ou de son titre, ou le chemin de son fichier\u202f; -\u00a0représente l’entrée standard.',
    options: 'Options',
    examples: 'Exemples',
    keys: 'Dans le lecteur, ? affiche les touches.',
    exitCodes: 'Codes de sortie',
    byDefault: '\u202f; par défaut\u00a0: ',
  },
} satisfies Translated<Record<string, string>>;

/** The meaning of each exit code. */
export const EXIT_CODES: Readonly<Record<0 | 1 | 2 | 130, Translated>> = {
  0: { en: 'success', fr: 'succès' },
  1: { en: 'nothing found', fr: 'aucun résultat' },
  2: { en: 'incorrect usage or unreadable input', fr: 'utilisation incorrecte ou entrée illisible' },
  130: { en: 'interrupted', fr: 'interruption' },
};

/** The text of `kiosque --help`, made from the tables of commands and options. */
export function helpText(language: Language): string {
  const words = WORDS[language];
  const usage = COMMAND_NAMES.flatMap((name) =>
    row(COMMANDS[name].synopsis[language], COMMANDS[name].help[language]),
  );
  const options = OPTION_NAMES.flatMap((name) => optionRow(name, language));
  const examples = COMMAND_NAMES.flatMap((name) => COMMANDS[name].examples[language]);
  const exitCodes = Object.entries(EXIT_CODES).map(
    ([code, meaning]) => `${code.padEnd(5)}${meaning[language]}`,
  );
  const sections = [
    [words.about],
    [words.usage, ...indented(usage)],
    indented(wrapWords(words.article, WIDTH - 2)),
    [words.options, ...indented(options)],
    [words.examples, ...indented(examples)],
    [words.keys],
    [words.exitCodes, ...indented(exitCodes)],
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

/** A term and its explanation in two columns; a long term has lines of its own. */
function row(term: string, text: string): string[] {
  const indent = INDENT - 2;
  const lines = wrapWords(text, WIDTH - INDENT).map((line) => ' '.repeat(indent) + line);
  if (cellWidth(term) >= indent) return [term, ...lines];
  return [padEnd(term, indent) + lines[0]!.slice(indent), ...lines.slice(1)];
}

function optionRow(name: OptionName, language: Language): string[] {
  const option = OPTIONS[name];
  const form = (option.type === 'switch' && option.form) || '--name';
  const placeholder = option.type === 'switch' ? '' : ` ${option.placeholder[language]}`;
  if (option.pagerForm) return row(option.pagerForm.shown, optionText(option, language));
  const short = option.short ? `-${option.short}, ` : '    ';
  return row(`${short}${form.replace('name', name)}${placeholder}`, optionText(option, language));
}

function optionText(option: Option, language: Language): string {
  const text = takersText(option, language) + option.help[language];
  if (option.type !== 'choice' && option.type !== 'choices') return text;
  const choices = option.choices.map((choice) => {
    const gloss = option.glosses?.[choice]?.[language];
    return gloss ? `${choice} (${gloss})` : choice;
  });
  const byDefault = option.default ? WORDS[language].byDefault + option.default : '';
  return `${text} ${locales[language].alternatives(choices)}${byDefault}`;
}

/** The commands that take an option, unless all that read articles do: `list, search: `. */
function takersText({ commands }: Option, language: Language): string {
  const readers = OPTIONS.from.commands ?? [];
  if (!commands || readers.every((name) => commands.includes(name))) return '';
  return (
    commands.map((name) => COMMANDS[name].label?.[language] ?? name).join(', ') + locales[language].colon
  );
}
