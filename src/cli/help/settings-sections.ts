import { type Language, locales, type Translated } from '../../messages/locale.ts';
import { settingsMessages } from '../../messages/settings.ts';
import { allowedText } from '../../settings/problem-text.ts';
import {
  PROJECT_SETTINGS,
  SECTION_NAMES,
  SECTIONS,
  SETTING_NAMES,
  SETTINGS,
  type SettingName,
} from '../../settings/table.ts';
import { namesFor } from '../../settings/values.ts';
import { THEME_NAMES } from '../../style/theme-names.ts';
import type { Entry, Section } from './content.ts';
import { foldersSection, variablesSection } from './variables.ts';
import { helpWords } from './words.ts';

const en = {
  file: 'Settings are kept in config.toml, a file in TOML in the folder of settings. An option comes before an environment variable, which comes before .kiosque.toml beside the articles, which comes before config.toml.',
  project: (names: string) => `A .kiosque.toml beside the articles may set only ${names}.`,
  settings: 'Settings',
  tables: 'Tables',
  library: 'the name of a library',
  ownTheme: (names: string) => `${names}, or a theme of your own`,
  otherwise: (names: string, value: string | undefined) =>
    `; default: from ${names}${value === undefined ? '' : `, else ${value}`}`,
};

const WORDS: Translated<typeof en> = {
  en,
  fr: {
    file: 'Les réglages sont dans config.toml, un fichier TOML du dossier des réglages. Une option passe avant une variable d’environnement, qui passe avant .kiosque.toml à côté des articles, qui passe avant config.toml.',
    project: (names) => `Un .kiosque.toml à côté des articles ne peut régler que ${names}.`,
    settings: 'Réglages',
    tables: 'Tables',
    library: 'le nom d’une bibliothèque',
    ownTheme: (names) => `${names}, ou un thème personnel`,
    otherwise: (names, value) =>
      `\u202f; par défaut selon ${names}${value === undefined ? '' : `, sinon ${value}`}`,
  },
};

/** The settings and the tables of their file, then the folders of the program and the variables that it reads. */
export const configSections = (language: Language): readonly Section[] => [
  ...settingsSections(language),
  foldersSection(language),
  variablesSection(language),
];

/** Where settings are kept; the settings; the tables of their file. */
export function settingsSections(
  language: Language,
): readonly [where: Section, settings: Section, tables: Section] {
  const words = WORDS[language];
  return [
    { paragraphs: [words.file, words.project(PROJECT_SETTINGS.join(', '))] },
    { title: words.settings, entries: SETTING_NAMES.map((name) => settingEntry(name, language)) },
    {
      title: words.tables,
      entries: SECTION_NAMES.map((name) => {
        const { placeholder, help, example } = SECTIONS[name];
        return {
          term: `[${name}] ${placeholder[language]}`,
          text: help[language],
          examples: example[language],
        };
      }),
    },
  ];
}

/** `measure`: what it sets, what it may be, its default, and what else sets it. */
function settingEntry(name: SettingName, language: Language): Entry {
  const setting = SETTINGS[name];
  const others = [...(setting.option === undefined ? [] : [`--${setting.option}`]), setting.env];
  return {
    term: name,
    text: `${setting.help[language]}${locales[language].colon}${valuesText(name, language)}${defaultText(name, language)} (${others.join(', ')})`,
  };
}

function valuesText(name: SettingName, language: Language): string {
  const setting = SETTINGS[name];
  const { library, ownTheme } = WORDS[language];
  switch (setting.type) {
    case 'library':
      return library;
    case 'theme':
      return ownTheme(THEME_NAMES.join(', '));
    case 'choice':
      return locales[language].alternatives(
        setting.choices.map((choice) => `${choice} (${setting.glosses[choice]![language]})`),
      );
    case 'switch':
    case 'number':
    case 'command': {
      const names = namesFor(name, { themes: [], libraries: [] });
      const text = allowedText({ kind: 'setting', name, names }, settingsMessages[language]);
      return setting.type === 'number' ? `${text} (${setting.unit[language]})` : text;
    }
  }
}

function defaultText(name: SettingName, language: Language): string {
  const setting = SETTINGS[name];
  const value = 'default' in setting ? String(setting.default) : undefined;
  if (setting.fallbacks)
    return WORDS[language].otherwise(locales[language].alternatives(setting.fallbacks), value);
  return value === undefined ? '' : helpWords[language].byDefault(value);
}
