import type { Rect } from '../state/geometry.ts';
import type { Notice } from '../state/notice.ts';
import type { State } from '../state/state.ts';
import { wrapWords } from '../unicode/wrap-words.ts';
import { noticeText, noticeTone } from './notice.ts';
import { piece, type Row, toWidth } from './row.ts';
import { isNoticeCut } from './status-line.ts';

/** Rows of a pane that a notice leaves in view. */
const LEFT = 2;

/** Lays a notice that the status line cannot show whole over the last rows of a pane. `pane` is as drawn without it. */
export function withNoticeBox(state: State, pane: readonly Row[], { width, height }: Rect): readonly Row[] {
  const { notice } = state;
  if (!notice || !isBoxed(notice) || !isNoticeCut(state, notice)) return pane;
  const most = height - LEFT - 1;
  if (most < 1) return pane;
  const lines = wrapWords(noticeText(notice, state), width - 2);
  const shown = lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]}…`] : lines;
  const style = { role: noticeTone(notice) };
  return [
    ...pane.slice(0, height - shown.length - 1),
    toWidth([piece('─'.repeat(width), { role: 'rule' })], width),
    ...shown.map((line) => toWidth([piece(` ${line}`, style)], width)),
  ];
}

/** Notes have a box of their own, and the end of a title says little. */
const isBoxed = ({ kind }: Notice): boolean => kind !== 'annotation' && kind !== 'resumed';
