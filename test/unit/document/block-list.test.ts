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

  it('keeps a block whose line or text is not that of the packed ones', () => {
    const list = new BlockList('abc');
    const runs = [{ text: 'abc', style: {}, at: 0 }];
    const unknownLine = { kind: 'paragraph', runs, start: 0, end: 3 } as const;
    const otherText = {
      kind: 'paragraph',
      runs: [{ text: 'ab', style: {}, at: 0 }],
      start: 0,
      end: 3,
    } as const;
    list.push(unknownLine);
    list.push(otherText);
    expect([...list]).toStrictEqual([unknownLine, otherText]);
  });
});
