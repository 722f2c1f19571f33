import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Display } from '../../../src/panes/display.ts';
import { changes, type Frame, frameOf, whole } from '../../../src/panes/frame.ts';
import { openInk } from '../../../src/panes/ink.tsx';
import type { State } from '../../../src/state/state.ts';
import { drawn, Emulator, inkOptions, Quiet, viewOf } from '../../support/glass.ts';
import type { Desk } from '../../support/reader.ts';
import { filled } from '../../support/screens.ts';

const SIZE = { columns: 12, rows: 8 };

/** The screen of a terminal that was sent `writes`. */
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
/** Lines that begin alike, with styles, a link and characters of other widths, and go on differently. */
const begun = fc
  .tuple(
    fc.constantFrom(
      '',
      '▌a ',
      '│ \x1b[1;31mb c',
      '\x1b[2;38;2;1;2;3md \x1b[22;39m',
      '\x1b]8;id=1;https://e.org/\x1b\\e f',
      '日 ',
      '👩‍🚀 ',
    ),
    fc.constantFrom('', 'x', ' y', 'x \x1b[4mz\x1b[24m', 'n\u0301 é'),
  )
  .map(([beginning, rest]) => `${beginning}${rest}\x1b[0m\x1b]8;;\x1b\\`);
const frameOfLines = (lines: fc.Arbitrary<string[]>): fc.Arbitrary<Frame> =>
  fc.record({
    lines,
    cursor: fc.option(fc.record({ x: fc.nat(SIZE.columns - 1), y: fc.nat(SIZE.rows - 1) }), {
      nil: undefined,
    }),
  });
const frame = frameOfLines(fc.array(fc.oneof(line, begun), { minLength: SIZE.rows, maxLength: SIZE.rows }));
/** Two frames of which the second shows lines of the first at other places. */
const scrolledFrames = fc
  .tuple(
    fc.array(
      fc.oneof(line, begun, fc.string({ maxLength: SIZE.columns, unit: fc.constantFrom('a', 'b', ' ') })),
      { minLength: 16, maxLength: 16 },
    ),
    fc.nat(8),
    fc.nat(8),
    fc.nat(7),
    line,
  )
  .map(([lines, before, after, kept, status]) => {
    const at = (top: number): Frame => ({
      lines: [...lines.slice(0, kept % 3), ...lines.slice(top + (kept % 3), top + 7), status],
      cursor: undefined,
    });
    return [at(before), at(after)] as const;
  });

