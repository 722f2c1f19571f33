import { stripVTControlCharacters } from 'node:util';
import { Box } from 'ink';
import { cleanup, render } from 'ink-testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { App, paneComponents, StoreContext, ViewStore } from '../../../src/panes/app.tsx';
import { rowText, rowWidth } from '../../../src/panes/row.ts';
import { type PaneName, paneRows, panesOf } from '../../../src/panes/screen.ts';
import { cellWidth } from '../../../src/unicode/width.ts';
import { viewOf } from '../../support/glass.ts';
import { type Key, mouseReport, sequenceOf } from '../../support/keys.ts';
import type { Desk } from '../../support/reader.ts';
import { filled, SCREENS } from '../../support/screens.ts';

vi.hoisted(() => vi.stubEnv('NODE_ENV', 'production'));
vi.setConfig({ testTimeout: 180_000 });
afterEach(cleanup);

/** Renders the app over the reducer, to be driven through its standard input. */
function renderApp(desk: Desk) {
  const store = new ViewStore(viewOf(desk.state));
  const { stdin, lastFrame, frames } = render(
    <App store={store} onInputs={(inputs) => store.show(viewOf(desk.input(inputs).state))} />,
  );
  const rows = (): string[] =>
    (lastFrame() ?? '').split('\n').map((line) => stripVTControlCharacters(line).trimEnd());
  return {
    frames,
    rows,
    async send(text: string): Promise<void> {
      stdin.write(text);
      await new Promise((resolve) => setImmediate(resolve));
    },
    async press(...keys: readonly Key[]): Promise<void> {
      await this.send(keys.map(sequenceOf).join(''));
      expect(rows()).toEqual(desk.screen);
    },
  };
}

describe('the app', () => {
  it('shows the list and the article side by side', () => {
    const desk = filled('en').resize(120, 40);
    const { rows } = renderApp(desk);
    expect(rows()).toEqual(desk.screen);
    expect(rows()[0]).toMatch(/^ Kiosque +4 articles │/);
  });

  it('follows the keys through the list, the reader, the boxes, the menus and the help', async () => {
    const desk = filled('en').resize(80, 24);
    const app = renderApp(desk);
    await app.press('Down', 'Up');
    await app.press('Enter');
    expect(app.rows().at(-1)).toMatch(/^ READ /);
    await app.press('Space', 'Down');
    await app.send('/paragraph');
    expect(app.rows().at(-1)).toMatch(/^ Find: paragraph/);
    await app.press('Enter');
    await app.send('t');
    expect(app.rows()[0]).toMatch(/^ Contents/);
    await app.press('Enter');
    await app.send('?');
    expect(app.rows()[0]).toMatch(/^ +Keys/);
    await app.send('q');
    await app.send('q');
    await app.send('/mot');
    expect(app.rows()[0]).toMatch(/^ Search: mot/);
    await app.press('Enter');
    expect(app.rows()).toEqual(desk.screen);
  });

  it('tells Escape from the beginning of a sequence', async () => {
    const desk = filled('en').resize(80, 24);
    const app = renderApp(desk);
    const { row } = desk.state.list;
    await app.send('\x1b');
    await app.send('[B');
    expect(desk.state.list.row).toBe(row + 1);
    await app.send('/');
    await app.send('\x1b');
    await vi.waitFor(() => expect(desk.state.overlay).toBeUndefined());
  });

  it('selects the article that is clicked', async () => {
    const desk = filled('en').resize(80, 24);
    const app = renderApp(desk);
    await app.send(mouseReport('click', 6, 10));
    expect(desk.state.list.row).toBe(2);
    expect(app.rows()[6]).toMatch(/^▌/);
  });

  it('draws a burst of keys once', async () => {
    const app = renderApp(filled('en').resize(80, 24));
    const before = app.frames.length;
    await app.send('jkjkjkj');
    expect(app.frames).toHaveLength(before + 1);
  });

  it('asks for room on a screen that is too small', () => {
    const desk = filled('en').resize(15, 4);
    expect(renderApp(desk).rows()).toEqual(desk.screen);
  });
});

const WIDTHS = [1, 2, 3, 4, 5, 6, 7, 8, 12, 20, 43, 79];
const HEIGHTS = [1, 2, 5, 8];

/** The screens on which each pane can be seen. */
function desksWith(name: PaneName): Desk[] {
  const desks = Object.values(SCREENS).map((bringUp) => bringUp(filled('fr').resize(100, 30)));
  if (name === 'TooSmall') return desks.slice(0, 1);
  return desks.filter(({ state }) => panesOf(state).some((pane) => pane.name === name));
}

describe.each(Object.keys(paneRows) as PaneName[])('the pane %s', (name) => {
  const Pane = paneComponents[name];
  const widths = name === 'Rule' ? [1] : WIDTHS;
  const rects = widths.flatMap((width) => HEIGHTS.map((height) => ({ x: 0, y: 0, width, height })));

  it('fills every rectangle', () => {
    for (const { state } of desksWith(name)) {
      for (const rect of rects) {
        const rows = paneRows[name](state, rect);
        const where = `${rect.width}×${rect.height}`;
        if (rows.length !== rect.height) expect.fail(`${where}: ${rows.length} rows`);
        for (const row of rows)
          if (rowWidth(row) !== rect.width) expect.fail(`${where}: ${JSON.stringify(rowText(row))}`);
      }
    }
  });

  it('stays in its rectangle, alone on the screen', () => {
    const [desk] = desksWith(name);
    const store = new ViewStore(viewOf(desk!.state));
    const alone = (rect: (typeof rects)[number]) => (
      <StoreContext value={store}>
        <Box width={rect.width} height={rect.height} flexShrink={0}>
          <Pane rect={rect} />
        </Box>
      </StoreContext>
    );
    const { rerender, lastFrame } = render(alone(rects[0]!));
    for (const rect of rects) {
      rerender(alone(rect));
      const lines = stripVTControlCharacters(lastFrame() ?? '').split('\n');
      const where = `${rect.width}×${rect.height}\n${lines.join('\n')}`;
      if (lines.length !== rect.height) expect.fail(where);
      if (lines.some((line) => cellWidth(line) > rect.width)) expect.fail(where);
    }
  });
});
