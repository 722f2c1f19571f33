import type { Theme } from '../style/theme.ts';
import { BEGIN, END } from './frame-stream.ts';
import { paintRow } from './paint.ts';
import type { Screen } from './screen.ts';

/** A screen as it is sent. */
export interface Frame {
  /** All of its rows, styled, without the blanks at their ends. */
  readonly lines: readonly string[];
  readonly cursor: Screen['cursor'];
}

export const frameOf = ({ rows, cursor }: Screen, theme: Theme): Frame => ({
  lines: rows.map((row) => paintRow(row, theme)),
  cursor,
});

const CLEAR = '\x1b[H\x1b[2J';
const HIDE = '\x1b[?25l';
const SHOW = '\x1b[?25h';

/** A frame on a screen that shows anything, as one synchronised update. */
export const whole = ({ lines, cursor }: Frame): string =>
  BEGIN + HIDE + CLEAR + lines.join('\r\n') + cursorAt(cursor) + END;

/**
 * What leads from one frame to another of the same size. The last row is always sent, so that the cursor ends where
 * `whole` leaves it, and Ink believes it to be.
 */
export function changes(from: Frame, { lines, cursor }: Frame): string {
  const last = lines.length - 1;
  const changed = lines.map((line, y) =>
    y === last || line !== from.lines[y] ? `\x1b[${y + 1};1H\x1b[2K${line}` : '',
  );
  return BEGIN + HIDE + changed.join('') + cursorAt(cursor) + END;
}

const cursorAt = (cursor: Frame['cursor']): string =>
  cursor ? `\x1b[${cursor.y + 1};${cursor.x + 1}H${SHOW}` : '';