describe('a frame', () => {
  it('looks the same whether it is sent whole or as changes', async () => {
    await fc.assert(
      fc.asyncProperty(frame, frame, async (from, to) => {
        expect(await shownAfter(whole(from), changes(from, to))).toEqual(await shownAfter(whole(to)));
      }),
    );
  });

  it('looks the same when its lines have moved', async () => {
    await fc.assert(
      fc.asyncProperty(scrolledFrames, async ([from, to]) => {
        expect(await shownAfter(whole(from), changes(from, to))).toEqual(await shownAfter(whole(to)));
      }),
    );
  });

  const sent = (from: readonly string[], to: readonly string[]): string =>
    changes({ lines: from, cursor: undefined }, { lines: to, cursor: undefined })
      .replace('\x1b[?2026h\x1b[?25l', '')
      .replace('\x1b[?2026l', '');

  it('sends only the lines that changed, in one synchronised update', () => {
    const from = { lines: ['a', 'b', 'c', 'd'], cursor: undefined };
    expect(changes(from, { ...from, lines: ['a', 'x', 'c', 'd'] })).toBe(
      '\x1b[?2026h\x1b[?25l\x1b[2;1H\x1b[2Kx\x1b[?2026l',
    );
  });

  it.each([
    ['behind the last blank that is the same', 'list │ one', 'list │ two', '\x1b[1;7H\x1b[K two'],
    ['in the style it goes on in', '\x1b[1;31mred one', '\x1b[1;31mred two', '\x1b[1;4H\x1b[K\x1b[1;31m two'],
    ['without a style that has ended', '\x1b[2ma\x1b[22m b c', '\x1b[2ma\x1b[22m b d', '\x1b[1;4H\x1b[K d'],
    [
      'with an extended color',
      '\x1b[38;2;1;2;3;3ma b',
      '\x1b[38;2;1;2;3;3ma c',
      '\x1b[1;2H\x1b[K\x1b[38;2;1;2;3;3m c',
    ],
    ['whole if a character before may be of another width', '日 a b', '日 a c', '\x1b[1;1H\x1b[2K日 a c'],
    ['whole if a sequence before is not known', '\x1b[53ma b', '\x1b[53ma c', '\x1b[1;1H\x1b[2K\x1b[53ma c'],
  ])('sends a line from where it changed, %s', (_, from, to, expected) => {
    expect(sent([from], [to])).toBe(expected);
  });

  it('scrolls lines that moved, and sends the others', () => {
    expect(sent(['a', 'b', 'c', 'd', 'e', '1 %'], ['b', 'c', 'd', 'e', 'f', '2 %'])).toBe(
      '\x1b[1;5r\x1b[5;1H\n\x1b[r\x1b[5;1H\x1b[2Kf\x1b[6;1H\x1b[2K2 %',
    );
    expect(sent(['c', 'd', 'e', 'f', 'g'], ['a', 'b', 'c', 'd', 'e'])).toBe(
      '\x1b[1;5r\x1b[1;1H\x1bM\x1bM\x1b[r\x1b[1;1H\x1b[2Ka\x1b[2;1H\x1b[2Kb',
    );
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
  const openDisplay = () => {
    const writes: string[] = [];
    const quiet = new Quiet();
    const display = new Display((text) => writes.push(text), inkOptions, quiet.later);
    onTestFinished(() => display.forget());
    const draw = ({ state }: Desk): Promise<void> => {
      display.draw(viewOf(state));
      return drawn();
    };
    return { writes, display, draw, quiet };
  };
  const wholeOf = ({ state }: Desk): string => whole(frameOf(viewOf(state)));

  it('sends each frame in one write, before and after Ink has taken over', async () => {
    const { writes, display, draw, quiet } = openDisplay();
    const desk = filled('fr').resize(40, 12);
    const first = viewOf(desk.state);
    display.draw(first);
    const second = viewOf(desk.type('j').state);
    display.draw(second);
    expect(writes).toEqual([whole(frameOf(first)), changes(frameOf(first), frameOf(second))]);
    await quiet.passes();
    await draw(desk);
    expect(writes).toHaveLength(2);
    for (const [index, key] of ['j', 'k', '/', 'x'].entries()) {
      await draw(desk.type(key));
      expect(writes).toHaveLength(3 + index);
      expect(writes.at(-1)).toMatch(/^\x1b\[\?2026h\x1b\[\?25l.*\x1b\[\?2026l$/s);
    }
  });

  it('sends all of the frame when the size has changed, and after it was told to forget', async () => {
    const { writes, display, draw, quiet } = openDisplay();
    const desk = filled('fr').resize(40, 12);
    for (let isInkLoaded = 0; isInkLoaded < 2; isInkLoaded++) {
      await draw(desk.resize(40, 12));
      await quiet.passes();
      await draw(desk.resize(41, 12));
      expect(writes.at(-1)).toBe(wholeOf(desk));
      display.forget();
      await draw(desk);
      expect(writes.splice(0).at(-1)).toBe(wholeOf(desk));
      display.forget();
    }
  });

  it('sends nothing after it was told to forget, neither a frame nor when Ink is loaded', async () => {
    const { writes, display, draw, quiet } = openDisplay();
    const desk = filled('fr');
    await draw(desk);
    display.forget();
    await quiet.passes();
    await draw(desk);
    await quiet.passes();
    await draw(desk);
    expect(writes).toHaveLength(2);
    display.draw(viewOf(desk.type('j').state));
    display.forget();
    await drawn();
    expect(writes).toHaveLength(2);
  });

  it('loads Ink only when nothing has been drawn for a second', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const writes: string[] = [];
    const display = new Display((text) => writes.push(text), inkOptions);
    onTestFinished(() => display.forget());
    const desk = filled('fr');
    /** True if a frame is sent before Ink would have composed it. */
    const isSentAtOnce = (): boolean => {
      writes.length = 0;
      display.draw(viewOf(desk.type('j').state));
      return writes.length > 0;
    };
    for (let i = 0; i < 3; i++) {
      expect(isSentAtOnce()).toBe(true);
      vi.advanceTimersByTime(999);
      await vi.dynamicImportSettled();
    }
    vi.advanceTimersByTime(1);
    await vi.dynamicImportSettled();
    expect(isSentAtOnce()).toBe(false);
  });

  it('reports a pane that cannot be drawn', async () => {
    const onError = vi.fn();
    const { state } = filled('fr');
    const ink = openInk(viewOf(state), { ...inkOptions, onError });
    const error = new Error('broken');
    const settings = Object.defineProperty({}, 'zoomed', {
      get() {
        throw error;
      },
    });
    await ink.draw(viewOf({ ...state, settings: settings as State['settings'] }));
    await drawn();
    expect(onError).toHaveBeenCalledWith(error);
  });
});
