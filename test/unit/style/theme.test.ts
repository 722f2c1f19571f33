import { describe, expect, it } from 'vitest';
import { colorCode } from '../../../src/style/color.ts';
import { makeTheme, sgr, themeFor } from '../../../src/style/theme.ts';

describe('colorCode', () => {
  it.each([
    ['#ff0000', 9, 4, '91'],
    ['#ff0000', 1, 4, '31'],
    ['#ff0000', 9, 8, '38;5;196'],
    ['#808080', 8, 8, '38;5;244'],
    ['#875f00', 3, 8, '38;5;94'],
    ['#010203', 0, 24, '38;2;1;2;3'],
    ['', 6, 24, '36'],
    ['', 6, 0, undefined],
  ] as const)('%s (%i) at %i bits', (hex, palette, depth, expected) =>
    expect(colorCode([hex, palette], depth)).toBe(expected),
  );

  it('has other codes for backgrounds', () => {
    expect(colorCode(['#ff0000', 9], 4, true)).toBe('101');
    expect(colorCode(['#ff0000', 1], 24, true)).toBe('48;2;255;0;0');
  });
});

describe('themes', () => {
  it('follow the background reported by the terminal, else COLORFGBG, else are neutral', () => {
    expect(themeFor([20, 20, 30], '0;15')).toBe('dark');
    expect(themeFor([250, 250, 240], undefined)).toBe('light');
    expect(themeFor(undefined, '15;0')).toBe('dark');
    expect(themeFor(undefined, '0;default;15')).toBe('light');
    expect(themeFor(undefined, 'default;default')).toBe('neutral');
    expect(themeFor(undefined, undefined)).toBe('neutral');
  });

  it('give a style its own colors, except where its role has others, and none without color', () => {
    const green = { fg: ['', 2], bg: ['#0000ff', 4] } as const;
    expect(sgr(green, makeTheme('dark', 8)).open).toBe('\x1b[32;48;5;21m');
    expect(sgr({ ...green, role: 'match' }, makeTheme('dark', 4)).open).toBe('\x1b[30;103m');
    expect(sgr({ ...green, bold: true }, makeTheme('neutral', 0)).open).toBe('\x1b[1m');
  });

  it('add the attributes of a style to those of its role', () => {
    expect(sgr({ role: 'code', italic: true }, makeTheme('neutral', 4))).toEqual({
      open: '\x1b[3;36m',
      close: '\x1b[23;39m',
    });
    expect(sgr({}, makeTheme('dark', 24))).toEqual({ open: '', close: '' });
  });

  it('distinguish headings, links and matches without color', () => {
    const theme = makeTheme('dark', 0);
    const shown = (['heading', 'link', 'match', 'mark'] as const).map((role) => sgr({ role }, theme).open);
    expect(shown).toEqual(['\x1b[1m', '\x1b[4m', '\x1b[7m', '\x1b[7m']);
  });
});
