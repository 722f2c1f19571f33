import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compactBlock } from '../../../src/document/compact-block.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { articles, scraps } from '../../support/markdown.ts';

it('compactBlock gives an equal block', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(articles, scraps), { maxLength: 5 }), (sources) => {
      const document = parseDocument({ format: 'markdown', source: sources.join('\n\n'), firstLine: 0 });
      for (const block of document.takeBlocks()) expect(compactBlock(block)).toStrictEqual(block);
    }),
    { numRuns: 100 },
  );
});
