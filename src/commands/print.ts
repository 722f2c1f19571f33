import { renderAnsi } from '../output/ansi.ts';
import { plainLine } from '../output/plain.ts';
import { makeTheme, themeFor } from '../output/theme.ts';
import type { Link } from '../text/document.ts';
import type { Line } from '../text/line.ts';
import type { Environment } from './environment.ts';

/**
 * Lines as they are printed: in the colours of the environment, or without any escape code where it has none.
 *
 * @param links  of the document the lines are from, to make them clickable
 */
export function printed(
  lines: readonly Line[],
  { colour, env }: Environment,
  links: readonly Link[] = [],
): string {
  if (colour === 0) return lines.map((line) => `${plainLine(line)}\n`).join('');
  return renderAnsi(lines, makeTheme(themeFor(undefined, env.COLORFGBG), colour), { links });
}
