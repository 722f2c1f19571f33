import type { Command } from '../messages/reader-commands.ts';
import { type Step, step } from './actions.ts';
import { edit, editBy, type Field } from './field.ts';
import { toMatch } from './matches.ts';
import { scrollTo, standOn } from './scroll.ts';
import { matchesOf, pageOf } from './select.ts';
import type { State } from './state.ts';

/** What a command does while one types what to find in the article. */
export function updateFind(state: State, command: Command): Step {
  const { overlay } = state;
  if (overlay?.kind !== 'find') return step(state);
  const { field, from } = overlay;
  switch (command) {
    case 'accept': {
      const closed = { ...state, overlay: undefined, reader: { ...state.reader, find: field.value } };
      return step(
        field.value !== '' && matchesOf(state).length === 0
          ? { ...closed, notice: { kind: 'nothing', what: 'match' } }
          : closed,
      );
    }
    case 'cancel':
      return step(closeFind(state, from));
    case 'down':
      return step(toMatch(state, 1));
    case 'up':
      return step(toMatch(state, -1));
    case 'fieldDeleteBack':
      return step(
        field.value === '' ? closeFind(state, from) : refind(state, edit(field, 'deleteBack'), from),
      );
    default:
      return step(refind(state, editBy(field, command), from));
  }
}

const closeFind = (state: State, from: number): State => ({
  ...scrollTo(state, from),
  overlay: undefined,
  reader: { ...scrollTo(state, from).reader, find: '', hit: undefined },
});

/** Looks for what the box now holds, from where one was. */
export function refind(state: State, field: Field, from: number): State {
  const changed: State = { ...state, overlay: { kind: 'find', field, from } };
  if (state.overlay?.kind === 'find' && field.value === state.overlay.field.value) return changed;
  const home = scrollTo(changed, from);
  const matches = matchesOf(home);
  if (matches.length === 0) return { ...home, reader: { ...home.reader, hit: undefined } };
  const start = pageOf(home)?.offsetOf(from) ?? 0;
  const next = matches.findIndex((match) => match.end > start);
  return standOn(home, Math.max(0, next));
}
