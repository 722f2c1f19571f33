import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/library/article.ts';
import type { ReadingTimes } from '../../../src/memory/reading-times.ts';
import { listedArticles, selectedOf } from '../../../src/state/selectors.ts';
import { article, documentOf, paragraphs } from '../../support/articles.ts';
import { many, results, selected } from '../../support/list.ts';
import { Desk } from '../../support/reader.ts';

describe('the list', () => {
  it('moves by rows and pages and to the ends, keeping the selection on the screen', () => {
    const desk = new Desk(80, 24).open(many(50));
    expect(selected(desk)).toBe('n0');
    expect(selected(desk.type('jjj'))).toBe('n3');
    expect(selected(desk.type('k'))).toBe('n2');
    expect(selected(desk.type(' '))).toBe('n12');
    expect(desk.state.list.top).toBe(3);
    expect(selected(desk.type('b'))).toBe('n2');
    expect(selected(desk.type('G'))).toBe('n49');
    expect(desk.screen.join('\n')).toContain('Title of n49');
    expect(selected(desk.type('g'))).toBe('n0');
    expect(selected(desk.type('10j'))).toBe('n10');
    expect(selected(desk.type('30G'))).toBe('n29');
    expect(selected(desk.type('\x1b[A'))).toBe('n28');
    expect(selected(desk.type('kkkkkkkkkk99k'))).toBe('n0');
  });

  it('returns effects to quit, suspend and redraw', () => {
    expect(new Desk(80, 24).open(many(2)).type('q').effects).toEqual([
      { kind: 'saveView', view: { selected: '/articles/n0.md' }, lastSearch: '' },
      { kind: 'quit' },
    ]);
    expect(new Desk(80, 24).open(many(2)).type('\r\x1a').effects).toEqual([{ kind: 'suspend' }]);
    expect(new Desk(80, 24).open(many(2)).type('/abc\x03').effects.at(-1)).toEqual({ kind: 'quit' });
    expect(new Desk(80, 24).open(many(2)).type('\x0c').effects).toEqual([{ kind: 'redraw' }]);
  });

  it('reads Escape and a key that arrive together as two keys', () => {
    const desk = new Desk(80, 24).open(many(3)).type('\r').type('\x1b?');
    expect(desk.state.focus).toBe('list');
    expect(desk.state.overlay?.kind).toBe('help');
    expect(desk.type('\x1b').type('/ab\x1bbX').state.search.field.value).toBe('Xab');
  });

  it('keeps the article selected when the sort order changes', () => {
    const facts = {
      x: { title: 'Zebra', words: 5 },
      y: { title: 'Apple', words: 900 },
      z: { title: 'Mango', words: 50 },
    };
    const desk = new Desk(80, 24)
      .open({ x: documentOf('x'), y: documentOf('y'), z: documentOf('z') }, facts)
      .type('j');
    expect(selected(desk)).toBe('y');
    expect(listedArticles(desk.type('s').state).map((one) => one.title)).toEqual(['Apple', 'Mango', 'Zebra']);
    expect(selected(desk)).toBe('y');
    expect(listedArticles(desk.type('S').state).map((one) => one.title)).toEqual(['Zebra', 'Mango', 'Apple']);
    expect(listedArticles(desk.type('s').state).map((one) => one.words)).toEqual([5, 50, 900]);
    expect(selected(desk)).toBe('y');
  });

  it('stars and marks articles from the list and from the reader', () => {
    const desk = new Desk(80, 24).open(many(3)).type('*jm');
    expect(desk.state.marks.get('/articles/n0.md')?.starred).toBe(true);
    expect(desk.state.marks.get('/articles/n1.md')?.read).toBe(true);
    expect(desk.screen.join('\n')).toContain('★');
    expect(desk.type('\r*m').state.marks.get('/articles/n1.md')).toMatchObject({
      starred: true,
      read: false,
    });
  });

  it('filters by a tag and shows all articles again', () => {
    const facts = { n0: { tags: ['Été', 'prix'] }, n1: { tags: ['été'] }, n2: { tags: ['prix'] } };
    const desk = new Desk(80, 24).open(many(4), facts).type('t');
    const rows = desk.screen.map((row) => row.replace(/\s+/g, ' ').trim());
    expect(rows.slice(2, 5)).toEqual(['▌• all articles 4', 'starred 0', 'unread 4']);
    expect(rows.slice(9, 11)).toEqual(['Été 2', 'prix 2']);
    desk.type('jjjjjjj\r');
    expect(listedArticles(desk.state).map((one) => one.id)).toEqual(['n0', 'n1']);
    expect(desk.screen[0]).toContain('Été');
    expect(listedArticles(desk.type('\x1b').state)).toHaveLength(4);
  });

  it('keeps the first row selected while articles are listed, until the selection moves', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => article(id)) as [Article, Article, Article];
    const found = (articles: readonly Article[], complete = false) =>
      ({ type: 'articles', articles, warnings: [], complete }) as const;
    const desk = new Desk(80, 24).act(found([b]), found([a, b]));
    expect(selected(desk)).toBe('a');
    expect(selected(desk.type('j').act(found([c, a, b], true)))).toBe('b');
  });

  it('keeps the open article when its file is deleted', () => {
    const desk = new Desk(120, 24).open(many(3)).type('j\r');
    const [a, b, c] = desk.state.library.articles as [Article, Article, Article];
    desk.act({ type: 'articles', articles: [a, c], warnings: [], complete: true });
    expect(desk.state.reader.article).toBe(b);
    expect(desk.screen.at(-1)).toContain('The file was deleted');
    desk.act({ type: 'articles', articles: [a, b, c], warnings: [], complete: true });
    expect(desk.state).toMatchObject({ reader: { article: b }, list: { row: 1 } });
    desk.act({ type: 'articles', articles: [a, c], warnings: [], complete: true });
    expect(desk.type('q\r').state.reader.article).toBe(c);
  });

  it('says what to do when there are no articles', () => {
    expect(new Desk(80, 24).screen.join('\n')).toContain('Loading articles');
    const none = new Desk(80, 24).act({ type: 'articles', articles: [], warnings: [], complete: true });
    expect(none.screen.join('\n')).toMatch(/No articles here[\s\S]*kiosque FOLDER/);
    expect(() => none.type('jkG\r */abc\rnNtsyoe')).not.toThrow();
  });

  it('moves as fast in a hundred thousand rows as in ten', () => {
    const articles = Array.from({ length: 100_000 }, (_, i) => article(`n${i}`));
    const desk = new Desk(120, 40).act({ type: 'articles', articles, warnings: [], complete: true });
    const rows = listedArticles(desk.state);
    expect(rows).toBe(articles);
    desk.type('G');
    expect(selected(desk)).toBe('n99999');
    expect(desk.screen).toHaveLength(40);
    for (let i = 0; i < 1_000; i++) desk.type('k');
    expect(selected(desk)).toBe('n98999');
  });
});

