import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { articleRowsOf, matchesOf } from '../../../src/state/selectors.ts';
import { article, documentOf, paragraphs } from '../../support/articles.ts';
import { Desk } from '../../support/reader.ts';

const long = () => documentOf(...paragraphs(60));
const desk = (columns = 80, rows = 24) =>
  new Desk(columns, rows).open({ a: long(), b: documentOf('# One', 'Text.'), c: documentOf('Short.') });
/** The first row of the text on the screen. */
const topText = (of: Desk) => of.screen.map((row) => row.trim()).find((row) => row.startsWith('Paragraph'));

describe('the reader', () => {
  it('opens on Enter and scrolls with the keys of less and vim', () => {
    const reading = desk().type('\r');
    expect(reading.state.focus).toBe('reader');
    expect(reading.screen[0]).toContain('Title of a');
    expect(topText(reading)).toBe('Paragraph 1 of many.');
    expect(reading.type('jjjjj').state.reader.top).toBe(5);
    expect(reading.type('k').state.reader.top).toBe(4);
    expect(reading.type(' ').state.reader.top).toBe(26);
    expect(reading.type('b').state.reader.top).toBe(4);
    expect(reading.type('\x04').state.reader.top).toBe(15);
    expect(reading.type('u').state.reader.top).toBe(4);
    expect(reading.type('3j').state.reader.top).toBe(7);
    expect(reading.type('g').state.reader.top).toBe(0);
    expect(reading.type('kkk').state.reader.top).toBe(0);
  });

  it('stops scrolling when the end of the article is at the bottom of the screen', () => {
    const reading = desk().type('\rG');
    expect(reading.screen.at(-2)?.trim()).toBe('Paragraph 60 of many.');
    const { top } = reading.state.reader;
    expect(reading.type('jjj  ').state.reader.top).toBe(top);
    expect(reading.screen.at(-1)).toContain('100%');
    expect(desk().type('\r50%').screen.at(-1)).toContain('50%');
  });

  it('saves the position, and marks an article as read when scrolled to its end', () => {
    const reading = desk().type('\r  q');
    expect(reading.state.marks.get('/articles/a.md')).toMatchObject({ place: { at: expect.any(Number) } });
    expect(reading.state.marks.get('/articles/a.md')?.read).toBeUndefined();
    expect(reading.type('\rGq').state.marks.get('/articles/a.md')?.read).toBeUndefined();
    expect(reading.type('\rgjGkj q').state.marks.get('/articles/a.md')?.read).toBe(true);
    expect(reading.type('jj\rq').state.marks.get('/articles/c.md')?.read).toBe(true);
  });

  it('goes to the next and previous heading', () => {
    const parts = [1, 2, 3].flatMap((part) => [`# Part ${part}`, ...paragraphs(20)]);
    const reading = new Desk(80, 24)
      .open({ a: documentOf('Before.', ...parts), b: documentOf('None.') })
      .type('\r');
    const heading = () =>
      reading.screen
        .slice(0, 3)
        .find((row) => row.includes('Part'))
        ?.trim();
    expect([reading.type('}') && heading(), reading.type('}') && heading()]).toEqual(['Part 1', 'Part 2']);
    expect(reading.type('2{').state.notice).toMatchObject({ what: 'heading' });
    expect(reading.type('{') && heading()).toBe('Part 1');
    expect(reading.type('2}') && heading()).toBe('Part 3');
    expect(reading.type('}').state.notice).toMatchObject({ what: 'heading' });
    expect(reading.type('J}').state.notice).toMatchObject({ what: 'contents' });
  });

  it('keeps the text at the top of the screen at any width', () => {
    const words = Array.from({ length: 40 }, (_, i) => `Start${i} ${'word '.repeat(60)}`.trim());
    const reading = new Desk(90, 24).open({ a: documentOf(...words) }).type('\r   ');
    const anchor = reading.state.reader.anchor;
    const first = reading.screen[0];
    for (const columns of [40, 120, 25, 300, 61]) {
      reading.resize(columns, 24);
      const row = articleRowsOf(reading.state)!.row(reading.state.reader.top);
      const line = row?.kind === 'text' ? row.line : undefined;
      expect(line!.start, `${columns} columns`).toBeLessThanOrEqual(anchor);
      expect(line!.end, `${columns} columns`).toBeGreaterThanOrEqual(anchor);
    }
    expect(reading.resize(90, 24).screen[0]).toBe(first);
  });

  it('returns to the saved position of each article', () => {
    const reading = desk().type('\r  ');
    const row = topText(reading);
    reading.type('J');
    expect(reading.screen.join('\n')).toContain('Title of b');
    expect(reading.state.reader.top).toBe(0);
    expect(topText(reading.type('K'))).toBe(row);
  });

  it('finds while the query is typed, shows the count, and returns on Escape', () => {
    const reading = desk().type('\r');
    reading.type('/paragraph 4');
    expect(reading.screen.at(-1)).toMatch(/Find: paragraph 4 +\d+\/\d+/);
    reading.type('\x1b');
    expect(reading.state.reader.top).toBe(0);
    expect(reading.state.overlay).toBeUndefined();
    reading.type('/zebra');
    expect(reading.screen.at(-1)).toContain('0 matches');
    reading.type('\r');
    expect(reading.screen.at(-1)).toContain('No matches in this article');
  });

  it('shows two lines above a match, and continues from the first after the last', () => {
    const text = paragraphs(60).map((line, i) => (i % 20 === 10 ? `${line} Needle.` : line));
    const reading = new Desk(80, 12).open({ a: documentOf(...text) }).type('\r/needle\r');
    expect(matchesOf(reading.state)).toHaveLength(3);
    expect(reading.screen.at(-1)).toContain('1/3');
    expect(reading.screen.findIndex((row) => row.includes('Needle'))).toBe(2);
    reading.type('n');
    expect(reading.screen[2]).toContain('Paragraph 31 of many. Needle.');
    expect(reading.type('n').screen.at(-1)).toContain('3/3');
    expect(reading.type('n').screen.at(-1)).toContain('1/3');
    expect(reading.type('N').screen.at(-1)).toContain('3/3');
  });

  it('selects links, follows them and returns', () => {
    const from = documentOf(...paragraphs(30), 'See [the other](b.md) and [the web](https://example.org/x).');
    const reading = new Desk(80, 24).open({ a: from, b: documentOf('Other text.') }).type('\r\t');
    expect(reading.state.reader.currentLink).toBe(0);
    expect(reading.screen.join('\n')).toContain('See the other');
    const { anchor } = reading.state.reader;
    reading.type('\r');
    expect(reading.screen.join('\n')).toContain('Other text.');
    reading.type('\x7f');
    expect(reading.state.reader.article?.id).toBe('a');
    expect(reading.state.reader.anchor).toBe(anchor);
    reading.type('\t\t\r');
    expect(reading.effects).toContainEqual({ kind: 'browse', url: 'https://example.org/x' });
    expect(reading.type('\t').screen.at(-1)).toContain('No more links');
  });

  it.each([
    ['file:///elsewhere/b%20c.md', '/elsewhere/b c.md', undefined],
    ['file://localhost/elsewhere/b.md#end', '/elsewhere/b.md', 'end'],
    ['file:/elsewhere/b.md', '/elsewhere/b.md', undefined],
  ])('opens the file of the address %s', (href, target, slug) => {
    const texts = { a: documentOf(`A [file](${href}).`), b: documentOf('Another text of that name.') };
    const reading = new Desk(80, 24).open(texts, { a: { date: '2026-01-02' } }).type('\r\t\r');
    const from = reading.state.library.articles.find(({ id }) => id === 'a');
    expect(reading.effects).toContainEqual({ kind: 'openFile', from, target, slug });
    expect(reading.state.reader.article).toBe(from);
  });

  it('opens an article of the library by the address of its file', () => {
    const texts = { a: documentOf('A [file](file:///articles/b.md).'), b: documentOf('Another text.') };
    const reading = new Desk(80, 24).open(texts, { a: { date: '2026-01-02' } }).type('\r\t\r');
    expect(reading.state.reader.article?.id).toBe('b');
  });

  it.each(['file://server/b.md', 'file:b.md'])('opens no file of another computer or folder: %s', (href) => {
    const reading = new Desk(80, 24).open({ a: documentOf(`A [file](${href}).`) }).type('\r\t\r');
    expect(reading.effects.map(({ kind }) => kind)).not.toContain('openFile');
    expect(reading.state.notice).toEqual({ kind: 'unavailable', what: 'address' });
  });

  it('opens no link of another scheme in the browser', () => {
    const bad = { ...documentOf('A [bad](https://x.org) link.') };
    const links = [{ ...bad.links[0]!, href: 'javascript:alert(1)' }];
    const reading = new Desk(80, 24).open({ a: { ...bad, links } }).type('\r\t\ro');
    expect(reading.effects.filter((effect) => effect.kind === 'browse')).toEqual([]);
  });

  it('lists the headings, previews the selected one, and jumps or returns', () => {
    const parts = ['# One', ...paragraphs(30), '# Two', ...paragraphs(30), '# Three', ...paragraphs(30)];
    const reading = new Desk(120, 24).open({ a: documentOf(...parts) }).type('\rt');
    expect(reading.screen.slice(0, 6).join('\n')).toMatch(/Contents[\s\S]*One[\s\S]*Two[\s\S]*Three/);
    reading.type('j');
    expect(reading.screen.slice(0, 4).join('\n')).toMatch(/│ +Two/);
    expect(reading.type('\x1b').state.reader.top).toBe(0);
    reading.type('tG\r');
    expect(reading.state.overlay).toBeUndefined();
    expect(reading.screen.slice(0, 4).join('\n')).toContain('Three');
    expect(desk().type('jj\rt').screen.at(-1)).toContain('This article has no headings');
  });

  it('parses only the beginning of a long text to open it', () => {
    const source = 'Words enough for a line or so of text.\n\n'.repeat(20_000);
    const long = parseDocument({ format: 'markdown', source, firstLine: 0 });
    const { length } = long.text;
    expect(new Desk(80, 24).open({ a: long }).type('\r ').screen.join()).toContain('Words enough');
    expect(long.text.length).toBe(length);
  });

  it.each(['tj', '/many'])('returns from %j to the former position, even at another width', (keys) => {
    const long = 'Words that need several rows as soon as there is less room for them. '.repeat(20);
    const text = documentOf(...Array.from({ length: 40 }, (_, i) => `# Part ${i}\n\nHow many? ${i} ${long}`));
    const reading = new Desk(120, 24).open({ a: text }).type('\r    ');
    const { top, anchor } = reading.state.reader;
    expect(reading.type(`${keys}\x1b`).state.reader).toMatchObject({ top, anchor });
    reading.type(keys).resize(50, 24).type('\x1b');
    const page = articleRowsOf(reading.state)!;
    expect(reading.state.reader.top).toBe(page.rowOf(anchor));
    expect(reading.state.reader.top).toBeGreaterThan(top);
  });

  it('changes the text width within its limits, keeping the position', () => {
    const reading = desk().type('\r  ');
    const row = topText(reading);
    expect(reading.type('---').state.settings.measure).toBe(60);
    expect(topText(reading)).toBe(row);
    expect(reading.type('-'.repeat(40)).state.settings.measure).toBe(40);
    expect(reading.type('+'.repeat(40)).state.settings.measure).toBe(80);
  });

  it('copies and opens the source, and edits the file', () => {
    const facts = { a: { source: 'https://example.org/a' } };
    const reading = new Desk(80, 24).open({ a: long(), b: documentOf('Plain.') }, facts).type('oy');
    expect(reading.effects).toEqual([
      { kind: 'browse', url: 'https://example.org/a' },
      { kind: 'copy', what: 'source', text: 'https://example.org/a' },
    ]);
    reading.act({ type: 'noticed', notice: { kind: 'copied', what: 'source', to: 'tmux' } });
    expect(reading.screen.at(-1)).toContain('Address of the source copied to tmux’s buffer');
    expect(reading.type('\r 2ke').effects.at(-1)).toMatchObject({ kind: 'edit', line: expect.any(Number) });
    expect(reading.type('qjo').screen.at(-1)).toContain('no source link');
  });

  it('keeps the position when the file changes', () => {
    const lines = paragraphs(60);
    const reading = new Desk(80, 24).open({ a: documentOf(...lines) }).type('\r  ');
    const row = topText(reading);
    const next = article('a', { mtime: 2, size: 2 });
    reading.documents.set(next.path, documentOf('New first.', 'And second.', ...lines));
    reading.act({ type: 'articles', articles: [next], warnings: [], complete: true });
    expect(topText(reading)).toBe(row);
    expect(reading.screen.at(-1)).toContain('article reloaded');
    expect(reading.type('g').screen.join('\n')).toContain('New first.');
  });

  it('shows why an article could not be opened', () => {
    const reading = desk();
    reading.documents.clear();
    reading.type('\r').act({ type: 'failed', article: article('a'), problem: 'It is gone.' });
    expect(reading.screen.join('\n')).toContain('It is gone.');
    expect(() => reading.type('jkGg/abc\r\tt*')).not.toThrow();
  });
});

