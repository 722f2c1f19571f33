import * as c from './character.ts';

/** Characters below it do not combine, except CR LF. */
const FIRST_JOINING = 0x300;
const EMOJI_STYLE = 0xfe0f;
const KEYCAP = 0x20e3;

/**
 * The end of the grapheme cluster that begins at `start` (UAX #29, extended clusters without the Indic conjuncts of Unicode
 * 15.1). Takes linear time on any text, unlike `Intl.Segmenter` on Node 20. One hot loop: it runs for every cluster that is
 * measured.
 */
export function clusterEnd(text: string, start: number): number {
  let point = text.codePointAt(start);
  if (point === undefined) return start;
  let end = start + (point > 0xffff ? 2 : 1);
  if (point < FIRST_JOINING) {
    const next = text.charCodeAt(end);
    if (!(next >= FIRST_JOINING)) return point === 0x0d && next === 0x0a ? end + 1 : end;
  }
  let before = c.classOf(point);
  // Whether the characters before are a pictograph with its modifiers, and whether a joiner follows these (rule GB11).
  let pictograph = before === c.PICTOGRAPH;
  let joined = false;
  let flag = before === c.REGIONAL;
  while (end < text.length) {
    point = text.codePointAt(end)!;
    const next = c.classOf(point);
    if (!joins(before, next, joined, flag)) break;
    flag = false;
    joined = pictograph && next === c.JOINER;
    pictograph = next === c.PICTOGRAPH || (pictograph && next === c.EXTEND);
    before = next;
    end += point > 0xffff ? 2 : 1;
  }
  return end;
}

/** Whether two characters are in one cluster, by the rules of UAX #29. */
function joins(before: number, next: number, joined: boolean, flag: boolean): boolean {
  if (before === c.CONTROL || next === c.CONTROL) return false;
  if (next === c.EXTEND || next === c.JOINER || next === c.SPACING) return true;
  if (before === c.PREPEND) return true;
  if (next === c.PICTOGRAPH) return joined;
  if (next === c.REGIONAL) return flag;
  return joinsHangul(before, next);
}

function joinsHangul(before: number, next: number): boolean {
  if (next === c.HANGUL_V) return before === c.HANGUL_L || before === c.HANGUL_V || before === c.HANGUL_LV;
  if (next === c.HANGUL_T)
    return (
      before === c.HANGUL_V || before === c.HANGUL_T || before === c.HANGUL_LV || before === c.HANGUL_LVT
    );
  return before === c.HANGUL_L && (next === c.HANGUL_L || next === c.HANGUL_LV || next === c.HANGUL_LVT);
}

/** The cells of the cluster `text[start, end)`: two for an emoji, else the sum of its characters; controls count 0. */
export function clusterCells(text: string, start: number, end: number): number {
  const point = text.codePointAt(start);
  if (point === undefined) return 0;
  const first = c.cellsOf(point);
  let at = start + (point > 0xffff ? 2 : 1);
  if (at >= end) return first;
  const pictograph = c.classOf(point) === c.PICTOGRAPH;
  let cells = first;
  while (at < end) {
    const next = text.codePointAt(at)!;
    if (pictograph ? next === EMOJI_STYLE || next === 0x200d : next === KEYCAP) return 2;
    // A skin tone changes the emoji before it, and takes no cells.
    if (!(pictograph && next >= 0x1f3fb && next <= 0x1f3ff)) cells += c.cellsOf(next);
    at += next > 0xffff ? 2 : 1;
  }
  return cells;
}

/** The grapheme clusters of a text in order. */
export function* clusters(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const end = clusterEnd(text, at);
    yield text.slice(at, end);
    at = end;
  }
}
