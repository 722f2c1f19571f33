import { describe, expect, it } from 'vitest';
import { documentOf, paragraphs } from '../../support/articles.ts';
import { Desk } from '../../support/reader.ts';

const TEXT = ['# First part', 'A price is a promise. It is kept.', 'Nobody reads twice.', ...paragraphs(60)];

describe('the words of notes', () => {
  const search = (query: string): Desk => {
    const facts = { a: { date: '2024-05-03', tags: ['fruit'], author: 'Ada Orchard' } };
    const desk = new Desk(100, 30).open({ a: documentOf(...TEXT), b: documentOf('Other.') }, facts);
    desk.type('\rv}i').type('Bonne idée, à relire\r').type(`q/${query}`);
    const results = { query, tag: undefined, condition: undefined, articles: [], suggestion: undefined };
    return desk.act({ type: 'found', results });
  };
  const found = ({ state }: Desk) => state.search.results?.articles.map(({ id }) => id);

  it.each([
    'relire',
    'idee',
    'idées',
    'bonne rel',
    'relire -pomme',
    '"bonne idée"',
    'relire has:note is:unread',
    'relire tag:fruit author:orchard after:2024 before:2025 -title:b',
    'pomme OR relire',
    'idée NEAR/5 relire',
    '(relire title:b) OR (idée tag:fruit)',
    'relire (is:read OR after:2024)',
    'relire -(is:read OR tag:légume) file:a',
    '=idée',
  ])('are found: %s', (query) => {
    expect(found(search(query))).toEqual(['a']);
  });

  it('are the snippet of what they find', () => {
    const desk = search('relire');
    const row = desk.screen.findIndex((line) => line.includes('Note: Bonne idée, à relire'));
    expect(desk.screen[row - 1]).toContain('Title of a ');
    const snippet = desk.state.search.snippets.get('/articles/a.md')!;
    expect(snippet.matches.map(({ start, end }) => snippet.text.slice(start, end))).toEqual(['relire']);
    expect(desk.resize(24, 12).screen.join('\n')).toContain('Note: … idée, à relire');
  });

  it.each([
    'pomme',
    'relire pomme',
    'relire -bonne',
    '"idée bonne"',
    'title:relire',
    'relire is:read',
    'relire title:b',
    'relire after:2025',
    'has:note is:nope relire',
    'pomme OR poire',
    'relire (is:read OR tag:légume)',
    '-(relire OR pomme) idée',
    '=idee',
  ])('are not found: %s', (query) => {
    expect(found(search(query))).toEqual([]);
  });

  it('are known of articles that have not been opened', () => {
    const desk = new Desk(100, 30).open({ a: documentOf(...TEXT), b: documentOf('Other.') });
    const quote = { exact: 'Other', prefix: '', suffix: '.', at: 0 };
    const all = [{ id: 'x', quote, color: 'yellow', note: 'Rare words', created: 0, changed: 0 } as const];
    desk.act({ type: 'allAnnotations', annotations: new Map([['/articles/b.md', all]]) }).type('/rare');
    const results = {
      query: 'rare',
      tag: undefined,
      condition: undefined,
      articles: [],
      suggestion: undefined,
    };
    expect(found(desk.act({ type: 'found', results }))).toEqual(['b']);
  });
});
