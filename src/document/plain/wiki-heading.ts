import { type Line, restOf } from './line.ts';

/** A heading between equal signs, as wikis write it, and how many signs are on each side. */
export interface WikiHeading {
  readonly line: Line;
  readonly signs: number;
}

/** UTF-16 units of a heading with its signs. */
const MAX_LENGTH = 200;
/** The most signs on each side, and so the lowest level or the highest. */
const MAX_SIGNS = 6;

/** The heading that a line is, such as `== Title ==`; undefined if it is none. */
export function wikiHeadingOf(line: Line): WikiHeading | undefined {
  if (!line.text.startsWith('==') || line.text.length > MAX_LENGTH) return undefined;
  const [, signs, text] = /^(={2,6})[ \t]+([^\s=].*?)[ \t]+\1$/.exec(line.text) ?? [];
  if (signs === undefined || text === undefined) return undefined;
  return { line: { ...restOf(line, line.text.indexOf(text)), text }, signs: signs.length };
}

/**
 * True if more signs are a higher level, as in Zim and DokuWiki: the first heading then has the most. In MediaWiki and
 * Creole it has the fewest.
 */
export function hasFallingSigns(lines: readonly Line[]): boolean {
  const signs = lines.flatMap((line) => wikiHeadingOf(line)?.signs ?? []);
  return signs[0] === MAX_SIGNS || signs.some((count) => count < signs[0]!);
}

/** The level of a heading with so many signs, from 1, the highest. */
export const levelOf = (signs: number, isFalling: boolean): number =>
  isFalling ? MAX_SIGNS + 1 - signs : signs;
