import fc from 'fast-check';
import { Lexer, type Token } from 'marked';
import { expect, it } from 'vitest';
import { Allowance } from '../../../src/document/markdown/guards.ts';
import { lex } from '../../../src/document/markdown/lexer.ts';

/** What tokens there are and which source each stands for. */
const outline = (tokens: readonly Token[]): unknown =>
  tokens.map((token) => [token.type, token.raw, outline(('tokens' in token && token.tokens) || [])]);

it('finds what marked finds, where nothing is written that only articles have', () => {
  const markup = [
    '*',
    '_',
    '`',
    '~~',
    '<b>',
    '</b>',
    '[a](b)',
    '\\*',
    '  \n',
    '@',
    '://',
    'www.',
    '&amp;',
    '!',
  ];
  const text = [
    'a',
    'É',
    ' ',
    '\n',
    '. ',
    'http',
    'mailto:',
    'x.fr',
    '« ',
    '’',
    '- ',
    '# ',
    '\n\n',
    '|',
    '1. ',
  ];
  const source = fc.array(fc.constantFrom(...text, ...text, ...markup), { maxLength: 20 });
  fc.assert(
    fc.property(source, (pieces) => {
      const written = pieces.join('');
      const context = { links: Object.create(null), notes: new Set<string>(), allowance: new Allowance() };
      expect(outline(lex(written, context) as readonly Token[])).toEqual(
        outline(new Lexer({ gfm: true }).lex(written)),
      );
    }),
    { numRuns: 5000 },
  );
});