describe('the search', () => {
  const searching = () => new Desk(120, 24).open(many(20)).type('jj/');

  it('searches at each change of the query and shows the results', () => {
    const desk = searching().type('te');
    expect(desk.effects.filter((effect) => effect.kind === 'search')).toEqual([
      { kind: 'search', query: 't', tag: undefined, all: false },
      { kind: 'search', query: 'te', tag: undefined, all: false },
    ]);
    desk.act({ type: 'found', results: results(desk, 'te', ['n4', 'n7']) });
    expect(desk.screen[0]).toMatch(/^ Search: te +2\/20/);
    expect(selected(desk)).toBe('n4');
    expect(desk.type('\x1b[B').state.list.row).toBe(1);
    expect(desk.type('\r').state.focus).toBe('reader');
    expect(desk.state.reader.article?.id).toBe('n7');
    expect(desk.type('q').screen[0]).toContain('Search: te');
    expect(listedArticles(desk.type('\x1b').state)).toHaveLength(20);
    expect(selected(desk)).toBe('n7');
  });

  it('opens at the first match and goes on to the next result', () => {
    const text = (name: string) => documentOf(`${name} apple.`, 'More.', 'An apple again.');
    const desk = new Desk(120, 24)
      .open({ a: text('First'), b: documentOf('None.'), c: text('Third') })
      .type('/apple');
    desk.act({ type: 'found', results: results(desk, 'apple', ['a', 'c']) }).type('\r');
    expect(desk.screen.at(-1)).toContain('1/2');
    expect(desk.type('n').screen.at(-1)).toContain('2/2');
    desk.type('n');
    expect(desk.state.reader.article?.id).toBe('c');
    expect(desk.screen.at(-1)).toContain('1/2');
    expect(desk.type('nn').screen.at(-1)).toContain('No more matches');
    desk.type('NN');
    expect(desk.state.reader.article?.id).toBe('a');
    expect(desk.screen.at(-1)).toContain('2/2');
  });

  it('keeps the chosen result when the same query returns more', () => {
    const desk = new Desk(120, 24).open({
      a: documentOf(...paragraphs(60)),
      b: documentOf('One.'),
      c: documentOf('Two.'),
    });
    const found = (...ids: string[]) => desk.act({ type: 'found', results: results(desk, 'many', ids) });
    desk.type('/many');
    found('b');
    expect(selected(found('a', 'b'))).toBe('a');
    expect(selected(found('c'))).toBe('c');
    expect(selected(found('a', 'c').type('\x1b[B'))).toBe('c');
    expect(selected(found('a', 'b', 'c'))).toBe('c');
    desk.type('\x1b[A\x1b[A\r  ');
    const { reader } = desk.state;
    expect(reader).toMatchObject({ article: { id: 'a' }, top: 44 });
    expect(found('b', 'c').state.reader).toMatchObject({ article: reader.article, top: reader.top });
    expect(found('a', 'c').state.reader.top).toBe(reader.top);
  });

  it('keeps a query without results and suggests the nearest spelling', () => {
    const desk = searching().type('aple');
    desk.act({ type: 'found', results: results(desk, 'aple', [], 'apple') });
    expect(desk.screen.join('\n')).toMatch(/No results for “aple”[\s\S]*Did you mean “apple”/);
    expect(desk.type('\r').state.search.field.value).toBe('apple');
    expect(desk.effects.at(-1)).toEqual({ kind: 'search', query: 'apple', tag: undefined, all: false });
  });

  it('counts the results that have only some of the words, and shows them at a key', () => {
    const desk = searching().type('plum pear');
    const found = (ids: string[], folded: number) =>
      desk.act({
        type: 'found',
        results: { ...results(desk, desk.state.search.field.value, ids), folded },
      });
    const searched = () => desk.effects.findLast(({ kind }) => kind === 'search');
    found(['n1'], 2);
    expect(desk.screen.at(-1)).toMatch(/1 result · 2 more with only some of the words .*Tab all results/);
    desk.type('\t');
    expect(searched()).toMatchObject({ kind: 'search', query: 'plum pear', all: true });
    found(['n1', 'n2', 'n3'], 0);
    expect(listedArticles(desk.state)).toHaveLength(3);
    desk.type('s');
    expect(searched()).toMatchObject({ kind: 'search', query: 'plum pears', all: false });
    found(['n1'], 1);
    desk.type('\r\x1ba');
    expect(searched()).toMatchObject({ kind: 'search', query: 'plum pears', all: true });
  });

  it('says which conditions there are', () => {
    const desk = searching().type('is:nope');
    desk.act({ type: 'found', results: results(desk, 'is:nope', []) });
    const screen = desk.screen.map((row) => row.split('│')[0]!.trim()).join(' ');
    expect(screen).toMatch(
      /No condition is called “is:nope”\. +There are is:starred, is:read, .*minutes:<5\./,
    );
  });

  it('says that no article has a tag, and which tags there are', () => {
    const desk = searching().type('tag:nope prix');
    desk.act({ type: 'found', results: { ...results(desk, 'tag:nope prix', []), unknownTag: 'nope' } });
    const screen = desk.screen.map((row) => row.split('│')[0]!.trim()).join(' ');
    expect(screen).toMatch(/No articles tagged “nope”\./);
  });

  it('ignores results of an outdated query', () => {
    const desk = searching().type('abc');
    desk.act({ type: 'found', results: results(desk, 'ab', ['n1']) });
    expect(listedArticles(desk.state)).toHaveLength(20);
  });

  it('selects the former article again when the search is cancelled', () => {
    const desk = searching().type('te');
    desk.act({ type: 'found', results: results(desk, 'te', ['n7', 'n9']) });
    expect(selected(desk)).toBe('n7');
    expect(selected(desk.type('\x1b'))).toBe('n2');
  });

  it('edits its text with the keys of readline', () => {
    const desk = searching().type('hello wrold\x17world\x01\x06\x06X\x05!');
    expect(desk.state.search.field.value).toBe('heXllo world!');
    expect(desk.type('\x1bb\x0b').state.search.field.value).toBe('heXllo ');
    expect(desk.type('\x15').state.search.field.value).toBe('');
    expect(desk.type('\x7f').state.overlay).toBeUndefined();
  });

  it('inserts a paste as one line of text, even if it contains keys', () => {
    const desk = searching().type('\x1b[200~two\nlines q\x1b[201~');
    expect(desk.state.search.field.value).toBe('two lines q');
  });
});

