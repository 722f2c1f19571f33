import { afterAll, describe, expect, it, vi } from 'vitest';
import { frameOf, whole } from '../../../src/panes/frame.ts';
import { openInk } from '../../../src/panes/ink.tsx';
import { cursorOf } from '../../../src/panes/screen.ts';
import { Glass, inkOptions, Pair, viewOf } from '../../support/glass.ts';
import { randomFrom, someKeys } from '../../support/random.ts';
import { filled, SCREENS } from '../../support/screens.ts';

// The program has React's production build; the one for development takes many times as long.
vi.hoisted(() => vi.stubEnv('NODE_ENV', 'production'));

/** Hundreds of frames take long on a busy machine. */
vi.setConfig({ testTimeout: 180_000 });

/** An emoji that the emulated terminal measures as we do. */
const PERSON = '🙂';

/** The sizes at which the layout changes, those next to them, and some between. */
const COLUMNS = [1, 19, 20, 21, 40, 59, 60, 80, 99, 100, 120, 130];
const ROWS = [1, 5, 8, 12, 24, 45];
const SIZES = [
  ...COLUMNS.flatMap((columns) => ROWS.map((rows) => [columns, rows] as const)),
  [250, 90] as const,
];

describe('a frame of Ink', () => {
  it('looks like the one drawn before Ink is loaded, cell for cell, for every screen', async () => {
    const desks = Object.entries(SCREENS).map(
      ([name, bringUp]) => [name, bringUp(filled('en', PERSON))] as const,
    );
    const terminals = new Pair();
    for (const [turn, [columns, rows]] of SIZES.entries()) {
      terminals.resize({ columns, rows });
      const [, first] = desks[0]!;
      const ink = openInk(viewOf(first.resize(columns, rows).state), inkOptions);
      // Each size gets a fifth of the screens.
      for (const [name, desk] of desks.filter((_, index) => index % 5 === turn % 5)) {
        const view = viewOf(desk.resize(columns, rows).state);
        await ink.draw(view);
        terminals.drawn.send(whole({ lines: ink.lines, cursor: cursorOf(view.state) }));
        await terminals.expectShows(frameOf(view), `${name} at ${columns}×${rows}`);
      }
      ink.close();
    }
    terminals.dispose();
  });
});

describe('the display', () => {
  const glass = new Glass();
  afterAll(() => glass.close());

  it.each([
    [120, 40, 1],
    [80, 24, 2],
    [40, 12, 3],
    [20, 5, 4],
  ])('shows the whole frame after random keys at %i×%i', async (columns, rows, seed) => {
    const random = randomFrom(seed);
    const desk = filled('fr', PERSON).resize(columns, rows);
    for (let burst = 0; burst < 80; burst++) {
      const keys = someKeys(random, 14);
      await glass.expectShows(desk.type(keys.join('')).state, JSON.stringify(keys));
      expect(desk.effects.some(({ kind }) => kind === 'quit')).toBe(false);
    }
  });

  it('shows the whole frame after the window was resized between keys', async () => {
    const random = randomFrom(5);
    const desk = filled('fr', PERSON);
    for (let turn = 0; turn < 80; turn++) {
      const keys = someKeys(random, 5);
      desk.type(keys.join('')).resize(1 + random(160), 1 + random(50));
      await glass.expectShows(desk.state, `${turn}: ${JSON.stringify(keys)}`);
    }
  });
});
