import { sgr, type Theme } from '../output/theme.ts';
import type { Row } from './row.ts';

/** A row as a string with SGR sequences, without the blanks at its end; nothing is left switched on. */
export function paintRow(row: Row, theme: Theme): string {
  let painted = '';
  let open = '';
  let close = '';
  for (const { text, style } of row) {
    const codes = sgr(style, theme);
    if (codes.open !== open) {
      painted += close + codes.open;
      ({ open, close } = codes);
    }
    painted += text;
  }
  return close === '' ? painted.trimEnd() : painted + close;
}
