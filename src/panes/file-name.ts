import { cleanLine } from '../unicode/clean.ts';

/** The name of a file as it may be shown. */
export const fileName = (path: string): string =>
  cleanLine(path.slice(path.lastIndexOf('/') + 1).normalize('NFC'));
