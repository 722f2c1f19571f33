import type { Sequence } from '../algorithms/sequence.ts';
import type { Link } from '../document/document.ts';
import { firstEndingAfter } from '../search/match-list.ts';
import type { Match } from '../search/results.ts';
import { hyperlinkOf, type Piece } from '../style/ansi.ts';
import type { ThemeStyle } from '../style/theme.ts';
import type { Span } from '../text/line.ts';
import { piece } from './row.ts';

/** A range of the text and the style that is added there. */
export interface Highlight extends Match {
  readonly paint: ThemeStyle;
}

/**
 * The spans of a line as pieces, with `highlights` (in order, not overlapping) laid over them. Text that the layout
 * added, such as bullets and hyphens, is never highlighted; a stretched blank is highlighted whole. Pieces of `links`
 * get their addresses.
 */
export function highlighted(
  spans: readonly Span[],
  highlights: readonly Highlight[],
  links?: readonly Link[],
): Piece[] {
  return spans.flatMap((span) => {
    const pieces = highlights.length === 0 ? [piece(span.text, span.style)] : splitSpan(span, highlights);
    const link = hyperlinkOf(span, links);
    return link ? pieces.map((each) => ({ ...each, link })) : pieces;
  });
}

function splitSpan({ text, style, at, wide }: Span, highlights: readonly Highlight[]): Piece[] {
  if (at < 0 || text === '') return [piece(text, style)];
  const length = wide ? 1 : text.length;
  const pieces: Piece[] = [];
  let from = 0;
  const take = (to: number, paint?: ThemeStyle): void => {
    if (to <= from) return;
    pieces.push(
      piece(text.slice(from, to === length ? undefined : to), paint ? { ...style, ...paint } : style),
    );
    from = to;
  };
  for (const { start, end, paint } of highlights) {
    take(Math.min(length, start - at));
    take(Math.min(length, end - at), paint);
  }
  take(length);
  return pieces;
}

/** Highlights (each list in order), where those of later lists hide what they cover of earlier ones. */
export function layered(...lists: readonly (readonly Highlight[])[]): readonly Highlight[] {
  return lists.reduce((lower, upper) => {
    if (lower.length === 0 || upper.length === 0) return lower.length === 0 ? upper : lower;
    const uncovered = lower.flatMap((highlight) => remains(highlight, upper));
    return [...uncovered, ...upper].sort((a, b) => a.start - b.start);
  }, []);
}

/** The parts of a highlight that `upper` does not cover. */
function remains({ paint, ...range }: Highlight, upper: readonly Highlight[]): Highlight[] {
  const parts: Highlight[] = [];
  let { start } = range;
  for (const over of upper) {
    if (over.end <= start || over.start >= range.end) continue;
    if (over.start > start) parts.push({ start, end: over.start, paint });
    start = over.end;
  }
  if (start < range.end) parts.push({ start, end: range.end, paint });
  return parts;
}

/** The `matches` (in order) that overlap a range. A binary search, because an article may have thousands. */
export function within(
  matches: Sequence<Match>,
  start: number,
  end: number,
): readonly (Match & { index: number })[] {
  const found: (Match & { index: number })[] = [];
  for (let index = firstEndingAfter(matches, start); index < matches.length; index++) {
    const match = matches.at(index)!;
    if (match.start >= end) break;
    found.push({ ...match, index });
  }
  return found;
}
