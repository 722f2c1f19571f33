import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/document/document.ts';
import { markdownBlocks } from '../../../src/document/markdown/markdown-blocks.ts';
import { isPlain } from '../../../src/document/markdown/plain-paragraphs.ts';
import { DocumentWriter } from '../../../src/document/writer/document-writer.ts';

function written(source: string): { readonly text: string; readonly blocks: readonly Block[] } {
  const writer = new DocumentWriter();
  const blocks = [...markdownBlocks(source, writer)].flat();
  expect(writer.links).toEqual([]);
  expect(writer.headings).toEqual([]);
  return { text: writer.text.whole, blocks };
}

/** Pieces of plain text, some of them close to markup. */
const piece = fc.oneof(
  fc.constantFrom(
    ' ',
    '  ',
    '\n',
    '\n\n',
    ' \n',
    '\n ',
    '\n   ',
    '\u00a0',
    ': ',
    ' :',
    '- ',
    '!',
    '?',
    '. ',
    ', ',
    '12',
    '1. ',
    '(a)',
  ),
  fc.constantFrom(
    'mot',
    'l’été',
    '« Oui »',
    'import',
    'export',
    'a:b',
    ':a:',
    'http',
    '://',
    'www.',
    '"x"',
    '…',
    '2024',
    'é.',
  ),
);
const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('paragraphs without markup', () => {
  it('become the same blocks as in the full parser', () => {
    fc.assert(
      fc.property(texts, (source) => {
        fc.pre(isPlain(source));
        const plain = written(source);
        // An empty comment, which leaves no text, sends the source to the full parser.
        const parsed = written(`${source}\n\n<!-- -->`);
        expect(plain).toEqual(parsed);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    '# a',
    'a *b*',
    '- a',
    '1. a',
    'a\n---',
    'a  \nb',
    '    a',
    'www.a.b',
    'a&amp;',
    ':::a',
    '!!! a',
    'a\tb',
    ':a:',
  ])('do not include %j', (source) => expect(isPlain(source)).toBe(false));
});
