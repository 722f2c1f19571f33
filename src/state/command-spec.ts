import type { Translated } from '../messages/locale.ts';
import type { Update } from './effects.ts';
import type { Context, State } from './state.ts';

/** An entry of the table. */
export interface CommandSpec {
  readonly keys: Keys;
  /** Sequences of keys that come to the same, as another program has them: `gg`. For the help. */
  readonly sequences?: readonly string[];
  /** What the command does, for the help. */
  readonly help: Translated;
  /** What the command does, in a word or two, for the status line. */
  readonly hint?: Translated;
  /** False where the command would have no effect: it is then not offered as a hint. */
  readonly isUseful?: (state: State) => boolean;
  /** If typed ahead, the command waits for the text of the article, or for the results of the search. */
  readonly needsContent?: true;
  /** Handles the command; `count` is the number typed before the key. */
  readonly run: (state: State, count: number | undefined) => Update;
}

/** Key names, as `keys/decode` gives them, by the context they work in; the help and the hints show the first. */
export type Keys = Partial<Record<Context, readonly string[]>>;

export const inPanes = (...keys: string[]): Keys => ({ list: keys, reader: keys });
export const inRows = (...keys: string[]): Keys => ({ list: keys, reader: keys, menu: keys, help: keys });
export const inFilters = (...keys: string[]): Keys => ({ search: keys, filter: keys });
/** In the boxes whose text chooses something, which Up and Down then walk. */
export const inSearches = (...keys: string[]): Keys => ({ search: keys, find: keys, filter: keys });
export const inBoxes = (...keys: string[]): Keys => ({ ...inSearches(...keys), note: keys });