describe('the mouse', () => {
  const press = (x: number, y: number) => `\x1b[<0;${x + 1};${y + 1}M`;
  const wheel = (x: number, y: number, down = true) => `\x1b[<${down ? 65 : 64};${x + 1};${y + 1}M`;

  it('selects rows, scrolls the pane under the pointer and moves the focus', () => {
    const texts = { ...many(20), n0: documentOf(...Array.from({ length: 50 }, (_, i) => `Line ${i}.`)) };
    const desk = new Desk(120, 24).open(texts).type(wheel(80, 5));
    expect(desk.state.reader.top).toBe(3);
    expect(desk.state.focus).toBe('list');
    expect(selected(desk.type(press(5, 6)))).toBe('n2');
    expect(selected(desk.type(wheel(5, 6)))).toBe('n3');
    expect(desk.type(press(80, 5)).state.focus).toBe('reader');
    expect(desk.type('M').state.mouse).toBe(false);
  });

  it('follows a clicked link', () => {
    const desk = new Desk(80, 24).open({ a: documentOf('See [there](https://example.org).') }).type('\r');
    const y = desk.screen.findIndex((row) => row.includes('See there'));
    const x = desk.screen[y]!.indexOf('there');
    desk.type(press(x - 1, y));
    expect(desk.effects).toEqual([]);
    expect(desk.type(press(x, y)).effects).toEqual([{ kind: 'browse', url: 'https://example.org' }]);
  });
});

