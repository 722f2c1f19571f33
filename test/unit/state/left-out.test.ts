import { describe, expect, it } from 'vitest';
import type { LeftOut } from '../../../src/library/left-out.ts';
import { spoken } from '../../../src/panes/spoken.ts';
import { many } from '../../support/list.ts';
import { Desk } from '../../support/reader.ts';

const LONG = 'archive/a folder with a long name/and another one below it/minutes of the meeting.pdf';

const LEFT_OUT: readonly LeftOut[] = [
  { path: `/lib/${LONG}`, isFolder: false, reason: 'unreadable' },
  { path: '/lib/b.pdf', isFolder: false, reason: 'unreadable' },
  { path: '/lib/a.xlsx', isFolder: false, reason: 'unreadable' },
  { path: '/lib/node_modules', isFolder: true, reason: 'ignored' },
  { path: '/lib/evil\x1b[31m.log', isFolder: false, reason: 'ignored' },
  { path: '/lib/LICENSE', isFolder: false, reason: 'other' },
];

function opened(columns = 80, rows = 24, language: 'en' | 'fr' = 'en', articles = 3): Desk {
  const desk = new Desk(columns, rows, language);
  desk.state = { ...desk.state, roots: ['/lib'] };
  desk.open(many(articles));
  const { library } = desk.state;
  return desk.act({
    type: 'articles',
    articles: library.articles,
    warnings: [],
    leftOut: LEFT_OUT,
    complete: true,
  });
}

const text = (desk: Desk): string[] => desk.screen.slice(0, -1).map((row) => row.trimEnd());

describe('what is left out of the library', () => {
  it('is named by reason, the most frequent kind of document first', () => {
    expect(
      text(opened(80, 40).type('L'))
        .map((row) => row.trim())
        .filter(Boolean),
    ).toEqual([
      'Left out',
      '2 pdf (no converter)',
      'archive/a folder with a long name/and another one below it/minutes of the',
      'meeting.pdf',
      'b.pdf',
      '1 xlsx (no converter)',
      'a.xlsx',
      '2 ignored',
      'evil.log',
      'node_modules/',
      '1 not an article',
      'LICENSE',
    ]);
  });

  it('shows paths whole on a small screen, and scrolls', () => {
    const desk = opened(40, 12).type('L');
    const seen = new Set<string>();
    for (let page = 0; page < 4; page++) {
      for (const row of text(desk).slice(2)) seen.add(row.trim());
      desk.type(' ');
    }
    expect(desk.screen[0]).toMatch(/Left out +\d+\/\d+/);
    const lines = [...seen];
    const start = lines.findIndex((line) => line.startsWith('archive/'));
    expect(lines.slice(start, start + 3).join(' ')).toBe(LONG);
    expect(lines).toContain('LICENSE');
  });

  it('is searched by name, and closes as it opened', () => {
    const desk = opened().type('L/PDF');
    expect(text(desk).join('\n')).toContain('2 pdf');
    expect(text(desk).join('\n')).not.toContain('LICENSE');
    desk.type('\x15zzz');
    expect(text(desk).join('\n')).toContain('No such file.');
    expect(desk.type('\x1b\x1b').state.overlay).toBeUndefined();
    expect(desk.type('LL').state.overlay).toBeUndefined();
  });

  it('is counted in the status line, with its key', () => {
    const desk = opened(160, 24);
    expect(desk.screen.at(-1)).toMatch(/3 articles · by date · 6 left out/);
    expect(desk.screen.at(-1)).toMatch(/L left out/);
    expect(opened(160, 24, 'fr', 1).type('').screen.at(-1)).toMatch(/6 laissés de côté/);
  });

  it('is offered where nothing else is there', () => {
    const desk = opened();
    desk.act({ type: 'articles', articles: [], warnings: [], leftOut: LEFT_OUT, complete: true });
    const screen = desk.screen.join('\n');
    expect(screen).toContain('5 files and 1 folder left out: 2 pdf, 1 xlsx (no converter), 2 ignored');
    expect(screen).toContain('L to see which.');
    expect(text(desk.type('L'))[0]).toContain('Left out');
  });

  it('is said to be nothing', () => {
    const desk = new Desk(80, 24).open(many(1));
    expect(desk.type('L').screen.at(-1)).toContain('Nothing is left out of this library');
    expect(desk.screen.at(-1)).not.toContain('L left out');
  });

  it('is read aloud page by page, a long path at once', () => {
    const desk = opened(40, 12);
    const before = desk.state;
    const lines = spoken(before, desk.type('L').state);
    expect(lines[0]).toMatch(/^Left out: /);
    expect(lines).toContain(LONG);
    expect(lines).toContain('2 pdf (no converter)');
  });
});
