import { damaged } from './error.ts';

/*
 * Readers of values in JSON from anywhere: each returns the value, or throws a `PublishedError`. `name` says which value it is.
 */

export type JsonObject = Readonly<Record<string, unknown>>;

export const objectIn = (value: unknown, name: string): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : damaged(`${name} is no object`);

/** @param most  UTF-16 units of the longest text */
export const textIn = (value: unknown, name: string, most: number): string =>
  typeof value === 'string' && value.length <= most ? value : damaged(`${name} is no text up to ${most}`);

/** A whole number from 0 to `most`. */
export const countIn = (value: unknown, name: string, most: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most
    ? value
    : damaged(`${name} is no number up to ${most}`);

/** @param most  length of the longest list */
export const listIn = <T>(
  value: unknown,
  name: string,
  most: number,
  read: (item: unknown, name: string) => T,
): T[] =>
  Array.isArray(value) && value.length <= most
    ? value.map((item, at) => read(item, `${name}[${at}]`))
    : damaged(`${name} is no list up to ${most}`);

export const choiceIn = <T extends string>(value: unknown, name: string, choices: readonly T[]): T =>
  choices.find((choice) => choice === value) ?? damaged(`${name} is no known word`);

/** A text that matches `pattern`. */
export function matchIn(value: unknown, name: string, pattern: RegExp): string {
  return typeof value === 'string' && pattern.test(value) ? value : damaged(`${name} has another form`);
}

/** Reads a value; undefined if it is absent. */
export const optional = <T>(value: unknown, read: (value: unknown) => T): T | undefined =>
  value === undefined ? undefined : read(value);

/** A switch that is on, off or absent. */
export const flagIn = (value: unknown, name: string): boolean | undefined =>
  value === undefined || typeof value === 'boolean' ? value : damaged(`${name} is no switch`);

/** Parses JSON. @throws {PublishedError} */
export function parsedJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    return damaged(`${name} is no JSON`, cause);
  }
}
