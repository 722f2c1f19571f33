import type { Query } from './query.ts';
import type { Match, Snippet } from './results.ts';
import { type ClauseMatch, clauseMatches } from './text-matches.ts';

/** Matches considered, at most: a text with more of them is about nothing else. */
const MAX_MATCHES = 2000;
const ELLIPSIS = '…';
/** Whether a line may be cut at a unit: not at no-break spaces. */
const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d;
const BLANKS = /[ \t\n\r]+/g;
/** Blanks within a line that are not a single space. */
const WIDE_BLANKS = /[ \t]{2,}|\t/g;
/** Replaces the newline between two blocks. */
const BETWEEN_BLOCKS = ' · ';
/** UTF-16 units of a word that are added at a time, at most. */
const MAX_STEP = 200;

/** A text or a part of one, and whether there is more text before and after it. */
export interface Part {
  readonly text: string;
  readonly before: boolean;
  readonly after: boolean;
  /** Ranges of the text that are no prose: code, diagrams, templates. */
  readonly code: readonly Match[];
}

/** `snippetOfWhole` of a text that is prose. */
export const snippet = (
  text: string,
  query: Query,
  cells = 160,
  width: (text: string) => number = lengthOf,
): Snippet => snippetOfWhole({ text, before: false, after: false, code: [] }, query, cells, width);

/**
 * One line of at most `cells` cells around the best cluster of matches, in prose if any are, cut at blanks, with `…` for what is
 * left out. The beginning of the text if nothing matches.
 */
export function snippetOfWhole(
  part: Part,
  query: Query,
  cells = 160,
  width: (text: string) => number = lengthOf,
): Snippet {
  const matches = clauseMatches(part.text, query).slice(0, MAX_MATCHES);
  const prose = inProse(matches, part);
  const cluster = bestCluster(prose.length > 0 ? prose : matches, cells, part.text);
  return lineAround(part, cluster, matches, cells, width);
}

/** A snippet of a part of a text; undefined if no line of its prose matches at least `clauses` clauses of the query. */
export function snippetOfPart(
  part: Part,
  query: Query,
  clauses: number,
  cells = 160,
  width: (text: string) => number = lengthOf,
): Snippet | undefined {
  for (const accepts of ['forms', 'misspelt'] as const) {
    const matches = clauseMatches(part.text, query, accepts).slice(0, MAX_MATCHES);
    const cluster = bestCluster(inProse(matches, part), cells, part.text);
    if (cluster.clauses >= clauses) return lineAround(part, cluster, matches, cells, width);
  }
  return undefined;
}

/** The matches outside the ranges of code. Both are sorted. */
function inProse(matches: readonly ClauseMatch[], { code }: Part): readonly ClauseMatch[] {
  let next = 0;
  return matches.filter(({ start }) => {
    while (next < code.length && code[next]!.end <= start) next += 1;
    return next === code.length || start < code[next]!.start;
  });
}

const lengthOf = (text: string): number => text.length;

/** A range, and how many clauses of the query have a match in it. */
export interface Cluster extends Match {
  readonly clauses: number;
}

/**
 * The range of at most `room` units with the most clauses, then within one sentence, if `text` is given, then with the clauses
 * near each other and many matches. `matches` must be sorted by start.
 */
export function bestCluster(matches: readonly ClauseMatch[], room: number, text?: string): Cluster {
  let best: Cluster = { start: 0, end: 0, clauses: 0 };
  let bestScore = 0;
  for (let i = 0, j = 0; i < matches.length; i += 1) {
    const { start } = matches[i]!;
    j = Math.max(i, j);
    while (j + 1 < matches.length && matches[j + 1]!.end - start <= room) j += 1;
    const inside = matches.slice(i, j + 1);
    const { clauses, end: shortest } = shortestRange(inside);
    const closeness = (CLOSE * (room - Math.min(room, shortest - start))) / Math.max(1, room);
    const isSentence = text !== undefined && !SENTENCE_BREAK.test(text.slice(start, shortest));
    const score = clauses * CLAUSE + (isSentence ? SENTENCE : 0) + closeness + Math.min(MANY, inside.length);
    if (score <= bestScore) continue;
    const end = isSentence ? shortest : Math.max(...inside.map((match) => match.end));
    [best, bestScore] = [{ start, end, clauses }, score];
  }
  return best;
}

/** What makes a range a good one, from the most to the least important: see `bestCluster`. */
const CLAUSE = 1000;
const SENTENCE = 500;
const CLOSE = 200;
const MANY = 99;

/** How many clauses sorted matches have, and where the first matches that have all of them end. */
function shortestRange(matches: readonly ClauseMatch[]): { clauses: number; end: number } {
  const seen = new Set<number>();
  let end = 0;
  for (const match of matches) {
    if (seen.has(match.clause)) continue;
    seen.add(match.clause);
    end = Math.max(end, match.end);
  }
  return { clauses: seen.size, end };
}

