import fc from 'fast-check';
import { Lexer, type Token } from 'marked';
import { expect, it } from 'vitest';
import { lex } from '../../../src/document/markdown/lexer.ts';

const BLOCKS = new Set(['blockquote', 'list', 'list_item']);

/** The types of blocks and the source of each. */
const outline = (tokens: readonly Token[]): unknown =>
  tokens.map((token) => [
    token.type,
    token.raw,
    'text' in token && token.text,
    outline((BLOCKS.has(token.type) && 'tokens' in token && token.tokens) || []),
  ]);

it('gives the same blocks as marked', () => {
  const pieces = [
    '*',
    '`',
    '<b>',
    '[a](b)',
    '  \n',
    'a',
    'É',
    ' ',
    '\n',
    '- ',
    '# ',
    '\n\n',
    '|',
    '1. ',
    '> ',
    '[ ] ',
  ];
  const definitions = ['[a]: b\n', '```', '    ', '|-|\n', '===\n'];
  const source = fc.array(fc.constantFrom(...pieces, ...definitions), { maxLength: 20 });
  fc.assert(
    fc.property(source, (some) => {
      const written = some.join('');
      const links = Object.create(null);
      const expected = new Lexer({ gfm: true }).lex(written);
      expect(outline(lex(written, links) as readonly Token[])).toEqual(outline(expected));
      expect(links).toEqual(expected.links);
    }),
    { numRuns: 2000 },
  );
});
