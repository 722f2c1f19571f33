import { clusterEnd } from '../unicode/clusters.ts';
import { cellWidth, fitting } from '../unicode/width.ts';
import { mayBegin, mayEnd } from './break-class.ts';
import { type BreakOpportunities, CUT_END, HYPHEN_END, POINT_END, SPACE_END } from './break-opportunities.ts';
import type { Hyphenator, TextRules } from './line.ts';

/** Words of more cells may be cut at suitable points. */
export const LONG = 16;

/** Signs after which, and before which, addresses and paths may be cut. (A dot at a line's end would end a sentence.) */
const HYPHEN = 0x2d;
const AFTER = 1;
const BEFORE = 2;
const CUTS = new Uint8Array(0x80);
for (const sign of '/_:@') CUTS[sign.charCodeAt(0)] = AFTER;
for (const sign of '.?&#~%+') CUTS[sign.charCodeAt(0)] = BEFORE;
/** Fewest characters on either side of such a cut. */
const LEAST_PART = 3;

/** Most closing marks in a row that are kept from the beginning of a line. */
const MOST_MARKS = 8;

const ADDRESS = /[/@_=]|\d/;

/** A piece before it is cut further: see `BreakOpportunities`. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly stop: number;
  readonly left: number;
  readonly right: number;
  readonly kind: number;
}

/** Adds a word, cut at hyphenation points and signs of addresses unless it is code (no `rules`), and where a line is full. */
export function addLong(breaks: BreakOpportunities, word: Word, width: number, rules?: TextRules): void {
  const { text, start, stop, left, right, kind } = word;
  const letters = text.slice(start, stop);
  const cuts = new Map<number, number>();
  if (rules?.hyphenate !== undefined && !ADDRESS.test(letters))
    hyphenationPoints(letters, rules.hyphenate, cuts);
  const tooWide = width > 0 && right - left > width;
  if (tooWide || (rules !== undefined && right - left > LONG && letters.includes('/')))
    addressPoints(letters, width, cuts);
  let from = 0;
  let cells = left;
  for (const [at, cut] of [...cuts].sort((a, b) => a[0] - b[0])) {
    const next = cells + cellWidth(letters.slice(from, at));
    const piece = { text, start: start + from, stop: start + at, left: cells, right: next, kind: cut };
    addPiece(breaks, piece, width);
    from = at;
    cells = next;
  }
  addPiece(breaks, { text, start: start + from, stop, left: cells, right, kind }, width);
}

/** Adds a piece, cut at clusters into lines of `width` cells if it is wider than that. */
function addPiece(breaks: BreakOpportunities, piece: Word, width: number): void {
  const { text, start, stop, left, right, kind } = piece;
  // No hyphen is added if it would leave no cell for a letter.
  const last = kind === HYPHEN_END && width > 0 && width < 2 ? CUT_END : kind;
  const most = last === HYPHEN_END ? width - 1 : width;
  let from = start;
  let cells = left;
  while (width > 0 && right - cells > most) {
    const fits = text.slice(from, fitting(text, most + 1, from, stop));
    // A blank that French typography protects is still a better place than the middle of a word.
    const blank = lastBlank(fits);
    const atBlank = blank > 0;
    const next = atBlank ? from + blank : cutPoint(text, from, stop, most);
    if (next >= stop) break;
    const edge = cells + cellWidth(text.slice(from, next));
    breaks.add(from, next, cells, edge, atBlank ? SPACE_END : CUT_END);
    from = atBlank ? next + 1 : next;
    cells = atBlank ? edge + 1 : edge;
  }
  breaks.add(from, stop, cells, right, last);
}

/** The last blank of a text that is not beside a mark of the next word or the one before; -1 or 0 if there is none. */
function lastBlank(text: string): number {
  let blank = text.lastIndexOf(' ');
  while (blank > 0 && !(mayEnd(text.charCodeAt(blank - 1)) && mayBegin(text.charCodeAt(blank + 1))))
    blank = text.lastIndexOf(' ', blank - 1);
  return blank;
}

/** Where to cut a word at a full line: after at least one cluster, and not before closing punctuation. */
function cutPoint(text: string, from: number, stop: number, most: number): number {
  let next = fitting(text, most, from, stop);
  const full = next;
  const least = Math.max(0, most - MOST_MARKS);
  for (let room = most - 1; room > least && next < stop && !mayFollow(text, next); room--)
    next = fitting(text, room, from, stop);
  // There are only marks, and one of them has to begin the line.
  if (next < stop && !mayFollow(text, next)) next = full;
  return next > from ? next : clusterEnd(text, from);
}

/** Whether a line may begin with the first character from `at` on that is not a blank. */
function mayFollow(text: string, at: number): boolean {
  let next = at;
  while (BLANKS.has(text.charCodeAt(next))) next++;
  return mayBegin(text.charCodeAt(next));
}

const BLANKS = new Set([0x20, 0xa0, 0x202f]);

/** Adds the hyphenation points of a word to `cuts`. */
function hyphenationPoints(word: string, hyphenate: Hyphenator, cuts: Map<number, number>): void {
  // Shorter words are not hyphenated.
  for (const { 0: letters, index } of word.matchAll(/(?:\p{L}\p{M}*){5,}/gu)) {
    if (letters === letters.toUpperCase()) continue;
    // The patterns have composed letters (NFC); file systems and some editors decompose them.
    const composed = letters.normalize('NFC');
    const starts =
      composed === letters
        ? undefined
        : Array.from(letters.matchAll(/\p{L}\p{M}*/gu), ({ index: start }) => start);
    if (starts !== undefined && starts.length !== composed.length) continue;
    for (const point of hyphenate(composed)) cuts.set(index + (starts?.[point] ?? point), HYPHEN_END);
  }
}

/** Adds the points at which an address, a path or a long name may be cut to `cuts`; hyphens only where necessary. */
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
