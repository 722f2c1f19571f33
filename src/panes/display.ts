import type { Size } from '../state/state.ts';
import type { Theme } from '../style/theme.ts';
import { changes, type Frame, frameOf, whole } from './frame.ts';
import type { InkDisplay } from './ink.tsx';
import type { Screen } from './screen.ts';

/** A terminal that screens are drawn on, of which only the rows that changed are sent. */
export interface Display {
  draw(screen: Screen, size: Size, theme: Theme): void;
  /** Draws all of the next screen: what the terminal shows is not what was drawn. */
  forget(): void;
  /** Draws no more. Modes of the terminal are left as they are. */
  close(): void;
}

/**
 * Ink and React take longer to load than all else that a start needs. So the first screen is sent as it is, and Ink takes
 * over once it is there; until then changed rows are sent as they are, too.
 *
 * @param stdin  for Ink, which only asks whether it is a terminal
 * @param write  sends text to the terminal at once
 */
export function openDisplay(stdin: NodeJS.ReadStream, write: (text: string) => void): Display {
  let shown: { readonly frame: Frame; readonly size: Size } | undefined;
  let ink: InkDisplay | undefined;
  let openInk: typeof import('./ink.tsx').openInk | undefined;
  let loading: NodeJS.Immediate | undefined;

  /** Ink compares with what it drew at a size; on another it starts anew, on an empty screen. */
  function forget(): void {
    if (loading) clearImmediate(loading);
    loading = undefined;
    ink?.close();
    ink = undefined;
    shown = undefined;
  }

  async function load(started: NodeJS.Immediate): Promise<void> {
    ({ openInk } = await import('./ink.tsx'));
    if (loading !== started || !shown) return;
    loading = undefined;
    ink = openInk(shown.size, shown.frame, stdin, write);
  }

  return {
    draw(screen, size, theme) {
      const frame = frameOf(screen, theme);
      if (shown && (shown.size.columns !== size.columns || shown.size.rows !== size.rows)) forget();
      if (ink) ink.draw(frame);
      else {
        write(shown ? changes(shown.frame, frame) : whole(frame));
        if (openInk) ink = openInk(size, frame, stdin, write);
        else if (!loading) {
          const started = setImmediate(() => void load(started));
          loading = started;
        }
      }
      shown = { frame, size };
    },
    forget,
    close: forget,
  };
}
