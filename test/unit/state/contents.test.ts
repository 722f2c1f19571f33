import { describe, expect, it } from 'vitest';
import { pageOf } from '../../support/page.ts';
import { Desk } from '../../support/reader.ts';

const page = (source: string) => pageOf(source, { extract: false });

/** The facts of a chapter of a book. */
const chapter = (name: string, at: number, of = 3) => ({
  title: name,
  series: 'Les marées',
  part: at + 1,
  date: '2024',
  path: `/x/book.epub/${name}`,
  member: { at, length: 1, of },
});

const book = (): Desk =>
  new Desk(100, 24).open(
    {
      a: page('<p>Words.</p>'),
      b: page('<p>Words.</p><h2>Waves</h2><p>More words.</p><h3>Foam</h3><p>White.</p>'),
      c: page('<p>Words.</p>'),
    },
    { a: chapter('a', 0), b: chapter('b', 1), c: chapter('c', 2) },
  );

const rowsOf = (desk: Desk): readonly string[] =>
  desk.screen.slice(2, 7).map((line) => line.split('│')[0]!.trimEnd());

describe('the contents of a book', () => {
  it('are its chapters, with the headings of the open one below it', () => {
    expect(rowsOf(book().type('\rJt'))).toEqual(['   a', '▌• b', '     Waves', '       Foam', '   c']);
  });

  it('lead to the beginning of a chapter, and back', () => {
    const desk = book().type('\rJtG\r');
    expect(desk.state.reader.article?.title).toBe('c');
    expect(desk.state.overlay).toBeUndefined();
    expect(desk.type('\x0f').state.reader.article?.title).toBe('b');
  });

  it('are those of the article for mails and single chapters', () => {
    const { series: _, ...mail } = chapter('a', 0);
    const mails = new Desk(100, 24).open(
      { a: page('<p>Words.</p>'), b: page('<p>Words.</p>') },
      { a: mail, b: mail },
    );
    expect(mails.type('\rt').state.notice).toMatchObject({ what: 'contents' });
  });
});

describe('a link to a named place in another chapter', () => {
  it('asks what unpacks the book, and lands at the place', () => {
    const linked = page('<p><a href="OEBPS/c.xhtml#x">There</a></p>');
    const target = page(`${'<p>Words.</p>'.repeat(60)}<p id="x">Here.</p>`);
    const desk = new Desk(100, 24).open(
      { a: linked, c: target },
      { a: chapter('a', 0, 2), c: chapter('c', 1, 2) },
    );
    desk.type('\r\t\r');
    const effect = desk.effects.find(({ kind }) => kind === 'openFile');
    expect(effect).toMatchObject({ target: 'OEBPS/c.xhtml', slug: 'x' });
    const from = desk.state.reader.article!;
    desk.act({ type: 'memberFound', from, path: '/x/book.epub/c', slug: 'x' });
    expect(desk.state.reader.article?.title).toBe('c');
    expect(desk.screen.join('\n')).toContain('Here.');
  });
});
