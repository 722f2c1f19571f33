import type { Link } from '../document/document.ts';
import type { Line } from '../text/line.ts';
import { type Hyperlink, hyperlink, hyperlinkOf, isSameLink } from './hyperlink.ts';
import { sgr, type Theme } from './theme.ts';

export interface AnsiOptions {
  /** The document's links, for terminals that support hyperlinks (OSC 8); absent for no hyperlinks. */
  readonly links?: readonly Link[];
}

/** A line as a string with SGR sequences, all of them closed at its end. */
export function ansiLine(line: Line, theme: Theme, options: AnsiOptions = {}): string {
  let text = '';
  let close = '';
  let open = '';
  let link: Hyperlink | undefined;
  for (const span of line.spans) {
    const target = hyperlinkOf(span, options.links);
    const codes = sgr(span.style, theme);
    const same = isSameLink(target, link);
    if (codes.open !== open || !same) {
      text += close + (same ? '' : hyperlink(target)) + codes.open;
      ({ open, close } = codes);
      link = target;
    }
    text += span.text;
  }
  return text + close + (link ? hyperlink(undefined) : '');
}

/** Lines as strings with SGR sequences and a newline each, made as they are requested. */
export function* ansiLines(
  lines: Iterable<Line>,
  theme: Theme,
  options: AnsiOptions = {},
): Generator<string> {
  for (const line of lines) yield `${ansiLine(line, theme, options)}\n`;
}