describe('the menu of tags', () => {
  it('keeps the selected row on the screen when the screen shrinks', () => {
    const facts = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`n${i}`, { tags: [`tag ${i}`] }]));
    const desk = new Desk(80, 40).open(many(30), facts).type('tG');
    expect(desk.screen.find((row) => row.startsWith('▌'))).toContain('tag 9');
    expect(desk.resize(80, 10).screen.find((row) => row.startsWith('▌'))).toContain('tag 9');
  });
});

describe('the help', () => {
  it('scrolls, can be filtered and closes', () => {
    const desk = new Desk(80, 24).open(many(3)).type('?');
    expect(desk.screen.join('\n')).toMatch(/Keys[\s\S]*Moving/);
    desk.type('G');
    expect(desk.screen.join('\n')).toContain('delete to end of line');
    desk.type('/star\r');
    expect(desk.screen.slice(2, 6).join('\n')).toMatch(/star/);
    expect(desk.type('\x1b').state.overlay?.kind).toBe('help');
    expect(desk.type('q').state.overlay).toBeUndefined();
    const wheel = '\x1b[<65;5;5M';
    desk.type(`?${wheel.repeat(40)}`);
    expect(desk.screen.at(-2)).toContain('Ctrl-k');
    expect(desk.resize(80, 50).screen[0]).toContain('Keys');
    expect(desk.screen.at(-2)).toContain('Ctrl-k');
    expect(desk.type('q?/zzzz').screen.join('\n')).toContain('No such key.');
  });

  it('returns to the menu it was opened from', () => {
    const facts = { n0: { tags: ['été', 'prix'] }, n1: { tags: ['tête'] } };
    const desk = new Desk(80, 24).open(many(2), facts).type('t/e\r');
    const before = desk.screen;
    expect(desk.type('?').screen[0]).toContain('Keys');
    expect(desk.type('?').screen).toEqual(before);
    const text = documentOf('# One', ...paragraphs(30), '# Two', ...paragraphs(30));
    const contents = new Desk(80, 24).open({ a: text }).type('\rtj');
    expect(contents.type('?q').state.overlay).toMatchObject({ kind: 'contents', row: 1 });
  });
});

