import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FullScreenTty } from '../../../src/panes/tty.ts';
import { fakeStdin } from '../../support/fake-stdin.ts';
import { Desk } from '../../support/reader.ts';

const openInk = vi.hoisted(() => vi.fn(() => ({ lines: [], draw: async () => {}, close() {} })));
vi.mock('../../../src/panes/ink.tsx', () => ({ openInk }));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A terminal that has been asked for its background, all that was written to it and read from it, and a way to answer. */
function asked({ isRemote = false } = {}) {
  const stdin = fakeStdin();
  const written: string[] = [];
  const write = (text: string): number => written.push(text);
  const onInputs = vi.fn();
  const tty = new FullScreenTty({
    stdin,
    stdout: {
      columns: 80,
      rows: 24,
      destroyed: false,
      writable: true,
      write,
    } as unknown as NodeJS.WriteStream,
    depth: 8,
    onInputs,
    escapeDelay: undefined,
    isRemote,
    onEnd() {},
    onError() {},
  });
  tty.take();
  tty.ask();
  return { tty, stdin, written, onInputs, send: (text: string) => void stdin.emit('data', text) };
}

const isRead = (stdin: NodeJS.ReadStream): boolean => stdin.listenerCount('data') > 0;

it.each([
  ['a busy terminal', false, 1_900],
  ['a terminal at the other end of a slow connection', true, 5_500],
])('reads the late answer of %s, so that the shell does not', async (_, isRemote, late) => {
  const { tty, stdin, written, send } = asked({ isRemote });
  const released = tty.releaseWhenAnswered();
  expect(written.at(-1)).toMatch(/\x1b\[\?1049l$/);
  await vi.advanceTimersByTimeAsync(late);
  send('\x1b]11;rgb:0000/0000/0000\x07');
  await vi.advanceTimersByTimeAsync(0);
  expect(isRead(stdin)).toBe(true);
  send('\x1b[?62;22c');
  await released;
  expect(isRead(stdin)).toBe(false);
});

it('takes no keys while it only waits for the answer', async () => {
  const { tty, onInputs, send } = asked();
  send('j');
  const released = tty.releaseWhenAnswered();
  send('q\x1b[?62;22c');
  await released;
  expect(onInputs.mock.calls).toEqual([[[{ kind: 'key', key: 'j', text: 'j' }]]]);
});

it('waits for an answer no longer than the time that was left', async () => {
  const { tty, stdin } = asked();
  await vi.advanceTimersByTimeAsync(10_000);
  const released = tty.releaseWhenAnswered();
  await vi.advanceTimersByTimeAsync(1);
  await released;
  expect(isRead(stdin)).toBe(false);
});

it('stays taken if it is taken again while it waits', async () => {
  const { tty, stdin, send } = asked();
  const released = tty.releaseWhenAnswered();
  tty.take();
  send('\x1b[?62;22c');
  await released;
  expect(isRead(stdin)).toBe(true);
});

it('loads Ink when a second has passed after the first key, and not before there is one', async () => {
  const { tty, send } = asked();
  const { state } = new Desk(80, 24);
  const drawAndWait = async (): Promise<void> => {
    tty.draw(state);
    await vi.advanceTimersByTimeAsync(1_000);
    await vi.dynamicImportSettled();
  };
  send('\x1b]11;rgb:0000/0000/0000\x07\x1b[?62;22c');
  await drawAndWait();
  expect(openInk).not.toHaveBeenCalled();
  send('j');
  await drawAndWait();
  expect(openInk).toHaveBeenCalledOnce();
});
