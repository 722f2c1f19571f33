import type { Language, Translated } from '../messages/locale.ts';
import { cleanLine } from '../unicode/clean.ts';

/** The themes of the program with what they are called. The first four take the background of the terminal as it is. */
export const THEMES = {
  auto: { en: 'automatic', fr: 'automatique' },
  neutral: { en: 'terminal palette', fr: 'palette du terminal' },
  dark: { en: 'dark', fr: 'sombre' },
  light: { en: 'light', fr: 'clair' },
  night: { en: 'night', fr: 'nuit' },
  ink: { en: 'ink', fr: 'encre' },
  forest: { en: 'forest', fr: 'forêt' },
  dusk: { en: 'dusk', fr: 'crépuscule' },
  paper: { en: 'paper', fr: 'papier' },
  daylight: { en: 'daylight', fr: 'plein jour' },
} as const satisfies Readonly<Record<string, Translated>>;

export type ThemeSetting = keyof typeof THEMES;

/** Every name that the setting `theme` takes; `auto` follows the background of the terminal. */
export const THEME_NAMES = Object.keys(THEMES) as ThemeSetting[];

/** What a theme is called; the user's own are called by their names. */
export const themeLabel = (name: string, language: Language): string =>
  Object.hasOwn(THEMES, name) ? THEMES[name as ThemeSetting][language] : cleanLine(name);
