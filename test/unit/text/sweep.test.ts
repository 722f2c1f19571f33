import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../../src/text/document.ts';
import { loadHyphenator } from '../../../src/text/hyphenate.ts';
import { setLines } from '../../../src/text/layout.ts';
import type { Line } from '../../../src/text/line.ts';
import { openDocument } from '../../../src/text/open.ts';
import { clusterEnd } from '../../../src/unicode/clusters.ts';
import { cellWidth } from '../../../src/unicode/width.ts';

/** Markdown that others wrote: of packages that this one is built or tested with, in many languages and scripts. */
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
const WIDTHS = [1, 2, 5, 16, 23, 40, 72, 110, 200];

const hyphenators = {
  fr: await loadHyphenator('fr'),
  en: await loadHyphenator('en'),
};

const textOf = (line: Line): string => line.spans.map((span) => span.text).join('');

/** Whether a line cannot be made narrower: it is one cluster. */
const isSingle = (line: Line): boolean => {
  const text = textOf(line);
  return clusterEnd(text, 0) === text.length;
};

/** The tables of a document, whose cells stand side by side. */
const tablesOf = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => {
    switch (block.kind) {
      case 'table':
        return [block];
      case 'quotation':
        return tablesOf(block.blocks);
      case 'list':
        return block.items.flatMap((item) => tablesOf(item.blocks));
      case 'notes':
        return block.notes.flatMap((note) => tablesOf(note.blocks));
      default:
        return [];
    }
  });

/** What is wrong with the lines of a document; empty where each character stands on one of them, in order. */
function faults(document: Document, width: number, lines: Iterable<Line>): string[] {
  const { text } = document;
  const found: string[] = [];
  const inTable = new Uint8Array(text.length);
  for (const { start, end } of tablesOf(document.blocks)) inTable.fill(1, start, end);
  const shown = new Uint8Array(text.length);
  let last = 0;
  for (const line of lines) {
    if (line.width !== cellWidth(textOf(line))) found.push(`not as wide as it says: ${textOf(line)}`);
    if (line.width > width && !isSingle(line)) found.push(`too wide: ${textOf(line)}`);
    for (const span of line.spans) {
      if (span.at < 0) continue;
      const end = span.at + (span.wide ? 1 : span.text.length);
      for (let at = span.at; at < end; at++) shown[at]!++;
      if (inTable[span.at]) continue;
      if (span.at < last) found.push(`not in order: ${textOf(line)}`);
      last = end;
    }
  }
  for (let at = 0; at < text.length; at++) {
    if (shown[at] === 1 || (shown[at] === 0 && /[\s\u00ad\u200b]/.test(text[at]!))) continue;
    found.push(`shown ${shown[at]} times at ${at}: ${text.slice(at, at + 20)}`);
  }
  return found;
}

describe('READMEs of others', () => {
  it.each(PATHS)('%s has each character once, in order, and no line too wide', (path) => {
    const source = readFileSync(new URL(`../../../node_modules/${path}`, import.meta.url), 'utf8');
    const document = openDocument({ format: 'markdown', source, firstLine: 0 });
    document.extend(Infinity);
    const hyphenate = hyphenators[document.lang ?? 'en'];
    for (const width of WIDTHS) {
      for (const options of [{ width }, { width, justify: true, hyphenate }]) {
        const found = faults(document, width, setLines(document, options));
        expect(found.slice(0, 3), `at ${width}`).toEqual([]);
      }
    }
  });
});
