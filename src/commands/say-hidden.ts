import { cliMessages } from '../messages/cli.ts';
import type { Environment } from './environment.ts';

/** Says how many hidden characters were removed, after the text, so that the end of a long one does not hide it. */
export function sayHidden({ stderr, language }: Environment, count = 0): void {
  if (count > 0) stderr.write(`kiosque: ${cliMessages[language].hidden(count)}\n`);
}
