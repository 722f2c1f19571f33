import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** From the top down: a file may import from its own layer and from the layers below it. */
const LAYERS = [
  ['cli'],
  ['commands'],
  ['panes'],
  ['state', 'keys'],
  ['style', 'memory', 'index', 'cache'],
  ['search'],
  ['text'],
  ['library'],
  ['document'],
  ['messages', 'unicode', 'files'],
];

/** Packages that only one place may know. */
const PRIVATE: Record<string, RegExp> = {
  ink: /^src\/(panes|cli)/,
  react: /^src\/(panes|cli)/,
  marked: /^src\/document\/markdown/,
  'marked-terminal': /^src\/style\//,
  meow: /^src\/cli/,
  yaml: /^src\/(library|memory)\//,
  'smol-toml': /^src\/library\//,
  hyphen: /^src\/text\//,
  entities: /^src\/unicode\//,
  'markdown-it-emoji': /^src\/unicode\//,
};

const layerOf = (file: string): number => {
  const name = file.split('/')[1]?.replace(/\.tsx?$/, '') ?? '';
  return LAYERS.findIndex((names) => names.includes(name));
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join('src', name));
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import|require)\s*\(?\s*'([^']+)'/g)].map((m) => m[1]!);

describe('the direction of imports', () => {
  it.each(files)('%s', (file) => {
    const own = layerOf(file);
    expect(own, `${file} is in no known layer`).toBeGreaterThanOrEqual(0);
    for (const name of importsOf(file)) {
      if (name.startsWith('.')) {
        const target = normalize(join(dirname(file), name));
        expect(layerOf(target), `${file} imports ${target}, a higher layer`).toBeGreaterThanOrEqual(own);
      } else {
        const rule = PRIVATE[name.split('/')[0]!];
        if (rule) expect(file, `${file} imports ${name}`).toMatch(rule);
      }
    }
  });
});
