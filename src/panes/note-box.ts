import { keyLabel } from '../messages/key-labels.ts';
import type { ArticleRows } from '../state/article-rows.ts';
import type { Rect } from '../state/geometry.ts';
import { type NoteView, noteViewOf } from '../state/note-view.ts';
import { geometryOf } from '../state/selectors.ts';
import type { State } from '../state/state.ts';
import { blank, piece, type Row, rowWidth, toWidth } from './row.ts';
import { isNoticeCut } from './status-line.ts';

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
  const view = noteViewOf(state);
  if (!view || !(view.lines.length > 1 || (state.notice && isNoticeCut(state, state.notice)))) return pane;
  const lines = view.lines.slice(view.top, view.top + view.most).map((line) => noteRow(state, line, rect));
  const rule = ruleOf(state, view, rect.width);
  const height = lines.length + 1;
  const isBelow = rows.rowOf(view.placed.start) - state.reader.top >= rect.height - height;
  return isBelow
    ? [...lines, rule, ...pane.slice(height)]
    : [...pane.slice(0, rect.height - height), rule, ...lines];
}

const noteRow = (state: State, line: string, { width }: Rect): Row =>
  toWidth([...blank(geometryOf(state).margin), piece(line)], width);

/** The line between the note and the text; of a note that has more lines, it says which these are and how to turn the page. */
function ruleOf({ language }: State, { lines, top, most }: NoteView, width: number): Row {
  const rule = (cells: number): Row => [piece('─'.repeat(Math.max(0, cells)), { role: 'rule' })];
  if (lines.length <= most) return rule(width);
  const last = Math.min(top + most, lines.length);
  const key = keyLabel(last < lines.length ? 'space' : 'b', language);
  const label = [
    piece(` ${top + 1}–${last}/${lines.length} `, { role: 'dim' }),
    piece(`${key} `, { role: 'kbd' }),
  ];
  return toWidth([...rule(width - rowWidth(label) - 1), ...label, ...rule(1)], width);
}
