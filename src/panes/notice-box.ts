import type { Rect } from '../state/geometry.ts';
import type { Focus, Notice, State } from '../state/state.ts';
import { wrapWords } from '../unicode/wrap-words.ts';
import { noticeText, noticeTone } from './notice.ts';
import { piece, type Row, toWidth } from './row.ts';
import { isNoticeCut } from './status-line.ts';

/** Share of a pane that a notice may cover. */
const MAX_SHARE = 1 / 2;

/**
 * Lays a notice that is too long for the status line over the last rows of the pane that has the focus. `pane` is as drawn
 * without it.
 */
export function withNoticeBox(state: State, focus: Focus, pane: readonly Row[], rect: Rect): readonly Row[] {
  const { notice } = state;
  if (!notice || state.focus !== focus || !isBoxed(notice) || !isNoticeCut(state, notice)) return pane;
  const { width, height } = rect;
  const lines = wrapWords(noticeText(notice, state), width - 2);
  const shown = lines.slice(0, Math.max(0, Math.floor(height * MAX_SHARE) - 1));
  if (shown.length === 0) return pane;
  const style = { role: noticeTone(notice) };
  return [
    ...pane.slice(0, height - shown.length - 1),
    toWidth([piece('─'.repeat(width), { role: 'rule' })], width),
    ...shown.map((line) => toWidth([piece(` ${line}`, style)], width)),
  ];
}

/** Notes have a box of their own, and the end of a title says little. */
const isBoxed = ({ kind }: Notice): boolean => kind !== 'annotation' && kind !== 'resumed';
