import fc from 'fast-check';
import { Lexer, type Rules, Tokenizer } from 'marked';
import { describe, expect, it } from 'vitest';
import { COMMON_PUNCTUATION, isCommon, rulesFor } from '../../../src/document/markdown/punctuation.ts';
import { anchorName } from '../../../src/document/writer/anchors.ts';
import { COMMONMARK, GFM } from '../../support/examples.ts';

function tokens(source: string, change: (rules: Rules) => Rules) {
  const tokenizer = new Tokenizer();
  const lexer = new Lexer({ gfm: true, tokenizer });
  tokenizer.rules = change(tokenizer.rules);
  return lexer.lex(source);
}
const expectSame = (source: string): void =>
  expect(tokens(source, (rules) => rulesFor(source, rules))).toEqual(tokens(source, (rules) => rules));

it('slugs of headings keep the same common characters as all others: letters, marks, digits, connectors', () => {
  for (let unit = 0; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit);
    if (!isCommon(character.toLowerCase())) continue;
    const kept = character.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '');
    expect(anchorName(character), unit.toString(16)).toBe(kept.replaceAll(' ', '-'));
  }
});

describe('rules for a source', () => {
  it('know of each of them whether it is punctuation', () => {
    const class_ = new RegExp(`[${COMMON_PUNCTUATION}]`, 'u');
    let count = 0;
    for (let unit = 0; unit < 0x10000; unit++) {
      const character = String.fromCharCode(unit);
      if (!isCommon(character)) continue;
      count++;
      expect(class_.test(character), unit.toString(16)).toBe(/[\p{P}\p{S}]/u.test(character));
    }
    expect(count).toBeGreaterThan(1000);
  });

  it('have no class left that takes long to compile', () => {
    const tokenizer = new Tokenizer();
    new Lexer({ gfm: true, tokenizer });
    for (const rule of Object.values(rulesFor('', tokenizer.rules).inline))
      expect(rule.source).not.toContain('\\p{');
  });

  it('look for no address where there is none', () => {
    const tokenizer = new Tokenizer();
    new Lexer({ gfm: true, tokenizer });
    expect(tokenizer.rules.inline.text.source).toContain('+@');
    expect(rulesFor('', tokenizer.rules).inline.text.source).not.toContain('@');
  });

  it('lead to the same tokens in all examples of both specifications', () => {
    const sources = [...COMMONMARK, ...GFM].map(({ markdown }) => markdown).filter(isCommon);
    expect(sources.length).toBeGreaterThan(600);
    for (const source of sources) expectSame(source);
  });

  it('lead to the same tokens wherever emphasis may begin and end', () => {
    const piece = fc.constantFrom(
      ...[
        '*',
        '**',
        '***',
        '_',
        '__',
        '~',
        '~~',
        '`',
        ' ',
        '\n',
        'a',
        'é',
        '1',
        '@',
        '.',
        'http://',
        'www.',
        '&amp;',
        '\\',
        '[',
        ']',
        '(',
        ')',
        '!',
      ],
      ...[
        '«',
        '»',
        '’',
        '“',
        '”',
        '…',
        '–',
        '—',
        '\u00a0',
        '\u202f',
        '€',
        '£',
        '→',
        '×',
        '·',
        '²',
        'ª',
        '½',
        '|',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        expectSame(pieces.join(''));
      }),
      { numRuns: 2000 },
    );
  });
});
