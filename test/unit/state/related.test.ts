import { describe, expect, it } from 'vitest';
import { shouldFindRelated } from '../../../src/state/links.ts';
import { articleRowsOf } from '../../../src/state/selectors.ts';
import { article, documentOf, paragraphs } from '../../support/articles.ts';
import { Desk } from '../../support/reader.ts';

const desk = () =>
  new Desk(80, 24).open({
    a: documentOf(...paragraphs(60)),
    b: documentOf('See [one](https://example.org/).'),
    c: documentOf('Short.'),
  });

/** Lays out the whole article, as idle time does. */
function rest(of: Desk): Desk {
  articleRowsOf(of.state)!.lastTop(1);
  return of.act({ type: 'extended' });
}

const found = (of: Desk, path: string) =>
  of.act({ type: 'idle' }, { type: 'related', path, articles: [article('c'), article('a')] });

describe('related articles', () => {
  it('are looked for once, when the end of the article is near', () => {
    const reading = rest(desk().type('\r'));
    expect(shouldFindRelated(reading.state)).toBe(false);
    expect(shouldFindRelated(reading.type('   ').state)).toBe(true);
    reading.act({ type: 'idle' }, { type: 'idle' });
    expect(reading.effects.filter(({ kind }) => kind === 'related')).toHaveLength(1);
    expect(shouldFindRelated(reading.state)).toBe(false);
  });

  it('are listed after the end without moving the text or changing the progress', () => {
    const reading = rest(desk().type('\r    '));
    const before = reading.screen.slice(0, -1);
    found(reading, '/articles/a.md');
    expect(reading.screen.slice(0, -1)).toEqual(before);
    const { top } = reading.state.reader;
    expect(articleRowsOf(reading.state)!.showsEnd(top, 23)).toBe(false);
    reading.type('G');
    expect(reading.screen.slice(-6, -1).map((row) => row.trim().replace(/ {2,}/, ' | '))).toEqual([
      'Paragraph 60 of many.',
      '',
      'Read next',
      'Title of c | 4\u00a0min',
      'Title of a | 4\u00a0min',
    ]);
    expect(reading.screen.at(-1)).toContain('100%');
  });

  it('scroll into view if the reader is already at the end', () => {
    const reading = found(rest(desk().type('\rG')), '/articles/a.md');
    expect(reading.screen.at(-2)).toContain('Title of a');
    const onMatch = found(rest(desk().type('\r/60\r')), '/articles/a.md');
    expect(onMatch.screen.at(-2)).toContain('Title of a');
    expect(onMatch.state.reader.currentMatch).toBe(0);
  });

  it('are selected after the links of the text, and return like links', () => {
    const reading = found(rest(desk().type('j\r')), '/articles/b.md');
    reading.type('\t\t\t');
    expect(reading.state.reader.currentLink).toBe(2);
    expect(reading.type('\t').screen.at(-1)).toContain('No more links');
    reading.type('\x1b[Z\r');
    expect(reading.state.reader.article?.id).toBe('c');
    expect(reading.state.list.row).toBe(2);
    reading.type('\x7f');
    expect(reading.state.reader.article?.id).toBe('b');
  });

  it('open on a click', () => {
    const reading = found(rest(desk().type('j\r')), '/articles/b.md');
    const row = reading.screen.findIndex((line) => line.includes('Title of a'));
    reading.type(`\x1b[<0;10;${row + 1}M`);
    expect(reading.state.reader.article?.id).toBe('a');
  });

  it('are ignored once another article is open', () => {
    const reading = rest(desk().type('j\r')).act({ type: 'idle' }).type('J');
    reading.act({ type: 'related', path: '/articles/b.md', articles: [article('a')] });
    expect(reading.screen.join('\n')).not.toContain('Read next');
  });
});
