import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Pattern } from './patterns.ts';

/** How often files of TypeScript below `folder` compose a regular expression, by file. */
export function compositions(folder: string): ReadonlyMap<string, number> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  const counted = files.map(
    (file) => [file, readFileSync(join(folder, file), 'utf8').split('new RegExp(').length - 1] as const,
  );
  return new Map(counted.filter(([, count]) => count > 0));
}

/** A regular expression that was composed, and the line of its file that did so. */
export interface ComposedPattern extends Pattern {
  readonly line: number;
}

/** The regular expressions that modules below `folder` compose while `run` is running, which may load them. */
export async function composedPatterns(folder: string, run: () => Promise<void>): Promise<ComposedPattern[]> {
  const own = globalThis.RegExp;
  const found = new Map<string, ComposedPattern>();
  const root = `${resolve(folder)}/`;
  globalThis.RegExp = new Proxy(own, {
    construct(target, [source, flags]: [string | RegExp, string | undefined]) {
      const pattern = new target(source, flags);
      const caller = (new Error().stack ?? '').split('\n')[2] ?? '';
      const at = caller.indexOf(root);
      const [, file = '', line = ''] =
        at < 0 ? [] : (/^(.+?):(\d+):/.exec(caller.slice(at + root.length)) ?? []);
      if (file !== '') found.set(`${file}:${line} ${pattern}`, { file, line: Number(line), pattern });
      return pattern;
    },
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = own;
  }
  return [...found.values()];
}
