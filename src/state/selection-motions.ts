import type { Range, Sliceable } from '../annotations/text-quote.ts';
import type { Document } from '../document/document.ts';
import type { Line } from '../text/line.ts';
import type { ArticleRows } from './article-rows.ts';
import {
  paragraphAfter,
  paragraphBefore,
  sentenceAfter,
  sentenceBefore,
  wordAfter,
  wordAt,
  wordBefore,
} from './text-units.ts';

/**
 * Where a motion leads from the word at the cursor; undefined where there is no further to go. While a selection is extended,
 * `anchor` is the word at its other end.
 */
type Motion = (
  document: Document,
  cursor: Range,
  anchor: Range | undefined,
  rows: ArticleRows,
) => Range | undefined;

/** A unit of text by its boundaries: where the next one begins, and where the one at an offset, or before it, does. */
interface Unit {
  readonly after: (text: Sliceable, at: number) => number;
  readonly before: (text: Sliceable, at: number) => number;
}

const sentence: Unit = { after: sentenceAfter, before: sentenceBefore };
const paragraph: Unit = { after: paragraphAfter, before: paragraphBefore };

/** The motions of the cursor, by the unit that they move by. */
export const motions = {
  nextWord: (document, cursor) => wordAfter(document, cursor),
  previousWord: (document, cursor) => wordBefore(document, cursor.start),
  nextSentence: (document, cursor, anchor) => forward(document, cursor, anchor, sentence),
  previousSentence: (document, cursor, anchor) => backward(document, cursor, anchor, sentence),
  nextParagraph: (document, cursor, anchor) => forward(document, cursor, anchor, paragraph),
  previousParagraph: (document, cursor, anchor) => backward(document, cursor, anchor, paragraph),
  nextLine: (document, cursor, _anchor, rows) => wordInLine(document, cursor, rows, 1),
  previousLine: (document, cursor, _anchor, rows) => wordInLine(document, cursor, rows, -1),
} satisfies Readonly<Record<string, Motion>>;

export type MotionName = keyof typeof motions;

/** The first word of the next unit; while extending beyond the anchor, the last one of this unit, or else of the next. */
function forward(text: Sliceable, cursor: Range, anchor: Range | undefined, unit: Unit): Range | undefined {
  const next = wordAt(text, unit.after(text, cursor.start));
  // A selection that shrinks loses whole units.
  if (!anchor || (next && next.start <= anchor.start)) return next;
  for (let at = cursor.start; at < text.length; ) {
    at = unit.after(text, at);
    const last = wordBefore(text, at);
    if (last && last.end > cursor.end) return last;
  }
  return undefined;
}

/** The first word of this unit, or else of the one before; while a selection shrinks, the last word of the one before. */
function backward(text: Sliceable, cursor: Range, anchor: Range | undefined, unit: Unit): Range | undefined {
  const last = anchor && wordBefore(text, unit.before(text, cursor.end));
  return last && last.start >= anchor.start ? last : wordAt(text, unit.before(text, cursor.start));
}

/**
 * The word `by` rows below the cursor, or above if negative: over blank rows, or else in the last row with text before them.
 * Undefined where there is no further to go.
 */
export function wordInLine(
  document: Document,
  { start }: Range,
  rows: ArticleRows,
  by: number,
): Range | undefined {
  // The beginning of the text counts as in the header.
  const own = Math.max(rows.header.length, rows.rowOf(start));
  const column = start - rows.offsetOf(own);
  const toward = by < 0 ? -1 : 1;
  const target = rows.clampTop(own + by, 1);
  const hasText = (index: number): boolean => textLine(rows, index) !== undefined;
  let index = target;
  while (rows.row(index) && !hasText(index)) index += toward;
  if (!rows.row(index)) {
    index = target;
    while (index !== own && !hasText(index)) index -= toward;
  }
  const line = index === own ? undefined : textLine(rows, index);
  return line && wordAt(document, Math.min(line.start + column, line.end - 1));
}

function textLine(rows: ArticleRows, index: number): Line | undefined {
  const row = rows.row(index);
  return row?.kind === 'text' && row.line.end > row.line.start ? row.line : undefined;
}

/** The first word in row `index` or after it: the first of the text in the header, the last one after the end. */
export function wordInRow(document: Document, rows: ArticleRows, index: number): Range | undefined {
  const row = rows.row(index);
  if (row?.kind === 'text') return wordAt(document, row.line.start);
  return index < rows.header.length ? wordAt(document, 0) : lastWord(document, rows);
}

/** The last word of the text, or of what is laid out of it if the rest would take longer than a key press should. */
export function lastWord(document: Document, rows: ArticleRows): Range | undefined {
  const { flow } = rows;
  const end = rows.isEndReady ? document.length : (flow.line(flow.known - 1)?.end ?? 0);
  return wordBefore(document, end);
}
