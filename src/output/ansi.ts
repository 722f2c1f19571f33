import type { Link } from '../text/document.ts';
import type { Line, Span } from '../text/line.ts';
import { sgr, type Theme } from './theme.ts';

export interface AnsiOptions {
  /** The document's links, to make them clickable where the terminal knows OSC 8; absent for no hyperlinks. */
  readonly links?: readonly Link[];
}

/** A line as a string with SGR sequences; nothing is left switched on at its end. */
export function ansiLine(line: Line, theme: Theme, options: AnsiOptions = {}): string {
  let text = '';
  let close = '';
  let open = '';
  let href: string | undefined;
  for (const span of line.spans) {
    const target = hrefOf(span, options.links);
    const codes = sgr(span.style, theme);
    if (codes.open !== open || target !== href) {
      text += close;
      if (target !== href) text += hyperlink(target, span.link);
      text += codes.open;
      ({ open, close } = codes);
      href = target;
    }
    text += span.text;
  }
  return text + close + (href === undefined ? '' : hyperlink(undefined, undefined));
}

/** Lines as one string with SGR sequences, each line ended by a newline. */
export function renderAnsi(lines: Iterable<Line>, theme: Theme, options: AnsiOptions = {}): string {
  let text = '';
  for (const line of lines) text += `${ansiLine(line, theme, options)}\n`;
  return text;
}

function hrefOf(span: Span, links: readonly Link[] | undefined): string | undefined {
  const link = span.link === undefined ? undefined : links?.[span.link];
  return link === undefined ? undefined : safeHref(link.href);
}

/**
 * An address that may be handed to a terminal: http, https or mailto, with everything percent-encoded that is not
 * printable ASCII, so that it cannot end the sequence it stands in. Undefined for any other.
 */
export function safeHref(href: string): string | undefined {
  if (!/^(?:https?|mailto):/i.test(href) || href.length > LONGEST_HREF) return undefined;
  return href.replace(/\p{Cs}/gu, '\ufffd').replace(/[^!-~]+/g, encodeURIComponent);
}

/** Longer addresses are dropped by terminals (the limit in VTE and iTerm2). */
const LONGEST_HREF = 2083;

/** OSC 8; the id makes the parts of a link that goes on in the next line light up together. */
const hyperlink = (href: string | undefined, id: number | undefined): string =>
  href === undefined ? '\x1b]8;;\x1b\\' : `\x1b]8;id=${id};${href}\x1b\\`;
