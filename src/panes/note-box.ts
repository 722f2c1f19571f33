import type { Block } from '../document/document.ts';
import { fixedDocument } from '../document/fixed-document.ts';
import { type PlacedAnnotation, placementOf } from '../state/annotations.ts';
import type { ArticleRows } from '../state/article-rows.ts';
import type { Rect } from '../state/geometry.ts';
import { geometryOf } from '../state/selectors.ts';
import type { State } from '../state/state.ts';
import { layout } from '../text/layout.ts';
import { cleanLine } from '../unicode/clean.ts';
import { truncate } from '../unicode/width.ts';
import { blank, piece, type Row, toWidth } from './row.ts';
import { isNoticeCut } from './status-line.ts';

/** Share of the reader pane that a note may cover. */
const MAX_SHARE = 1 / 3;

/**
 * Lays the note that the reader has gone to over rows of the reader pane, if it is too long for the status line: over the
 * last rows, or over the first if its passage is below. `pane` is as drawn without it.
 */
export function withNoteBox(
  state: State,
  rows: ArticleRows,
  pane: readonly Row[],
  rect: Rect,
): readonly Row[] {
  const current = notedAnnotation(state);
  const lines = current?.annotation.note === undefined ? [] : noteLines(state, current.annotation.note, rect);
  if (!current || lines.length === 0) return pane;
  const rule = toWidth([piece('─'.repeat(rect.width), { role: 'rule' })], rect.width);
  const height = lines.length + 1;
  const isBelow = rows.rowOf(current.start) - state.reader.top >= rect.height - height;
  return isBelow
    ? [...lines, rule, ...pane.slice(height)]
    : [...pane.slice(0, rect.height - height), rule, ...lines];
}

/** The annotation that the notice is about, if the status line cannot show it whole. */
function notedAnnotation(state: State): PlacedAnnotation | undefined {
  const { notice } = state;
  if (notice?.kind !== 'annotation') return undefined;
  const current = placementOf(state).placed.find(({ annotation }) => annotation.id === notice.id);
  const hasLines = current?.annotation.note?.includes('\n');
  return hasLines || isNoticeCut(state, notice) ? current : undefined;
}

/** The lines of a note in the column of the text, cut at the share of the pane that it may cover. */
function noteLines(state: State, note: string, { width, height }: Rect): Row[] {
  const { margin, measure } = geometryOf(state);
  const most = Math.floor(height * MAX_SHARE) - 1;
  if (most < 1) return [];
  const lines = wrapped(note, measure, most + 1);
  const shown = lines.slice(0, most);
  if (lines.length > most) shown.push(truncate(`${shown.pop()} …`, measure));
  return shown.map((line) => toWidth([...blank(margin), piece(line)], width));
}

/** The first `most` lines of a note at a width in cells. They are broken by the rules for text, in any script. */
function wrapped(note: string, width: number, most: number): string[] {
  const lines: string[] = [];
  for (const text of note.split('\n').map(cleanLine)) {
    const runs = [{ text, style: {}, at: 0 }];
    const block: Block = { kind: 'paragraph', start: 0, end: text.length, runs };
    const flow = layout(fixedDocument({ text, blocks: [block], headings: [], links: [], lang: undefined }), {
      width,
    });
    for (let line = flow.line(0), row = 0; line && lines.length < most; line = flow.line(++row))
      lines.push(line.spans.map((span) => span.text).join(''));
  }
  return lines;
}