/** Between two sentences or two blocks. An abbreviation has a small letter after it. */
const SENTENCE_BREAK = /[.!?…][»”")\]]*[^\S\n]+(?=[^\sa-z])|\n/;

/** Widens a range on both sides to whole words while it fits, within its block first, and from prose not into code. */
function windowAround(
  { text, before, after, code }: Part,
  cluster: Match,
  cells: number,
  width: (text: string) => number,
): [number, number] {
  let { start, end } = cluster;
  const widthOf = (from: number, to: number): number => width(flat(text.slice(from, to)));
  let used = widthOf(start, end);
  const isProse = !reaches(code, start, Math.max(end, start + 1));
  /** Widens the range if there is room, and unless `across` only within a block. */
  const take = (from: number, to: number, across: boolean): boolean => {
    const [first, last] = from < start ? [from, start] : [end, to];
    if (first === last || (!across && isBlockEnd(text.slice(first, last)))) return false;
    if (isProse && reaches(code, first, last)) return false;
    const wider = used + widthOf(first, last);
    const marks = (before || from > 0 ? 2 : 0) + (after || to < text.length ? 2 : 0);
    if (wider + marks > cells) return false;
    [start, end, used] = [from, to, wider];
    return true;
  };
  for (const across of [false, true]) {
    for (let grown = true; grown; ) {
      grown = take(wordBefore(text, start), end, across);
      for (let i = 0; i < 2; i += 1) grown = take(start, wordAfter(text, end), across) || grown;
    }
  }
  const isCut = !SENTENCE_START.test(text.slice(Math.max(0, start - 4), start)) && (start > 0 || before);
  const begin = isCut ? beginAfter(text.slice(start, cluster.start)) : 0;
  if (begin > 0) {
    start += begin;
    used = widthOf(start, end);
    while (take(start, wordAfter(text, end), true));
  }
  return [start, end];
}

/** True if [from, to) has a part of one of the ranges. */
const reaches = (ranges: readonly Match[], from: number, to: number): boolean =>
  ranges.some(({ start, end }) => start < to && end > from);

/** How many units of the text before the matches to leave out, so that a line begins with a sentence or, nearby, a clause. */
function beginAfter(lead: string): number {
  const sentence = SENTENCE_END.exec(lead);
  if (sentence) return sentence.index + sentence[0].length;
  const clause = CLAUSE_END.exec(lead.slice(0, Math.ceil(lead.length / 2)));
  return clause ? clause.index + clause[0].length : 0;
}

/** The text before the first sentence that begins in it. An abbreviation has a small letter after it, or no blank. */
const SENTENCE_END = /(?:[.!?…][»”")\]]*[^\S\n]+(?=[^\sa-z])|\n\s*)/;
const SENTENCE_START = /(?:[.!?…][»”")\]]?[^\S\n]|\n[^\S\n]*)$/;
const CLAUSE_END = /[,;:—–)][^\S\n]+/;

/** The text on one line. */
const flat = (text: string): string =>
  text.includes('\n') ? text.replace(BLANKS, onOneLine) : text.replace(WIDE_BLANKS, ' ');
const isBlockEnd = (text: string): boolean => text.includes('\n');
const onOneLine = (blanks: string): string => (isBlockEnd(blanks) ? BETWEEN_BLOCKS : ' ');

function wordBefore(text: string, at: number): number {
  let i = at;
  while (i > 0 && isBlank(text.charCodeAt(i - 1))) i -= 1;
  while (i > 0 && at - i < MAX_STEP && !isBlank(text.charCodeAt(i - 1))) i -= 1;
  return i;
}

function wordAfter(text: string, at: number): number {
  let i = at;
  while (i < text.length && isBlank(text.charCodeAt(i))) i += 1;
  while (i < text.length && i - at < MAX_STEP && !isBlank(text.charCodeAt(i))) i += 1;
  return i;
}

/** The line around a cluster, with the matches in it. */
function lineAround(
  part: Part,
  cluster: Match,
  matches: readonly ClauseMatch[],
  cells: number,
  width: (text: string) => number,
): Snippet {
  const { text, before, after } = part;
  const [start, end] = windowAround(part, cluster, cells, width);
  const ellipsis = before || text.slice(0, start).trim() !== '' ? `${ELLIPSIS} ` : '';
  const shown = text.slice(start, end).trim();
  const from = text.indexOf(shown, start);
  const lineTo = (to: number): string => ellipsis + flat(text.slice(from, to));
  const spans: Match[] = [];
  for (const match of matches) {
    if (match.start < from || match.end > from + shown.length) continue;
    const [first, last] = [lineTo(match.start).length, lineTo(match.end).length];
    if (first >= (spans.at(-1)?.end ?? 0)) spans.push({ start: first, end: last });
  }
  const isEnd = !after && text.slice(end).trim() === '';
  const line = lineTo(from + shown.length);
  return { text: isEnd ? line : `${line} ${ELLIPSIS}`, matches: spans };
}
