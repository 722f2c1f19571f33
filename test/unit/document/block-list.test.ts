import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockList } from '../../../src/document/block-list.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { articles } from '../../support/markdown.ts';

describe('BlockList', () => {
  it('gives the blocks that were put into it, in any order', () => {
    fc.assert(
      fc.property(fc.array(articles, { maxLength: 20 }), fc.infiniteStream(fc.nat()), (sources, numbers) => {
        const document = parseDocument({ format: 'markdown', source: sources.join('\n\n'), firstLine: 0 });
        document.extend(Infinity);
        const blocks = [...document.takeBlocks()];
        const list = new BlockList(document);
        for (const [index, block] of blocks.entries()) {
          list.push(block);
          const earlier = numbers.next().value! % (index + 1);
          expect(list.at(earlier)).toEqual(blocks[earlier]);
        }
        expect([...list]).toEqual(blocks);
        expect(list).toHaveLength(blocks.length);
        expect([list.at(-1), list.at(blocks.length)]).toEqual([undefined, undefined]);
      }),
      { numRuns: 50 },
    );
  });

  it('gives notes back, with those that go on from a block before', () => {
    const notes = Array.from({ length: 600 }, (_, i) => `a[^${i}]\n\n[^${i}]: b *c* ${i}\n`);
    const document = parseDocument({ format: 'markdown', source: notes.join('\n'), firstLine: 0 });
    document.extend(Infinity);
    const blocks = [...document.takeBlocks()];
    const list = new BlockList(document);
    for (const block of blocks) list.push(block);
    expect([...list]).toEqual(blocks);
    const groups = blocks.filter((block) => block.kind === 'notes');
    expect(groups.map(({ continued, notes: { length } }) => [continued, length])).toEqual([
      [undefined, 256],
      [true, 256],
      [true, 88],
    ]);
  });

  it('takes little memory for paragraphs with links, headings and notes, which it packs', () => {
    const source = '# A\n\n*b* [c](d)[^1]\n\n[^1]: e `f`\n\nGo\n*on*\n';
    const document = parseDocument({ format: 'markdown', source, firstLine: 0 });
    const list = new BlockList(document);
    for (const block of document.takeBlocks()) list.push(block);
    expect(list.length).toBe(4);
    expect(list.weight).toBe(0);
  });

  it('keeps a block whose text is not its own', () => {
    const list = new BlockList('abc');
    const otherText = {
      kind: 'paragraph',
      runs: [{ text: 'ab', style: {}, at: 0 }],
      start: 0,
      end: 3,
    } as const;
    list.push(otherText);
    expect([...list]).toStrictEqual([otherText]);
  });
});
