import { changes, type Frame, frameOf, type View, whole } from './frame.ts';
import type { InkApp, InkOptions } from './ink.tsx';
import { cursorOf } from './screen.ts';

/**
 * Draws views on a terminal, of which only the lines that changed are sent.
 *
 * Ink and React take longer to load than all else that a start needs. So the first frames are drawn without them, from
 * the same rows, until they are loaded.
 */
export class Display {
  readonly #write: (text: string) => void;
  readonly #inkOptions: InkOptions;
  #shown: { readonly view: View; readonly frame: Frame } | undefined;
  #ink: InkApp | undefined;
  #openInk: typeof import('./ink.tsx').openInk | undefined;
  #loading: NodeJS.Immediate | undefined;

  /** @param write  sends text to the terminal at once */
  constructor(write: (text: string) => void, inkOptions: InkOptions) {
    this.#write = write;
    this.#inkOptions = inkOptions;
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
      this.#mount();
    }
  }

  #send(view: View, frame: Frame): void {
    const text = this.#shown ? changes(this.#shown.frame, frame) : whole(frame);
    if (text !== '') this.#write(text);
    this.#shown = { view, frame };
  }

  /** Sends all of the next frame: the terminal may show anything. Also at the end, when nothing is drawn any more. */
  forget(): void {
    clearImmediate(this.#loading);
    this.#loading = undefined;
    this.#ink?.close();
    this.#ink = undefined;
    this.#shown = undefined;
  }

  /** Lets Ink draw from now on, as soon as it is loaded. */
  #mount(): void {
    if (!this.#openInk) {
      this.#loading ??= setImmediate(() => void this.#load());
      return;
    }
    const { view } = this.#shown!;
    this.#ink = this.#openInk(view, this.#inkOptions);
    // Both frames look alike, but may be written in different ways.
    this.#shown = { view, frame: this.#inkFrame(view) };
  }

  async #load(): Promise<void> {
    const loading = this.#loading;
    ({ openInk: this.#openInk } = await import('./ink.tsx'));
    // Since then the display may have been closed, or begun anew and have mounted Ink itself.
    if (loading === this.#loading && this.#shown) this.#mount();
  }

  #inkFrame({ state }: View): Frame {
    return { lines: this.#ink?.lines ?? [], cursor: cursorOf(state) };
  }
}

const isSameSize = (a: View, b: View): boolean =>
  a.state.size.columns === b.state.size.columns && a.state.size.rows === b.state.size.rows;
