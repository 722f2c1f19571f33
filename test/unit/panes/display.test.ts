import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Display } from '../../../src/panes/display.ts';
import { changes, type Frame, frameOf, whole } from '../../../src/panes/frame.ts';
import { Emulator, inkOptions, viewOf } from '../../support/glass.ts';
import { filled } from '../../support/screens.ts';

const SIZE = { columns: 12, rows: 4 };

/** What a terminal shows after it was sent all of `writes`. */
async function shownAfter(...writes: readonly string[]) {
  const terminal = new Emulator();
  terminal.resize(SIZE);
  terminal.send(`\x1b[?25l${writes.join('')}`);
  return terminal.shown();
}

const line = fc.oneof(
  fc.constant(''),
  fc.constantFrom('abc', 'une ligne', 'douze_lettre', '\x1b[1mgras\x1b[22m', '日本語日本語', 'é…'),
);
const frame: fc.Arbitrary<Frame> = fc.record({
  lines: fc.array(line, { minLength: SIZE.rows, maxLength: SIZE.rows }),
  cursor: fc.option(fc.record({ x: fc.nat(SIZE.columns - 1), y: fc.nat(SIZE.rows - 1) }), { nil: undefined }),
});

describe('a frame', () => {
  it('looks the same whether it is sent whole or as changes', async () => {
    await fc.assert(
      fc.asyncProperty(frame, frame, async (from, to) => {
        expect(await shownAfter(whole(from), changes(from, to))).toEqual(await shownAfter(whole(to)));
      }),
    );
  });

  it('sends only the lines that changed, in one synchronised update', () => {
    const from = { lines: ['a', 'b', 'c', 'd'], cursor: undefined };
    const sent = changes(from, { ...from, lines: ['a', 'x', 'c', 'd'] });
    expect(sent).toBe('\x1b[?2026h\x1b[?25l\x1b[2;1H\x1b[2Kx\x1b[?2026l');
  });

  it('sends nothing if nothing changed, and the cursor alone if only the cursor did', () => {
    const from = { lines: ['a', 'b'], cursor: { x: 0, y: 1 } };
    expect(changes(from, { ...from, lines: ['a', 'b'] })).toBe('');
    expect(changes(from, { ...from, cursor: { x: 1, y: 1 } })).toBe(
      '\x1b[?2026h\x1b[?25l\x1b[2;2H\x1b[?25h\x1b[?2026l',
    );
    expect(changes(from, { ...from, cursor: undefined })).toBe('\x1b[?2026h\x1b[?25l\x1b[?2026l');
  });
});

describe('the display', () => {
  const display = () => {
    const writes: string[] = [];
    return { writes, display: new Display((text) => writes.push(text), inkOptions) };
  };
  const loaded = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    await vi.dynamicImportSettled();
  };

  it('sends each frame in one write, before and after Ink has taken over', async () => {
    const { writes, display: drawn } = display();
    const desk = filled('fr').resize(40, 12);
    const first = viewOf(desk.state);
    drawn.draw(first);
    expect(writes).toEqual([whole(frameOf(first))]);
    const second = viewOf(desk.type('j').state);
    drawn.draw(second);
    expect(writes.slice(1)).toEqual([changes(frameOf(first), frameOf(second))]);
    await loaded();
    expect(writes).toHaveLength(2);
    drawn.draw(viewOf(desk.state));
    expect(writes).toHaveLength(2);
    for (const [index, key] of ['j', 'k', '/', 'x'].entries()) {
      drawn.draw(viewOf(desk.type(key).state));
      expect(writes).toHaveLength(3 + index);
      expect(writes.at(-1)).toMatch(/^\x1b\[\?2026h\x1b\[\?25l.*\x1b\[\?2026l$/s);
    }
    drawn.forget();
  });

  it('sends all of the frame on a terminal of another size, and after it was told to forget', async () => {
    const { writes, display: drawn } = display();
    const desk = filled('fr').resize(40, 12);
    for (const load of [() => {}, loaded]) {
      drawn.draw(viewOf(desk.resize(40, 12).state));
      await load();
      drawn.draw(viewOf(desk.resize(41, 12).state));
      expect(writes.at(-1)).toBe(whole(frameOf(viewOf(desk.state))));
      drawn.forget();
      drawn.draw(viewOf(desk.state));
      expect(writes.splice(0).at(-1)).toBe(whole(frameOf(viewOf(desk.state))));
      drawn.forget();
    }
  });

  it('draws nothing after its end, even if Ink is loaded later', async () => {
    const { writes, display: drawn } = display();
    drawn.draw(viewOf(filled('fr').state));
    drawn.forget();
    await loaded();
    expect(writes).toHaveLength(1);
  });
});
