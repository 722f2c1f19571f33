import { describe, expect, it } from 'vitest';
import { documentOf, paragraphs } from '../../support/articles.ts';
import { Desk } from '../../support/reader.ts';

const desk = (columns: number, rows: number): Desk =>
  new Desk(columns, rows).open({ a: documentOf(...paragraphs(60)), b: documentOf('Other.') });
/** The rows below the last rule, without the status line. */
const box = ({ screen }: Desk): readonly string[] =>
  screen.slice(screen.findLastIndex((row) => /─{3}/.test(row)) + 1, -1).map((row) => row.trim());

describe('a notice longer than the status line', () => {
  it('is shown whole above it in the list, until the next key', () => {
    const narrow = desk(40, 12).act({
      type: 'noticed',
      notice: { kind: 'folder', count: 12, isWhole: true },
    });
    expect(box(narrow)).toEqual(['12 articles in this folder; to read', 'them: kiosque .']);
    expect(narrow.screen[2]).toContain('Title of a');
    expect(narrow.type('j').screen.join('\n')).not.toContain('kiosque .');
  });

  it('is shown whole above it in the reader, over all but two rows at most', () => {
    const reading = desk(40, 12).type('\r');
    const { article } = reading.state.reader;
    const figures = { kind: 'figures', article: article!, times: {} } as const;
    const lines = box(reading.act({ type: 'noticed', notice: figures }));
    expect(lines.join(' ').replaceAll('\u00a0', ' ')).toBe('1,000 words · 4 min · not read yet · no notes');
    const text = `Cannot save ${'a long path '.repeat(40)}`;
    const cut = box(reading.act({ type: 'noticed', notice: { kind: 'problem', text } }));
    expect(cut).toHaveLength(8);
    expect(cut.at(-1)).toMatch(/…$/);
    expect(reading.screen[0]).toContain('Title of a');
  });

  it.each([
    ['the contents', 't'],
    ['the help', '?'],
    ['the box that finds', '/'],
    ['the selection', 'v'],
    ['the note', 'vi'],
  ])('is shown whole over %s', (_, keys) => {
    const text = 'Cannot save highlights and notes in /home/ada/.local/share/kiosque/notes (EACCES)';
    const narrow = desk(40, 12).type(`\r${keys}`);
    expect(box(narrow.act({ type: 'noticed', notice: { kind: 'problem', text } })).join(' ')).toBe(text);
  });

  it('breaks a path that is wider than the pane', () => {
    const text = 'Cannot save positions and marks in /home/ada/.local/state/kiosque/memory.json';
    const narrow = desk(40, 12)
      .type('\r')
      .act({ type: 'noticed', notice: { kind: 'problem', text } });
    expect(box(narrow).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });

  it('leaves the pane as it is where it fits the status line', () => {
    const wide = desk(120, 30).act({ type: 'noticed', notice: { kind: 'folder', count: 12, isWhole: true } });
    expect(wide.screen.filter((row) => row.includes('kiosque .'))).toHaveLength(1);
  });
});
