import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The name of a project's file of settings, beside its articles. */
export const PROJECT_FILE = '.kiosque.toml';

/**
 * The project's file for what is opened, if there is one: in the folder of the articles, or in the one above it.
 *
 * @param paths  files and folders, absolute; the first counts
 */
export function projectFile([first]: readonly string[]): string | undefined {
  if (first === undefined) return undefined;
  const folder = isFolder(first) ? first : dirname(first);
  return [folder, dirname(folder)].map((each) => join(each, PROJECT_FILE)).find((file) => existsSync(file));
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
