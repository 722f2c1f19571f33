import type { Color } from '../document/document.ts';
import { nearestEntry } from '../document/xterm-palette.ts';

/** Color depth of a terminal in bits: no color, the 16 of its palette, 256, or all. */
export type ColorDepth = 0 | 4 | 8 | 24;

/** The SGR parameters that set a color as foreground or background; undefined at depth 0. */
export function colorCode([hex, palette]: Color, depth: ColorDepth, background = false): string | undefined {
  if (depth === 0) return undefined;
  if (depth === 4 || hex === '') return String((palette < 8 ? 30 : 82) + palette + (background ? 10 : 0));
  const [red, green, blue] = channels(hex);
  const kind = background ? 48 : 38;
  if (depth === 24) return `${kind};2;${red};${green};${blue}`;
  return `${kind};5;${nearestEntry(red, green, blue)}`;
}

const channels = (hex: string) =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
