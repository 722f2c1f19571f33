import { Box, Transform, useStdin } from 'ink';
import {
  type ComponentType,
  createContext,
  memo,
  type ReactNode,
  use,
  useLayoutEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import type { Rect } from '../state/geometry.ts';
import { paintRow } from '../style/ansi.ts';
import type { View } from './frame.ts';
import { type InputListener, keyboardOf } from './keyboard.ts';
import { type PaneName, paneRows, panesOf, type RowsOf } from './screen.ts';

/** Holds the view for the panes, each of which is told when it changes. */
export class ViewStore {
  #view: View;
  readonly #listeners = new Set<() => void>();

  constructor(view: View) {
    this.#view = view;
  }

  get view(): View {
    return this.#view;
  }

  show(view: View): void {
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

export const StoreContext = createContext<ViewStore | undefined>(undefined);

/** A part of the view. The component is rendered again when `select` returns another object. */
function useView<T>(select: (view: View) => T): T {
  const store = use(StoreContext);
  if (!store) throw new Error('A pane was rendered outside of StoreContext.');
  return useSyncExternalStore(store.subscribe, () => select(store.view));
}

/** Like Ink's `useInput`, over our own decoder, which knows the mouse and every key that can be bound. */
function useInputs(onInputs: InputListener): void {
  const { stdin } = useStdin();
  useLayoutEffect(() => keyboardOf(stdin as NodeJS.ReadStream).listen(onInputs), [stdin, onInputs]);
}

interface PaneProps {
  readonly rect: Rect;
}

/**
 * A pane that is drawn by `rowsOf`. The rows are set, measured and styled before Ink sees them: it lays out as many
 * blank ones, which never change, and each row takes the place of one when the frame is written.
 */
function pane(rowsOf: RowsOf): ComponentType<PaneProps> {
  return memo(function Pane({ rect }: PaneProps): ReactNode {
    const lines = useView(useMemo(() => lineSelector(rowsOf, rect), [rect]));
    const { x, y, width, height } = rect;
    const blankRows = useMemo(
      () => Array.from({ length: height }, () => ' '.repeat(width)).join('\n'),
      [width, height],
    );
    return (
      <Box position="absolute" left={x} top={y} width={width} height={height}>
        <Transform transform={(_, row) => lines[row] ?? ''}>{blankRows}</Transform>
      </Box>
    );
  });
}

/** Selects the lines of a pane: the same array as before if none of them has changed. */
function lineSelector(rowsOf: RowsOf, rect: Rect): (view: View) => readonly string[] {
  let last: View | undefined;
  let lines: readonly string[] = [];
  return (view) => {
    if (view === last) return lines;
    last = view;
    const next = rowsOf(view.state, rect).map((row) => paintRow(row, view.theme));
    if (next.length !== lines.length || next.some((line, y) => line !== lines[y])) lines = next;
    return lines;
  };
}

/** The panes as components: `ListPane`, `ReaderPane`, `StatusLine` and the others of `paneRows`. */
export const paneComponents = Object.fromEntries(
  Object.entries(paneRows).map(([name, rowsOf]) => [name, pane(rowsOf)]),
) as Readonly<Record<PaneName, ComponentType<PaneProps>>>;

/** The panes in their rectangles. */
function Panes(): ReactNode {
  const { columns, rows } = useView(({ state }) => state.size);
  return (
    <Box width={columns} height={rows} flexShrink={0}>
      {useView(({ state }) => panesOf(state)).map(({ name, rect }) => {
        const Pane = paneComponents[name];
        return <Pane key={name} rect={rect} />;
      })}
    </Box>
  );
}

/** The reader on the terminal. */
export function App({ store, onInputs }: { store: ViewStore; onInputs: InputListener }): ReactNode {
  useInputs(onInputs);
  return (
    <StoreContext value={store}>
      <Panes />
    </StoreContext>
  );
}
