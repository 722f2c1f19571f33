import type { Document } from '../document/document.ts';
import { noBreakAt, noBreakBefore } from './french.ts';
import { isDigit, isInsideNumber, startsWithUnit } from './units.ts';

/** The rules of a language for line breaks and punctuation, beyond those of Unicode. */
export interface Typography {
  /** Between a label and its value, with its spaces. */
  readonly colon: string;
  /** Whether no line may end at the blanks `text[blank, next)`. */
  noBreakAt(text: string, blank: number, next: number): boolean;
  /** Whether no line may begin with the word at `at`, after a hyphen. */
  noBreakBefore(text: string, at: number): boolean;
}

const TYPOGRAPHIES: Readonly<Record<NonNullable<Document['lang']>, Typography>> = {
  en: {
    colon: ': ',
    noBreakAt: (text, blank, next) =>
      isDigit(text.charCodeAt(blank - 1))
        ? startsWithUnit(text, next, 'en')
        : isDigit(text.charCodeAt(next)) && isInsideNumber(text, blank),
    noBreakBefore: () => false,
  },
  fr: { colon: '\u00a0: ', noBreakAt, noBreakBefore },
};

/** The language whose typography a text gets: that of the text itself, unless the setting `typography` names another. */
export const languageOfTypography = (
  setting: 'auto' | NonNullable<Document['lang']> | undefined,
  lang: Document['lang'],
): Document['lang'] => (setting === undefined || setting === 'auto' ? lang : setting);

/** The typography of a text; English if its language is unknown. */
export const typographyOf = (lang: Document['lang']): Typography => TYPOGRAPHIES[lang ?? 'en'];
