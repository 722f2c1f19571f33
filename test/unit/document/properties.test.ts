import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/document/document.ts';
import type { DocumentParts } from '../../../src/document/fixed-document.ts';
import { markdownBlocks } from '../../../src/document/markdown/markdown-blocks.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { DocumentWriter } from '../../../src/document/writer/document-writer.ts';
import { parsedParts } from '../../support/document.ts';
import { expectSound } from '../../support/leaves.ts';
import { articles, scraps } from '../../support/markdown.ts';

const open = (source: string, format: 'markdown' | 'text' = 'markdown'): DocumentParts =>
  parsedParts({ format, source, firstLine: 0 });

/** The document parsed in parts of at least `target` characters. */
function cut(source: string, target: number): unknown {
  const writer = new DocumentWriter();
  const blocks: Block[] = [];
  for (const some of markdownBlocks(source, writer, { target, most: 1_000_000 })) {
    blocks.push(...some);
    writer.text.finishPart();
  }
  const { text, headings, links } = writer;
  return { text: text.whole, headings, links, blocks };
}

const CONTROL =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2061-\u2069\ufeff\u{e0001}\u{e0020}-\u{e007f}]/u;

describe('parseDocument on any source', () => {
  it('gives a sound document of Markdown without control characters, always the same', () => {
    fc.assert(
      fc.property(fc.oneof(scraps, articles, fc.string({ unit: 'binary' })), (source) => {
        const document = open(source);
        expectSound(document);
        expect(document.text).not.toMatch(CONTROL);
        expect(open(source)).toEqual(document);
      }),
      { numRuns: 200 },
    );
  });

  it('gives a sound document of plain text without control characters', () => {
    fc.assert(
      fc.property(fc.oneof(scraps, fc.string({ unit: 'binary' })), (source) => {
        const document = open(source, 'text');
        expectSound(document);
        expect(document.text).not.toMatch(CONTROL);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a source parsed in parts', () => {
  it('gives its blocks to print, and keeps neither them nor their text', () => {
    fc.assert(
      fc.property(fc.array(articles, { minLength: 1, maxLength: 40 }), (parts) => {
        const source = parts.join('\n\n');
        const document = parseDocument({ format: 'markdown', source, firstLine: 0 });
        const whole = open(source);
        expect([...document.takeBlocks()]).toEqual(whole.blocks);
        expect(document.blocks).toHaveLength(0);
        expect([document.length, document.links, document.lang]).toEqual([
          whole.text.length,
          whole.links,
          whole.lang,
        ]);
        expect(whole.text.endsWith(document.text)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('gives the same document as the source parsed at once', () => {
    fc.assert(
      fc.property(articles, fc.integer({ min: 1, max: 200 }), (source, target) => {
        expect(cut(source, target)).toEqual(cut(source, 1_000_000));
      }),
      // Code that ends the list.
      { numRuns: 200, examples: [['1. un\n```js\na\n\nb\n```\n', 1]] },
    );
  });
});
