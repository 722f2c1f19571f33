import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The layers from top to bottom. A file may import from its own layer and from lower ones. */
const LAYERS = [
  ['cli'],
  ['commands'],
  ['panes'],
  ['keys'],
  ['state'],
  ['settings'],
  ['style', 'memory', 'annotations', 'index', 'published', 'cache'],
  ['lexicon'],
  ['search'],
  ['text'],
  ['library'],
  ['document'],
  ['web'],
  ['messages', 'unicode', 'files', 'algorithms'],
];

/** Packages that only some folders may import. */
const PRIVATE: Record<string, RegExp> = {
  ink: /^src\/(panes|cli)/,
  react: /^src\/(panes|cli)/,
  marked: /^src\/document\/markdown/,
  'marked-terminal': /^src\/style\//,
  meow: /^src\/cli/,
  yaml: /^src\/(library|memory)\//,
  ignore: /^src\/library\//,
  'postal-mime': /^src\/library\/packed\//,
  'smol-toml': /^src\/(library|settings)\//,
  hyphen: /^src\/text\//,
  entities: /^src\/unicode\//,
  'markdown-it-emoji': /^src\/unicode\//,
  '@mozilla': /^src\/document\/html\//,
  '@asciidoctor': /^src\/library\/packed\/asciidoc\//,
  mammoth: /^src\/library\/packed\/word\//,
  fflate: /^src\/library\/packed\/zip\//,
  htmlparser2: /^src\/library\/packed\//,
  domhandler: /^src\/(document\/html|library\/packed)\//,
  linkedom: /^src\/document\/html\//,
  parse5: /^src\/document\/html\//,
  'parse5-htmlparser2-tree-adapter': /^src\/document\/html\//,
};

const layerOf = (file: string): number => {
  const name = file.split('/')[1]?.replace(/\.tsx?$/, '') ?? '';
  return LAYERS.findIndex((names) => names.includes(name));
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join('src', name));

/** The imports of each file, including types: paths of project files and names of packages. */
const imports = new Map(
  files.map((file) => {
    const names = [...readFileSync(file, 'utf8').matchAll(/(?:from|import|require)\s*\(?\s*'([^']+)'/g)];
    return [
      file,
      names.map(([, name]) => (name!.startsWith('.') ? normalize(join(dirname(file), name!)) : name!)),
    ];
  }),
);

describe('imports', () => {
  it.each(files)('of %s come from no higher layer', (file) => {
    const own = layerOf(file);
    expect(own, `${file} is in no known layer`).toBeGreaterThanOrEqual(0);
    for (const name of imports.get(file)!) {
      if (name.startsWith('src/')) {
        expect(layerOf(name), `${file} imports ${name}, a higher layer`).toBeGreaterThanOrEqual(own);
      } else {
        const rule = PRIVATE[name.split('/')[0]!];
        if (rule) expect(file, `${file} imports ${name}`).toMatch(rule);
      }
    }
  });

  it('form no cycles', () => {
    expect(cycles(imports).map((group) => group.join(' '))).toEqual([]);
  });
});

/** The groups of files that import each other, directly or indirectly: strongly connected components with a cycle. */
function cycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const closures = new Map([...graph.keys()].map((file) => [file, closureOf(file, graph)]));
  const groups = new Map<string, string[]>();
  for (const [file, closure] of closures) {
    if (!closure.has(file)) continue;
    const group = [...closure].filter((other) => closures.get(other)?.has(file)).sort();
    groups.set(group[0]!, group);
  }
  return [...groups.values()].sort(([a], [b]) => (a! < b! ? -1 : 1));
}

/** All files that `file` imports directly or indirectly, which includes itself only if it is on a cycle. */
function closureOf(file: string, graph: ReadonlyMap<string, readonly string[]>): Set<string> {
  const closure = new Set<string>();
  const waiting = [...graph.get(file)!];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (closure.has(next) || !graph.has(next)) continue;
    closure.add(next);
    waiting.push(...graph.get(next)!);
  }
  return closure;
}
