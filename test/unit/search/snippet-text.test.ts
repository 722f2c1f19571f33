import { describe, expect, it } from 'vitest';
import type { ArticleFormat } from '../../../src/document/formats.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { partAround, wholePart } from '../../../src/search/snippet-text.ts';

const open = (source: string, title = 'Titre', format: ArticleFormat = 'markdown') =>
  parseDocument({ format, source, firstLine: 0 }, { title });
const textOf = (source: string, title?: string, format?: ArticleFormat): string =>
  wholePart(open(source, title, format)).text;

describe('the text that snippets are taken from', () => {
  it.each([
    ['a *word* and a **strong** one, ~~gone~~', 'a word and a strong one, gone'],
    ['call `a * b` or ``x_y`` now', 'call a * b or x_y now'],
    ['snake_case_name and 2 * 3 * 4 stay', 'snake_case_name and 2 * 3 * 4 stay'],
    ['see [the site](https://example.org/a_b). More', 'see the site. More'],
    ['*voyez [les chiffres](c.md)\u00a0; et [la suite](s.md).*', 'voyez les chiffres\u00a0; et la suite.'],
    ['array[0] and [1] stay', 'array[0] and [1] stay'],
    ['==marked==, {++added++} and :tada:', 'marked, added and 🎉'],
    ['seen <!-- unseen --> {% comment %}unseen{% endcomment %}', 'seen'],
    ['![map](m.png){: .img-left loading=lazy } [x]({{ "/folder/" | url }})', 'map x'],
    ['one \\*star\\*', 'one *star*'],
  ])('is what the page shows: %j', (source, expected) => {
    expect(textOf(source)).toBe(expected);
  });

  it('has a newline between leaves only', () => {
    expect(textOf('## A heading ##\n\na text\nin two lines\\\nand a third')).toBe(
      'A heading\na text in two lines and a third',
    );
    expect(textOf('> - [x] done\n> - [ ] open')).toBe('done\nopen');
    expect(textOf('| a | b |\n|---|:-:|\n| c | d |')).toBe('a\nb\nc\nd');
    expect(textOf('```\nx = 1\ny = 2\n```')).toBe('x = 1 y = 2');
  });

  it('leaves out the arrows that lead back from notes', () => {
    expect(textOf('Un mot[^1] ici.\n\n[^1]: Une note.').trimEnd()).toBe('Un mot¹ ici.\nUne note.');
  });

  it('leaves out the title', () => {
    expect(textOf('# Titre\n\nLe texte.')).toBe('Le texte.');
    expect(textOf('Titre\n\nLe texte.', 'Titre', 'text')).toBe('Le texte.');
    expect(textOf('Titres et textes.')).toBe('Titres et textes.');
  });
});

describe('the part of it around a passage', () => {
  const long = 'Des mots sans fin. '.repeat(100).trim();
  /** The part around the first `x`. */
  const partOf = (source: string) => {
    const document = open(source);
    document.extend(Infinity);
    const at = document.text.indexOf('x');
    return partAround(open(source), { start: at, end: at + 1 }, 20);
  };

  it('is the whole of a short text', () => {
    expect(partOf('# Titre\n\nUn x ici.')).toEqual({
      text: 'Un x ici.',
      before: false,
      after: false,
      code: [],
    });
  });

  it('starts and ends with a whole word, and says where the text goes on', () => {
    const part = partOf(`${long}\n\n> Un *x* ici.\n\n${long}`);
    expect(part).toMatchObject({ before: true, after: true });
    expect(part.text).toMatch(/^(?:Des|mots|sans|fin).* fin\.\nUn x ici\.\nDes .*(?:Des|mots|sans|fin\.)$/);
    expect(partOf(`${long}\n\nUn x ici.`)).toMatchObject({ before: true, after: false });
    expect(partOf(`Un x ici.\n\n${long}`)).toMatchObject({ before: false, after: true });
  });

  it('parses a long text only as far as the passage', () => {
    const document = open(`Un x ici.\n\n${`${long}\n\n`.repeat(100)}`);
    expect(partAround(document, { start: 3, end: 4 }, 20).after).toBe(true);
    expect(document.complete).toBe(false);
  });
});
