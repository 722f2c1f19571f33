import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/library/article.ts';
import { articleRowsOf } from '../../../src/state/selectors.ts';
import { article, documentOf, paragraphs } from '../../support/articles.ts';
import { Desk } from '../../support/reader.ts';

const TEXT = documentOf(...paragraphs(200));
const START = documentOf(...paragraphs(40));
/** It fits on one screen. */
const FIRST = documentOf(...paragraphs(4));
const A = '/articles/a.md';
const FAR = { at: TEXT.text.indexOf('Paragraph 150'), words: 'Paragraph 150 of many.', progress: 0.7 };

const reading = (): Desk =>
  new Desk(80, 24).open({ a: TEXT, b: documentOf('Short.') }, { a: { date: '2026-01-02' } }).type('\r');

const topLine = ({ state }: Desk): string | undefined => {
  const row = articleRowsOf(state)?.row(state.reader.top);
  return row?.kind === 'text' ? row.line.spans.map(({ text }) => text).join('') : undefined;
};

/** Lists the articles anew, the first with a file of other contents. */
function change(desk: Desk, document: typeof TEXT, mtime: number): Article {
  const [first, ...others] = desk.state.library.articles as [Article, ...Article[]];
  const changed = { ...first, mtime };
  desk.documents.set(first.path, document);
  desk.act({ type: 'articles', articles: [changed, ...others], warnings: [], complete: true });
  return changed;
}

const savedPlaces = (desk: Desk): unknown[] =>
  desk.remembered.flatMap((effect) =>
    effect.kind === 'remember' && effect.change.place ? [effect.change.place.words] : [],
  );

