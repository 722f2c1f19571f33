import type { Command } from '../messages/reader-commands.ts';
import { type Step, step } from './actions.ts';
import { helpRows, helpTop } from './help.ts';
import { helpHeight } from './selectors.ts';
import type { State } from './state.ts';
import { edit, editBy, fieldOf } from './text-boxes.ts';

/** What a command does in the help. */
export function updateHelp(state: State, command: Command): Step {
  const { overlay } = state;
  if (overlay?.kind !== 'help') return step(state);
  const { typing, filter } = overlay;
  const set = (change: Partial<typeof overlay>): Step =>
    step({ ...state, overlay: { ...overlay, ...change } });
  const scroll = (top: number): Step => step(scrollHelp(state, top));
  const page = Math.max(1, helpHeight(state) - 1);
  switch (command) {
    case 'down':
      return scroll(overlay.top + 1);
    case 'up':
      return scroll(overlay.top - 1);
    case 'pageDown':
      return scroll(overlay.top + page);
    case 'pageUp':
      return scroll(overlay.top - page);
    case 'halfDown':
      return scroll(overlay.top + Math.ceil(page / 2));
    case 'halfUp':
      return scroll(overlay.top - Math.ceil(page / 2));
    case 'first':
      return scroll(0);
    case 'last':
      return scroll(helpRows(state).length);
    case 'search':
      return set({ typing: true });
    case 'accept':
      return set({ typing: false });
    case 'cancel':
      if (typing || filter.value !== '') return set({ typing: false, filter: fieldOf(''), top: 0 });
      return step({ ...state, overlay: overlay.previous });
    case 'fieldDeleteBack':
      if (typing && filter.value === '') return set({ typing: false });
      return set({ filter: edit(filter, 'deleteBack'), top: 0 });
    default:
      return typing ? set({ filter: editBy(filter, command), top: 0 }) : step(state);
  }
}

/** Shows the help from a row on, or as far as it goes. */
export function scrollHelp(state: State, top: number): State {
  const { overlay } = state;
  return overlay?.kind === 'help' ? { ...state, overlay: { ...overlay, top: helpTop(state, top) } } : state;
}
