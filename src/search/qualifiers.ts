import { isConditionName } from './conditions.ts';
import type { Field } from './query.ts';

/** A look-up from folded names to their meanings. */
const namesOf = <T>(...rows: readonly (readonly [meaning: T, names: string])[]): ReadonlyMap<string, T> =>
  new Map(rows.flatMap(([meaning, names]) => names.split(' ').map((name) => [name, meaning] as const)));

const FIELDS = namesOf<Field>(
  ['title', 'title titre'],
  ['tags', 'tag tags etiquette etiquettes'],
  ['author', 'author auteur auteure autrice'],
  ['summary', 'summary description resume'],
  ['folder', 'folder dossier'],
  ['file', 'file fichier'],
);

/** The field that a folded word names before a colon, such as `titre`; undefined if none. */
export const fieldNamed = (name: string): Field | undefined => FIELDS.get(name);

/** The text of a condition, as users type it, for which the words of `value` must be side by side in a field. */
export const conditionOn = (field: 'tag' | 'folder', value: string): string =>
  `${field}:"${value.replaceAll('"', ' ')}"`;

/** True for a folded word with a meaning before a colon: a field, or what a condition is about. */
export const isQualifier = (name: string): boolean => FIELDS.has(name) || isConditionName(name);
