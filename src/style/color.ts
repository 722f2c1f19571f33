/** Color depth of a terminal in bits: no color, the 16 of its palette, 256, or all. */
export type ColorDepth = 0 | 4 | 8 | 24;

/** A color as `#rrggbb`, and the palette entry (0–15) for terminals with 16 colors. An empty hex is the entry itself. */
export type Color = readonly [hex: string, palette: number];

/** Channel levels of the 6×6×6 cube in xterm's 256 colors. */
const LEVELS = [0, 95, 135, 175, 215, 255];

/** The SGR parameters that set a color as foreground or background; undefined at depth 0. */
export function colorCode([hex, palette]: Color, depth: ColorDepth, background = false): string | undefined {
  if (depth === 0) return undefined;
  if (depth === 4 || hex === '') return String((palette < 8 ? 30 : 82) + palette + (background ? 10 : 0));
  const [red, green, blue] = channels(hex);
  const kind = background ? 48 : 38;
  if (depth === 24) return `${kind};2;${red};${green};${blue}`;
  return `${kind};5;${nearest(red, green, blue)}`;
}

const channels = (hex: string) =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];

/** The nearest entry of xterm's cube and gray ramp (16–255). The first 16 entries depend on the user's settings. */
function nearest(red: number, green: number, blue: number): number {
  const [r, g, b] = [level(red), level(green), level(blue)];
  const cube = distance(red, green, blue, LEVELS[r]!, LEVELS[g]!, LEVELS[b]!);
  const step = Math.max(0, Math.min(23, Math.round(((red + green + blue) / 3 - 8) / 10)));
  const gray = 8 + step * 10;
  return distance(red, green, blue, gray, gray, gray) < cube ? 232 + step : 16 + 36 * r + 6 * g + b;
}

/** The index of the level nearest to a channel. */
function level(channel: number): number {
  const distances = LEVELS.map((each) => Math.abs(each - channel));
  return distances.indexOf(Math.min(...distances));
}

const distance = (r: number, g: number, b: number, x: number, y: number, z: number): number =>
  (r - x) ** 2 + (g - y) ** 2 + (b - z) ** 2;
