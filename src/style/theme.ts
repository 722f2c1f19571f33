import type { Attributes, Role } from '../document/document.ts';
import { type ColorDepth, colorCode } from './color.ts';
import type { Look } from './look.ts';
import { type LookName, lookOfProgram } from './looks.ts';
import { palettes, type UiRole } from './palettes.ts';

export type { ColorDepth } from './color.ts';

/** The look of a terminal's output: see `makeTheme`. */
export interface Theme {
  readonly look: Look;
  readonly depth: ColorDepth;
  /** Sequences around a row, for a look with a background; both empty for one without. */
  readonly ground: Sgr;
  /** Its sequences for the styles used so far. */
  readonly known: Map<string, Sgr>;
}

/** The themes that suit a background of the terminal. */
export type BackgroundTheme = Extract<LookName, 'neutral' | 'dark' | 'light'>;

/** A style of the text or of the interface. */
export type ThemeStyle = Attributes & { readonly role?: Role | UiRole };

/** Escape sequences around a piece of text; both empty if the style has no effect. */
export interface Sgr {
  readonly open: string;
  readonly close: string;
}

const made: Theme[] = [];

/** A theme of the program by its name, or a look, at a color depth: always the same object, so that it can be compared. */
export function makeTheme(named: LookName | Look, depth: ColorDepth): Theme {
  const look = typeof named === 'string' ? lookOfProgram(named) : named;
  const known = made.find((theme) => theme.look === look && theme.depth === depth);
  const theme = known ?? { look, depth, ground: groundOf(look, depth), known: new Map() };
  if (!known) made.push(theme);
  return theme;
}

function groundOf({ ground }: Look, depth: ColorDepth): Sgr {
  if (!ground || depth === 0) return { open: '', close: '' };
  const codes = `${colorCode(ground.text, depth)};${colorCode(ground.background, depth, true)}`;
  return { open: `\x1b[${codes}m`, close: '\x1b[39;49m' };
}

/**
 * The theme for a terminal's background color (channels of 0–255) if the terminal has reported it; otherwise by `COLORFGBG`
 * (“15;0”: the last number is the background's palette entry), else neutral.
 */
export function themeFor(
  background: readonly [red: number, green: number, blue: number] | undefined,
  colorfgbg: string | undefined,
): BackgroundTheme {
  if (background !== undefined) {
    const [red, green, blue] = background;
    // Rec. 709 luma.
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128 ? 'dark' : 'light';
  }
  const entry = /(?:^|;)(\d+)$/.exec(colorfgbg ?? '')?.[1];
  if (entry === undefined) return 'neutral';
  return Number(entry) < 7 || Number(entry) === 8 ? 'dark' : 'light';
}

/** The sequences that switch a style on and off. */
export function sgr(style: ThemeStyle, theme: Theme): Sgr {
  const key = styleKey(style);
  const found = theme.known.get(key) ?? makeSgr(style, theme);
  theme.known.set(key, found);
  return found;
}

const styleKey = (style: ThemeStyle): string =>
  `${style.role ?? ''}${style.bold ? '*' : ''}${style.italic ? '/' : ''}${style.underline ? '_' : ''}` +
  `${style.strike ? '-' : ''}${style.dim ? '.' : ''}${style.inverse ? '!' : ''}` +
  (style.fg || style.bg ? `${style.fg};${style.bg}` : '');

function makeSgr(style: ThemeStyle, { look, depth }: Theme): Sgr {
  const palette = depth === 0 ? palettes.plain : look.palette;
  const attributes: Attributes = style.role === undefined ? {} : palette[style.role];
  // A match must be seen, whatever the color of its text.
  const { fg = style.fg, bg = style.bg } = attributes;
  const open: string[] = [];
  const close = new Set<string>();
  const add = (code: string | false | undefined, off: string): void => {
    if (!code) return;
    open.push(code);
    close.add(off);
  };
  for (const [attribute, on, off] of ATTRIBUTES) add((style[attribute] || attributes[attribute]) && on, off);
  const { text, background } = look.ground ?? {};
  add(fg && colorCode(fg, depth), (text && colorCode(text, depth)) ?? '39');
  add(bg && colorCode(bg, depth, true), (background && colorCode(background, depth, true)) ?? '49');
  return open.length === 0
    ? { open: '', close: '' }
    : { open: `\x1b[${open.join(';')}m`, close: `\x1b[${[...close].join(';')}m` };
}

/** SGR parameters that switch attributes on and off. */
const ATTRIBUTES = [
  ['bold', '1', '22'],
  ['dim', '2', '22'],
  ['italic', '3', '23'],
  ['underline', '4', '24'],
  ['inverse', '7', '27'],
  ['strike', '9', '29'],
] as const;
