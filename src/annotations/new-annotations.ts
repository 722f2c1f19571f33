import type { Annotation } from './annotation.ts';

/**
 * The annotations of `others`, from another machine or an earlier time, that say something that `known` do not: a passage, a note that
 * is no part of the known one, or a later color.
 */
export const newIn = (known: readonly Annotation[], others: readonly Annotation[]): readonly Annotation[] =>
  others.flatMap((other) => {
    const own = known.find(({ id }) => id === other.id);
    if (!own) return [other];
    const isLater = other.changed > own.changed;
    const hasNews =
      (other.note !== undefined && !own.note?.includes(other.note)) || (isLater && other.color !== own.color);
    if (!hasNews) return [];
    // An earlier one adds its note only.
    return [isLater || other.note === undefined ? other : { ...own, note: other.note }];
  });
