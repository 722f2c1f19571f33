import { describe, expect, it } from 'vitest';
import type { ArticleFormat } from '../../../src/library/article.ts';
import { snippetText } from '../../../src/search/snippet-text.ts';

const textOf = (source: string, title = 'Titre', format: ArticleFormat = 'markdown'): string =>
  snippetText({ format, source, firstLine: 0 }, title, 10_000);

describe('the text that lines of results are taken from', () => {
  it.each([
    ['a *word* and a **strong** one, ~~gone~~', 'a word and a strong one, gone'],
    ['call `a * b` or ``x_y`` now', 'call a * b or x_y now'],
    ['snake_case_name and 2 * 3 * 4 stay', 'snake_case_name and 2 * 3 * 4 stay'],
    ['see [the site](https://example.org/a_b). More', 'see the site. More'],
    ['array[0] and [1] stay', 'array[0] and [1] stay'],
    ['## A heading ##\n\ntext', 'A heading \n\ntext'],
    ['> - [x] done\n> - [ ] open', 'done\n open'],
    ['Over\n====\nunder\n---\nend', 'Over\n\nunder\n\nend'],
    ['one \\*star\\*', 'one *star*'],
  ])('%j', (source, expected) => {
    expect(textOf(source).replace(/[ \t]+/g, ' ')).toBe(expected.replace(/[ \t]+/g, ' '));
  });

  it('takes the bars from tables', () => {
    expect(textOf('| a | b |\n|---|:-:|\n| c | d |').split(/\s+/).filter(Boolean)).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });

  it('leaves out the title where it is the first line', () => {
    expect(textOf('# Titre\n\nLe texte.')).toBe('Le texte.');
    expect(textOf('Titre\n\nLe texte.', 'Titre', 'text')).toBe('Le texte.');
    expect(textOf('Titres et textes.')).toBe('Titres et textes.');
  });

  it('keeps signs in plain text, and no control in any', () => {
    expect(textOf('a *b* [c\n', 'T', 'text')).toBe('a *b* [c\n');
    expect(textOf('a\x1b[31mb\x07 \u202ec')).toBe('ab c');
    expect(textOf('a&#7;b&#x85;&#x202e;c')).toBe('ab…c');
    expect(textOf('a\x1b[31mb\x07', 'T', 'text')).toBe('ab');
  });

  it('ends on any number of signs that nothing closes', () => {
    for (const sign of ['[', '*a', '`', '> ', '- ', '| ', '\\', '_', '![', '# '])
      expect(typeof textOf(sign.repeat(100_000))).toBe('string');
  });
});
