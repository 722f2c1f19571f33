import { clusterEnd } from '../unicode/clusters.ts';
import { cellWidth, fitting } from '../unicode/width.ts';
import { mayBegin, mayEnd } from './break-class.ts';
import { CUT_END, HYPHEN_END, type Pieces, POINT_END, SPACE_END } from './break-opportunities.ts';
import type { TextRules } from './line.ts';

/** Words of more cells are looked at for points where they may be cut. */
export const LONG = 16;

/** Addresses and paths may be cut after these, and before those (a dot at a line's end would end a sentence). */
const HYPHEN = 0x2d;
const AFTER = 1;
const BEFORE = 2;
const CUTS = new Uint8Array(0x80);
for (const sign of '/_:@') CUTS[sign.charCodeAt(0)] = AFTER;
for (const sign of '.?&#~%+') CUTS[sign.charCodeAt(0)] = BEFORE;
/** Fewest characters to leave on either side of such a point. */
const LEAST_PART = 3;

/** Closing marks in a row that are kept from the beginning of a line. */
const MOST_MARKS = 8;

const ADDRESS = /[/@_=]|\d/;

/** A piece as it is before it is cut further; see `Pieces` for the numbers. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly stop: number;
  readonly left: number;
  readonly right: number;
  readonly end: number;
}

/**
 * Adds a word to `pieces`, cut where it may be: at hyphenation points, at the sensible points of an address or a path,
 * and, where it is still wider than `width`, at every full line. Code, which comes without rules, is cut only where it
 * is too wide.
 */
export function addLong(pieces: Pieces, word: Word, width: number, rules: TextRules | undefined): void {
  const { text, start, stop, left, right, end } = word;
  const letters = text.slice(start, stop);
  const cuts = new Map<number, number>();
  if (rules?.hyphenate !== undefined && !ADDRESS.test(letters))
    hyphenationPoints(letters, rules.hyphenate, cuts);
  const tooWide = width > 0 && right - left > width;
  if (tooWide || (rules !== undefined && right - left > LONG && letters.includes('/')))
    addressPoints(letters, width, cuts);
  let from = 0;
  let cells = left;
  for (const [at, kind] of [...cuts].sort((a, b) => a[0] - b[0])) {
    const next = cells + cellWidth(letters.slice(from, at));
    addCut(pieces, text, start + from, start + at, cells, next, kind, width);
    from = at;
    cells = next;
  }
  addCut(pieces, text, start + from, stop, cells, right, end, width);
}

/** Adds a piece, cut at clusters into lines of `width` cells if it is wider than that. */
function addCut(
  pieces: Pieces,
  text: string,
  start: number,
  stop: number,
  left: number,
  right: number,
  end: number,
  width: number,
): void {
  // Where not even one cell would be left beside a hyphen, none is drawn.
  const drawn = end === HYPHEN_END && width > 0 && width < 2 ? CUT_END : end;
  const most = drawn === HYPHEN_END ? width - 1 : width;
  let from = start;
  let cells = left;
  while (width > 0 && right - cells > most) {
    const fits = text.slice(from, fitting(text, most + 1, from, stop));
    // A blank that French typography held between words is still a better place than the middle of one.
    const blank = lastBlank(fits);
    const held = blank > 0;
    const next = held ? from + blank : cutPoint(text, from, stop, most);
    if (next >= stop) break;
    const edge = cells + cellWidth(text.slice(from, next));
    pieces.add(from, next, cells, edge, held ? SPACE_END : CUT_END);
    from = held ? next + 1 : next;
    cells = held ? edge + 1 : edge;
  }
  pieces.add(from, stop, cells, right, drawn);
}

/** The last blank of a text that does not stand beside a mark which belongs to the next word or to the one before. */
function lastBlank(text: string): number {
  let blank = text.lastIndexOf(' ');
  while (blank > 0 && !(mayEnd(text.charCodeAt(blank - 1)) && mayBegin(text.charCodeAt(blank + 1))))
    blank = text.lastIndexOf(' ', blank - 1);
  return blank;
}

/**
 * Where a word is cut when the line is full: not before closing punctuation, nor before a blank that such a mark
 * follows, and after one cluster at least.
 */
function cutPoint(text: string, from: number, stop: number, most: number): number {
  let next = fitting(text, most, from, stop);
  const full = next;
  const least = Math.max(0, most - MOST_MARKS);
  for (let room = most - 1; room > least && next < stop && !mayFollow(text, next); room--)
    next = fitting(text, room, from, stop);
  // Nothing but marks: one of them has to begin a line.
  if (next < stop && !mayFollow(text, next)) next = full;
  return next > from ? next : clusterEnd(text, from);
}

/** Whether a line may begin with what stands at `at`, blanks left out. */
function mayFollow(text: string, at: number): boolean {
  let next = at;
  while (BLANKS.has(text.charCodeAt(next))) next++;
  return mayBegin(text.charCodeAt(next));
}

const BLANKS = new Set([0x20, 0xa0, 0x202f]);

/** Where a hyphenator would part the words of `word`. */
function hyphenationPoints(
  word: string,
  hyphenate: (word: string) => readonly number[],
  cuts: Map<number, number>,
): void {
  // Shorter words are not hyphenated.
  for (const match of word.matchAll(/\p{L}{5,}/gu)) {
    const letters = match[0];
    if (letters === letters.toUpperCase()) continue;
    for (const point of hyphenate(letters)) cuts.set(match.index + point, HYPHEN_END);
  }
}

/** The points at which an address, a path or a long name may be cut; at hyphens where it has to be. */
function addressPoints(word: string, width: number, cuts: Map<number, number>): void {
  let last = 0;
  let hyphen = 0;
  let sign = CUTS[word.charCodeAt(0)] ?? 0;
  for (let at = 1; at < word.length - LEAST_PART; at++) {
    const previous = sign;
    sign = CUTS[word.charCodeAt(at)] ?? 0;
    const after = previous === AFTER && sign !== AFTER;
    const before = sign === BEFORE && previous !== BEFORE;
    if (width > 0 && at - last > width && hyphen > last) {
      cuts.set(hyphen, POINT_END);
      last = hyphen;
    }
    if (word.charCodeAt(at - 1) === HYPHEN && at - last >= LEAST_PART) hyphen = at;
    if ((after || before) && at - last >= LEAST_PART) {
      cuts.set(at, POINT_END);
      last = at;
    }
  }
}
