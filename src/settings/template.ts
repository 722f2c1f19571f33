import { type Language, locales } from '../messages/locale.ts';
import { settingsMessages } from '../messages/settings.ts';
import { THEME_NAMES } from '../style/theme-names.ts';
import { allowedText } from './problem-text.ts';
import { BUNDLED, SECTION_NAMES, SECTIONS, SETTING_NAMES, SETTINGS, type SettingName } from './table.ts';
import { namesFor } from './values.ts';

/** The settings that are in no table; those in one have its name before a dot. */
const TOP = SETTING_NAMES.filter((name) => !name.includes('.'));

/** A file of settings to begin with: everything that may be set, with its words, and nothing set. */
export function configTemplate(language: Language): string {
  const messages = settingsMessages[language];
  const blocks = [
    messages.template.map((line) => `# ${line}`),
    ...TOP.map((name) => settingLines(name, language)),
    ...SECTION_NAMES.map((name) => {
      const [header = '', ...example] = SECTIONS[name].example[language];
      const inside = SETTING_NAMES.filter((each) => each.startsWith(`${name}.`));
      return [
        `# ${SECTIONS[name].help[language]}`,
        `#${header}`,
        ...inside.flatMap((each) => settingLines(each, language)),
        ...example.map((line) => `#${line}`),
      ];
    }),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** What a setting does, what it may be, and its default. */
function settingLines(name: SettingName, language: Language): string[] {
  const setting = SETTINGS[name];
  const known = { themes: THEME_NAMES, libraries: [BUNDLED] };
  const allowed =
    setting.type === 'choice'
      ? locales[language].alternatives(
          setting.choices.map((choice) => `${choice} (${setting.glosses[choice]![language]})`),
        )
      : allowedText({ kind: 'setting', name, names: namesFor(name, known) }, settingsMessages[language]);
  const key = name.slice(name.indexOf('.') + 1);
  return [
    `# ${setting.help[language]}${locales[language].colon}${allowed}`,
    `#${key} = ${defaultText(name, language)}`,
  ];
}

/** The default of a setting as in TOML, or a value to begin with if it has none. */
function defaultText(name: SettingName, language: Language): string {
  const setting = SETTINGS[name];
  switch (setting.type) {
    case 'switch':
    case 'number':
      return String(setting.default);
    case 'choice':
      return JSON.stringify(setting.default ?? language);
    case 'theme':
    case 'library':
      return JSON.stringify(setting.default);
    case 'command':
      return JSON.stringify(setting.example);
  }
}