const markdown = (source: string) => parseDocument({ format: 'markdown', source, firstLine: 0 });

describe('code wider than the pane', () => {
  const line = Array.from({ length: 12 }, (_, index) => `word${index + 1}`).join(' ');
  const reading = (columns = 40) =>
    new Desk(columns, 16).open({ a: markdown(`Text.\n\n\`\`\`\n${line}\n\nend\n\`\`\`\n`) }).type('\r');
  const code = (of: Desk) => of.screen.filter((row) => /word|end|[‹›]/.test(row)).map((row) => row.trim());

  it('is cut until it is scrolled sideways, and again when it is scrolled back', () => {
    const desk = reading();
    const cut = [
      'word1 word2 word3 word4 word5 word6',
      '↪ word7 word8 word9 word10 word11',
      '↪ word12',
      'end',
    ];
    expect(code(desk)).toEqual(cut);
    expect(code(desk.type('\x1b[C'))).toEqual(['‹rd4 word5 word6 word7 word8 word9 ›', '‹']);
    expect(code(desk.type('\x1b[C\x1b[C\x1b[C'))).toEqual(['‹d7 word8 word9 word10 word11 word12', '‹']);
    expect(code(desk.type('\x1b[D\x1b[D'))).toEqual(cut);
    expect(desk.state.focus).toBe('reader');
    expect(desk.type('\x1b[D').state.focus).toBe('list');
  });

  it('is shown whole where there is room', () => expect(code(reading(99))).toEqual([line, 'end']));

  it('is cut again for a match in it', () => {
    const desk = reading().type('\x1b[C/word2\r');
    expect(code(desk)[0]).toBe('word1 word2 word3 word4 word5 word6');
  });

  it('leaves the arrow its other meanings', () => {
    const desk = new Desk(40, 8).open({ a: documentOf(...paragraphs(9)) }).type('\r\x1b[C');
    expect(desk.state.reader.top).toBe(1);
  });
});

describe('a link in a table wider than the measure', () => {
  it('is followed by a click', () => {
    const cells =
      '| [there](b.md) and this and that and those and these and more | end of this row of words |';
    const desk = new Desk(99, 16)
      .open({ a: markdown(`${cells}\n|---|---|\n${cells}\n`), b: documentOf('Text.') })
      .type('\rz');
    const y = desk.screen.findIndex((row) => row.includes('there'));
    const x = desk.screen[y]!.indexOf('there');
    expect(desk.type(`\x1b[<0;${x + 2};${y + 1}M`).state.reader.article?.id).toBe('b');
  });
});
