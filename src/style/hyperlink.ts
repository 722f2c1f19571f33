import type { Link } from '../document/document.ts';
import type { Span } from '../text/line.ts';

/** An address a terminal may be handed. */
export interface Hyperlink {
  /** As `safeHref` gives it. */
  readonly href: string;
  /** The same for all parts of a link: one that goes on in the next line lights up as a whole. */
  readonly id: number;
}

/** Where a span leads, if it is part of one of `links` and that leads out. */
export function hyperlinkOf({ link: id }: Span, links: readonly Link[] | undefined): Hyperlink | undefined {
  const link = id === undefined ? undefined : links?.[id];
  const href = link && safeHref(link.href);
  return href === undefined || id === undefined ? undefined : { href, id };
}

/** Whether a terminal need not be told of another link. */
export const isSameLink = (one: Hyperlink | undefined, other: Hyperlink | undefined): boolean =>
  one?.id === other?.id && one?.href === other?.href;

/** OSC 8: what follows leads to `link`, or nowhere. */
export const hyperlink = (link: Hyperlink | undefined): string =>
  link ? `\x1b]8;id=${link.id};${link.href}\x1b\\` : '\x1b]8;;\x1b\\';

/**
 * An address that may be handed to a terminal: http, https or mailto, with everything percent-encoded that is not
 * printable ASCII, so that it cannot end the sequence it stands in. Undefined for any other.
 */
export function safeHref(href: string): string | undefined {
  if (!/^(?:https?|mailto):/i.test(href) || href.length > LONGEST_HREF) return undefined;
  return href.toWellFormed().replace(/[^!-~]+/g, encodeURIComponent);
}

/** Longer addresses are dropped by terminals (the limit in VTE and iTerm2). */
const LONGEST_HREF = 2083;
