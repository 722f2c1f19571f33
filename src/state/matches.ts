import { articleRowsOf, findingOf } from './selectors.ts';
import type { State } from './state.ts';

/**
 * The number of the match `steps` on from the one one stands on, else from what is on the screen; `none` before the first
 * and after the last, `unknown` where the article is yet to be searched so far.
 */
export function nearestMatch(state: State, steps: number): number | 'none' | 'unknown' {
  const { currentMatch: hit, top } = state.reader;
  const { matches, complete } = findingOf(state) ?? { matches: [], complete: true };
  const from = articleRowsOf(state)?.offsetOf(top) ?? 0;
  const after = hit === undefined ? matches.findIndex((match) => match.end > from) : hit;
  if (after < 0 && !complete) return 'unknown';
  const first = after < 0 ? matches.length : after;
  const wanted = first + (hit === undefined && steps > 0 ? steps - 1 : steps);
  if (wanted >= 0 && wanted < matches.length) return wanted;
  return wanted < 0 || complete ? 'none' : 'unknown';
}
