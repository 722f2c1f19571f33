import { extname } from 'node:path';

/** A program with its arguments; `{}` in these stands for the file, which is the last argument if none has it. */
export type Converter = readonly [program: string, ...args: string[]];

/** The programs of the settings that convert files into texts. */
export interface Converters {
  /** By suffix, without its dot and in lower case. */
  readonly bySuffix: ReadonlyMap<string, Converter>;
  /** The program's cache folder, where texts are kept; undefined to keep none. */
  readonly cache: string | undefined;
  /** True if nothing is written. */
  readonly readOnly: boolean;
}

const NONE: Converters = { bySuffix: new Map(), cache: undefined, readOnly: true };

let current = NONE;

/**
 * Sets the programs that convert files. They are the same for the whole process, as its settings are; which files are articles
 * depends on them wherever names are looked at.
 */
export function setConverters(converters: Converters = NONE): void {
  current = converters;
}

/** The programs that were set, to be set in another thread. */
export const usedConverters = (): Converters => current;

/** The programs as a text, by which what was read with them is told from what is read with others; empty if there are none. */
export const convertersText = (): string =>
  current.bySuffix.size > 0 ? JSON.stringify([...current.bySuffix].sort(([a], [b]) => (a < b ? -1 : 1))) : '';

/** The program that converts a file, by the suffix of its name; undefined if there is none. */
export const converterFor = (path: string): Converter | undefined =>
  current.bySuffix.size > 0 ? current.bySuffix.get(extname(path).slice(1).toLowerCase()) : undefined;
