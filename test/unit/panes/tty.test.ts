import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FullScreenTty } from '../../../src/panes/tty.ts';
import { fakeStdin } from '../../support/fake-stdin.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A terminal that has been asked for its background, and a way to send what it answers. */
function asked(): { tty: FullScreenTty; send: (text: string) => void } {
  const stdin = fakeStdin();
  const stdout = { columns: 80, rows: 24, destroyed: false, writable: true, write() {} };
  const tty = new FullScreenTty({
    stdin,
    stdout: stdout as unknown as NodeJS.WriteStream,
    depth: 8,
    onInputs() {},
    escapeDelay: undefined,
    onEnd() {},
    onError() {},
  });
  tty.take();
  tty.ask();
  return { tty, send: (text) => void stdin.emit('data', text) };
}

it('waits for the answer of a slow terminal, so that the shell does not read it', async () => {
  const { tty, send } = asked();
  let isSettled = false;
  const settled = tty.settled().then(() => {
    isSettled = true;
  });
  await vi.advanceTimersByTimeAsync(700);
  send('\x1b]11;rgb:0000/0000/0000\x07');
  await vi.advanceTimersByTimeAsync(0);
  expect(isSettled).toBe(false);
  send('\x1b[?62;22c');
  await settled;
});

it('waits no longer for a terminal that has not answered in a second', async () => {
  const { tty } = asked();
  await vi.advanceTimersByTimeAsync(10_000);
  const settled = tty.settled();
  await vi.advanceTimersByTimeAsync(1);
  await settled;
});
