import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document/parse-document.ts';
import type { Article } from '../../../src/library/article.ts';
import { spoken } from '../../../src/panes/spoken.ts';
import { helpRows } from '../../../src/state/help-rows.ts';
import { articleRowsOf, findingOf } from '../../../src/state/selectors.ts';
import type { State } from '../../../src/state/state.ts';
import { article, documentOf, paragraphs } from '../../support/articles.ts';
import { Desk } from '../../support/reader.ts';

const desk = () =>
  new Desk(80, 10).open(
    { a: documentOf('First with [a link](b.md).', ...paragraphs(20)), b: documentOf('# Part', 'Other.') },
    { a: { author: 'Ada', date: '2024-05-03' }, b: { tags: ['fruit'] } },
  );

const PARTS = `Before.

## Parts

> A saying.

- one
- two
  1. inner

* [x] bread
* [ ] milk

\`\`\`js
let a = 1;
let b = 2;
\`\`\`

| plant | month |
| ----- | ----- |
| peas  | March |

***

After.[^1]

[^1]: A note.
`;

function parse(source: string) {
  const document = parseDocument({ format: 'markdown', source, firstLine: 0 });
  document.extend(Number.POSITIVE_INFINITY);
  return document;
}

const heard = (before: State | undefined, after: State): string[] =>
  spoken(before, after).map((line) => line.replaceAll('\u00a0', ' '));

/** The lines that are read out while keys are pressed one after the other. */
function said(of: Desk, ...keys: readonly string[]): string[] {
  const lines: string[] = [];
  for (const key of keys) {
    const before: State = of.state;
    lines.push(...heard(before, of.type(key).state));
  }
  return lines;
}

