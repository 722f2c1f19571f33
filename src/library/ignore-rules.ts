import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import type { IgnoreFiles } from './ignore-files.ts';

/** Patterns of what to leave out (gitignore(5)): those of a folder and of the folders above it. */
export class IgnoreRules {
  /** UTF-16 units of a path before what is below the folder. */
  readonly #prefix: number;
  readonly #files: readonly Ignore[];
  readonly #above: IgnoreRules | undefined;

  /** Reads the patterns of a folder; a file that cannot be read has none. */
  constructor({ folder, names }: IgnoreFiles, above?: IgnoreRules) {
    this.#prefix = folder.endsWith(sep) ? folder.length : folder.length + 1;
    this.#above = above;
    // Its default ignores case, as git does only where the file system does.
    this.#files = names.map((name) => ignore({ ignorecase: false }).add(textOf(join(folder, name))));
  }

  /** True if a path is left out: the first file with a verdict decides, the deepest first. */
  isIgnored(path: string, isFolder: boolean): boolean {
    const tested = path.slice(this.#prefix) + (isFolder ? '/' : '');
    for (const file of this.#files) {
      const { ignored, unignored } = file.test(tested);
      if (ignored || unignored) return ignored;
    }
    return this.#above?.isIgnored(path, isFolder) ?? false;
  }
}

/** The patterns of the folders above `root`; undefined if they leave out `root` itself, which the user wants to see. */
export function rulesAbove(root: string, files: readonly IgnoreFiles[]): IgnoreRules | undefined {
  const rules = files.reduce<IgnoreRules | undefined>(
    (above, each) => new IgnoreRules(each, above),
    undefined,
  );
  return rules?.isIgnored(root, true) ? undefined : rules;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
