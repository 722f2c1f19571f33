import type { State } from '../state/state.ts';
import { paintRow } from '../style/ansi.ts';
import type { Theme } from '../style/theme.ts';
import { lineChange } from './line-change.ts';
import { type Cursor, cursorOf, screenRows } from './screen.ts';
import { scrollBetween, scrolledLines, scrollSequence } from './scroll.ts';

/** What is on the screen, and the colors it is drawn in. */
export interface View {
  readonly state: State;
  readonly theme: Theme;
}

/** A screen as it is sent to the terminal. */
export interface Frame {
  /** All of its rows, without the blanks at their ends, unless these have a color. */
  readonly lines: readonly string[];
  readonly cursor: Cursor;
}

/** The frame of a state, drawn without Ink. */
export const frameOf = ({ state, theme }: View): Frame => ({
  lines: screenRows(state).map((row) => paintRow(row, theme).trimEnd()),
  cursor: cursorOf(state),
});

/** Marks of a synchronised update: the terminal shows what is between them at once. */
const BEGIN = '\x1b[?2026h';
const END = '\x1b[?2026l';
const CLEAR = '\x1b[H\x1b[2J';
const HIDE = '\x1b[?25l';
const SHOW = '\x1b[?25h';

/** Shows a frame, whatever is on the screen, as one synchronised update. */
export const whole = ({ lines, cursor }: Frame): string =>
  BEGIN + HIDE + CLEAR + lines.join('\r\n') + cursorAt(cursor) + END;

/**
 * Turns a frame that is on the screen into another of the same size; empty if they are alike. Lines that moved are scrolled
 * by the terminal, and of the others only what changed is sent.
 */
export function changes(from: Frame, { lines, cursor }: Frame): string {
  const scroll = scrollBetween(from.lines, lines);
  const shown = scroll ? scrolledLines(from.lines, scroll) : from.lines;
  const changed = lines
    .map((line, y) => (line === shown[y] ? '' : lineChange(y, shown[y] ?? '', line)))
    .join('');
  const isCursorKept = cursor?.x === from.cursor?.x && cursor?.y === from.cursor?.y;
  if (!scroll && changed === '' && isCursorKept) return '';
  return BEGIN + HIDE + (scroll ? scrollSequence(scroll) : '') + changed + cursorAt(cursor) + END;
}

const cursorAt = (cursor: Cursor): string => (cursor ? `\x1b[${cursor.y + 1};${cursor.x + 1}H${SHOW}` : '');
