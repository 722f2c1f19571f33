import { partitionPoint } from '../algorithms/partition-point.ts';
import type { Link } from '../document/document.ts';
import type { Match } from '../search/results.ts';
import { hyperlinkOf } from '../style/hyperlink.ts';
import type { ThemeStyle } from '../style/theme.ts';
import type { Span } from '../text/line.ts';
import { type Piece, piece } from './row.ts';

/** A range of the text and what is added to its style. */
export interface Highlight extends Match {
  readonly paint: ThemeStyle;
}

/**
 * The spans of a line as pieces, with `highlights` (in order, apart) laid over them. Text the layout put in
 * (bullets, hyphens) is never highlighted; a stretched blank is, whole. Pieces of `links` know
 * where they lead.
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

function splitSpan(span: Span, highlights: readonly Highlight[]): Piece[] {
  const { text, style, at, wide } = span;
  if (at < 0 || text === '') return [piece(text, style)];
  const end = at + (wide ? 1 : text.length);
  const pieces: Piece[] = [];
  let from = at;
  for (const { start, end: stop, paint } of highlights) {
    if (stop <= from) continue;
    if (start >= end) break;
    if (start > from) pieces.push(piece(text.slice(from - at, start - at), style));
    const last = stop >= end;
    const begin = Math.max(start, from);
    pieces.push(piece(text.slice(begin - at, last ? undefined : stop - at), { ...style, ...paint }));
    from = last ? end : stop;
    if (last) return pieces;
  }
  pieces.push(piece(text.slice(from - at), style));
  return pieces;
}

/** The `matches` (in order) that overlap a range. A binary search, because an article may have thousands. */
export function within(
  matches: readonly Match[],
  start: number,
  end: number,
): readonly (Match & { index: number })[] {
  const first = partitionPoint(matches.length, (index) => matches[index]!.end <= start);
  const found: (Match & { index: number })[] = [];
  for (let index = first; index < matches.length && matches[index]!.start < end; index++) {
    found.push({ ...matches[index]!, index });
  }
  return found;
}
