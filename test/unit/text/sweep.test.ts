import { readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { loadHyphenator } from '../../../src/text/hyphenate.ts';
import { expectSoundLines } from '../../support/lines.ts';

/** Markdown by other authors: the READMEs of installed packages, in many languages and scripts. */
const FILES: readonly (readonly [name: string, ...files: string[]])[] = [
  [
    '@biomejs/biome',
    ...['', '.es', '.fr', '.hi', '.ja', '.kr', '.pl', '.ru', '.zh-CN'].map((lang) => `README${lang}.md`),
  ],
  ...[
    '@lydell/node-pty',
    '@types/node',
    '@xterm/headless',
    'commonmark-spec',
    'fast-check',
    'hyphen',
    'marked',
    'marked-terminal',
    'minisearch',
    'react',
    'smol-toml',
    'typescript',
    'yaml',
  ].map((name) => [name, 'README.md'] as const),
  ...['ink', 'ink-testing-library', 'meow'].map((name) => [name, 'readme.md'] as const),
];
const PATHS = FILES.flatMap(([name, ...files]) => files.map((file) => `${name}/${file}`));
const WIDTHS = [1, 5, 23, 40, 72, 200];

const hyphenators = {
  fr: await loadHyphenator('fr'),
  en: await loadHyphenator('en'),
};

describe('READMEs of packages', () => {
  it.each(PATHS)('%s shows each character once, in order, and no line is too wide', (path) => {
    const source = readFileSync(new URL(`../../../node_modules/${path}`, import.meta.url), 'utf8');
    const document = parseDocument({ format: 'markdown', source, firstLine: 0 });
    document.extend(Infinity);
    expectSoundLines(document, WIDTHS, hyphenators[document.lang ?? 'en']);
  });
});
