import type { Link } from '../document/document.ts';
import { ansiLine } from '../style/ansi.ts';
import { withoutGround } from '../style/look.ts';
import { isLookName, lookOfProgram } from '../style/looks.ts';
import { plainLine } from '../style/plain.ts';
import { makeTheme, type Theme, themeFor } from '../style/theme.ts';
import type { Line } from '../text/line.ts';
import type { Environment } from './environment.ts';

/**
 * Lines as text to print, each with its newline, styled for the environment's color depth; without colors there are no
 * escape codes at all. The terminal is not queried for its background, as the reader does: reading the answer would
 * swallow what the user has typed ahead for the shell.
 *
 * @param links  the links of the lines' document, to make them clickable
 */
export function* printed(
  lines: Iterable<Line>,
  environment: Environment,
  links: readonly Link[] = [],
): Generator<string> {
  const theme = printTheme(environment);
  const { colorDepth } = environment;
  for (const line of lines) yield `${colorDepth > 0 ? ansiLine(line, theme, links) : plainLine(line)}\n`;
}

/** The theme of the settings without its background, which would end with each line. */
function printTheme({ colorDepth, env, settings }: Environment): Theme {
  const { theme = 'auto' } = settings.values;
  const own = settings.ownLooks.find((look) => look.name === theme);
  const name = isLookName(theme) ? theme : themeFor(undefined, env.COLORFGBG);
  return makeTheme(withoutGround(own ?? lookOfProgram(name)), colorDepth);
}
