import { changes, type Frame, frameOf, type View, whole } from './frame.ts';
import type { InkApp, InkOptions } from './ink.tsx';
import { cursorOf } from './screen.ts';

/**
 * Milliseconds after the last frame at which Ink is loaded: the reader is looking, and hardly types in the same moment. A
 * look at an article that ends sooner takes half the time of the processor.
 */
const QUIET = 1_000;

/** Runs a task once, a while after the last frame; returns what cancels it. */
export type WhenQuiet = (task: () => void) => () => void;

export const whenQuiet: WhenQuiet = (task) => {
  const timer = setTimeout(task, QUIET).unref();
  return () => clearTimeout(timer);
};

/**
 * Draws views on a terminal, of which only the lines that changed are sent.
 *
 * Ink and React take longer to load than all else that a start needs. So the first frames are drawn without them, from
 * the same rows, until they are loaded, when nothing has been drawn for a while.
 */
export class Display {
  readonly #write: (text: string) => void;
  readonly #inkOptions: InkOptions;
  readonly #whenQuiet: WhenQuiet;
  #shown: { readonly view: View; readonly frame: Frame } | undefined;
  #ink: InkApp | undefined;
  /** Cancels the loading of Ink. */
  #mounting: (() => void) | undefined;

  /**
   * @param write  sends text to the terminal at once
   * @param later  runs what lets Ink take over; it is called with each frame until then
   */
  constructor(write: (text: string) => void, inkOptions: InkOptions, later = whenQuiet) {
    this.#write = write;
    this.#inkOptions = inkOptions;
    this.#whenQuiet = later;
  }

  draw(view: View): void {
    if (this.#shown && !isSameSize(this.#shown.view, view)) this.forget();
    const ink = this.#ink;
    if (ink) {
      void ink.draw(view).then(() => {
        if (ink === this.#ink) this.#send(view, this.#inkFrame(view));
      });
    } else {
      this.#send(view, frameOf(view));
      this.#mounting?.();
      this.#mounting = this.#whenQuiet(() => void this.#mount());
    }
  }

  #send(view: View, frame: Frame): void {
    const text = this.#shown ? changes(this.#shown.frame, frame) : whole(frame);
    if (text !== '') this.#write(text);
    this.#shown = { view, frame };
  }

  /** Sends all of the next frame: the terminal may show anything. Also at the end, when nothing is drawn any more. */
  forget(): void {
    this.#mounting?.();
    this.#mounting = undefined;
    this.#ink?.close();
    this.#ink = undefined;
    this.#shown = undefined;
  }

  /** Lets Ink draw from now on, unless there has been a frame while it was loaded. */
  async #mount(): Promise<void> {
    const mounting = this.#mounting;
    const { openInk } = await import('./ink.tsx');
    if (mounting !== this.#mounting || !this.#shown) return;
    const { view } = this.#shown;
    this.#ink = openInk(view, this.#inkOptions);
    // Both frames look alike, but may be written in different ways.
    this.#shown = { view, frame: this.#inkFrame(view) };
  }

  #inkFrame({ state }: View): Frame {
    return { lines: this.#ink?.lines ?? [], cursor: cursorOf(state) };
  }
}

const isSameSize = (a: View, b: View): boolean =>
  a.state.size.columns === b.state.size.columns && a.state.size.rows === b.state.size.rows;
