/** Languages of the interface. */
export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Something that the interface says, in each of its languages. */
export type Translated<T = string> = Readonly<Record<Language, T>>;

/** The language by the first of `LC_ALL`, `LC_MESSAGES`, `LANG` that is set, as in POSIX; English for all others. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const code = /^[a-z]+/i.exec(locale)?.[0].toLowerCase();
  return LANGUAGES.find((language) => language === code) ?? 'en';
}

interface Conventions {
  /** Between a label and its value, with its spaces. */
  readonly colon: string;
  readonly groupSeparator: string;
  readonly isSingular: (count: number) => boolean;
  readonly quotationMarks: readonly [opening: string, closing: string];
  readonly or: string;
  readonly firstOfMonth: string;
  readonly months: Readonly<Record<'long' | 'short', string>>;
}

/*
 * The names of months are written out because the first `Intl.DateTimeFormat` of a process takes over 35 ms on Node 20,
 * longer than all of `show`.
 */
export const locales: Translated<ReturnType<typeof makeLocale>> = {
  fr: makeLocale({
    colon: '\u00a0: ',
    groupSeparator: '\u202f',
    isSingular: (count) => count < 2,
    quotationMarks: ['«\u00a0', '\u00a0»'],
    or: 'ou',
    firstOfMonth: '1er',
    months: {
      long: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
      short: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.',
    },
  }),
  en: makeLocale({
    colon: ': ',
    groupSeparator: ',',
    isSingular: (count) => count === 1,
    quotationMarks: ['“', '”'],
    or: 'or',
    firstOfMonth: '1',
    months: {
      long: 'January February March April May June July August September October November December',
      short: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
    },
  }),
};

/** How a language writes numbers, dates, quotations and lists. */
function makeLocale(conventions: Conventions) {
  const { colon, groupSeparator, isSingular, quotationMarks, or, firstOfMonth, months } = conventions;
  /** A whole number in groups of three digits: `12,345`. */
  const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, groupSeparator);
  return {
    colon,
    number,
    /** `count` and the form that agrees with it: `3 articles`. */
    plural: (count: number, singular: string, plural: string): string =>
      `${number(count)} ${isSingular(count) ? singular : plural}`,
    /** `label: value`. */
    labelled: (label: string, value: string): string => label + colon + value,
    /** `text` in quotation marks. */
    quote: (text: string): string => quotationMarks.join(text),
    /** `a`, `a or b`, `a, b or c`. */
    alternatives: (items: readonly string[]): string =>
      items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${or} ${items.at(-1)}`,
    /** An article's date, as precise as it is: `3 May 2024`, `May 2024`, `2024`; its spaces are no-break. */
    date(date: string, length: 'long' | 'short' = 'long'): string {
      const [year, month, day] = date.split('-');
      const name = months[length].split(' ')[Number(month) - 1];
      if (!year || !name) return date;
      const dayNumber = day && (Number(day) === 1 ? firstOfMonth : String(Number(day)));
      return [dayNumber, name, year].filter(Boolean).join('\u00a0');
    },
  };
}
