import { describe, expect, it } from 'vitest';
import { spoken } from '../../../src/panes/spoken.ts';
import type { State } from '../../../src/state/state.ts';
import { documentOf, paragraphs } from '../../support/articles.ts';
import { Desk } from '../../support/reader.ts';

const desk = () =>
  new Desk(80, 10).open(
    { a: documentOf('First with [a link](b.md).', ...paragraphs(20)), b: documentOf('# Part', 'Other.') },
    { a: { author: 'Ada', date: '2024-05-03' }, b: { tags: ['fruit'] } },
  );

const heard = (before: State | undefined, after: State): string[] =>
  spoken(before, after).map((line) => line.replaceAll('\u00a0', ' '));

/** What is said when these keys are pressed one after the other. */
function said(of: Desk, ...keys: readonly string[]): string[] {
  const lines: string[] = [];
  for (const key of keys) {
    const before: State = of.state;
    lines.push(...heard(before, of.type(key).state));
  }
  return lines;
}

describe('the reader in words', () => {
  it('says the row one stands on, with what is known of it', () => {
    const reading = desk();
    expect(heard(undefined, reading.state)).toEqual(['1 of 2: Title of a. Ada, 3 May 2024, 4 min']);
    expect(said(reading, 'j')).toEqual(['2 of 2: Title of b. 4 min']);
    expect(said(reading, '*')).toEqual(['2 of 2: Title of b. 4 min, starred']);
    expect(said(reading, 'j')).toEqual([]);
  });

  it('reads the screen, then only what comes into it', () => {
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

  it('says what is typed and found, menus, the help and what went wrong', () => {
    const reading = desk();
    expect(said(reading, '/', 'x')).toEqual([
      'Search:',
      '1 of 2: Title of a. Ada, 3 May 2024, 4 min',
      'Search: x',
    ]);
    reading.type('\x1b');
    expect(said(reading, 't', 'j')).toEqual(['Tags', '1 of 2: all articles 2', '2 of 2: fruit 1']);
    reading.type('\x1b');
    expect(said(reading, 'o')).toEqual(['This article has no source to open']);
    expect(said(reading, '?').join('\n')).toContain('j, ↓, Ctrl-n, Ctrl-e, Ctrl-j: down');
  });

  it('never says a drawing character', () => {
    const reading = desk();
    const lines = said(reading, '\r', 'j', ' ', '/', 'p', '\r', 't', 'q', '?', 'q', '/', 'zz', '\x1b', 't');
    expect(lines.join('')).not.toMatch(/[\u2500-\u259f•]/);
  });
});
