import { HIGHLIGHT_COLORS, type HighlightColor } from '../annotations/annotation.ts';
import type { Setting } from '../memory/records.ts';
import type { Language } from '../messages/locale.ts';
import type { Keymap } from '../settings/keymap.ts';
import { type SettingValues, settingOf } from '../settings/table.ts';
import type { Look } from '../style/look.ts';

/** Width of the text in cells: its limits, its default, and by how much a key changes it. */
export const MEASURE = { ...settingOf('measure'), step: 4 } as const;

/** Display preferences, kept from one session to the next. */
export interface Settings {
  /** Width of the text, in cells. */
  readonly measure: number;
  readonly justify: boolean;
  readonly hyphenate: boolean;
  /** The language whose rules decide where lines end; `auto` for that of each text. */
  readonly typography: NonNullable<SettingValues['typography']>;
  /** The color of new highlights. */
  readonly highlight: HighlightColor;
  /** The name of a theme; `auto` follows the background color that the terminal reports. */
  readonly theme: string;
  /** While the reader has the focus, the list is hidden even if there is room for both. */
  readonly zoomed: boolean;
}

/** What options, the environment and files of settings set. */
export interface Configured {
  readonly language: Language;
  /** Display preferences; what is left out is as remembered. */
  readonly settings: Partial<Settings>;
  readonly mouse: boolean;
  /** The user's own themes. */
  readonly ownLooks: readonly Look[];
  readonly keymap: Keymap;
}

export const defaultSettings: Settings = {
  measure: MEASURE.default,
  justify: false,
  hyphenate: false,
  typography: 'auto',
  highlight: 'yellow',
  theme: 'auto',
  zoomed: false,
};

const isFlag = (value: unknown): boolean => typeof value === 'boolean';

const isValid: Readonly<Record<keyof Settings, (value: unknown) => boolean>> = {
  measure: (value) => Number.isInteger(value) && Number(value) >= MEASURE.min && Number(value) <= MEASURE.max,
  justify: isFlag,
  hyphenate: isFlag,
  // No key changes it.
  typography: () => false,
  highlight: (value) => HIGHLIGHT_COLORS.some((name) => name === value),
  theme: (value) => typeof value === 'string',
  zoomed: isFlag,
};

/** Restores saved settings; a missing or invalid value becomes its default. */
export function settingsFrom(saved: ReadonlyMap<string, Setting>): Settings {
  const names = (Object.keys(isValid) as (keyof Settings)[]).filter((name) => isValid[name](saved.get(name)));
  return { ...defaultSettings, ...Object.fromEntries(names.map((name) => [name, saved.get(name)])) };
}

/** The display preferences that options, the environment and files set. */
export function settingsOfValues(values: SettingValues): Partial<Settings> {
  const { measure, justification, hyphenation, typography, theme } = values;
  return {
    ...(measure !== undefined && { measure }),
    ...(justification !== undefined && { justify: justification }),
    ...(hyphenation !== undefined && { hyphenate: hyphenation }),
    ...(typography !== undefined && { typography }),
    ...(theme !== undefined && { theme }),
  };
}
