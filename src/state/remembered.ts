import type { Order } from '../library/sort-articles.ts';
import type { Setting } from '../memory/records.ts';
import { themes } from '../style/theme.ts';
import { MEASURE } from './geometry.ts';
import { defaultSettings, type Settings } from './state.ts';

const ORDERS: readonly Order[] = ['date', 'title', 'length'];

/** Settings as they were remembered; what is missing or makes no sense is as usual. */
export function settingsFrom(remembered: ReadonlyMap<string, Setting>): Settings {
  const flag = (name: 'justify' | 'hyphenate' | 'zoomed' | 'reverse'): boolean => {
    const value = remembered.get(name);
    return typeof value === 'boolean' ? value : defaultSettings[name];
  };
  const measure = remembered.get('measure');
  const theme = themes.find((name) => name === remembered.get('theme'));
  const order = ORDERS.find((name) => name === remembered.get('order'));
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
