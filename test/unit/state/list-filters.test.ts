import { describe, expect, it } from 'vitest';
import { saveViewOf } from '../../../src/state/effects.ts';
import { listedArticles } from '../../../src/state/selectors.ts';
import { documentOf, paragraphs } from '../../support/articles.ts';
import { many, results, selected } from '../../support/list.ts';
import { Desk } from '../../support/reader.ts';

describe('the list filtered and sorted by marks', () => {
  const listed = (desk: Desk) => listedArticles(desk.state).map(({ id }) => id);
  const long = Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [id, documentOf(...paragraphs(60))]));
  const choosing = (mark: string, keys = '') => new Desk(120, 24).open(long).type(`${keys}t/${mark}\r`);

  it('shows the starred articles, and says so', () => {
    const desk = choosing('starred', 'j*jj*');
    expect(listed(desk)).toEqual(['b', 'd']);
    expect(desk.screen[0]).toMatch(/Kiosque · starred +2 articles/);
    expect(listed(desk.type('\x1b'))).toEqual(['a', 'b', 'c', 'd']);
    expect(choosing('starred').screen.join('\n')).toMatch(/No starred articles.[\s\S]*Esc to show all/);
  });

  it('shows the articles that were begun and not finished', () => {
    expect(listed(choosing('started', '\r  \x1bjm'))).toEqual(['a']);
    expect(listed(choosing('started', '\r  m\x1b'))).toEqual([]);
  });

  it('loses no row while its articles are read, but on the return to the list', () => {
    const desk = choosing('unread', 'jmk').type('\rm');
    expect(listed(desk)).toEqual(['a', 'c', 'd']);
    expect(selected(desk.type('J'))).toBe('c');
    desk.type('m\x1b');
    expect(listed(desk)).toEqual(['d']);
    expect(selected(desk)).toBe('d');
    expect(desk.state.reader.article?.id).toBe('d');
  });

  it('remembers its filter, and returns to it', () => {
    const desk = choosing('unread', 'm').type('q');
    const view = desk.effects.find((effect) => effect.kind === 'saveView')?.view;
    expect(view).toEqual({ selected: '/articles/b.md', condition: 'unread' });
    const again = new Desk(120, 24).open(long).type('m');
    again.act({ type: 'resume', article: again.state.library.articles[1]!, condition: 'unread' });
    expect(again.screen[0]).toContain('Kiosque · unread');
    expect(selected(again)).toBe('b');
  });

  it('offers every condition, with the number of articles that meet it', () => {
    const desk = new Desk(120, 24).open(long).type('m*\rviA note\r').type('qt');
    const rows = desk.screen.map((row) => row.split('│')[0]!.trim().replace(/ {2,}/g, ': '));
    expect(rows.slice(2, 9)).toEqual([
      '▌• all articles: 4',
      ...['starred: 1', 'unread: 3', 'started: 0', 'read: 1', 'with highlights: 1', 'with notes: 1'],
    ]);
    desk.type('jjjjjj\r');
    expect(desk.screen[0]).toContain('Kiosque · with notes');
    expect(listed(desk)).toEqual(['a']);
  });

  it('remembers how it is sorted, unless by date', () => {
    const desk = new Desk(120, 24).open(long);
    const view = () => saveViewOf(desk.state);
    expect(view()).toMatchObject({ view: { selected: '/articles/a.md' } });
    desk.type('sS');
    expect(desk.screen.at(-1)).toContain('by title, reversed');
    expect(desk.remembered.at(-1)).toEqual({ kind: 'saveSoon' });
    expect(view()).toMatchObject({ view: { order: 'title', reverse: true } });
    expect(Object.keys(desk.state.settings)).not.toContain('order');
    desk.type('sss');
    expect(view()).toEqual({ kind: 'saveView', view: { selected: '/articles/a.md' }, lastSearch: '' });
  });

  it('puts the article read last first, as of when the list was last left', () => {
    const desk = new Desk(120, 24).open(long).type('jj\r  \x1bk\r  \x1bkm').type('sss');
    expect(desk.screen.at(-1)).toContain('by last read');
    expect(listed(desk)).toEqual(['b', 'c', 'a', 'd']);
    desk.type('G\r  ').act({ type: 'rested' });
    expect(selected(desk)).toBe('d');
    expect(listed(desk)).toEqual(['b', 'c', 'a', 'd']);
    expect(listed(desk.type('\x1b'))).toEqual(['d', 'b', 'c', 'a']);
    expect(selected(desk)).toBe('d');
    expect(listed(desk.type('S'))).toEqual(['a', 'c', 'b', 'd']);
    expect(listed(desk.type('s'))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('opens the results of a search without words where they were left', () => {
    const desk = new Desk(120, 24).open(long).type('j\r   \x1bk/is:started');
    const { at } = desk.state.marks.get('/articles/b.md')!.place!;
    expect(at).toBeGreaterThan(0);
    desk.act({ type: 'found', results: results(desk, 'is:started', ['b', 'c']) }).type('\r');
    expect(desk.state.reader.anchor).toBe(at);
    expect(desk.screen.at(-1)).not.toContain('0 matches');
    expect(selected(desk.type('n'))).toBe('c');
  });
});

describe('the list filtered by a folder', () => {
  const FOLDERS = { n0: 'guide', n1: 'guide/first', n2: 'guide-lines', n3: 'notes/2024/may', n4: '' };
  const facts = Object.fromEntries(
    Object.entries(FOLDERS).map(([id, folder]) => [id, { path: `/lib/${folder && `${folder}/`}${id}.md` }]),
  );
  const opened = (): Desk => {
    const desk = new Desk(120, 24);
    desk.state = { ...desk.state, roots: ['/lib'] };
    return desk.open(many(5), facts);
  };
  const listed = (desk: Desk) => listedArticles(desk.state).map(({ id }) => id);
  const rows = (desk: Desk) =>
    desk.screen
      .slice(2, -1)
      .map((row) => row.split('│')[0]!.replace('▌', ' ').trimEnd().slice(3))
      .filter(Boolean)
      .map((row) => row.replace(/ {3,}(?=\d)/, ': '));

  it('offers the folders as a tree, with the number of articles in each and below it', () => {
    expect(rows(opened().type('t')).slice(7)).toEqual([
      'guide/: 2',
      '  first/: 1',
      'guide-lines/: 1',
      'notes/: 1',
      '  2024/: 1',
      '    may/: 1',
    ]);
  });

  it('shows the articles in a folder and below it, and says so', () => {
    const desk = opened().type('t/guide/\r');
    expect(desk.state.list.folder).toBe('guide');
    expect(listed(desk)).toEqual(['n0', 'n1']);
    expect(desk.screen[0]).toMatch(/Kiosque · guide\/ +2 articles/);
    expect(listed(desk.type('\x1b'))).toHaveLength(5);
  });

  it('has whole paths while its rows are searched, and accents do not matter', () => {
    expect(rows(opened().type('t/MÄY'))).toEqual(['notes/2024/may/: 1']);
  });

  it('asks the search for its articles only', () => {
    const desk = opened().type('t/notes/\r').type('/a');
    expect(desk.effects.at(-1)).toMatchObject({ kind: 'search', query: 'a', folder: 'notes' });
  });

  it('is remembered, and forgotten once the folder has no articles', () => {
    const desk = opened().type('t/may\rq');
    const view = desk.effects.find((effect) => effect.kind === 'saveView')?.view;
    expect(view).toEqual({ selected: '/lib/notes/2024/may/n3.md', folder: 'notes/2024/may' });
    const again = opened();
    const [article] = again.state.library.articles;
    again.act({ type: 'resume', article: article!, folder: 'notes' });
    expect(again.screen[0]).toContain('Kiosque · notes/');
    again.act({ type: 'resume', article: article!, folder: 'gone' });
    expect(again.state.list.folder).toBeUndefined();
  });

  it('is not offered where all articles are in one folder', () => {
    const desk = new Desk(120, 24);
    desk.state = { ...desk.state, roots: ['/lib'] };
    desk.open(many(2), { n0: { path: '/lib/a/n0.md' }, n1: { path: '/lib/a/n1.md' } }).type('t');
    expect(rows(desk)).toHaveLength(7);
  });
});

describe('the filter of the menu', () => {
  const facts = { n0: { tags: ['été', 'prix'] }, n1: { tags: ['Été'] }, n2: { tags: ['tête'] } };
  const choosing = () => new Desk(80, 24).open(many(3), facts).type('t');
  const tags = (desk: Desk) =>
    desk.screen
      .slice(2, -1)
      .filter(Boolean)
      .map((row) => row.replace(/^▌| {2,}/g, ' ').trim());

  it('shows the tags that contain the text, and Enter chooses the first', () => {
    const desk = choosing().type('/ete');
    expect(desk.screen[0]).toBe(' Filter / ete');
    expect(tags(desk)).toEqual(['été 2', 'tête 1']);
    expect(desk.type('\r').state).toMatchObject({ overlay: undefined, list: { tag: 'été' } });
    expect(desk.screen[0]).toMatch(/Kiosque · été +2 articles/);
  });

  it('is cleared by Escape, and a second Escape closes the menu', () => {
    const desk = choosing().type('/zzz\r');
    expect(tags(desk)).toEqual([]);
    expect(desk.state.overlay?.kind).toBe('filters');
    expect(tags(desk.type('\x1b'))).toHaveLength(10);
    expect(desk.type('\x1b').state.overlay).toBeUndefined();
    expect(choosing().type('/e\x7f\x7f').state.overlay).toMatchObject({ typing: false });
  });
});
