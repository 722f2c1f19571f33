import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/annotations/annotation.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { annotationsOf, placementOf } from '../../../src/state/annotations.ts';
import { selectedRange } from '../../../src/state/selection.ts';
import { documentOf, paragraphs } from '../../support/articles.ts';
import { Desk } from '../../support/reader.ts';

const TEXT = ['# First part', 'A price is a promise. It is kept.', 'Nobody reads twice.', ...paragraphs(60)];
const reading = (): Desk =>
  new Desk(100, 30).open({ a: documentOf(...TEXT), b: documentOf('Other.') }).type('\r');

const selection = ({ state }: Desk): string | undefined => {
  const range = selectedRange(state);
  return range && state.reader.document?.slice(range.start, range.end);
};
const annotations = ({ state }: Desk): readonly Annotation[] => annotationsOf(state);

/** Highlights “price is a promise”. */
const highlighted = (): Desk => reading().type('v}lvlll\r');

describe('selecting', () => {
  it('starts at the first word on the screen and moves by word, line, sentence and paragraph', () => {
    const desk = reading().type('v');
    expect(selection(desk)).toBe('First');
    expect(selection(desk.type('l'))).toBe('part');
    expect(selection(desk.type('j'))).toBe('price');
    expect(selection(desk.type('{'))).toBe('A');
    expect(selection(desk.type(')'))).toBe('It');
    expect(selection(desk.type('('))).toBe('A');
    expect(selection(desk.type('}'))).toBe('Nobody');
    expect(selection(desk.type('2h'))).toBe('kept');
    expect(desk.type('\x1b').state.overlay).toBeUndefined();
  });

  it('extends from the anchor, in both directions and from both ends', () => {
    const desk = reading().type('v}lv');
    expect(selection(desk.type('ll'))).toBe('price is a');
    expect(selection(desk.type('hhh'))).toBe('A price');
    expect(selection(desk.type('o'))).toBe('A price');
    expect(selection(desk.type('l'))).toBe('A price is');
    expect(selection(desk.type('v'))).toBe('is');
  });

  it('extends to the end of the sentence or paragraph, and of the next one', () => {
    const desk = reading().type('v}v');
    expect(selection(desk.type(')'))).toBe('A price is a promise.');
    expect(selection(desk.type(')'))).toBe('A price is a promise. It is kept.');
    expect(selection(desk.type('('))).toBe('A price is a promise.');
    expect(selection(desk.type('('))).toBe('A');
    expect(selection(desk.type('}'))).toBe('A price is a promise. It is kept.');
    expect(selection(desk.type('}'))).toBe('A price is a promise. It is kept.\nNobody reads twice.');
    expect(selection(desk.type('{'))).toBe('A price is a promise. It is kept.');
    expect(selection(reading().type('vv}'))).toBe('First part');
  });

  it('extends back to the beginning of the sentence or paragraph, and of the one before', () => {
    const desk = reading().type('v2}hv');
    expect(selection(desk.type('('))).toBe('It is kept.');
    expect(selection(desk.type('('))).toBe('A price is a promise. It is kept.');
    expect(selection(desk.type(')'))).toBe('It is kept.');
    expect(selection(desk.type('2{'))).toBe('First part\nA price is a promise. It is kept.');
    expect(selection(desk.type('}'))).toBe('A price is a promise. It is kept.');
  });

  it('moves by screens, and to the ends of the text', () => {
    const desk = reading().type('vG');
    expect(selection(desk)).toBe('.');
    const { length } = desk.state.reader.document!;
    expect(selectedRange(desk.state)?.end).toBe(length);
    const { top } = desk.state.reader;
    desk.type('\x1b[5~');
    const page = selectedRange(desk.state)!;
    expect(desk.state.reader.top).toBeLessThan(top);
    desk.type('\x04\x04');
    const below = selectedRange(desk.state)!;
    expect(below.start).toBeGreaterThan(page.start);
    expect(selectedRange(desk.type('\x15\x15').state)).toEqual(page);
    expect(selection(desk.type('g'))).toBe('First');
    expect(selection(desk.type('\x1b[5~'))).toBe('First');
    expect(selection(desk.type('7g'))).toBe('A');
    expect(selection(desk.type('9999g'))).toBe('.');
    expect(selectedRange(desk.type('vg').state)).toEqual({ start: 0, end: length });
  });

  it('shows how to move, and that the selection is being extended', () => {
    const desk = reading().type('v');
    expect(desk.screen.at(-1)).toMatch(/SELECT {2}← → word · ↑ ↓ line +v extend/);
    expect(desk.type('v').screen.at(-1)).toMatch(/SELECT {2}extending · ← → word · ↑ ↓ line +↵ highlight/);
    const french = new Desk(80, 20, 'fr').open({ a: documentOf(...TEXT) }).type('\rv');
    expect(french.screen.at(-1)).toMatch(/← → mot · ↑ ↓ ligne +v étendre +↵ surligner +i note/);
    desk.resize(40, 20);
    expect(desk.screen.at(-1)).toMatch(/SELECT {2}extending +↵ highlight/);
  });

  it('opens the help, and goes on after it', () => {
    const desk = reading().type('vvl?');
    expect(desk.state.overlay?.kind).toBe('help');
    expect(selection(desk.type('q'))).toBe('First part');
  });

  it('leaves the text where it is', () => {
    for (const keys of ['jjjjjv', 'jjjjjvv', 'jjjjjv\r', 'jjjjjvinote\r', 'jjjjjv\x1b']) {
      expect(reading().type(keys).state.reader.top).toBe(5);
    }
  });

  it('starts at the current match', () => {
    const desk = reading().type('/twice\r');
    expect(selection(desk.type('v'))).toBe('twice');
  });

  it('follows the mouse', () => {
    const desk = reading();
    const y = desk.screen.findIndex((row) => row.includes('A price is'));
    const x = desk.screen[y]!.indexOf('price');
    const report = (button: number, column: number, end = 'M') =>
      `\x1b[<${button};${column + 1};${y + 1}${end}`;
    desk.type(report(0, x) + report(32, x + 7) + report(0, x + 7, 'm'));
    expect(selection(desk)).toBe('price is');
    desk.type('\r');
    expect(annotations(desk)).toHaveLength(1);
  });

  /** Drags the mouse from the first cell to the second one, given as what is drawn there and cells to the right of it. */
  const drag = (desk: Desk, ...ends: readonly (readonly [text: string, cells: number])[]): Desk => {
    const reports = ends.map(([text, cells], index) => {
      const y = desk.screen.findIndex((row) => row.includes(text));
      const x = desk.screen[y]!.indexOf(text) + cells;
      return `\x1b[<${index === 0 ? 0 : 32};${x + 1};${y + 1}M`;
    });
    return desk.type(reports.join(''));
  };
  const TABLE = [
    '| Fruit name | Where it grows best | When to pick it |',
    '| :-- | --: | :-- |',
    '| Apple | Valleys far from the sea | In the autumn |',
    '| Pear | Walls | Late |',
    '',
    'After.',
  ].join('\n');
  const withTable = (columns: number): Desk =>
    new Desk(columns, 30)
      .open({ a: parseDocument({ format: 'markdown', source: TABLE, firstLine: 0 }) })
      .type('\r');

  it('is dragged from the padding of a cell to the text of the same cell', () => {
    expect(selection(drag(withTable(80), ['│ Valleys', 2], ['the sea', 0]))).toBe('Valleys far from the');
    expect(selection(drag(withTable(80), ['Walls', -3], ['Walls', -2]))).toBe('Walls');
    expect(selection(drag(withTable(80), ['Pear', 4], ['Walls', 0]))).toBe('Pear\nWalls');
    expect(selection(drag(withTable(80), ['Late', 20], ['After', 40]))).toBe('Late\nAfter.');
    expect(selection(drag(withTable(80), ['After', -1], ['After', 0]))).toBe('After');
  });

  it('is not dragged from a row without text', () => {
    expect(drag(withTable(80), ['─┼─', 0], ['After', 0]).state.overlay).toBeUndefined();
    const desk = drag(withTable(80), ['Pear', 0], ['─┼─', 0]);
    expect(desk.state.overlay).toBeUndefined();
  });

  it('is dragged past the repeated labels of a stacked table', () => {
    expect(selection(drag(withTable(20), ['name: Pear', 1], ['Walls', 0]))).toBe('Pear\nWalls');
    expect(selection(drag(withTable(20), ['Apple', 0], ['Valleys', 9]))).toBe('Apple\nValleys');
  });

  it('copies a passage with its source', () => {
    const desk = reading().type('v}vlly');
    expect(desk.effects.at(-1)).toEqual({
      kind: 'copy',
      what: 'passage',
      text: 'A price is\n— Title of a\n',
    });
  });
});

