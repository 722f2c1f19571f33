import { describe, expect, it } from 'vitest';
import type { ArticleFormat } from '../../../src/document/body.ts';
import { snippetPart, snippetText } from '../../../src/search/snippet-text.ts';

const textOf = (source: string, title = 'Titre', format: ArticleFormat = 'markdown'): string =>
  snippetText({ format, source, firstLine: 0 }, title);

describe('the text that lines of results are taken from', () => {
  it.each([
    ['a *word* and a **strong** one, ~~gone~~', 'a word and a strong one, gone'],
    ['call `a * b` or ``x_y`` now', 'call a * b or x_y now'],
    ['snake_case_name and 2 * 3 * 4 stay', 'snake_case_name and 2 * 3 * 4 stay'],
    ['see [the site](https://example.org/a_b). More', 'see the site. More'],
    ['*voyez [les chiffres](c.md)\u00a0; et [la suite](s.md).*', 'voyez les chiffres\u00a0; et la suite.'],
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

describe('the part of it around a passage', () => {
  /** The part around the first `x`. */
  const partOf = (source: string, title = 'Titre') => {
    const at = source.indexOf('x');
    return snippetPart({ format: 'markdown', source, firstLine: 0 }, title, { start: at, end: at + 1 }, 20);
  };
  const long = 'Des mots sans fin. '.repeat(100);

  it('is the whole of a short text, without its title', () => {
    expect(partOf('# Titre\n\nUn x ici.')).toEqual({ text: 'Un x ici.', before: false, after: false });
  });

  it('begins and ends with a line that is near, else with a word', () => {
    const lines = partOf(`${long}\n> Un *x* ici.\n\n${long}`);
    expect(lines).toMatchObject({ before: true, after: true });
    expect(lines.text).toMatch(/^\w[^*>]* Un x ici\.\n\nDes [^*>]*\w\.?$/);
    expect(partOf(`${long}\nUn x ici.`)).toMatchObject({ before: true, after: false });
    expect(partOf(`Un x ici.\n${long}`)).toMatchObject({ before: false, after: true });
    expect(partOf(`${'a'.repeat(900)}x${'b'.repeat(900)}`).text).toMatch(/^a+xb+$/);
  });

  it('has nothing of a comment that it begins in', () => {
    expect(partOf(`${long}<!-- ${long.slice(0, 130)} -->\nUn x ici.`).text).toBe('Un x ici.');
  });
});
