import type { Condition } from '../search/conditions.ts';
import type { QueryCondition } from '../search/query.ts';
import type { Place } from './place.ts';

/** The part of what is remembered of an article that conditions depend on. */
interface Marks {
  readonly place?: Place | undefined;
  readonly read?: boolean;
  readonly starred?: boolean;
  readonly highlights?: number;
  readonly notes?: number;
}

const CONDITIONS: Readonly<Record<Condition, (marks: Marks) => boolean>> = {
  starred: ({ starred }) => starred === true,
  read: ({ read }) => read === true,
  unread: ({ read }) => !read,
  highlighted: ({ highlights = 0 }) => highlights > 0,
  noted: ({ notes = 0 }) => notes > 0,
  started: ({ place, read }) => place !== undefined && !read,
};

/** True if what is remembered of an article, undefined for nothing, meets a condition. */
export const meets = (marks: Marks | undefined, condition: Condition): boolean =>
  CONDITIONS[condition](marks ?? {});

/** True if what is remembered of an article meets all of a query's conditions. */
export const meetsAll = (marks: Marks | undefined, conditions: readonly QueryCondition[]): boolean =>
  conditions.every(({ condition, excluded }) => meets(marks, condition) !== excluded);
