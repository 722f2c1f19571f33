import { isAbsolute, relative } from 'node:path';
import { cleanLine } from '../unicode/clean.ts';

/** A path as the user would type it: relative if it is below the working directory. */
export function displayPath(path: string): string {
  const short = relative('', path);
  const isBelow = short !== '' && !short.startsWith('..') && !isAbsolute(short);
  return cleanLine(isBelow ? short : path).normalize('NFC');
}
