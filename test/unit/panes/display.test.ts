import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { openDisplay } from '../../../src/panes/display.ts';
import { changes, type Frame, whole } from '../../../src/panes/frame.ts';
import { piece } from '../../../src/panes/row.ts';
import type { Screen as Drawn } from '../../../src/panes/screen.ts';
import { makeTheme } from '../../../src/style/theme.ts';
import { Screen } from '../../support/screen.ts';

const SIZE = { columns: 12, rows: 4 };
const THEME = makeTheme('dark', 8);

/** What a terminal shows after it was sent all of `writes`. */
async function shown(...writes: readonly string[]) {
  const screen = new Screen(SIZE.columns, SIZE.rows, () => undefined);
  await new Promise<void>((resolve) => screen.write(`\x1b[?25l\x1b[?7l${writes.join('')}`, resolve));
  const { cursorVisible } = screen.modes;
  return { rows: screen.rows, cursorVisible, cursor: cursorVisible ? screen.cursor : undefined };
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
  it('shows the same whether it is sent whole or as what changed', async () => {
    await fc.assert(
      fc.asyncProperty(frame, frame, async (from, to) => {
        expect(await shown(whole(from), changes(from, to))).toEqual(await shown(whole(to)));
      }),
    );
  });

  it('sends only rows that changed, and the last', () => {
    const from = { lines: ['a', 'b', 'c', 'd'], cursor: undefined };
    const sent = changes(from, { ...from, lines: ['a', 'x', 'c', 'd'] });
    expect(sent).toContain('x');
    expect(sent).toContain('d');
    expect(sent).not.toMatch(/[abc]$|[ac]\x1b/);
  });
});

describe('a display', () => {
  const screenOf = ({ lines, cursor }: Frame): Drawn => ({
    rows: lines.map((text) => [piece(text)]),
    cursor,
  });
  const stdin = { isTTY: true } as NodeJS.ReadStream;

  it('shows the same before Ink is there, when it takes over, and after', async () => {
    const texts = [...'abcdef'].map((letter) => ['titre', letter.repeat(12), '', `${letter} état`]);
    const frames = texts.map((lines, i) => ({ lines, cursor: i % 2 ? { x: 3, y: 1 } : undefined }));
    const writes: string[] = [];
    const display = openDisplay(stdin, (text) => writes.push(text));
    const show = async (one: Frame) => {
      display.draw(screenOf(one), SIZE, THEME);
      const wanted = await shown(whole(one));
      // Ink may wait a millisecond.
      await vi.waitFor(async () => expect(await shown(...writes)).toEqual(wanted));
    };
    display.draw(screenOf(frames[0]!), SIZE, THEME);
    expect(writes).toEqual([whole(frames[0]!)]);
    display.draw(screenOf(frames[1]!), SIZE, THEME);
    expect(writes).toEqual([whole(frames[0]!), changes(frames[0]!, frames[1]!)]);
    await vi.dynamicImportSettled();
    const before = writes.length;
    expect(before).toBe(2);
    for (const one of frames.slice(2)) await show(one);
    // From here on it is Ink that draws: it moves about in its own way.
    expect(writes[before]).not.toBe(changes(frames[1]!, frames[2]!));
    display.forget();
    await show(frames[0]!);
    display.close();
  });

  it('draws whole on another size, and nothing after its end though Ink comes late', async () => {
    const writes: string[] = [];
    const display = openDisplay(stdin, (text) => writes.push(text));
    const one = { lines: ['a', 'b', 'c', 'd'], cursor: undefined };
    display.draw(screenOf(one), SIZE, THEME);
    display.draw(screenOf(one), { columns: 20, rows: 4 }, THEME);
    expect(writes).toEqual([whole(one), whole(one)]);
    display.close();
    await vi.dynamicImportSettled();
    expect(writes).toHaveLength(2);
  });
});