describe('the position', () => {
  it('is saved once the user rests, not only when the article is left', () => {
    const desk = reading().type('30j');
    expect(savedPlaces(desk)).toEqual([]);
    const line = topLine(desk);
    desk.act({ type: 'rested' });
    expect(savedPlaces(desk)).toEqual([expect.stringContaining(line!)]);
    expect(desk.effects).toContainEqual(expect.objectContaining({ kind: 'saveView' }));
    desk.act({ type: 'rested' });
    expect(savedPlaces(desk)).toHaveLength(1);
  });

  it('is asked to be saved after a move, and after nothing else', () => {
    const desk = reading();
    const soon = (): number => desk.remembered.filter(({ kind }) => kind === 'saveSoon').length;
    const before = soon();
    desk.type('5j');
    expect(soon()).toBe(before + 1);
    desk.type('*zz');
    desk.act({ type: 'extended' });
    expect(soon()).toBe(before + 1);
  });

  it('outlives a file that is seen half-written', () => {
    const desk = reading().type('301j');
    const line = topLine(desk);
    expect(line).toMatch(/Paragraph \d\d\d of many/);
    change(desk, START, 2);
    expect(topLine(desk)).not.toBe(line);
    desk.act({ type: 'rested' });
    expect(savedPlaces(desk)).toEqual([expect.stringContaining(line!)]);
    change(desk, TEXT, 3);
    expect(topLine(desk)).toBe(line);
  });

  it.each([
    ['the list', '\x1b'],
    ['the next article', 'J'],
    ['the program', 'Q'],
  ])('is kept if one leaves a half-written text of one screen for %s', (_, keys) => {
    const desk = reading().type('301j');
    const line = topLine(desk);
    change(desk, FIRST, 2);
    desk.type(` ${keys}`);
    expect(desk.state.marks.get(A)?.place?.words).toContain(line!);
    expect(desk.state.marks.get(A)?.read).toBeUndefined();
  });

  it('is kept by a half-written text that one resumes, searches and leaves', () => {
    const desk = new Desk(80, 24);
    desk.state = { ...desk.state, marks: new Map([[A, { place: FAR }]]) };
    desk.open({ a: FIRST, b: documentOf('Short.') }).act({ type: 'read', path: A });
    desk.type('/many\r').type('\x1b').type('\x1b');
    expect(desk.state.focus).toBe('list');
    expect(desk.state.marks.get(A)).toEqual({ place: FAR });
  });

  it('is kept while the screen grows over a text that became shorter', () => {
    const desk = reading().type('301j');
    const line = topLine(desk);
    change(desk, START, 2);
    desk.resize(80, 30).type('\x1b');
    expect(desk.state.marks.get(A)?.place?.words).toContain(line!);
    expect(desk.state.marks.get(A)?.read).toBeUndefined();
  });

  it('is the end of a text that became shorter, once it is read to its end', () => {
    const desk = reading().type('301j');
    change(desk, START, 2);
    desk.type('g').type(' '.repeat(20)).type('\x1b');
    expect(desk.state.marks.get(A)).toMatchObject({ read: true, place: { progress: 1 } });
  });

  it('is where the user went in a file that became shorter', () => {
    const desk = reading().type('301j');
    change(desk, START, 2);
    desk.type('g7j');
    const line = topLine(desk);
    change(desk, TEXT, 3);
    expect(topLine(desk)).toBe(line);
  });

  it.each([1, 3, 10])('outlives a file that is cut %i paragraphs after it', (more) => {
    const desk = reading().type('301j');
    const line = topLine(desk);
    const number = Number(/\d+/.exec(line!)?.[0]);
    change(desk, documentOf(...paragraphs(number + more)), 2);
    expect(topLine(desk)).not.toBe(line);
    desk.act({ type: 'rested' });
    expect(savedPlaces(desk).at(-1)).toContain(line!);
    change(desk, TEXT, 3);
    expect(topLine(desk)).toBe(line);
    desk.type('\x1b');
    expect(desk.state.marks.get(A)?.place?.words).toContain(line!);
    expect(desk.state.marks.get(A)?.read).toBeUndefined();
  });

  it('outlives an article resumed while its file was cut just after it', () => {
    const desk = new Desk(80, 24);
    desk.state = { ...desk.state, marks: new Map([[A, { place: FAR }]]) };
    desk.open({ a: documentOf(...paragraphs(152)) }).act({ type: 'read', path: A });
    expect(topLine(desk)).not.toContain('Paragraph 150 of');
    change(desk, TEXT, 2);
    expect(topLine(desk)).toContain('Paragraph 150 of');
  });

  it('is the end that a taller screen shows of a text that is as it was', () => {
    const end = { at: TEXT.text.indexOf('Paragraph 190'), words: 'Paragraph 190 of many.', progress: 0.99 };
    const desk = new Desk(80, 60);
    desk.state = { ...desk.state, marks: new Map([[A, { place: end }]]) };
    desk.open({ a: TEXT }).act({ type: 'read', path: A });
    desk.type(' ').type('\x1b');
    expect(desk.state.marks.get(A)?.read).toBe(true);
  });

  it('is kept by an article resumed while its file was half-written', () => {
    const desk = new Desk(80, 24);
    desk.state = { ...desk.state, marks: new Map([[A, { place: FAR }]]) };
    desk.open({ a: START }).act({ type: 'read', path: A });
    change(desk, TEXT, 2);
    expect(topLine(desk)).toContain('Paragraph 150 of');
  });
});

describe('a renamed article', () => {
  it('stays open with its marks', () => {
    const desk = reading().type('*30j').type('v\r');
    desk.act({ type: 'rested' });
    const line = topLine(desk);
    const [first, other] = desk.state.library.articles as [Article, Article];
    const renamed = { ...first, id: 'c', path: '/articles/c.md' };
    desk.documents.set(renamed.path, TEXT);
    desk.act({ type: 'articles', articles: [renamed, other], warnings: [], complete: true });
    expect(desk.effects).toContainEqual({ kind: 'findRenamed', articles: [renamed, other] });
    desk.act({ type: 'renamed', from: first.path, to: renamed.path });
    expect(desk.screen.at(-1)).not.toContain('deleted');
    expect([...desk.state.marks.keys()]).toEqual([renamed.path]);
    expect(desk.screen.join('\n')).toContain('▎');
    expect(topLine(desk)).toBe(line);
    desk.type('q');
    expect(desk.state.list.selected).toBe(renamed.path);
  });
});

