import type { JumpList, JumpOrigin, ReadingPosition, State } from './state.ts';

/** Most positions that are remembered. */
const MOST = 100;

/** The position in the open article; undefined if none is open. */
export const originHere = (state: State, { top, anchor }: ReadingPosition = state.reader) => {
  const path = state.reader.article?.path;
  return path === undefined
    ? undefined
    : ({ path, top, anchor, byLink: false, link: undefined } satisfies JumpOrigin);
};

export const isSamePosition = (one: JumpOrigin, other: JumpOrigin | undefined): boolean =>
  one.path === other?.path && one.top === other.top && one.anchor === other.anchor;

/** Adds to the jumps of `after` where the reader was `before`, unless it has not moved, nor is about to. */
export function recordJump(before: State, after: State, from?: ReadingPosition): State {
  const origin = originHere(before, from);
  if (!origin || before.focus !== 'reader') return after;
  const isThere = isSamePosition(origin, originHere(after)) && !after.reader.scrollTarget;
  return isThere ? after : { ...after, jumps: withOrigin(after.jumps, origin) };
}

/** Adds to the jumps of `after` where a link was followed `before`: also one that led to a row on the same screen. */
export function recordLink(before: State, after: State): State {
  const origin = originHere(before);
  if (!origin) return after;
  const { currentLink, document } = before.reader;
  const link = currentLink !== undefined && document?.links[currentLink] ? currentLink : undefined;
  return { ...after, jumps: withOrigin(after.jumps, { ...origin, byLink: true, link }) };
}

/**
 * Appends a position to those up to the present one. Later ones are forgotten, as the pages of a browser are, and so is the
 * same position if it is in the list already, as in vim.
 */
function withOrigin({ origins, index }: JumpList, origin: JumpOrigin): JumpList {
  const earlier = origins.slice(0, index);
  const others = earlier.filter((other) => !isSamePosition(other, origin));
  const followed = origin.byLink
    ? origin
    : earlier.findLast((other) => other.byLink && isSamePosition(other, origin));
  const { byLink, link } = followed ?? origin;
  const kept = [...others, { ...origin, byLink, link }].slice(-MOST);
  return { origins: kept, index: kept.length, last: origin };
}

/** Forgets which jumps were links: Backspace leads back through links only until another article is selected. */
export function withoutLinks(jumps: JumpList): JumpList {
  if (!jumps.origins.some(({ byLink }) => byLink)) return jumps;
  return { ...jumps, origins: jumps.origins.map((origin) => ({ ...origin, byLink: false })) };
}
