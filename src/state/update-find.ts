import type { Command } from '../messages/reader-commands.ts';
import { type Step, step } from './actions.ts';
import { goToMatch, moveByMatches, restorePosition } from './scroll.ts';
import { findingOf } from './selectors.ts';
import type { Field, ReadingPosition, State } from './state.ts';
import { edit, editBy } from './text-boxes.ts';

/** What a command does while one types what to find in the article. */
export function updateFind(state: State, command: Command): Step {
  const { overlay } = state;
  if (overlay?.kind !== 'find') return step(state);
  const { field, from } = overlay;
  switch (command) {
    case 'accept': {
      const closed: State = {
        ...state,
        overlay: undefined,
        reader: { ...state.reader, findQuery: field.value },
      };
      // What was not found so far is gone to when it is.
      return step(
        findingOf(closed) && closed.reader.currentMatch === undefined ? moveByMatches(closed, 1) : closed,
      );
    }
    case 'cancel':
      return step(closeFind(state, from));
    case 'down':
      return step(moveByMatches(state, 1));
    case 'up':
      return step(moveByMatches(state, -1));
    case 'fieldDeleteBack':
      return step(
        field.value === '' ? closeFind(state, from) : refind(state, edit(field, 'deleteBack'), from),
      );
    default:
      return step(refind(state, editBy(field, command), from));
  }
}

const closeFind = (state: State, from: ReadingPosition): State => ({
  ...restorePosition(state, from),
  overlay: undefined,
  reader: { ...restorePosition(state, from).reader, findQuery: '', currentMatch: undefined },
});

/** Looks for what the box now holds, from where one was. */
export function refind(state: State, field: Field, from: ReadingPosition): State {
  const changed: State = { ...state, overlay: { kind: 'find', field, from } };
  if (state.overlay?.kind === 'find' && field.value === state.overlay.field.value) return changed;
  const home = restorePosition(changed, from);
  return findOn({ ...home, reader: { ...home.reader, currentMatch: undefined } });
}

/** Stands on the first match after where one was, or from the top again; a long article brings it later. */
export function findOn(state: State): State {
  const { overlay, reader } = state;
  const finding = findingOf(state);
  if (
    overlay?.kind !== 'find' ||
    reader.currentMatch !== undefined ||
    !finding ||
    finding.matches.length === 0
  )
    return state;
  const next = finding.matches.findIndex((match) => match.end > overlay.from.anchor);
  return next < 0 && !finding.complete ? state : goToMatch(state, Math.max(0, next));
}
