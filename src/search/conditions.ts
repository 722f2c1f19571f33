interface Spelling {
  /** The words before the colon, folded. */
  readonly names: string;
  /** The words after it, folded and without hyphens. */
  readonly values: string;
}

/** How the conditions on what is remembered of an article are typed: `is:starred`, `est:favori`, `has:note`. */
const SPELLINGS = {
  starred: { names: 'is est', values: 'starred favori' },
  read: { names: 'is est', values: 'read lu' },
  unread: { names: 'is est', values: 'unread nonlu' },
  highlighted: {
    names: 'has is avec',
    values: 'highlighted highlight highlights surlignage surlignages',
  },
  noted: { names: 'has is avec', values: 'noted note notes' },
  started: { names: 'is est', values: 'started commence' },
} as const satisfies Readonly<Record<string, Spelling>>;

/** A condition on what is remembered of an article. */
export type Condition = keyof typeof SPELLINGS;

/** Conditions by their spellings, as in `is:starred`. */
const CONDITIONS: ReadonlyMap<string, Condition> = new Map(
  (Object.entries(SPELLINGS) as [Condition, Spelling][]).flatMap(([condition, { names, values }]) =>
    names
      .split(' ')
      .flatMap((name) => values.split(' ').map((value) => [`${name}:${value}`, condition] as const)),
  ),
);

const NAMES: ReadonlySet<string> = new Set(
  Object.values<Spelling>(SPELLINGS).flatMap(({ names }) => names.split(' ')),
);

/** True for a folded word that conditions are typed after, such as `is`. */
export const isConditionName = (name: string): boolean => NAMES.has(name);

/** True for the name of a condition, such as `starred`. */
export const isCondition = (name: unknown): name is Condition =>
  typeof name === 'string' && Object.hasOwn(SPELLINGS, name);

/**
 * The condition spelled as `name:value`; undefined if there is no such condition.
 *
 * @param value  folded, without hyphens
 */
export const conditionSpelled = (name: string, value: string): Condition | undefined =>
  CONDITIONS.get(`${name}:${value}`);