describe('the list of the previous session', () => {
  const articles = ['a', 'b', 'c', 'd'].map((id) => article(id, { tags: id < 'c' ? ['x'] : [] }));
  const desk = (): Desk => new Desk(80, 24).act({ type: 'articles', articles, warnings: [], complete: true });

  it('comes back to its row and its tag', () => {
    const resumed = desk().act({ type: 'resume', article: articles[1]!, tag: 'x' });
    expect(resumed.state.list).toMatchObject({ selected: '/articles/b.md', row: 1, tag: 'x' });
  });

  it('shows all articles if none has its tag any more', () => {
    const resumed = desk().act({ type: 'resume', article: articles[2]!, tag: 'gone' });
    expect(resumed.state.list).toMatchObject({ selected: '/articles/c.md', tag: undefined });
  });

  it('comes back to its search and the result selected there', () => {
    const resumed = desk().act({ type: 'resume', article: articles[3]!, query: 'pear' });
    expect(resumed.effects).toContainEqual({ kind: 'search', query: 'pear', tag: undefined, all: false });
    const results = {
      query: 'pear',
      tag: undefined,
      condition: undefined,
      articles: [articles[1]!, articles[3]!],
      suggestion: undefined,
    };
    resumed.act({ type: 'found', results });
    expect(resumed.state.list).toMatchObject({ selected: '/articles/d.md', row: 1 });
    expect(resumed.state.overlay).toBeUndefined();
  });

  it.each([
    ['at its beginning', { at: 0, words: 'Short', progress: 0 }, false, false],
    ['in the middle', { at: 20, words: '', progress: 0.26 }, false, true],
    ['in the middle again, after it was read', { at: 20, words: '', progress: 0.26 }, true, true],
    ['at its end', { at: 90, words: '', progress: 1 }, true, false],
  ])('says that an article is resumed that was left %s: %j, read: %j', (_, place, read, isSaid) => {
    const resuming = desk();
    resuming.state = { ...resuming.state, marks: new Map([['/articles/b.md', { place, read }]]) };
    resuming.act({ type: 'resume', article: articles[1]! });
    expect(resuming.state.notice?.kind === 'resumed').toBe(isSaid);
  });
});

describe('an article whose file is gone', () => {
  it('makes way for the selected one when the list is shown again', () => {
    const desk = reading();
    const [, other] = desk.state.library.articles as [Article, Article];
    desk.act({ type: 'articles', articles: [other], warnings: [], complete: true });
    expect(desk.screen.at(-1)).toContain('The file was deleted');
    expect(desk.state.reader.article?.id).toBe('a');
    desk.type('\x1b');
    expect(desk.state.focus).toBe('list');
    expect(desk.state.reader.article?.id).toBe('b');
  });

  it.each([
    ['empty', 'The file is empty now; this is its last version'],
    ['binary', 'The file cannot be read any more; this is its last version'],
  ] as const)('is not said to be deleted if it is %s, until it can be read again', (kind, text) => {
    const desk = reading();
    const { articles } = desk.state.library;
    const warnings = [{ kind, count: 1, paths: [A] }];
    desk.act({ type: 'articles', articles: articles.slice(1), warnings, complete: true });
    expect(desk.screen.at(-1)).toContain(text);
    desk.act({ type: 'articles', articles, warnings: [], complete: true });
    expect(desk.screen.at(-1)).not.toContain('last version');
  });

  it('is reported as gone no longer once the file is back', () => {
    const desk = reading();
    const { articles } = desk.state.library;
    desk.act({ type: 'articles', articles: articles.slice(1), warnings: [], complete: true });
    desk.act({ type: 'articles', articles, warnings: [], complete: true });
    expect(desk.screen.at(-1)).not.toContain('deleted');
  });

  it('is not said to be gone any more once the file is back, after the editor was asked for', () => {
    const desk = reading();
    const { articles } = desk.state.library;
    desk.act({ type: 'articles', articles: articles.slice(1), warnings: [], complete: true });
    desk.act({ type: 'noticed', notice: { kind: 'unavailable', what: 'gone' } });
    expect(desk.screen.at(-1)).toContain('no longer exists');
    desk.act({ type: 'articles', articles, warnings: [], complete: true });
    expect(desk.screen.at(-1)).not.toContain('no longer exists');
  });

  it('is not said to be skipped any more once it can be read', () => {
    const desk = reading();
    const { articles } = desk.state.library;
    const warnings = [{ kind: 'empty', count: 1, paths: ['/articles/b.md'] }] as const;
    desk.act({ type: 'articles', articles: articles.slice(0, 1), warnings, complete: true });
    expect(desk.screen.at(-1)).toContain('1 file skipped');
    desk.act({ type: 'articles', articles, warnings: [], complete: true });
    expect(desk.screen.at(-1)).not.toContain('skipped');
  });
});
