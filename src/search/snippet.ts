import { type ClauseMatch, clauseMatches, isSought } from './find.ts';
import type { Match, Snippet } from './match.ts';
import type { Query } from './query.ts';

/** Matches looked at; a text that has more is about nothing else. */
const MAX_MATCHES = 2000;
const ELLIPSIS = '…';
/** Where a line may be cut: not at no-break spaces. */
const BLANK = /[ \t\n\r]/;
const BLANKS = /[ \t\n\r]+/g;
/** Stands for the blank lines between two blocks. */
const BETWEEN_BLOCKS = ' · ';
/** Longest word taken whole, in UTF-16 units. */
const MAX_STEP = 200;

/**
 * One line of at most `cells` cells around the part of `text` that answers the most of `query`, cut at blanks, with
 * `…` where something is left out. Without a match, the beginning of the text.
 */
export function snippet(
  text: string,
  query: Query,
  cells = 160,
  width: (text: string) => number = lengthOf,
): Snippet {
  const matches = clauseMatches(text, query).slice(0, MAX_MATCHES);
  return lineAround(text, bestCluster(matches, cells), matches, cells, width);
}

/**
 * Such a line from the beginning of a longer text, where that answers all of the query as it was typed; undefined where
 * the rest has to be read for it.
 */
export function snippetFromBeginning(
  beginning: string,
  query: Query,
  cells = 160,
  width: (text: string) => number = lengthOf,
): Snippet | undefined {
  const matches = clauseMatches(beginning, query, 'forms').slice(0, MAX_MATCHES);
  const cluster = bestCluster(matches, cells);
  const sought = query.clauses.filter(isSought).length;
  // What follows the match must be there to fill the line.
  if (cluster.clauses < sought || cluster.end + 2 * cells > beginning.length) return undefined;
  return lineAround(beginning, cluster, matches, cells, width);
}

function lineAround(
  text: string,
  cluster: Match,
  matches: readonly ClauseMatch[],
  cells: number,
  width: (text: string) => number,
): Snippet {
  const [start, end] = windowAround(text, cluster, cells, width);
  return flatten(text, start, end, matches);
}

const lengthOf = (text: string): number => text.length;

/** A range, and how many clauses of the query it answers. */
interface Cluster extends Match {
  readonly clauses: number;
}

/** The range that holds the most clauses, then the most matches, in the least room. */
function bestCluster(matches: readonly ClauseMatch[], room: number): Cluster {
  let best: Cluster = { start: 0, end: 0, clauses: 0 };
  let bestScore = 0;
  for (let i = 0, j = 0; i < matches.length; i += 1) {
    const { start } = matches[i]!;
    j = Math.max(i, j);
    while (j + 1 < matches.length && matches[j + 1]!.end - start <= room) j += 1;
    const inside = matches.slice(i, j + 1);
    const clauses = new Set(inside.map((match) => match.clause)).size;
    const score = clauses * 100 + Math.min(99, inside.length);
    const end = Math.max(...inside.map((match) => match.end));
    if (score > bestScore) [best, bestScore] = [{ start, end, clauses }, score];
  }
  return best;
}

/** Widens a range on both sides to whole words while it fits, within its block first. */
function windowAround(
  text: string,
  cluster: Match,
  cells: number,
  width: (text: string) => number,
): [number, number] {
  const fits = (from: number, to: number): boolean =>
    width(text.slice(from, to).replace(BLANKS, onOneLine)) +
      (from > 0 ? 2 : 0) +
      (to < text.length ? 2 : 0) <=
    cells;
  let { start, end } = cluster;
  for (const across of [false, true]) {
    const open = (from: number, to: number): boolean => across || !isBlockEnd(text.slice(from, to));
    for (let grown = true; grown; ) {
      grown = false;
      const before = wordBefore(text, start);
      if (before < start && open(before, start) && fits(before, end)) [start, grown] = [before, true];
      for (let i = 0; i < 2; i += 1) {
        const after = wordAfter(text, end);
        if (after > end && open(end, after) && fits(start, after)) [end, grown] = [after, true];
      }
    }
  }
  return [start, end];
}

const isBlockEnd = (text: string): boolean => /\n[ \t\r]*\n/.test(text);
const onOneLine = (blanks: string): string => (isBlockEnd(blanks) ? BETWEEN_BLOCKS : ' ');

function wordBefore(text: string, at: number): number {
  let i = at;
  while (i > 0 && BLANK.test(text[i - 1]!)) i -= 1;
  while (i > 0 && at - i < MAX_STEP && !BLANK.test(text[i - 1]!)) i -= 1;
  return i;
}

function wordAfter(text: string, at: number): number {
  let i = at;
  while (i < text.length && BLANK.test(text[i]!)) i += 1;
  while (i < text.length && i - at < MAX_STEP && !BLANK.test(text[i]!)) i += 1;
  return i;
}

/** The range on one line: runs of blanks as `onOneLine` has them, matches moved along. */
function flatten(text: string, start: number, end: number, matches: readonly ClauseMatch[]): Snippet {
  const moved = new Map<number, number>();
  let line = text.slice(0, start).trim() === '' ? '' : `${ELLIPSIS} `;
  const stop = start + text.slice(start, end).trimEnd().length;
  for (let i = start; i < stop; i += 1) {
    if (!BLANK.test(text[i]!)) {
      moved.set(i, line.length);
      line += text[i]!;
      continue;
    }
    const from = i;
    while (BLANK.test(text[i + 1]!)) i += 1;
    if (line !== '' && !line.endsWith(' ')) line += onOneLine(text.slice(from, i + 1));
  }
  const spans: Match[] = [];
  for (const match of matches) {
    const from = moved.get(match.start);
    const last = moved.get(match.end - 1);
    if (from === undefined || last === undefined || from < (spans.at(-1)?.end ?? 0)) continue;
    spans.push({ start: from, end: last + 1 });
  }
  return { text: text.slice(end).trim() === '' ? line : `${line} ${ELLIPSIS}`, matches: spans };
}
