import { describe, expect, it } from 'vitest';
import { commandTable } from '../../../src/state/command-table.ts';
import { type HelpRow, helpRows } from '../../../src/state/help-rows.ts';
import { documentOf } from '../../support/articles.ts';
import { Desk } from '../../support/reader.ts';

type KeyRow = Extract<HelpRow, { kind: 'key' }>;

const rowsOf = (language: 'en' | 'fr', filter = ''): readonly KeyRow[] => {
  const desk = new Desk(100, 30, language).open({ a: documentOf('A text.') }).type(`?/${filter}`);
  return helpRows(desk.state).filter((row) => row.kind === 'key');
};

describe('the help', () => {
  it('says where keys work that are limited to a pane, to the selection or to a note', () => {
    const places = (language: 'en' | 'fr', command: { help: { en: string; fr: string } }) =>
      rowsOf(language).find(({ text }) => text === command.help[language])?.where;
    const { saveNote, highlight, select } = commandTable.notes;
    const { star } = commandTable.article;
    const { cancel, suggestion } = commandTable.boxes;
    expect(
      [saveNote, highlight, select, suggestion, star, cancel].map((command) => places('en', command)),
    ).toEqual(['note', 'selection', 'reader', 'search', '', '']);
    expect([saveNote, highlight, select].map((command) => places('fr', command))).toEqual([
      'note',
      'sélection',
      'lecture',
    ]);
  });

  it('gives each key one meaning in each place', () => {
    const { boxes: _, ...sections } = commandTable;
    for (const language of ['en', 'fr'] as const) {
      const texts = Object.values(sections).flatMap((section) =>
        Object.values(section).map(({ help }) => help[language]),
      );
      const meanings = new Map<string, string>();
      for (const { names, where, text } of rowsOf(language).filter((row) => texts.includes(row.text))) {
        for (const name of names) {
          expect([undefined, text]).toContain(meanings.get(`${name} (${where})`));
          meanings.set(`${name} (${where})`, text);
        }
      }
    }
  });

  it('is found by the place', () => {
    const rows = rowsOf('en', 'selection');
    expect(rows.map(({ text }) => text)).toContain('next word');
  });
});

describe.each([
  [40, 12],
  [60, 20],
  [120, 40],
])('the help at %i×%i', (columns, rows) => {
  it.each(['en', 'fr'] as const)('shows all keys, what they do and where, uncut: %s', (language) => {
    const desk = new Desk(columns, rows, language).open({ a: documentOf('A text.') }).type('?');
    const { screen } = desk.resize(columns, 400);
    const shown = screen.join(' ').replace(/\s+/gu, '');
    expect(shown).not.toContain('…');
    for (const row of helpRows(desk.state)) {
      if (row.kind !== 'key') continue;
      // Its lines may have keys and the place between them.
      for (const word of `${row.text} ${row.where}`.split(/\s+/u)) expect(shown).toContain(word);
    }
  });
});
