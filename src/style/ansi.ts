import type { Link } from '../document/document.ts';
import type { Line, Span } from '../text/line.ts';
import { sgr, type Theme, type ThemeStyle } from './theme.ts';

/** Text in one style. */
export interface Piece {
  readonly text: string;
  readonly style: ThemeStyle;
  /** The address it leads to, for terminals that open links themselves. */
  readonly link?: Hyperlink | undefined;
}

/** Pieces as a string with SGR sequences and OSC 8 links, all of them closed at its end. */
export function paint(pieces: readonly Piece[], theme: Theme): string {
  let painted = '';
  let open = '';
  let close = '';
  let link: Hyperlink | undefined;
  for (const { text, style, link: target } of pieces) {
    const codes = sgr(style, theme);
    const isSame = isSameLink(target, link);
    if (codes.open !== open || !isSame) {
      painted += close + (isSame ? '' : hyperlink(target)) + codes.open;
      ({ open, close } = codes);
      link = target;
    }
    painted += text;
  }
  return painted + close + (link ? hyperlink(undefined) : '');
}

/** A row of a screen as a string: on the background of the theme, if it has one. */
export const paintRow = (row: readonly Piece[], theme: Theme): string =>
  theme.ground.open + paint(row, theme) + theme.ground.close;

/** A line as a string with SGR sequences; `links` are the document's, for terminals that support OSC 8. */
export const ansiLine = ({ spans }: Line, theme: Theme, links?: readonly Link[]): string =>
  paint(
    spans.map((span) => ({ text: span.text, style: span.style, link: hyperlinkOf(span, links) })),
    theme,
  );

/** An address for the terminal. */
export interface Hyperlink {
  /** From `safeHref`. */
  readonly href: string;
  /** Equal for all parts of a link, so that the terminal highlights a link as a whole across lines. */
  readonly id: number;
}

/** The hyperlink of a span; undefined if it is not part of one of `links`, or the link stays inside the program. */
export function hyperlinkOf({ link: id }: Span, links: readonly Link[] | undefined): Hyperlink | undefined {
  const link = id === undefined ? undefined : links?.[id];
  const href = link && safeHref(link.href);
  return href === undefined || id === undefined ? undefined : { href, id };
}

const isSameLink = (one: Hyperlink | undefined, other: Hyperlink | undefined): boolean =>
  one?.id === other?.id && one?.href === other?.href;

/** The OSC 8 sequence that begins `link`, or ends the current link if undefined. */
const hyperlink = (link: Hyperlink | undefined): string =>
  link ? `\x1b]8;id=${link.id};${link.href}\x1b\\` : '\x1b]8;;\x1b\\';

/**
 * An address that is safe in an escape sequence: all characters except printable ASCII are percent-encoded, so that none can
 * end the sequence. Undefined for schemes other than http, https and mailto.
 */
export function safeHref(href: string): string | undefined {
  if (!/^(?:https?|mailto):/i.test(href) || href.length > LONGEST_HREF) return undefined;
  return href.toWellFormed().replace(/[^!-~]+/g, encodeURIComponent);
}

/** Terminals drop longer addresses (the limit of VTE and iTerm2). */
const LONGEST_HREF = 2083;
