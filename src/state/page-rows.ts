import { type HelpRow, helpRows } from './help-rows.ts';
import { type LeftOutRow, leftOutRows } from './left-out-rows.ts';
import { pageHeight, pageOf } from './selectors.ts';
import type { State } from './state.ts';

/** The rows of the open page; none without one. The same array until they change. */
export function pageRows(state: State): readonly (HelpRow | LeftOutRow)[] {
  switch (pageOf(state)?.kind) {
    case 'help':
      return helpRows(state);
    case 'leftOut':
      return leftOutRows(state);
    case undefined:
      return [];
  }
}

/** The nearest first row of a page that leaves no part of its screen empty. */
export const clampPageTop = (state: State, top: number): number =>
  Math.max(0, Math.min(top, pageRows(state).length - pageHeight(state)));
