import type { Language } from './language.ts';

/** The forms of a phrase by number, as CLDR names them for French and English (French counts 0 with 1). */
export interface Forms {
  readonly one: string;
  readonly other: string;
}

const rules = new Map<Language, Intl.PluralRules>();

/** `count` and the form that goes with it: `3 articles`. */
export function plural(language: Language, count: number, forms: Forms): string {
  const rule = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, rule);
  return `${number(language, count)} ${rule.select(count) === 'one' ? forms.one : forms.other}`;
}

/** A whole number in groups of three: `12 345` with narrow no-break spaces, `12,345`. */
export const number = (language: Language, value: number): string =>
  String(value).replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? '\u202f' : ',');

/*
 * Months by hand: the first `Intl.DateTimeFormat` of a process takes 35 ms and more on Node 20, longer than all of
 * `show`. (`Intl.PluralRules` takes 0.3 ms.)
 */
const MONTHS: Readonly<Record<Language, { readonly long: string; readonly short: string }>> = {
  fr: {
    long: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    short: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.',
  },
  en: {
    long: 'January February March April May June July August September October November December',
    short: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  },
};

/** An article's date in words, as precise as it is: `3 mai 2024`, `May 2024`, `2024`. No-break spaces inside. */
export function dateText(language: Language, date: string, length: 'long' | 'short' = 'long'): string {
  const [year, month, day] = date.split('-');
  const name = MONTHS[language][length].split(' ')[Number(month) - 1];
  if (!year || !name) return date;
  const first = language === 'fr' ? '1er' : '1';
  const parts = [day && (Number(day) === 1 ? first : String(Number(day))), name, year];
  return parts.filter(Boolean).join('\u00a0');
}

/** `a`, `a or b`, `a, b or c`. */
export function alternatives(language: Language, items: readonly string[]): string {
  const or = language === 'fr' ? ' ou ' : ' or ';
  return items.length < 2 ? items.join('') : items.slice(0, -1).join(', ') + or + items.at(-1);
}
