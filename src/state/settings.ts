import { HIGHLIGHT_COLORS, type HighlightColor } from '../annotations/annotation.ts';
import type { Setting } from '../memory/records.ts';
import { settingOf } from '../settings/table.ts';

/** Width of the text in cells: its limits, its default, and by how much a key changes it. */
export const MEASURE = { ...settingOf('measure'), step: 4 } as const;

/** Display preferences, kept from one session to the next. */
export interface Settings {
  /** Width of the text, in cells. */
  readonly measure: number;
  readonly justify: boolean;
  readonly hyphenate: boolean;
  /** The color of new highlights. */
  readonly highlight: HighlightColor;
  /** The name of a theme; `auto` follows the background color that the terminal reports. */
  readonly theme: string;
  /** While the reader has the focus, the list is hidden even if there is room for both. */
  readonly zoomed: boolean;
}

export const defaultSettings: Settings = {
  measure: MEASURE.default,
  justify: false,
  hyphenate: false,
  highlight: 'yellow',
  theme: 'auto',
  zoomed: false,
};

const isFlag = (value: unknown): boolean => typeof value === 'boolean';

const isValid: Readonly<Record<keyof Settings, (value: unknown) => boolean>> = {
  measure: (value) => Number.isInteger(value) && Number(value) >= MEASURE.min && Number(value) <= MEASURE.max,
  justify: isFlag,
  hyphenate: isFlag,
  highlight: (value) => HIGHLIGHT_COLORS.some((name) => name === value),
  theme: (value) => typeof value === 'string',
  zoomed: isFlag,
};

/** Restores saved settings; a missing or invalid value becomes its default. */
export function settingsFrom(saved: ReadonlyMap<string, Setting>): Settings {
  const names = (Object.keys(isValid) as (keyof Settings)[]).filter((name) => isValid[name](saved.get(name)));
  return { ...defaultSettings, ...Object.fromEntries(names.map((name) => [name, saved.get(name)])) };
}
