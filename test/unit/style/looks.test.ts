import { describe, expect, it } from 'vitest';
import type { Color } from '../../../src/document/document.ts';
import { nearestEntry, paletteColor } from '../../../src/document/xterm-palette.ts';
import { paintRow } from '../../../src/style/ansi.ts';
import { contrast } from '../../../src/style/contrast.ts';
import { EXPECTED_GROUNDS, LOOK_NAMES, lookOfProgram } from '../../../src/style/looks.ts';
import { makeTheme } from '../../../src/style/theme.ts';
import { THEME_NAMES } from '../../../src/style/theme-names.ts';

/** The first 16 colors as xterm has them. */
const XTERM = [
  ...['#000000', '#cd0000', '#00cd00', '#cdcd00', '#0000ee', '#cd00cd', '#00cdcd', '#e5e5e5'],
  ...['#7f7f7f', '#ff0000', '#00ff00', '#ffff00', '#5c5cff', '#ff00ff', '#00ffff', '#ffffff'],
];

/** A color as a terminal of a depth shows it. */
function shown([hex, entry]: Color, depth: 4 | 8 | 24): string {
  if (depth === 4 || hex === '') return XTERM[entry]!;
  if (depth === 24) return hex;
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return paletteColor(nearestEntry(red!, green!, blue!))[0];
}

const cases = LOOK_NAMES.filter((name) => name !== 'neutral').flatMap((name) =>
  ([4, 8, 24] as const).map((depth) => [name, depth] as const),
);

describe('the themes', () => {
  it.each(cases)('%s has text of good contrast with %i bits of color (WCAG 2.2, level AA)', (name, depth) => {
    const { palette, ground } = lookOfProgram(name);
    const { text, background } = ground ?? EXPECTED_GROUNDS[name as 'dark' | 'light'];
    const pairs: [string, Color, Color][] = [['text', text, background]];
    for (const [role, { fg, bg }] of Object.entries(palette)) {
      // The lines between panes and in tables are no text.
      if (role !== 'rule' && fg) pairs.push([role, fg, bg ?? background]);
    }
    const poor = pairs
      .map(([role, fg, bg]) => [role, contrast(shown(fg, depth), shown(bg, depth))] as const)
      .filter(([, ratio]) => ratio < 4.5);
    expect(poor).toEqual([]);
  });

  it('are six with a background of their own, two of them light', () => {
    const grounds = LOOK_NAMES.flatMap((name) => lookOfProgram(name).ground ?? []);
    expect(grounds).toHaveLength(6);
    const isLight = (hex: string): boolean => contrast(hex, '#000000') > contrast(hex, '#ffffff');
    expect(grounds.filter(({ background }) => isLight(background[0]))).toHaveLength(2);
  });

  it('are those that the setting names, besides the automatic one', () => {
    expect(['auto', ...LOOK_NAMES]).toEqual(THEME_NAMES);
  });

  it('tell a match, the current one and the text apart', () => {
    for (const name of LOOK_NAMES) {
      const { match, current } = lookOfProgram(name).palette;
      expect(JSON.stringify(match)).not.toBe(JSON.stringify(current));
    }
  });
});

describe('a row on the background of a theme', () => {
  it('has it to its end, and gives the terminal its own back', () => {
    const theme = makeTheme('night', 24);
    expect(
      paintRow(
        [
          { text: 'a', style: {} },
          { text: 'b', style: { role: 'title' } },
          { text: ' ', style: {} },
        ],
        theme,
      ),
    ).toBe(
      '\x1b[38;2;201;211;225;48;2;16;22;31ma\x1b[1;38;2;242;204;143mb\x1b[22;38;2;201;211;225m \x1b[39;49m',
    );
  });

  it('is as it was without colors, and in a theme without a background', () => {
    const row = [{ text: 'a  ', style: {} }];
    expect(paintRow(row, makeTheme('night', 0))).toBe('a  ');
    expect(paintRow(row, makeTheme('dark', 24))).toBe('a  ');
  });
});
