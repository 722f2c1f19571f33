import { withTagFilter } from './menu.ts';
import { withField } from './overlays.ts';
import type { State } from './state.ts';
import { insert } from './text-boxes.ts';
import { refind } from './update-find.ts';

/** Characters typed or pasted into the box that has the keys. */
export function typeText(state: State, text: string): State {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ');
  const { overlay } = state;
  switch (overlay?.kind) {
    case 'search':
      return withField(state, insert(state.search.field, line));
    case 'find':
      return refind(state, insert(overlay.field, line), overlay.from);
    case 'help':
      return overlay.typing
        ? { ...state, overlay: { ...overlay, top: 0, filter: insert(overlay.filter, line) } }
        : state;
    case 'tags':
      return overlay.typing ? withTagFilter(state, insert(overlay.filter, line), true) : state;
    default:
      return state;
  }
}
