import { resolve } from 'node:path';

/** True for an address on the web, as it is typed. */
export const isWebAddress = (word: string): boolean => /^https?:\/\/[^/]/i.test(word);

/** True for an address of another scheme, as it is typed: `ftp://…`, `file://…`. */
export const isOtherAddress = (word: string): boolean => /^(?!https?:)[a-z][a-z\d+.-]+:\/\/[^\s]/i.test(word);

/** An absolute path, or the address of a published library as it is. */
export const absolutePath = (path: string, cwd = ''): string =>
  isWebAddress(path) ? path : resolve(cwd, path);
