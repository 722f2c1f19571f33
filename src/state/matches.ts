import type { Match } from '../search/match.ts';
import { standOn } from './scroll.ts';
import { findingOf, matchesOf, pageOf, readerQuery, rowsOf } from './select.ts';
import { select } from './selection.ts';
import type { State } from './state.ts';

/** Goes `steps` matches on, or back, and on into the next or previous result of a search. */
export function toMatch(state: State, steps: number): State {
  if (!readerQuery(state)) return { ...state, notice: { kind: 'nothing', what: 'query' } };
  const wanted = nearestHit(state, steps);
  searchOn(state, (matches) => matches.length > wanted);
  const matches = matchesOf(state);
  if (wanted >= 0 && wanted < matches.length) return standOn(state, wanted);
  if (state.reader.find !== '' || !state.search.results) {
    if (matches.length === 0) return { ...state, notice: { kind: 'nothing', what: 'match' } };
    searchOn(state, () => steps > 0);
    return standOn(state, steps > 0 ? 0 : matchesOf(state).length - 1);
  }
  const row = state.list.row + Math.sign(steps);
  return row < 0 || row >= rowsOf(state).length
    ? { ...state, notice: { kind: 'nothing', what: 'nextMatch' } }
    : select(state, row, { kind: 'match', last: steps < 0 });
}

/** The number of the match `steps` on from the one one stands on, else from what is on the screen. */
function nearestHit(state: State, steps: number): number {
  const { hit, top } = state.reader;
  if (hit !== undefined) return hit + steps;
  const page = pageOf(state);
  if (!page) return -1;
  const from = page.offsetOf(top);
  searchOn(state, (found) => (found.at(-1)?.end ?? 0) > from);
  const matches = matchesOf(state);
  const after = matches.findIndex((match) => match.end > from);
  const first = after < 0 ? matches.length : after;
  return steps > 0 ? first + steps - 1 : first + steps;
}

/** Searches the article until `enough` has been found, or to its end. */
export function searchOn(state: State, enough: (matches: readonly Match[]) => boolean): void {
  const finding = findingOf(state);
  if (!finding || finding.complete || enough(finding.matches)) return;
  state.reader.document?.extend(Number.POSITIVE_INFINITY);
  finding.reach(Number.POSITIVE_INFINITY, enough);
}
