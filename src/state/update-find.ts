import type { Command } from '../messages/reader-commands.ts';
import { type Step, step } from './actions.ts';
import { edit, editBy, type Field } from './field.ts';
import { byMatches, scrollBack } from './jumps.ts';
import { goToHit } from './scroll-target.ts';
import { findingOf } from './selectors.ts';
import type { Spot, State } from './state.ts';

/** What a command does while one types what to find in the article. */
export function updateFind(state: State, command: Command): Step {
  const { overlay } = state;
  if (overlay?.kind !== 'find') return step(state);
  const { field, from } = overlay;
  switch (command) {
    case 'accept': {
      const closed = { ...state, overlay: undefined, reader: { ...state.reader, find: field.value } };
      // What was not found so far is gone to when it is.
      return step(findingOf(closed) && closed.reader.hit === undefined ? byMatches(closed, 1) : closed);
    }
    case 'cancel':
      return step(closeFind(state, from));
    case 'down':
      return step(byMatches(state, 1));
    case 'up':
      return step(byMatches(state, -1));
    case 'fieldDeleteBack':
      return step(
        field.value === '' ? closeFind(state, from) : refind(state, edit(field, 'deleteBack'), from),
      );
    default:
      return step(refind(state, editBy(field, command), from));
  }
}

const closeFind = (state: State, from: Spot): State => ({
  ...scrollBack(state, from),
  overlay: undefined,
  reader: { ...scrollBack(state, from).reader, find: '', hit: undefined },
});

/** Looks for what the box now holds, from where one was. */
export function refind(state: State, field: Field, from: Spot): State {
  const changed: State = { ...state, overlay: { kind: 'find', field, from } };
  if (state.overlay?.kind === 'find' && field.value === state.overlay.field.value) return changed;
  const home = scrollBack(changed, from);
  return findOn({ ...home, reader: { ...home.reader, hit: undefined } });
}

/** Stands on the first match after where one was, or from the top again; a long article brings it later. */
export function findOn(state: State): State {
  const { overlay, reader } = state;
  const finding = findingOf(state);
  if (overlay?.kind !== 'find' || reader.hit !== undefined || !finding || finding.matches.length === 0)
    return state;
  const next = finding.matches.findIndex((match) => match.end > overlay.from.anchor);
  return next < 0 && !finding.complete ? state : goToHit(state, Math.max(0, next));
}