describe('highlighting', () => {
  it('marks the passage in the text, and asks to save it', () => {
    const desk = highlighted();
    expect(annotations(desk)).toMatchObject([{ quote: { exact: 'price is a promise' }, color: 'yellow' }]);
    expect(desk.effects.at(-1)).toMatchObject({ kind: 'annotate', changes: [{ kind: 'put' }] });
    expect(desk.screen.join('\n')).toContain('▎');
  });

  it('has colors, the last of which is kept for the next one', () => {
    const desk = reading().type('v}cc\r');
    expect(annotations(desk)).toMatchObject([{ color: 'blue' }]);
    desk.type('C');
    expect(annotations(desk)).toMatchObject([{ color: 'pink' }]);
    expect(desk.screen.at(-1)).toContain('pink');
    expect(annotations(desk.type('v}}\r'))).toMatchObject([{ color: 'pink' }, { color: 'pink' }]);
  });

  it('takes a note, which shows in the margin, in the status line and in the contents', () => {
    const desk = reading().type('v}lvllli').type('To read again\r');
    expect(annotations(desk)).toMatchObject([{ note: 'To read again' }]);
    expect(desk.screen.join('\n')).toContain('✎');
    desk.type('G').type(')');
    expect(desk.screen.at(-1)).toContain('1/1  To read again');
    desk.type('t');
    expect(desk.screen.join('\n')).toMatch(/First part[\s\S]*✎ To read again/);
    desk.type('\x1b').type('i').type(' soon\r');
    expect(annotations(desk)).toMatchObject([{ note: 'To read again soon' }]);
    desk.type('i\x15\r');
    expect(annotations(desk)[0]).not.toHaveProperty('note');
  });

  it('takes a note longer than the status line, which is shown whole until the next key', () => {
    const long = Array.from({ length: 40 }, (_, index) => `thought${index + 1}`).join(' ');
    const desk = reading().type('v}lvllli').type(`${long}\r`).type('G)');
    const words = () =>
      desk.screen
        .slice(0, -1)
        .join(' ')
        .match(/thought\d+/g) ?? [];
    expect(words()).toEqual(long.split(' '));
    expect(desk.screen.at(-2)).toContain('thought40');
    expect(desk.screen.join('\n')).toContain('price is a promise');
    for (const [columns, rows] of [
      [100, 30],
      [60, 12],
      [20, 5],
    ] as const) {
      desk.resize(columns, rows).type('G)');
      expect(desk.screen.filter((row) => row.includes('thought')).length).toBeLessThanOrEqual(rows / 3 + 1);
    }
    expect(desk.resize(100, 30).type('j') && words()).toEqual([]);
  });

  it('is turned page by page with the keys that turn those of the article', () => {
    const long = Array.from({ length: 40 }, (_, index) => `thought${index + 1}`).join(' ');
    const desk = reading().type('v}lvllli').type(`${long}\r`).resize(60, 12).type('G)');
    const page = () =>
      desk.screen
        .slice(0, -1)
        .join(' ')
        .match(/thought\d+/g) ?? [];
    const rule = () =>
      desk.screen
        .find((row) => row.includes('───'))!
        .replace(/─+/, '')
        .trim();
    const { top } = desk.state.reader;
    expect([page()[0], rule()]).toEqual(['thought1', '1–2/8 Space ─']);
    const pages = [page(), ...[1, 2, 3].map(() => desk.type(' ') && page())];
    expect(new Set(pages.flat())).toEqual(new Set(long.split(' ')));
    expect([page().at(-1), rule()]).toEqual(['thought40', '7–8/8 b ─']);
    expect(desk.state.reader.top).toBe(top);
    expect(desk.type('bbb') && page()[0]).toBe('thought1');
    expect(desk.state.reader.top).toBe(top);
    desk.type('    ');
    expect(page()).toEqual([]);
    expect(desk.state.reader.top).toBe(top + 10);
  });

  it('breaks a note in a script without blanks', () => {
    const note = '読書は心の旅である。'.repeat(12);
    const desk = reading().type('v}lvllli').type(`${note}\r`).type('G)');
    const box = desk.screen.slice(desk.screen.findLastIndex((row) => row.includes('───')) + 1, -1);
    expect(box.map((row) => row.replace(/^.*│/, '').trim()).join('')).toBe(note);
  });

  it('takes a note that is shown above its passage at the end of the text', () => {
    const desk = reading()
      .type('vGi')
      .type(`${'thought '.repeat(30)}\r`)
      .type('g)');
    expect(desk.screen[0]).toContain('thought');
    expect(desk.screen.at(-2)).toContain('Paragraph 60 of many.');
  });

  it('has longer notes written in the editor', () => {
    const desk = reading().type('v}i').type('A thought\x1be');
    const [{ id }] = annotations(desk) as [Annotation];
    expect(desk.effects).toContainEqual({ kind: 'editNote', id, text: 'A thought' });
    desk.act({ type: 'noteEdited', id, text: 'A thought\nof two lines\x07\n' });
    expect(annotations(desk)).toMatchObject([{ note: 'A thought\nof two lines' }]);
    desk.type('i');
    expect(desk.effects.at(-1)).toEqual({ kind: 'editNote', id, text: 'A thought\nof two lines' });
  });

  it('saves what was typed at Escape, too, and drops it at Ctrl-g', () => {
    const desk = reading().type('v}i').type('A thought').type('\x1b');
    expect(annotations(desk)).toMatchObject([{ note: 'A thought' }]);
    desk.type('i').type(' more\x07');
    expect(annotations(desk)).toMatchObject([{ note: 'A thought' }]);
  });

  it('keeps the lines of what is pasted, without control characters', () => {
    const desk = reading().type('v}i').type('\x1b[200~One\r\ntwo\t2\x07\n\nthree\x1b[201~').type('\n4');
    expect(desk.screen.at(-1)).toBe(' Note: One↵two 2↵↵three↵4');
    expect(desk.type('\x1b[D\x1b[D\x7f').screen.at(-1)).toBe(' Note: One↵two 2↵↵thre↵4');
    expect(annotations(desk.type('\r'))).toMatchObject([{ note: 'One\ntwo 2\n\nthre\n4' }]);
  });

  it('keeps the joiners of emoji and of scripts that a terminal sends one by one', () => {
    const text = '👨\u200d👩\u200d👧 می\u200cخواهم';
    const desk = reading().type('v}i');
    for (const character of text) desk.type(character);
    expect(annotations(desk.type('\r'))).toMatchObject([{ note: text }]);
  });

  it('keeps a note that is being written when the reader quits', () => {
    const desk = reading().type('v}i').type('Half a thought\x03');
    expect(annotations(desk)).toMatchObject([{ note: 'Half a thought' }]);
    expect(desk.effects.at(-1)).toEqual({ kind: 'quit' });
  });

  it('is removed by x, and brought back by it', () => {
    const desk = highlighted();
    expect(annotations(desk.type('x'))).toEqual([]);
    expect(desk.screen.at(-1)).toContain('Highlight removed');
    expect(annotations(desk.type('x'))).toHaveLength(1);
    expect(desk.screen.at(-1)).toContain('Highlight restored');
  });

  const noted = (): Desk =>
    reading().type('v}lvlli').type('one\r').type('v}}i').type('two\r').type('g').type(')');
  const notes = (desk: Desk) => annotations(desk).map(({ note }) => note);

  it('leaves the other highlights alone when x is pressed again', () => {
    const desk = noted();
    expect(notes(desk.type('x'))).toEqual(['two']);
    expect(notes(desk.type('x'))).toEqual(['two', 'one']);
    expect(notes(desk.type('x'))).toEqual(['two']);
  });

  it('is brought back after others that were removed later', () => {
    const desk = noted().type('x').type(')');
    expect(notes(desk.type('x'))).toEqual([]);
    expect(notes(desk.type('x'))).toEqual(['two']);
    expect(notes(desk.type('x'))).toEqual(['two', 'one']);
  });

  it('is not brought back while the user has gone to another one', () => {
    const desk = noted().type('x').type(')').type('x').type('x').type(')');
    expect(notes(desk.type('x'))).toEqual([]);
    expect(notes(desk.type('xx'))).toEqual(['two', 'one']);
  });

  it('is brought back after the text was scrolled to where there is none', () => {
    const desk = noted().type('x').type('G');
    expect(desk.screen.join('\n')).not.toContain('✎');
    expect(notes(desk.type('x'))).toEqual(['two', 'one']);
    expect(desk.screen.join('\n')).toContain('✎');
    expect(notes(desk.type('x'))).toEqual(['two']);
  });

  it('is walked in the order of the text, round and round', () => {
    const desk = reading().type('v}}\r').type('v}\r').type('G');
    desk.type(')');
    expect(desk.screen.at(-1)).toContain('1/2');
    desk.type(')');
    expect(desk.screen.at(-1)).toContain('2/2');
    desk.type('2(');
    expect(desk.screen.at(-1)).toContain('2/2');
  });

  it('says what to do where there is none', () => {
    for (const key of ['i', 'x', ')', 'C']) expect(reading().type(key).screen.at(-1)).toContain('press v');
  });
});

describe('a highlight in a text that was edited', () => {
  const edited = (text: readonly string[]): Desk => {
    const desk = highlighted();
    const [first, other] = desk.state.library.articles;
    desk.documents.set(first!.path, documentOf(...text));
    const articles = [{ ...first!, mtime: 2 }, other!];
    return desk.act({ type: 'articles', articles, warnings: [], complete: true });
  };

  it('moves with its passage', () => {
    const desk = edited(['New words first.', ...TEXT]);
    const { placed, lost } = placementOf(desk.state);
    expect(placed.map(({ start, end }) => desk.state.reader.document!.slice(start, end))).toEqual([
      'price is a promise',
    ]);
    expect(lost).toEqual([]);
  });

  it('is listed if its passage is gone', () => {
    const desk = edited(paragraphs(20));
    expect(placementOf(desk.state).lost).toHaveLength(1);
    desk.type('t');
    expect(desk.screen.join('\n')).toContain('(no longer in the text)');
  });
});
