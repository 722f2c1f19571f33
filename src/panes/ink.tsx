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
  draw(view: View): void;
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
  const app = <App store={store} onInputs={onInputs} />;
  const instance = render(app, {
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
    draw(next) {
      store.show(next);
      // Left to itself, React renders the panes that changed in a later microtask.
      instance.rerender(app);
    },
    close: () => instance.unmount(),
  };
}
