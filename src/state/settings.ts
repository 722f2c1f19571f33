import { ORDERS, type Order } from '../library/sort-articles.ts';
import type { Setting } from '../memory/records.ts';
import { type ThemeName, themes } from '../style/theme.ts';

/** Width of the text in cells: its limits, its default, and by how much a key changes it. */
export const MEASURE = { min: 40, default: 72, max: 80, step: 4 } as const;

/** Display preferences, kept from one session to the next. */
export interface Settings {
  /** Width of the text, in cells. */
  readonly measure: number;
  readonly justify: boolean;
  readonly hyphenate: boolean;
  /** `auto` follows the background color that the terminal reports. */
  readonly theme: ThemeName | 'auto';
  /** While the reader has the focus, the list is hidden even if there is room for both. */
  readonly zoomed: boolean;
  /** Sort order of the list. */
  readonly order: Order;
  readonly reverse: boolean;
}

export const defaultSettings: Settings = {
  measure: MEASURE.default,
  justify: false,
  hyphenate: false,
  theme: 'auto',
  zoomed: false,
  order: 'date',
  reverse: false,
};

/** Restores saved settings; a missing or invalid value becomes its default. */
export function settingsFrom(saved: ReadonlyMap<string, Setting>): Settings {
  const flag = (name: 'justify' | 'hyphenate' | 'zoomed' | 'reverse'): boolean => {
    const value = saved.get(name);
    return typeof value === 'boolean' ? value : defaultSettings[name];
  };
  const measure = saved.get('measure');
  const theme = themes.find((name) => name === saved.get('theme'));
  const order = ORDERS.find((name) => name === saved.get('order'));
  return {
    measure:
      typeof measure === 'number' && measure >= MEASURE.min && measure <= MEASURE.max
        ? Math.round(measure)
        : defaultSettings.measure,
    theme: theme ?? defaultSettings.theme,
    order: order ?? defaultSettings.order,
    justify: flag('justify'),
    hyphenate: flag('hyphenate'),
    zoomed: flag('zoomed'),
    reverse: flag('reverse'),
  };
}
