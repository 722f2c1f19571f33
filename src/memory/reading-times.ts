import type { Place } from './place.ts';

/** When an article was read, in milliseconds since 1970. Clocks go wrong, so nothing is ordered by it. */
export interface ReadingTimes {
  readonly firstRead?: number;
  readonly lastRead?: number;
  /** When it was marked as read, at its end or by a key. */
  readonly finished?: number;
}

/** Changes of the times; `finished` undefined removes it. */
export interface TimesChange extends Omit<ReadingTimes, 'finished'> {
  readonly finished?: number | undefined;
}

/** The times that a new place or read mark at `now` brings with it. */
export const timesOf = (
  { place, read }: { readonly place?: Place | undefined; readonly read?: boolean },
  now: number,
): TimesChange => ({
  ...(place && { firstRead: now, lastRead: now }),
  ...(read !== undefined && { finished: read ? now : undefined }),
});
