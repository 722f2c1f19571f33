import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { cleanLine } from '../unicode/clean.ts';
import { isWebAddress } from '../web/address.ts';

/**
 * A path as the user would type it: relative if it is below the working directory, unless that is the root, where containers
 * start programs.
 */
export function displayPath(path: string): string {
  if (isWebAddress(path)) return cleanLine(path);
  const short = relative('', path);
  const here = resolve('');
  const isBelow = short !== '' && !short.startsWith('..') && !isAbsolute(short) && dirname(here) !== here;
  return cleanLine(isBelow ? short : path).normalize('NFC');
}
