import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, tableLines } from '../../../src/commands/table.ts';
import { plainLine } from '../../../src/style/plain.ts';
import { cellWidth } from '../../../src/unicode/width.ts';

const COLUMNS: readonly Column[] = [
  { style: {}, align: 'right', dropOrder: 0 },
  { style: { bold: true }, align: 'left', min: 6, preferred: 12, dropOrder: 0 },
  { style: {}, align: 'right', dropOrder: 1 },
  { style: {}, align: 'left', min: 4, dropOrder: 2 },
];
const ROWS = [
  ['1', 'Être trouvé', '4 min', 'marketing'],
  ['10', 'Les dix premiers clients', '12 min', ''],
];
const table = (width: number) => tableLines(COLUMNS, ROWS, width).map(plainLine);

describe('a table', () => {
  it('aligns its columns', () => {
    expect(table(60)).toEqual([
      ' 1  Être trouvé                4 min  marketing',
      '10  Les dix premiers clients  12 min',
    ]);
  });

  it('gives leftover room to the first columns', () => {
    expect(table(44)).toEqual([
      ' 1  Être trouvé                4 min  marke…',
      '10  Les dix premiers clients  12 min',
    ]);
    expect(table(32)).toEqual([' 1  Être trouvé      4 min  mar…', '10  Les dix premi…  12 min']);
  });

  it('drops columns, then truncates the others', () => {
    expect(table(24)).toEqual([' 1  Être trouvé    4 min', '10  Les dix pre…  12 min']);
    expect(table(12)).toEqual([' 1  Être tr…', '10  Les dix…']);
    expect(table(3)).toHaveLength(2);
  });

  it('drops a column that is empty in every row', () => {
    expect(tableLines(COLUMNS, [['1', 'a', '', 'b']], 40).map(plainLine)).toEqual(['1  a  b']);
    expect(tableLines(COLUMNS, [], 40)).toEqual([]);
  });

  it('is never wider than its width', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 30 });
    const rows = fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 4 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 16, max: 80 }), (cells, width) => {
        for (const line of tableLines(COLUMNS, cells, width)) {
          expect(cellWidth(plainLine(line))).toBeLessThanOrEqual(width);
        }
      }),
    );
  });
});
