import type { ArticleCondition } from './conditions.ts';

/** A part of an article that is searched. */
export type Field = 'title' | 'tags' | 'author' | 'summary' | 'folder' | 'file' | 'matter' | 'body';

/** A word of the query. */
export interface Term {
  /** The folded form, and the key with accents (see `tokenize`). */
  readonly folded: string;
  readonly key: string;
  /** Whether the word is still being typed: it then matches all words that begin with it. */
  readonly prefix: boolean;
  /** True if only words with the same accents match. */
  readonly exact: boolean;
  /** The number of the word in the query, stop words included. */
  readonly ordinal: number;
  /** UTF-16 range in the query's text. */
  readonly start: number;
  readonly end: number;
}

/** One condition of a query: a word, or words that must follow each other. */
export interface Clause {
  /** At least one. Several must be side by side. */
  readonly terms: readonly Term[];
  /**
   * The terms written as one word (parts tied by a hyphen, a number in groups of digits), or the word joined with those
   * before or after it (`plate forme`, `je veux aider`). These match the clause as well.
   */
  readonly joined: readonly Term[];
  /** In quotation marks, or after `=`: only the exact word matches, in any case and accents unless its terms are `exact`. */
  readonly quoted: boolean;
  /** Articles that match are left out. In a requirement: the clause is negated there, and there is nothing to highlight. */
  readonly excluded: boolean;
  /** Only this field is searched. */
  readonly field?: Field;
  /** A stop word: articles need not match. */
  readonly optional: boolean;
  /** Part of a requirement of the query, which says how articles must match. */
  readonly grouped: boolean;
}

/** What an article must meet, made of clauses of the query, by their numbers, and of conditions. */
export type Requirement =
  | { readonly kind: 'clause'; readonly clause: number }
  | { readonly kind: 'condition'; readonly condition: ArticleCondition }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Requirement[] }
  | { readonly kind: 'not'; readonly of: Requirement }
  | Nearness;

/** In one field, clauses at most so many words from each other. */
export interface Nearness {
  readonly kind: 'near';
  /** Each operand is one of several clauses. */
  readonly operands: readonly (readonly number[])[];
  /** From each operand to the next, in words: 1 for words side by side. */
  readonly distances: readonly number[];
}

/** A name of conditions with a value that it does not have, as it was typed: the mark `is:nope`, the date `after:nope`. */
export interface UnknownCondition {
  readonly kind: 'mark' | 'date';
  readonly text: string;
}

/** A parsed query: see `parse-query.ts`. */
export interface Query {
  readonly text: string;
  /** The words and phrases of the query, in their order. */
  readonly clauses: readonly Clause[];
  /** All of these must hold, whatever else articles match. */
  readonly requirements: readonly Requirement[];
  /** Conditions that do not exist. No article meets them; their words are clauses, too. */
  readonly unknownConditions: readonly UnknownCondition[];
  /** True if no clause is strict or part of a requirement. */
  readonly loose: boolean;
  /** Whether a loose query has stop words, as sentences do: an article need not match all its words then. */
  readonly sentence: boolean;
}

/** True if the words are meant to the letter, in quotation marks or after a field's name: articles without them do not match. */
export const isStrict = ({ quoted, field }: Clause): boolean => quoted || field !== undefined;

/** True if a query has neither words nor conditions: any article would match. */
export const isEmptyQuery = ({ clauses, requirements }: Query): boolean =>
  clauses.length === 0 && requirements.length === 0;

/** True if articles must have words that the query names: there is something to rank them by, and to find in them. */
export const hasWords = ({ clauses }: Query): boolean => clauses.some(({ excluded }) => !excluded);
