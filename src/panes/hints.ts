import { type Hint, hintsFor } from '../keys/bindings.ts';
import { keyLabel } from '../messages/keys.ts';
import type { State } from '../state/state.ts';
import { cellWidth } from '../unicode/width.ts';
import { blank, piece, type Row } from './row.ts';

/** The keys that matter now, the most useful first; `words` spells them out for a screen reader. */
export function usefulHints(state: State, words = false): readonly Hint[] {
  return hintsFor(state).map((hint) => ({ ...hint, key: keyLabel(hint.key, state.language, words) }));
}

/** As many of them as fit `room` cells; the way to all the others comes last. */
export function fitting(useful: readonly Hint[], room: number, gap: number): readonly Hint[] {
  const shown: Hint[] = [];
  let width = 0;
  for (const hint of useful) {
    const more = cellWidth(`${hint.key} ${hint.label}`) + (shown.length > 0 ? gap : 0);
    if (width + more > room) continue;
    shown.push(hint);
    width += more;
  }
  return [...shown.filter(isNotHelp), ...shown.filter((hint) => !isNotHelp(hint))];
}

const isNotHelp = ({ command }: Hint): boolean => command !== 'help';

export const hintRow = (hints: readonly Hint[], gap: number): Row =>
  hints.flatMap(({ key, label }, index) => [
    ...(index > 0 ? blank(gap) : []),
    piece(key, { role: 'kbd' }),
    piece(` ${label}`, { role: 'dim' }),
  ]);
