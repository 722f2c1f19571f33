import { describe, expect, it, vi } from 'vitest';
import { rowText, rowWidth } from '../../../src/panes/row.ts';
import { cursorOf, screenRows } from '../../../src/panes/screen.ts';
import type { Desk } from '../../support/reader.ts';
import { filled, SCREENS } from '../../support/screens.ts';

/** Thousands of frames take long on a busy machine. */
vi.setConfig({ testTimeout: 180_000 });

/** Expects every row to be exactly as wide as the screen, and the cursor to be on it. */
function expectInside(desk: Desk, where: string): void {
  const { columns, rows } = desk.state.size;
  const drawn = screenRows(desk.state);
  if (drawn.length !== rows) expect.fail(`${where}: ${drawn.length} rows`);
  for (const [y, row] of drawn.entries()) {
    if (rowWidth(row) !== columns) expect.fail(`${where}, row ${y}: ${rowWidth(row)} cells: ${rowText(row)}`);
  }
  const cursor = cursorOf(desk.state);
  if (cursor && (cursor.x < 0 || cursor.x >= columns || cursor.y < 0 || cursor.y >= rows)) {
    expect.fail(`${where}: cursor at ${cursor.x}, ${cursor.y}`);
  }
}

/** These are drawn at every size. The others, which are variations of them, are drawn at every seventh height. */
const PLAIN = ['list', 'reader', 'contents', 'tags', 'help', 'search, results', 'no articles', 'no text'];

describe('every screen at every size', () => {
  it.each(Object.entries(SCREENS))('%s fills the screen', (name, bringUp) => {
    const desk = bringUp(filled('fr'));
    const step = PLAIN.includes(name) ? 1 : 7;
    for (let columns = 1; columns <= 130; columns++) {
      for (let rows = 1 + (columns % step); rows <= 45; rows += step) {
        expectInside(desk.resize(columns, rows), `${name} at ${columns}×${rows}`);
      }
    }
    expectInside(desk.resize(500, 200), `${name} at 500×200`);
  });
});
