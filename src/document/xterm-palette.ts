import type { Color } from './document.ts';

/** Channel levels of the 6×6×6 cube in xterm's 256 colors. */
const LEVELS = [0, 95, 135, 175, 215, 255];

/** The nearest entry of xterm's cube and gray ramp (16–255). The first 16 entries depend on the user's settings. */
export function nearestEntry(red: number, green: number, blue: number): number {
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

/** The first 16 colors as xterm shows them, eight dark ones and eight bright ones. */
const NAMED = [
  [0, 0, 0],
  [205, 0, 0],
  [0, 205, 0],
  [205, 205, 0],
  [0, 0, 238],
  [205, 0, 205],
  [0, 205, 205],
  [229, 229, 229],
  [127, 127, 127],
  [255, 0, 0],
  [0, 255, 0],
  [255, 255, 0],
  [92, 92, 255],
  [255, 0, 255],
  [0, 255, 255],
  [255, 255, 255],
] as const;

const colors: Color[] = [];

/** The color of an entry (0–255) of the palette: always the same object. The first 16 look as the user's terminal has them. */
export function paletteColor(entry: number): Color {
  colors[entry] ??= entry < 16 ? ['', entry] : fixedColor(entry);
  return colors[entry];
}

function fixedColor(entry: number): Color {
  const index = entry - 16;
  const gray = 8 + (entry - 232) * 10;
  const [red, green, blue]: readonly number[] =
    entry >= 232
      ? [gray, gray, gray]
      : [Math.floor(index / 36), Math.floor(index / 6) % 6, index % 6].map((step) => LEVELS[step]!);
  const hex = [red, green, blue].map((channel) => channel!.toString(16).padStart(2, '0')).join('');
  const distances = NAMED.map(([r, g, b]) => distance(red!, green!, blue!, r, g, b));
  return [`#${hex}`, distances.indexOf(Math.min(...distances))];
}
