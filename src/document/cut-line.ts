/** UTF-16 units before the bound in which a blank is looked for. Looking further back would read a line without blanks again and again. */
export const CUT_WINDOW = 1000;

/**
 * Where to cut a text that is too long to be read at once: before a blank if one is near the bound, and never inside a
 * character.
 *
 * @param text   anything; only the units of the window are read
 * @param from   the offset at which the piece starts
 * @param bound  the offset at which the piece has to end, in UTF-16 units; greater than `from` + 1
 * @returns an offset that is greater than `from` and not greater than `bound`
 */
export function cutBefore(text: string, from: number, bound: number): number {
  const window = Math.max(from + 1, bound - CUT_WINDOW);
  const blank = text.slice(window, bound + 1).lastIndexOf(' ');
  if (blank >= 0) return window + blank;
  const unit = text.charCodeAt(bound);
  return unit >= 0xdc00 && unit <= 0xdfff ? bound - 1 : bound;
}
