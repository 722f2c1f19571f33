import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The packages of the lockfile that are installed, by name. */
export const packages = (): string[] =>
  Object.keys(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages)
    .filter((path) => path.startsWith('node_modules/') && !path.includes('/node_modules/'))
    .filter((path) => existsSync(path))
    .sort();

/** The files below a folder by path, at most `depth` folders deep; none if it does not exist. */
export function* filesIn(folder: string, pattern: RegExp, depth = 4): Generator<string> {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name);
    if (entry.isFile() && pattern.test(entry.name)) yield path;
    else if (entry.isDirectory() && entry.name !== 'node_modules' && depth > 0)
      yield* filesIn(path, pattern, depth - 1);
  }
}

/** The text of a file of reasonable size, unpacked if it is a `.gz`; empty if it cannot be read. */
export function textOf(path: string): string {
  try {
    if (statSync(path).size > 500_000) return '';
    const bytes = readFileSync(path);
    return new TextDecoder('utf-8', { fatal: true }).decode(path.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  } catch {
    return '';
  }
}