describe('a paste', () => {
  it('brings no invisible character and no escape sequence into a box', () =>
    expect(
      new Desk(80, 24).open(many(3)).type('/\x1b[200~a\u202eb\x1b[31mc\nd\x1b[201~').screen[0],
    ).toContain('abc d'));
});

const QUOTE = { exact: 'word', prefix: '', suffix: '', at: 0 };

describe('a line of figures', () => {
  const figures = (times: ReadingTimes, language: 'en' | 'fr' = 'en') => {
    const desk = new Desk(120, 24, language).open(many(2), { n0: { words: 1234 } }).type('I');
    const [effect] = desk.effects;
    expect(effect).toMatchObject({ kind: 'figures', article: { id: 'n0' } });
    desk.act({ type: 'noticed', notice: { kind: 'figures', article: selectedOf(desk.state)!, times } });
    return desk.screen.at(-1)!.replace(/[\u00a0\u202f]/g, ' ');
  };
  const [may, june] = [new Date(2024, 4, 3, 12).getTime(), new Date(2024, 5, 1, 12).getTime()];

  it('says that an article is marked as read which was never opened', () => {
    const desk = new Desk(120, 24).open(many(2)).type('m');
    const notice = { kind: 'figures', article: selectedOf(desk.state)!, times: {} } as const;
    expect(desk.act({ type: 'noticed', notice }).screen.at(-1)).toMatch(/min · read · no notes/);
  });

  it('says how long the article is, and when it was read', () => {
    expect(figures({})).toContain('1,234 words · 5 min · not read yet');
    expect(figures({ firstRead: may, lastRead: may + 1 })).toContain('5 min · read on 3 May 2024');
    expect(figures({ firstRead: may, lastRead: june })).toContain(
      'first read on 3 May 2024 · last read on 1 June 2024',
    );
    expect(figures({ firstRead: may, lastRead: june }, 'fr')).toContain(
      '1 234 mots · 5 min · première lecture le 3 mai 2024 · dernière lecture le 1er juin 2024',
    );
  });

  it('counts the highlights and notes', () => {
    const all = (highlights: number, notes: number, language: 'en' | 'fr' = 'en') => {
      const desk = new Desk(120, 24, language).open(many(2));
      const [n0] = desk.state.library.articles;
      const one = (id: number) => ({
        id: `${id}`,
        quote: QUOTE,
        color: 'yellow' as const,
        created: 0,
        changed: 0,
      });
      const annotations = Array.from({ length: highlights }, (_, id) =>
        id < notes ? { ...one(id), note: 'Yes' } : one(id),
      );
      desk.act({ type: 'annotations', key: n0!.path, annotations });
      desk.act({ type: 'noticed', notice: { kind: 'figures', article: n0!, times: {} } });
      return desk.screen.at(-1);
    };
    expect(all(0, 0)).toMatch(/not read yet · no notes/);
    expect(all(1, 0)).toMatch(/not read yet · 1.highlight · no notes/);
    expect(all(3, 2)).toMatch(/not read yet · 3.highlights · 2.notes/);
    expect(all(2, 1, 'fr')).toMatch(/pas encore lu · 2.surlignages · 1.note/);
    expect(all(2, 0, 'fr')).toMatch(/pas encore lu · 2.surlignages · aucune note/);
  });

  it('is about the open article in the reader', () => {
    const desk = new Desk(120, 24).open(many(2)).type('j\rI');
    expect(desk.effects.at(-1)).toMatchObject({ kind: 'figures', article: { id: 'n1' } });
  });

  it('counts an article on one screen as read when it is left, each time', () => {
    const desk = new Desk(120, 24).open(many(2)).type('\r\x1b');
    const mark = desk.state.marks.get('/articles/n0.md')!;
    expect(mark).toMatchObject({ read: true, place: { at: 0, progress: 1 } });
    desk.type('j\r\x1bk\r\x1b');
    expect([...desk.state.marks.keys()]).toEqual(['/articles/n1.md', '/articles/n0.md']);
  });
});
