import type { Range, Sliceable } from '../annotations/text-quote.ts';
import type { Document } from '../document/document.ts';
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

/** The word below or above the cursor, over blank rows. */
function wordInLine(document: Document, { start }: Range, rows: ArticleRows, by: 1 | -1): Range | undefined {
  // The beginning of the text counts as in the header.
  const own = Math.max(rows.header.length, rows.rowOf(start));
  const column = start - rows.offsetOf(own);
  for (let index = own + by; index >= 0; index += by) {
    const row = rows.row(index);
    if (!row) return undefined;
    if (row.kind !== 'text' || row.line.end <= row.line.start) continue;
    return wordAt(document, Math.min(row.line.start + column, row.line.end - 1));
  }
  return undefined;
}
