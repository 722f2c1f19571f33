import { decode, flush, type Input } from '../keys/decode.ts';

/** Milliseconds after which an escape that nothing followed is the Escape key; what vim and readline wait is longer. */
const ESCAPE_DELAY = 25;
/** Milliseconds after which a sequence that goes no further is dropped; a slow line may take that long to bring its rest. */
const SEQUENCE_DELAY = 500;

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
  let late: NodeJS.Immediate | undefined;

  const hand = (inputs: readonly Input[]): void => {
    if (inputs.length > 0) onInputs(inputs);
  };
  const onData = (chunk: string): void => {
    forget();
    const decoded = decode(chunk, pending);
    pending = decoded.pending;
    if (pending !== '') {
      const delay = pending === '\x1b' || pending === '\x1b\x1b' ? ESCAPE_DELAY : SEQUENCE_DELAY;
      // What came while the program was busy is read before its time is said to be up.
      timer = setTimeout(() => {
        late = setImmediate(giveUp);
      }, delay);
    }
    hand(decoded.inputs);
  };
  const giveUp = (): void => {
    const inputs = flush(pending);
    pending = '';
    hand(inputs);
  };
  const forget = (): void => {
    clearTimeout(timer);
    if (late) clearImmediate(late);
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
      forget();
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
