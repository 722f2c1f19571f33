import { type Hint, hintsFor } from '../keys/bindings.ts';
import { keyLabel } from '../messages/keys.ts';
import type { State } from '../state/state.ts';
import { cellWidth } from '../unicode/width.ts';
import { blank, piece, type Row } from './row.ts';

/** The keys that matter now, the most useful first; `words` spells them out for a screen reader. */
export function usefulHints(state: State, words = false): readonly Hint[] {
  return hintsFor(state).map((hint) => ({ ...hint, key: keyLabel(hint.key, state.language, words) }));
}

/** The hints that fit `room` cells, in order; the key of the help, which lists all others, comes last. */
export function fitting(hints: readonly Hint[], room: number, gap: number): readonly Hint[] {
  const fit: Hint[] = [];
  let width = 0;
  for (const hint of hints) {
    const added = cellWidth(`${hint.key} ${hint.label}`) + (fit.length > 0 ? gap : 0);
    if (width + added > room) continue;
    fit.push(hint);
    width += added;
  }
  return fit.toSorted((a, b) => Number(a.command === 'help') - Number(b.command === 'help'));
}

export const hintRow = (hints: readonly Hint[], gap: number): Row =>
  hints.flatMap(({ key, label }, index) => [
    ...(index > 0 ? blank(gap) : []),
    piece(key, { role: 'kbd' }),
    piece(` ${label}`, { role: 'dim' }),
  ]);
