import { countLeftOut, type LeftOut } from '../library/left-out.ts';
import { cliMessages } from '../messages/cli.ts';
import { leftOutText } from '../messages/left-out.ts';
import { type Language, locales } from '../messages/locale.ts';
import { displayPath } from './display-path.ts';
import type { Environment } from './environment.ts';

/** How much is left out, on one line. */
export const textOfLeftOut = (leftOut: readonly LeftOut[], language: Language): string =>
  leftOutText[language](countLeftOut(leftOut));

/** Prints on stderr how much is left out of a list; if it is `verbose`, each file and folder, too. */
export function sayLeftOut(
  { stderr, language }: Environment,
  leftOut: readonly LeftOut[],
  verbose = false,
): void {
  const names = leftOut.map(({ path, isFolder }) => `\n  ${displayPath(path)}${isFolder ? '/' : ''}`);
  const rest = verbose
    ? locales[language].colon.trimEnd() + names.join('')
    : cliMessages[language].leftOutHint;
  stderr.write(`kiosque: ${textOfLeftOut(leftOut, language)}${rest}\n`);
}
