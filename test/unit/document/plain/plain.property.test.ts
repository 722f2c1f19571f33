import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boilerplateAt } from '../../../../src/document/plain/boilerplate.ts';
import type { PlainBlock, PlainText } from '../../../../src/document/plain/plain-block.ts';
import { readPlain } from '../../../../src/document/plain/read-plain.ts';
import { anyTexts, plainTexts, sortedWords, THREE_DIVIDED, TWO_DIVIDED } from '../../../support/plain.ts';

/** The texts of blocks, and the numbers of lists, which their items do not hold. */
function texts(blocks: readonly PlainBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'rule') return [];
    if (block.kind === 'lines') return block.lines;
    if (block.kind === 'table') return block.rows.flat();
    if (block.kind === 'quotation') return texts(block.blocks);
    if (block.kind !== 'list') return [block.text];
    const { start } = block;
    return block.items.flatMap((item, i) => [start === undefined ? '' : String(start + i), ...texts(item)]);
  });
}

const everything = ({ title, blocks }: PlainText): string => [title ?? '', ...texts([...blocks])].join('\n');

describe('readPlain on any text', () => {
  it('loses no word and adds none', () => {
    fc.assert(
      fc.property(plainTexts, (source) => {
        const kept = source.slice(0, boilerplateAt(source));
        expect(sortedWords(everything(readPlain(source)), kept)).toEqual(sortedWords(kept, kept));
      }),
      { numRuns: 2000, examples: [[TWO_DIVIDED], [THREE_DIVIDED]] },
    );
  });

  it('never throws, and returns the offsets of blocks', () => {
    const check = (source: string, blocks: readonly PlainBlock[]): void => {
      let last = -1;
      for (const block of blocks) {
        expect(block.at).toBeGreaterThan(last);
        last = block.at;
        if (block.kind === 'list') for (const item of block.items) check(source, item);
        else if (block.kind === 'quotation') check(source, block.blocks);
        else if (block.kind !== 'rule' && block.kind !== 'table') {
          const text = block.kind === 'lines' ? block.lines[0]!.trimStart() : block.text;
          const first = /^[^\s-]*/.exec(text)![0];
          expect(source.slice(block.at, block.at + first.length)).toBe(first);
        }
      }
    };
    fc.assert(
      fc.property(anyTexts, (source) => {
        check(source, [...readPlain(source).blocks]);
      }),
      { numRuns: 2000 },
    );
  });
});
