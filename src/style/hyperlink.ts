import type { Link } from '../document/document.ts';
import type { Span } from '../text/line.ts';

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

/** Whether two hyperlinks are the same for a terminal. */
export const isSameLink = (one: Hyperlink | undefined, other: Hyperlink | undefined): boolean =>
  one?.id === other?.id && one?.href === other?.href;

/** The OSC 8 sequence that begins `link`, or ends the current link if undefined. */
export const hyperlink = (link: Hyperlink | undefined): string =>
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