describe('the linear mode', () => {
  it('reads out the selected article and what is known about it', () => {
    const reading = desk();
    expect(heard(undefined, reading.state)).toEqual([
      'Kiosque: / search, Enter read, ? help, t filter, s sort, q quit, * star',
      '1 of 2: Title of a. Ada, 3 May 2024, 4 min',
    ]);
    expect(said(reading, 'j')).toEqual(['2 of 2: Title of b. 4 min']);
    expect(said(reading, '*')).toEqual(['2 of 2: Title of b. 4 min, starred']);
    expect(said(reading, 'j')).toEqual([]);
  });

  it('says that a highlight was removed, and that it was brought back', () => {
    const reading = desk().type('\r').type('v').type('\r');
    expect(said(reading, 'x', 'x')).toEqual(['Highlight removed; x brings it back', 'Highlight restored']);
  });

  it('writes colons as the language does', () => {
    const french = new Desk(80, 10, 'fr').open({ a: documentOf('Un texte.') });
    expect(spoken(undefined, french.state)[0]).toMatch(/^Kiosque\u00a0: \//);
    expect(spoken(french.state, french.type('/x').state)[0]).toBe('Rechercher\u00a0: x');
  });

  it('reads out the screen, then only the lines that come into view', () => {
    const reading = desk();
    expect(said(reading, '\r').slice(0, 3)).toEqual([
      'Title of a',
      'Ada · 3 May 2024 · 4 min',
      'First with a link.',
    ]);
    expect(said(reading, 'j', 'j')).toEqual(['blank', 'Paragraph 4 of many.']);
    expect(said(reading, '\t')).toEqual(['Link: a link']);
    expect(said(reading, '/', 'paragraph 9').at(-1)).toMatch(/^\d+ of \d+: Paragraph/);
  });

  it('reads out queries, results, menus, the help and problems', () => {
    const reading = desk();
    expect(said(reading, '/', 'x')).toEqual(['Search:', 'Search: x']);
    reading.type('\x1b');
    expect(said(reading, 't', 'j')).toEqual(['Filter', '1 of 8: all articles 2', '2 of 8: starred 0']);
    reading.type('\x1b');
    expect(said(reading, 'o')).toEqual(['This article has no source link']);
    expect(said(reading, '?').join('\n')).toContain('j, Down, Ctrl-n, Ctrl-e, Ctrl-j: move down');
  });

  it('reads out the new value of a setting', () => {
    const reading = desk();
    expect(said(reading, 's', 's', 'S', 's', 's', 'T', 'j', '\r')).toEqual([
      'by title',
      'by length',
      'by length, reversed',
      'by last read',
      'by date',
      'Theme',
      '1 of 10: automatic',
      '2 of 10: terminal palette',
      'Theme: terminal palette',
      // Back in the list.
      '1 of 2: Title of a. Ada, 3 May 2024, 4 min',
    ]);
    reading.type('\r');
    expect(said(reading, '-', 'a', 'c', 'z')).toEqual([
      'Text width: 68 columns',
      'Justification on',
      'Hyphenation on',
      'List hidden',
    ]);
  });

  it('reads out the text after a menu, the help or a link was closed or followed, and the end of the article', () => {
    const reading = desk().type('j');
    expect(said(reading, '\r')).toEqual(['Title of b', '4 min', 'Heading 2: Part', 'Other.', '100%']);
    expect(said(reading, 't', '\r')).toEqual(['Contents', '1 of 1: Part', 'Heading 2: Part', 'Other.']);
    expect(said(reading, 't', '\x1b')).toEqual(['Contents', '1 of 1: Part', 'Title of b']);
    reading.type('?');
    expect(said(reading, '\x1b')).toEqual(['Title of b']);
    const [a] = reading.state.library.articles;
    reading.act({ type: 'idle' }, { type: 'related', path: '/articles/b.md', articles: [a!] });
    expect(said(reading, '\t')).toEqual(['Link: Title of a']);
    expect(said(reading, '\r').slice(0, 3)).toEqual([
      'Title of a',
      'Ada · 3 May 2024 · 4 min',
      'First with a link.',
    ]);
    expect(said(reading, '\x7f')[0]).toBe('Title of b');
    reading.type('q');
    expect(said(reading, '/', 'a').slice(0, 2)).toEqual(['Search:', 'Search: a']);
  });

  it('reads out the number of articles once all of them are listed', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => article(id)) as [Article, Article, Article];
    const reading = new Desk(80, 10);
    const found = (articles: readonly Article[], complete: boolean): string[] => {
      const before = reading.state;
      return heard(before, reading.act({ type: 'articles', articles, warnings: [], complete }).state);
    };
    expect(heard(undefined, reading.state).at(-1)).toBe('Loading articles…');
    expect(found([b], false)).toEqual([]);
    expect(found([a, b], false)).toEqual([]);
    expect(said(reading, 'j')).toEqual(['2 of 2: Title of b. 4 min']);
    expect(said(reading, 'k')).toEqual(['1 of 2: Title of a. 4 min']);
    expect(found([a, b, c], false)).toEqual([]);
    expect(found([a, b, c], true)).toEqual(['1 of 3: Title of a. 4 min']);
  });

  it('contains no drawing characters', () => {
    const reading = desk();
    const lines = said(reading, '\r', 'j', ' ', '/', 'p', '\r', 't', 'q', '?', 'q', '/', 'zz', '\x1b', 't');
    expect(lines.join('')).not.toMatch(/[\u2500-\u259f•]/);
  });

  it('announces the search for a match far away, then reads out the match', () => {
    const reading = new Desk(80, 10)
      .open({ a: documentOf(...paragraphs(20_000), 'The needle.') })
      .type('\r/needle');
    expect(said(reading, '\r')).toEqual(['searching the text…']);
    findingOf(reading.state)!.reach(Number.POSITIVE_INFINITY);
    let before = reading.state;
    expect(heard(before, reading.act({ type: 'extended' }).state)).toEqual(['laying out the text…']);
    articleRowsOf(reading.state)!.flow.advance(Number.POSITIVE_INFINITY, () => 0);
    before = reading.state;
    expect(heard(before, reading.act({ type: 'extended' }).state)).toEqual(['1 of 1: The needle.', '100%']);
  });

  it('says page by page what the help has, and how to go on', () => {
    const reading = desk();
    const first = said(reading, '?');
    expect(first.slice(0, 3)).toEqual([
      'Keys: Space page, / search, Esc close',
      'Moving',
      'j, Down, Ctrl-n, Ctrl-e, Ctrl-j: move down, five rows with 5j',
    ]);
    const pages = [first.slice(1)];
    while (pages.at(-1)!.length > 0) pages.push(said(reading, ' '));
    expect(pages.length).toBeGreaterThan(5);
    const all = helpRows(reading.state).filter(({ kind }) => kind === 'key' || kind === 'section');
    expect(pages.flat()).toHaveLength(all.length);
    expect(said(reading, '/', 'theme').slice(0, 2)).toEqual(['Search: theme', 'Display']);
  });

  it('says what the parts of a text are, and where they end', () => {
    const reading = new Desk(60, 40).open({ a: parse(PARTS) });
    expect(said(reading, '\r').slice(2)).toEqual([
      'Before.',
      'Heading 2: Parts',
      'Quotation',
      'A saying.',
      'End of quotation',
      'List of 2 items',
      'Item: one',
      'Item: two',
      'List of 1 item',
      '1. inner',
      'End of list',
      'End of list',
      'List of 2 items',
      'Done: bread',
      'To do: milk',
      'End of list',
      'Code, js',
      'let a = 1;',
      'let b = 2;',
      'End of code',
      'Table of 2 rows, 2 columns',
      'plant; month',
      'peas; March',
      'End of table',
      'Separator',
      'After.¹',
      'Footnotes',
      '1. A note.',
      '100%',
    ]);
  });

  it('says each row once, from page to page, whatever it is part of', () => {
    const whole = said(new Desk(60, 100).open({ a: parse(PARTS) }), '\r').slice(2);
    for (const rows of [9, 12, 15]) {
      const reading = new Desk(60, rows).open({ a: parse(PARTS) });
      const lines = said(reading, '\r', ...Array.from({ length: 40 }, () => 'j'), ' ').slice(2);
      expect(lines.filter((line) => !line.startsWith('blank'))).toEqual(whole);
    }
  });

  it('goes from a page that begins with a heading to the next one, whatever row the page begins with', () => {
    const filler = (from: number): string[] => paragraphs(from + 9).slice(from);
    const text = [...filler(0), '## A', ...filler(9), '## B', ...filler(18)].join('\n\n');
    const tried = Array.from({ length: 16 }, (_, index) => index + 7).filter((rows) => {
      const reading = new Desk(60, rows).open({ a: parse(text) });
      reading.state = { ...reading.state, isSpoken: true };
      reading.type('\r');
      const firsts = Array.from({ length: 12 }, () => {
        const [first] = said(reading, ' ');
        if (first !== 'Heading 2: A') return false;
        expect([rows, said(reading, '}')[0]]).toEqual([rows, 'Heading 2: B']);
        expect([rows, said(reading, '{')[0]]).toEqual([rows, 'Heading 2: A']);
        return true;
      });
      return firsts.includes(true);
    });
    expect(tried.length).toBeGreaterThan(1);
  });

  it('goes on from a match or a heading, also if that is on the screen', () => {
    const reading = desk().type('\r');
    expect(said(reading, '/', '"paragraph 3').at(-1)).toBe('1 of 1: Paragraph 3 of many.');
    expect(said(reading, '\r')).toEqual([4, 5, 6].map((number) => `Paragraph ${number} of many.`));
    expect(said(reading, ' ')[0]).toBe('Paragraph 7 of many.');
    const last = new Desk(60, 30).open({ a: parse('One.\n\n## A\n\nTwo.\n\n## B\n\nThree.\n') }).type('\r');
    expect(said(last, '}')).toEqual(['Heading 2: A', 'Two.', 'Heading 2: B', 'Three.']);
    expect(said(last, '}')).toEqual(['Heading 2: B', 'Three.']);
    expect(said(last, '}')).toEqual(['No more headings']);
    expect(said(last, '{')[0]).toBe('Heading 2: A');
    expect(said(last, '/', 'two', '\r')).toEqual([
      'Find:',
      'Find: two',
      '1 of 1: Two.',
      'Heading 2: B',
      'Three.',
    ]);
  });

  it('says the passage that is selected, and that it is extended', () => {
    const reading = new Desk(60, 30).open({ a: parse('One two. Three.') }).type('\r');
    expect(said(reading, 'v')).toEqual(['Selection', 'One']);
    expect(said(reading, 'l')).toEqual(['two']);
    expect(said(reading, 'v')).toEqual(['extending']);
    expect(said(reading, ')')).toEqual(['two.']);
    expect(said(reading, 'v')).toEqual(['.']);
  });

  it('says a footnote on the same screen, and the text again on the way back', () => {
    const reading = new Desk(60, 30).open({ a: parse('One.[^1]\n\nTwo.\n\n[^1]: A note.\n') }).type('\r');
    expect(said(reading, '\t')).toEqual(['Footnote: 1']);
    expect(said(reading, '\r')).toEqual(['Footnotes', '1. A note.']);
    expect(said(reading, '\x7f')).toEqual(['One.¹', 'Two.', 'Footnotes', '1. A note.', 'Footnote: 1']);
  });

  it('says nothing again when the text is laid out anew', () => {
    const reading = new Desk(60, 12).open({ a: parse(PARTS) }).type('\r');
    const before = reading.state;
    const highlight = (code: string) => code.split('\n').map((text) => [{ text, style: { bold: true } }]);
    expect(heard(before, reading.act({ type: 'highlighter', highlight }).state)).toEqual([]);
    const after = reading.state;
    expect(heard(after, reading.resize(50, 12).state)).toEqual([]);
  });

  it('says what was marked', () => {
    const reading = desk().type('\r');
    expect(said(reading, '*', '*', 'm', 'm')).toEqual([
      'Starred',
      'Star removed',
      'Marked as read',
      'Marked as unread',
    ]);
  });

  it('says all of this in French', () => {
    const reading = new Desk(60, 40, 'fr').open({ a: parse(PARTS) });
    const lines = said(reading, '\r').map((line) => line.replaceAll('\u202f', ' '));
    for (const line of [
      'Titre 2 : Parts',
      'Citation',
      'Fin de la citation',
      'Liste de 1 élément',
      'Élément : one',
      'Fait : bread',
      'Fin du code',
      'Tableau de 2 lignes, 2 colonnes',
      'Séparateur',
      'Notes',
    ])
      expect(lines).toContain(line);
  });
});
