import { type Hyperlink, hyperlink, isSameLink } from '../style/hyperlink.ts';
import { sgr, type Theme } from '../style/theme.ts';
import type { Row } from './row.ts';

/** A row as a string with SGR sequences and OSC 8 links, without the blanks at its end; nothing is left switched on. */
export function paintRow(row: Row, theme: Theme): string {
  let painted = '';
  let open = '';
  let close = '';
  let link: Hyperlink | undefined;
  for (const { text, style, link: target } of row) {
    const codes = sgr(style, theme);
    const same = isSameLink(target, link);
    if (codes.open !== open || !same) {
      painted += close + (same ? '' : hyperlink(target)) + codes.open;
      ({ open, close } = codes);
      link = target;
    }
    painted += text;
  }
  if (link) return painted + close + hyperlink(undefined);
  return close === '' ? painted.trimEnd() : painted + close;
}
