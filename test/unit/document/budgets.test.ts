import { describe, expect, it } from 'vitest';
import { memoryBudget, weightOf, weightOfLists, workBudget } from '../../../src/document/budgets.ts';
import { childBlocks } from '../../../src/document/child-blocks.ts';
import type { Block } from '../../../src/document/document.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { renderText } from '../../../src/style/plain.ts';
import { expectSound } from '../../support/leaves.ts';

/** Enough for several parts of a source, each of which is parsed at once. */
const MANY = 40_000;
const WORDS = Array.from({ length: MANY }, (_, i) => `pomme${i}`);
const SOURCES = {
  markdown: WORDS.map((word) => `- *${word}*\n`).join(''),
  text: WORDS.map((word) => `- ${word}\n`).join(''),
} as const;

const parsed = (format: 'markdown' | 'text', budget?: number) => {
  const body = { format, source: SOURCES[format], firstLine: 0 };
  const document = budget === undefined ? parseDocument(body) : parseDocument(body, {}, budget);
  document.extend(Infinity);
  return document;
};

const kinds = (blocks: Iterable<Block>): ReadonlySet<string> =>
  new Set(Array.from(blocks).flatMap((block) => [block.kind, ...kinds(childBlocks(block))]));

describe.each(['markdown', 'text'] as const)('%s that takes more memory than it may', (format) => {
  const document = parsed(format, 500_000);

  it('goes on as plain text, and loses no word', () => {
    expectSound(document);
    const last = document.blocks.at(document.blocks.length - 1)!;
    expect(last.kind).toBe('paragraph');
    expect(document.text.match(/pomme\d+/g)).toEqual(WORDS);
  });

  it('says so once, where it begins', () => {
    const notices = [...document.blocks].filter((block) => block.kind === 'quotation');
    expect(notices).toHaveLength(1);
    expect(renderText(document, { width: 0 })).toContain('The rest of this text is shown without formatting');
    expect(document.text).not.toContain('The rest of this text');
  });

  it('takes no more from there on', () => {
    const at = [...document.blocks].findIndex((block) => block.kind === 'quotation');
    expect(kinds([...document.blocks].slice(at + 1))).toEqual(new Set(['paragraph']));
  });
});

describe.each(['markdown', 'text'] as const)('%s within its memory', (format) =>
  it('is parsed to its end', () => {
    expect([...kinds(parsed(format).blocks)].sort()).toEqual(['list', 'paragraph']);
  }),
);

describe.each([
  ['mdx', '<Card title="pomme" />\n', 0],
  ['terminal', '\x1b[1mpomme\x1b[0m ', 1],
] as const)('%s whose first block would take too long', (format, unit, before) => {
  const repeated = unit.repeat(workBudget(format) / unit.length + 1);
  const source = before === 0 ? repeated : `first\n${repeated}`;
  const document = parseDocument({ format, source, firstLine: 0 });
  document.extend(before + 2);

  it('says so, and goes on as plain text', () => {
    const notice = document.blocks.at(before);
    expect(notice).toMatchObject({ kind: 'quotation', callout: 'rest is plain', line: before });
    expect(document.blocks.at(before + 1)).toMatchObject({ kind: 'paragraph' });
    expect(document.slice(0, 100)).toContain(before === 0 ? '<Card title="pomme" />' : 'first\npomme pomme');
  });
});

describe('footnotes that take more memory than they may', () => {
  const notes = WORDS.slice(0, 9000).map((word, i) => `a[^${i}]\n\n[^${i}]: *${word}*\n`);
  const source = notes.join('\n');

  it.each([
    ['before them', 200_000],
    ['among them', 7_000_000],
  ])('go on as plain text if it is spent %s, and lose no word', (_, budget) => {
    const document = parseDocument({ format: 'markdown', source, firstLine: 0 }, {}, budget);
    document.extend(Infinity);
    expectSound(document);
    expect([...document.text.matchAll(/pomme\d+/g)].map(String)).toEqual(WORDS.slice(0, 9000));
    expect([...document.blocks].filter(({ kind }) => kind === 'quotation')).toHaveLength(1);
    expect(document.blocks.at(document.blocks.length - 1)!.kind).toBe('paragraph');
    expect(document.text).toContain('[^8999]: *pomme8999*');
    expect(document.text.includes('[^4]: *pomme4*')).toBe(budget === 200_000);
  });

  it('are all notes within it', () => {
    const document = parseDocument({ format: 'markdown', source, firstLine: 0 });
    document.extend(Infinity);
    expect(document.blocks.at(document.blocks.length - 1)!.kind).toBe('notes');
  });
});

it('counts links, headings and notes, whose blocks are packed', () => {
  expect(weightOfLists({ links: 2, headings: 1, notes: 3 })).toBe(1800);
});

it('allows 130 MB of blocks, or forty bytes a unit of the source', () => {
  expect(memoryBudget(1000)).toBe(130_000_000);
  expect(memoryBudget(100_000_000)).toBe(4_000_000_000);
});

it('weighs the blocks inside a block and all runs', () => {
  const paragraph = parseDocument({ format: 'markdown', source: 'a *b* c', firstLine: 0 }).blocks.at(0)!;
  const quotation: Block = { kind: 'quotation', blocks: [paragraph, paragraph], start: 0, end: 5 };
  expect(weightOf(paragraph)).toBe(1000);
  expect(weightOf(quotation)).toBe(2250);
});
