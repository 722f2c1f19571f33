/** Rows of a screen that move together, as a scroll region of a terminal (DECSTBM) moves them. */
export interface Scroll {
  /** The region: the rows from `top` to before `bottom`. */
  readonly top: number;
  readonly bottom: number;
  /** By how many rows the text goes up, or down if negative. */
  readonly by: number;
}

/** Lines that have to move for a scroll to be worth its sequences. */
const WORTH_A_SCROLL = 3;

/** The scroll that leaves the fewest lines to be sent; undefined if hardly any line is found again at another place. */
export function scrollBetween(from: readonly string[], to: readonly string[]): Scroll | undefined {
  const by = mostCommonShift(from, to);
  if (by === undefined) return undefined;
  const moved = [...to.keys()].filter((y) => to[y] !== '' && to[y] === from[y + by]);
  const [first, last] = [moved[0]!, moved.at(-1)!];
  return { top: Math.min(first, first + by), bottom: Math.max(last, last + by) + 1, by };
}

/** By how many rows most of the changed lines have gone up. Lines that are there twice, as blank ones, do not tell. */
function mostCommonShift(from: readonly string[], to: readonly string[]): number | undefined {
  const places = new Map<string, number | undefined>();
  for (const [y, line] of from.entries()) places.set(line, places.has(line) ? undefined : y);
  const votes = new Map<number, number>();
  let best: number | undefined;
  for (const [y, line] of to.entries()) {
    const place = places.get(line);
    if (place === undefined || place === y) continue;
    const count = (votes.get(place - y) ?? 0) + 1;
    votes.set(place - y, count);
    if (count >= WORTH_A_SCROLL && count > (votes.get(best!) ?? 0)) best = place - y;
  }
  return best;
}

/** The lines of a screen after a scroll; the rows that it uncovers are blank. */
export function scrolledLines(lines: readonly string[], { top, bottom, by }: Scroll): readonly string[] {
  return lines.map((line, y) => {
    if (y < top || y >= bottom) return line;
    return y + by >= top && y + by < bottom ? lines[y + by]! : '';
  });
}

/**
 * The sequences of a scroll. A line feed in the last row of a region and a reverse index (RI) in its first row scroll on
 * every terminal since the VT100, unlike SU and SD.
 */
export function scrollSequence({ top, bottom, by }: Scroll): string {
  const region = `\x1b[${top + 1};${bottom}r`;
  const steps = by > 0 ? `\x1b[${bottom};1H${'\n'.repeat(by)}` : `\x1b[${top + 1};1H${'\x1bM'.repeat(-by)}`;
  return `${region}${steps}\x1b[r`;
}
