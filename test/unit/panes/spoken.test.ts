import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/library/article.ts';
import { spoken } from '../../../src/panes/spoken.ts';
import { articleRowsOf, findingOf } from '../../../src/state/selectors.ts';
import type { State } from '../../../src/state/state.ts';
import { article, documentOf, paragraphs } from '../../support/articles.ts';
import { Desk } from '../../support/reader.ts';

const desk = () =>
  new Desk(80, 10).open(
    { a: documentOf('First with [a link](b.md).', ...paragraphs(20)), b: documentOf('# Part', 'Other.') },
    { a: { author: 'Ada', date: '2024-05-03' }, b: { tags: ['fruit'] } },
  );

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
    expect(said(reading, 'j', 'j')).toHaveLength(1);
    expect(said(reading, '\t')).toEqual(['Link: a link']);
    expect(said(reading, '/', 'paragraph 9').at(-1)).toMatch(/^\d+ of \d+: Paragraph/);
  });

  it('reads out queries, results, menus, the help and problems', () => {
    const reading = desk();
    expect(said(reading, '/', 'x')).toEqual([
      'Search:',
      '1 of 2: Title of a. Ada, 3 May 2024, 4 min',
      'Search: x',
    ]);
    reading.type('\x1b');
    expect(said(reading, 't', 'j')).toEqual(['Filter', '1 of 5: all articles 2', '2 of 5: starred 0']);
    reading.type('\x1b');
    expect(said(reading, 'o')).toEqual(['This article has no source link']);
    expect(said(reading, '?').join('\n')).toContain('j, Down, Ctrl-n, Ctrl-e, Ctrl-j: move down');
  });

  it('reads out the new value of a setting', () => {
    const reading = desk();
    expect(said(reading, 's', 's', 'S', 's', 's', 'T')).toEqual([
      'by title',
      'by length',
      'by length, reversed',
      'by last read',
      'by date',
      'Theme: terminal palette',
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
    expect(said(reading, '\r')).toEqual(['Title of b', '4 min', 'Part', 'Other.', '100%']);
    expect(said(reading, 't', '\r')).toEqual(['Contents', '1 of 1: Part', 'Part', 'Other.']);
    reading.type('?');
    expect(said(reading, '\x1b')).toContain('Other.');
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
    expect(said(reading, '/', 'a').slice(0, 2)).toEqual(['Search:', '2 of 2: Title of b. 4 min, read']);
  });

  it('reads out the number of articles once all of them are listed', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => article(id)) as [Article, Article, Article];
    const reading = new Desk(80, 10);
    const found = (articles: readonly Article[], complete: boolean): string[] => {
      const before = reading.state;
      return heard(before, reading.act({ type: 'articles', articles, warnings: [], complete }).state);
    };
    expect(found([a], false)).toEqual(['1 of 1: Title of a. 4 min']);
    expect(found([a, b], false)).toEqual([]);
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
    expect(heard(before, reading.act({ type: 'extended' }).state)).toEqual(['1 of 1: The needle.']);
  });
});
