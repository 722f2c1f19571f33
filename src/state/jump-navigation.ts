import { isSamePosition, originHere, recordJump } from './jumps.ts';
import { openAt } from './links.ts';
import { restorePosition } from './scroll.ts';
import { type JumpOrigin, type State, withReader, withUnavailable } from './state.ts';

/** Goes back by `count` jumps, or to the first. */
export function jumpBack(state: State, count: number): State {
  const { origins, index } = state.jumps;
  const here = originHere(state);
  let target = Math.max(0, index - count);
  // The reader may have scrolled back to where a jump began.
  while (target > 0 && isSamePosition(origins[target]!, here)) target--;
  return index === 0 ? withUnavailable(state, 'earlierJump') : travelTo(state, target);
}

/** Goes forward again by `count` jumps, or to the last. */
export function jumpForward(state: State, count: number): State {
  const { origins, index } = state.jumps;
  if (index + 1 >= origins.length) return withUnavailable(state, 'laterJump');
  return travelTo(state, Math.min(origins.length - 1, index + count));
}

/** Returns to where the last link was followed. */
export function goBack(state: State): State {
  const { origins, index } = state.jumps;
  const followed = origins.slice(0, index).findLastIndex(({ byLink }) => byLink);
  return followed < 0 ? withUnavailable(state, 'history') : travelTo(state, followed);
}

/** Goes to where the last jump began; a second time, back to where this one did. */
export function jumpToLast(state: State): State {
  const { last } = state.jumps;
  return last ? recordJump(state, openOrigin(state, last)) : withUnavailable(state, 'earlierJump');
}

/** Goes to number `target` of the list of jumps. The present position becomes the end of the list, to return to. */
function travelTo(state: State, target: number): State {
  const { origins, index } = state.jumps;
  const here = originHere(state);
  const whole = here && index === origins.length ? [...origins, here] : origins;
  const opened = openOrigin(state, whole[target]!);
  return { ...opened, jumps: { origins: whole, index: target, last: here } };
}

/** Goes to where a jump began. A link that was followed there is selected again, so that Tab goes on to the next one. */
function openOrigin(state: State, origin: JumpOrigin): State {
  const { path, anchor, link } = origin;
  if (state.reader.article?.path !== path) return openAt(state, path, { kind: 'offset', at: anchor, link });
  return withReader(restorePosition(state, origin, link), { landing: { at: anchor } });
}
