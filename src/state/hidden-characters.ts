import { scrollToTarget } from './scroll.ts';
import { articleRowsOf } from './selectors.ts';
import { type State, withReader, withUnavailable } from './state.ts';

/** How many hidden characters were removed from what has been parsed of the open article. */
export const hiddenCount = ({ reader }: State): number => reader.document?.hidden?.count ?? 0;

/**
 * Goes `steps` places on at which hidden characters were removed, starting from the top of the screen; after the last one
 * comes the first.
 */
export function moveByHidden(state: State, steps: number): State {
  const { document, currentHidden, top } = state.reader;
  if (!document || (hiddenCount(state) === 0 && document.complete)) return withUnavailable(state, 'hidden');
  const places = document.hidden?.places ?? [];
  const from = articleRowsOf(state)?.offsetOf(top) ?? 0;
  const first = places.findIndex((at) => at >= from);
  const place =
    currentHidden === undefined ? (first < 0 ? places.length : first) + steps - 1 : currentHidden + steps;
  return scrollToTarget(state, { kind: 'hidden', place });
}

/** Says once, when an article is open, that hidden characters were removed from it. */
export function withHiddenNotice(state: State): State {
  const { focus, overlay, notice, reader } = state;
  if (reader.hasToldHidden || focus !== 'reader' || overlay || notice || hiddenCount(state) === 0)
    return state;
  return withReader({ ...state, notice: { kind: 'hidden' } }, { hasToldHidden: true });
}

/** Characters of the text on either side of a place that are shown with it. */
const AROUND = 20;

/**
 * The word at which the current hidden characters stood, as a range of the text; the next character where there is none.
 * Undefined for those in front matter, which count as at the beginning of the text.
 */
export function hiddenRange({
  reader: { document, currentHidden },
}: State): { start: number; end: number } | undefined {
  const at = currentHidden === undefined ? undefined : document?.hidden?.places[currentHidden];
  if (!document || !at) return undefined;
  const before = /\S*$/.exec(document.slice(Math.max(0, at - AROUND), at))![0];
  const after = /^\S*/.exec(document.slice(at, Math.min(at + AROUND, document.length)))![0];
  return { start: at - before.length, end: Math.max(at + after.length, at - before.length + 1) };
}
