import type { Attributes, Color, Role } from '../document/document.ts';
import { contrast } from './contrast.ts';
import { type Palette, palettes, type UiRole } from './palettes.ts';

/** What a theme looks like. */
export interface Look {
  readonly name: string;
  readonly palette: Palette;
  /** The colors of text without a role and of what is under it; absent to leave the terminal its own. */
  readonly ground?: Ground;
}

export interface Ground {
  readonly text: Color;
  readonly background: Color;
}

/** Colors of text, or of the background of roles that have one, as `#rrggbb`. */
export type RoleColors = { readonly [R in keyof Palette]?: string };

/** The 16-color entries of text and background: light gray on black, black on white. */
const GROUNDS = { dark: [7, 0], light: [0, 15] } as const;

/**
 * A look with a background of its own. Attributes and the 16-color entries come from the palette `base`.
 *
 * @param text, background  as `#rrggbb`
 */
export function lookOf(
  name: string,
  base: 'dark' | 'light',
  [text, background]: readonly [text: string, background: string],
  colors: RoleColors,
): Look {
  const [textEntry, backgroundEntry] = GROUNDS[base];
  const roles = Object.entries(palettes[base]) as [Role | UiRole, Attributes][];
  const palette = Object.fromEntries(
    roles.map(([role, attributes]) => [role, withColor(attributes, colors[role])]),
  ) as Palette;
  return { name, palette, ground: { text: [text, textEntry], background: [background, backgroundEntry] } };
}

const bare = new WeakMap<Look, Look>();

/** A look for output that goes on in a terminal's own colors; always the same object for a look. */
export function withoutGround(look: Look): Look {
  if (!look.ground) return look;
  const { name, palette } = look;
  const known = bare.get(look) ?? { name, palette };
  bare.set(look, known);
  return known;
}

/** A role that has a background gets the color there, and the text of black and white that contrasts more. */
function withColor(attributes: Attributes, hex: string | undefined): Attributes {
  if (hex === undefined) return attributes;
  const { fg, bg } = attributes;
  if (bg === undefined) return { ...attributes, fg: [hex, fg?.[1] ?? 7] };
  const isBright = contrast('#000000', hex) >= contrast('#ffffff', hex);
  return { ...attributes, fg: isBright ? ['#000000', 0] : ['#ffffff', 15], bg: [hex, bg[1]] };
}
