import type { Language } from '../messages/locale.ts';
import type { ReaderMessages } from '../messages/reader.ts';
import type { Step } from '../state/effects.ts';
import type { Context, State } from '../state/state.ts';

export type Words = Readonly<Record<Language, string>>;

/** An entry of the table in `state/commands`. */
export interface CommandSpec {
  /** Section of the help that lists the command. */
  readonly section: keyof ReaderMessages['sections'];
  readonly keys: Keys;
  /** What the command does, for the help. */
  readonly help: Words;
  /** What the command does, in a word or two, for the status line. */
  readonly hint?: Words;
  /** False where the command would have no effect: it is then not offered as a hint. */
  readonly isUseful?: (state: State) => boolean;
  /** If typed ahead, the command waits for the text of the article, or for the results of the search. */
  readonly needsContent?: true;
  /** Returns the next state, or a step if there is work to do outside; `count` is the number typed before the key. */
  readonly run: (state: State, count: number | undefined) => State | Step;
}

/** Key names, as `keys/decode` gives them, by the context they work in; the help and the hints show the first. */
type Keys = Partial<Record<Context, readonly string[]>>;

export const inPanes = (...keys: string[]): Keys => ({ list: keys, reader: keys });
export const inRows = (...keys: string[]): Keys => ({ list: keys, reader: keys, menu: keys, help: keys });
export const inBoxes = (...keys: string[]): Keys => ({ search: keys, find: keys, filter: keys });
