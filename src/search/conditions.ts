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

/** A condition of a query that is not about words. */
export type ArticleCondition =
  | { readonly kind: 'mark'; readonly condition: Condition }
  /** BCP 47 primary language. */
  | { readonly kind: 'language'; readonly language: string }
  /** Minutes of reading, both ends inclusive. */
  | { readonly kind: 'minutes'; readonly least: number; readonly most: number }
  /** ISO 8601, as precise as it was typed: from the beginning of `after` on, earlier than the beginning of `before`. */
  | { readonly kind: 'period'; readonly after?: string; readonly before?: string };

/** Conditions by their spellings, as in `is:starred`. */
const MARKS: ReadonlyMap<string, Condition> = new Map(
  (Object.entries(SPELLINGS) as [Condition, Spelling][]).flatMap(([condition, { names, values }]) =>
    names
      .split(' ')
      .flatMap((name) => values.split(' ').map((value) => [`${name}:${value}`, condition] as const)),
  ),
);

const LANGUAGES: Readonly<Record<string, string>> = {
  francais: 'fr',
  french: 'fr',
  anglais: 'en',
  english: 'en',
};

/** Reads the value after a name. `value` is as typed; `folded` its words, folded and without hyphens. */
type Reader = (value: string, folded: string, name: string) => ArticleCondition | undefined;

const markOf: Reader = (_, folded, name) => {
  const condition = MARKS.get(`${name}:${folded}`);
  return condition && { kind: 'mark', condition };
};

const languageOf: Reader = (_, folded) => {
  const language = LANGUAGES[folded] ?? (/^[a-z]{2,3}$/.test(folded) ? folded : undefined);
  return language === undefined ? undefined : { kind: 'language', language };
};

/** `5`, `<5`, `<=5`, `>5`, `>=5`, `3..8`, `3..`, `..8`. */
const minutesOf: Reader = (typed) => {
  const value = typed.replace(/(?<![,;])[,;]+$/, '');
  const [, from, to] = /^(\d*)(?:\.\.|…)(\d*)$/.exec(value) ?? [];
  if (from || to) return { kind: 'minutes', least: Number(from), most: to ? Number(to) : Infinity };
  const [, sign = '', digits] = /^([<>]?=?)(\d+)$/.exec(value) ?? [];
  if (digits === undefined) return undefined;
  const minutes = Number(digits);
  switch (sign) {
    case '<':
      return { kind: 'minutes', least: 0, most: minutes - 1 };
    case '<=':
      return { kind: 'minutes', least: 0, most: minutes };
    case '>':
      return { kind: 'minutes', least: minutes + 1, most: Infinity };
    case '>=':
      return { kind: 'minutes', least: minutes, most: Infinity };
    default:
      return { kind: 'minutes', least: minutes, most: minutes };
  }
};

const periodOf =
  (side: 'after' | 'before'): Reader =>
  (value) => {
    const date = dateOf(value);
    return date === undefined ? undefined : { kind: 'period', [side]: date };
  };

/** A year, a month or a day as ISO 8601. */
function dateOf(value: string): string | undefined {
  const [, ...parts] = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/.exec(value) ?? [];
  const [year, month, day] = parts.map((part) => part?.padStart(2, '0'));
  if (Number(month ?? 1) > 12 || Number(month ?? 1) < 1 || Number(day ?? 1) > 31) return undefined;
  return year && [year, month, day].filter((part) => part !== undefined).join('-');
}

const AFTER = ['after', 'since', 'apres', 'depuis'];
const BEFORE = ['before', 'avant'];
const DATE_NAMES: ReadonlySet<string> = new Set([...AFTER, ...BEFORE]);

const READERS: ReadonlyMap<string, Reader> = new Map([
  ...[...MARKS.keys()].map((spelling) => [spelling.split(':')[0]!, markOf] as const),
  ...['lang', 'langue', 'language'].map((name) => [name, languageOf] as const),
  ...['minutes', 'minute'].map((name) => [name, minutesOf] as const),
  ...AFTER.map((name) => [name, periodOf('after')] as const),
  ...BEFORE.map((name) => [name, periodOf('before')] as const),
]);

/** True for a folded word that conditions are typed after, such as `is`. */
export const isConditionName = (name: string): boolean => READERS.has(name);

/** True for a condition's name that a date is typed after. */
export const isDateName = (name: string): boolean => DATE_NAMES.has(name);

/** True for the name of a condition, such as `starred`. */
export const isCondition = (name: unknown): name is Condition =>
  typeof name === 'string' && Object.hasOwn(SPELLINGS, name);

/**
 * The condition typed as `name:value`; undefined if there is none.
 *
 * @param name    folded
 * @param value   as typed
 * @param folded  the words of the value, folded and joined
 */
export const conditionTyped = (name: string, value: string, folded: string): ArticleCondition | undefined =>
  READERS.get(name)?.(value, folded, name);
