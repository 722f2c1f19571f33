import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Input } from '../../../src/keys/decode.ts';
import { keyboardOf } from '../../../src/panes/keyboard.ts';
import { fakeStdin } from '../../support/fake-stdin.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A keyboard on a stream that the test feeds, and the inputs that came from it. */
function keyboard(escapeDelay?: number): { send: (chunk: string, wait?: number) => void; inputs: Input[] } {
  const stdin = fakeStdin();
  const inputs: Input[] = [];
  keyboardOf(stdin, () => escapeDelay).open(
    (some) => inputs.push(...some),
    () => {},
  );
  return {
    inputs,
    send(chunk, wait = 0) {
      stdin.emit('data', chunk);
      vi.advanceTimersByTime(wait);
    },
  };
}

const LONG = 60_000;
const keysOf = (inputs: readonly Input[]): string[] =>
  inputs.map((input) => (input.kind === 'key' ? input.key : input.kind));

describe('the keyboard', () => {
  it('never takes the rest of a paste that was interrupted for keys', () => {
    const { send, inputs } = keyboard();
    send('\x1b[200~some wor', LONG);
    send('ds and a q', LONG);
    expect(inputs).toEqual([]);
    send('\x1b[201~j');
    expect(inputs[0]).toEqual({ kind: 'paste', text: 'some words and a q' });
    expect(keysOf(inputs.slice(1))).toEqual(['j']);
  });

  it('lets Ctrl-c out of a paste whose end was lost', () => {
    const { send, inputs } = keyboard();
    send('\x1b[200~some words', LONG);
    send('\x03');
    expect(keysOf(inputs)).toEqual(['ctrl-c']);
  });

  it('swallows the rest of a sequence that comes late', () => {
    const { send, inputs } = keyboard();
    send('\x1b[<64;', LONG);
    send('10;', LONG);
    send('10Mj');
    expect(keysOf(inputs)).toEqual(['j']);
  });

  it.each([
    [undefined, 49],
    [300, 299],
  ])('takes a lone Escape for the key after a while: with ESCDELAY %s', (delay, before) => {
    const { send, inputs } = keyboard(delay);
    send('\x1b', before);
    expect(inputs).toEqual([]);
    vi.advanceTimersByTime(1);
    vi.runAllTimers();
    expect(keysOf(inputs)).toEqual(['escape']);
  });
});
