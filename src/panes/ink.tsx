import { EventEmitter } from 'node:events';
import { render } from 'ink';
import type { Size } from '../state/state.ts';
import { App, ViewStore } from './app.tsx';
import type { View } from './frame.ts';
import type { InputListener } from './keyboard.ts';

/** The app as Ink renders it. */
export interface InkApp {
  /** The last frame: all rows of the screen. */
  readonly lines: readonly string[];
  /** Settles in a microtask, once the frame of the view is there. */
  draw(view: View): Promise<void>;
  close(): void;
}

export interface InkOptions {
  readonly stdin: NodeJS.ReadStream;
  readonly onInputs: InputListener;
  /** A pane could not be rendered. */
  readonly onError: (error: unknown) => void;
}

/** The output Ink writes to, in place of the terminal: it keeps the last frame. */
class FrameStream extends EventEmitter {
  readonly isTTY = true;
  readonly writable = true;
  readonly columns: number;
  readonly rows: number;
  frame = '';

  constructor({ columns, rows }: Size) {
    super();
    this.columns = columns;
    this.rows = rows;
  }

  write(text: string, done?: () => void): boolean {
    if (text !== '') this.frame = text;
    done?.();
    return true;
  }
}

/**
 * Renders the app for the size of the view. Ink only composes the frames: with `debug` it writes each of them whole,
 * for us to send the lines that changed. Its own comparison takes longer than all of the drawing, as it divides each
 * line that changed into characters.
 */
export function openInk(view: View, { stdin, onInputs, onError }: InkOptions): InkApp {
  const stream = new FrameStream(view.state.size);
  const store = new ViewStore(view);
  const instance = render(<App store={store} onInputs={onInputs} />, {
    stdout: stream as unknown as NodeJS.WriteStream,
    stdin,
    debug: true,
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
    isScreenReaderEnabled: false,
  });
  instance.waitUntilExit().catch(onError);
  return {
    get lines() {
      return stream.frame.split('\n');
    },
    async draw(next) {
      store.show(next);
      // React has scheduled a microtask in which it renders the panes that changed; the rest comes after it.
      await undefined;
    },
    close: () => instance.unmount(),
  };
}
