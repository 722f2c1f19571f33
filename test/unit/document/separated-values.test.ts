import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasHeader, rowsOf } from '../../../src/document/separated-values.ts';
import { bodyOf } from '../../../src/library/read-body.ts';
import { parsedParts } from '../../support/document.ts';

const rows = (text: string) => [...rowsOf(text, ';')];

describe('the first row of a table of values', () => {
  it.each([
    'nom;prix\npomme;2\npoire;13',
    'jour;heure\n2024-05-03;9:12\n2024-05-04;10:30',
    'nom;note\nAda;12\nLéo;absent\nMia;14\nZoé;9\nTom;11',
    'pays;2020;2021\nFrance;1;2\nItalie;3;4',
    ';a;b\n0;1;2\n1;3;4',
    'jour;matin;soir\nlundi;ouvert;fermé\nmardi;fermé;ouvert',
    'code;ville\n69003;Lyon\n75011;Paris',
  ])('names the columns of %j', (text) => {
    expect(hasHeader(rows(text))).toBe(true);
  });

  it.each([
    'pomme;2\npoire;13\nprune;4',
    'pont;2024-05-03;6\npluie;2024-05-04;4\nlampe;2024-05-05;9',
    '9:12;ouvert\n10:30;fermé\n11:00;ouvert',
    'Lyon;France\nParis;France\nRome;Italie',
    'mer;12,50 €\nlac;9 €\nbois;7,20 €',
  ])('is a row as the others in %j', (text) => {
    expect(hasHeader(rows(text))).toBe(false);
  });

  it('is kept, whatever it is taken for', () => {
    const field = fc.oneof(fc.integer().map(String), fc.stringMatching(/^[a-z]{1,8}$/));
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((columns) =>
        fc.array(fc.array(field, { minLength: columns, maxLength: columns }), { minLength: 3, maxLength: 9 }),
      );
    fc.assert(
      fc.property(table, (lines) => {
        const { text } = parsedParts(bodyOf(lines.map((line) => line.join('\t')).join('\n'), 'a.tsv'));
        expect(text.split(/\s+/).filter(Boolean)).toEqual(lines.flat());
      }),
    );
  });

  it('is below an empty header if it has no names', () => {
    const { blocks } = parsedParts(bodyOf('pont\t6\t\npluie\t4\tx\nlampe\t9\ty\n', 'stdin'));
    expect(blocks).toMatchObject([{ kind: 'table', align: [null, 'right', null] }]);
    const [table] = blocks;
    expect(table?.kind === 'table' && table.rows.map((row) => row.flat().map((run) => run.text))).toEqual([
      [],
      ['pont', '6'],
      ['pluie', '4', 'x'],
      ['lampe', '9', 'y'],
    ]);
  });
});

describe('the fields of a row', () => {
  /** The fields as one pattern reads them, which needs memory in proportion to the longest of them. */
  function* fieldsByPattern(line: string): Generator<string> {
    const field = /"((?:[^"]|"")*)"(?=;|$)|[^;]*/y;
    for (let at = 0; at <= line.length; at = field.lastIndex + 1) {
      field.lastIndex = at;
      const [whole, quoted] = field.exec(line)!;
      yield quoted?.replaceAll('""', '"') ?? whole;
      field.lastIndex = at + whole.length;
    }
  }

  it('are those that a pattern finds', () => {
    const line = fc.string({ unit: fc.constantFrom('"', ';', 'a', ' '), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(line, (text) => {
        expect(rows(`x;${text}`)).toEqual([['x', ...fieldsByPattern(text)]]);
      }),
    );
  });

  it('may be as long as the text, with or without an end', () => {
    const long = '""'.repeat(4_000_000);
    expect(rows(`"${long}";b`)).toEqual([[long.slice(long.length / 2), 'b']]);
    expect(rows(`"${long}`)).toEqual([[`"${long}`]]);
  });

  it('are those of a table only if they are not too many', () => {
    const source = (columns: number): string => `${'a,'.repeat(columns)}a\n`.repeat(3);
    const kindsOf = (columns: number) =>
      parsedParts({ source: source(columns), format: 'table', firstLine: 0 }).blocks.map(({ kind }) => kind);
    expect([kindsOf(10), kindsOf(40_000)]).toEqual([['table'], ['code']]);
  });
});
