import type { Action, InputAction } from './actions.ts';
import { keysFor } from './command-keys.ts';
import { commands } from './command-table.ts';
import { effectsOf, type Step, toStep, type Update } from './effects.ts';
import { withHiddenNotice } from './hidden-characters.ts';
import { updateMouse } from './movement.ts';
import { turnNote } from './note-view.ts';
import { reconcile } from './reconcile.ts';
import { contextOf } from './selectors.ts';
import type { State } from './state.ts';
import { typeText } from './text-boxes.ts';
import { isExternal, updateExternal } from './update-external.ts';

/** Longest number that can be typed before a command; more digits push out the first. */
const MAX_COUNT_DIGITS = 6;

/** The reducer: the next state after an action, and the effects to perform outside. */
export function update(state: State, action: Action): Step {
  const next = toStep(isExternal(action) ? updateExternal(state, action) : updateInput(state, action));
  const reconciled = withHiddenNotice(reconcile(state, next.state));
  return { state: reconciled, effects: [...next.effects, ...effectsOf(state, reconciled)] };
}

/** Any input dismisses the notice, and uses up the count; but a long note is turned page by page. */
function updateInput(before: State, action: InputAction): Update {
  const turned = action.type === 'command' && turnNote(before, action.command);
  if (turned) return turned;
  const isPending = before.notice || before.count || before.pending;
  const state: State = isPending ? { ...before, notice: undefined, count: '', pending: '' } : before;
  switch (action.type) {
    case 'digit':
      return { ...state, count: (before.count + action.digit).slice(-MAX_COUNT_DIGITS) };
    case 'prefix':
      return { ...state, count: before.count, pending: action.keys };
    case 'text':
      return typeText(state, action.text);
    case 'mouse':
      return updateMouse(state, action.mouse);
    case 'command': {
      const { run } = commands[action.command];
      // A command without a key in the present context has no effect there.
      return keysFor(state, action.command)[contextOf(state)] ? run(state, action.count) : state;
    }
    case 'unbound':
      return state;
  }
}
