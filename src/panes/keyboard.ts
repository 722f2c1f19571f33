import { decode, flush, type Input } from '../keys/decode.ts';

/** Milliseconds after which an escape that nothing followed is the Escape key; what vim and readline wait is longer. */
const ESCAPE_DELAY = 25;

export interface Keyboard {
  /** Gives the terminal its line discipline back, and reads no more. */
  close(): void;
}

/**
 * Reads keys and the mouse from a terminal in raw mode. What comes in one read is handed over together, so that a burst
 * of keys is drawn once. `onEnd` is called when the terminal goes away.
 */
export function openKeyboard(
  stdin: NodeJS.ReadStream,
  onInputs: (inputs: readonly Input[]) => void,
  onEnd: () => void,
): Keyboard {
  let pending = '';
  let timer: NodeJS.Timeout | undefined;

  const hand = (inputs: readonly Input[]): void => {
    if (inputs.length > 0) onInputs(inputs);
  };
  const onData = (chunk: string): void => {
    clearTimeout(timer);
    const decoded = decode(chunk, pending);
    pending = decoded.pending;
    if (pending !== '') {
      timer = setTimeout(() => {
        const late = flush(pending);
        pending = '';
        hand(late);
      }, ESCAPE_DELAY);
    }
    hand(decoded.inputs);
  };

  stdin.setEncoding('utf8');
  stdin.on('data', onData);
  stdin.on('end', onEnd);
  stdin.on('error', onEnd);
  stdin.setRawMode(true);
  stdin.ref();
  stdin.resume();
  return {
    close() {
      clearTimeout(timer);
      stdin.off('data', onData);
      stdin.off('end', onEnd);
      stdin.off('error', onEnd);
      // From a terminal that is gone: what is written or set then fails later, and means nothing.
      stdin.on('error', () => undefined);
      stdin.pause();
      // A terminal that was opened for its keys would keep the program running.
      stdin.unref();
      try {
        stdin.setRawMode(false);
      } catch {
        // As above.
      }
    },
  };
}
