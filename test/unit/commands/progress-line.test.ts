import { afterEach, expect, it, vi } from 'vitest';
import { timeLeft } from '../../../src/algorithms/time-left.ts';
import { ProgressLine } from '../../../src/commands/progress-line.ts';
import type { Language } from '../../../src/messages/locale.ts';

afterEach(() => vi.useRealTimers());

/** A line on a terminal or in a pipe, with its output; the clock is that of the fake timers. */
function lineOn(isTTY: boolean, { columns = 80, language = 'en' as Language } = {}) {
  vi.useFakeTimers();
  const written: string[] = [];
  const stderr = { isTTY, columns, write: (text: string | Uint8Array) => written.push(String(text)) };
  const line = new ProgressLine({ stderr, language, now: Date.now });
  return { line, written, pass: (time: number) => vi.advanceTimersByTime(time) };
}

const SHOWN = '\r\x1b[K';

it('tells nothing of what is done within half a second', () => {
  const { line, written, pass } = lineOn(true);
  line.tell(() => ({ text: 'Listing: 3 articles' }));
  pass(499);
  line.end();
  pass(5_000);
  expect(written).toEqual([]);
});

it('tells the share and the time left five times a second, and removes its line', () => {
  const { line, written, pass } = lineOn(true);
  for (let done = 0; done <= 200; done++) {
    line.tell(() => ({ text: `Indexing: ${done} of 1,000`, share: done / 1_000 }));
    pass(5);
  }
  expect(written).toEqual([
    `${SHOWN}Indexing: 100 of 1,000, 10%, 5 s left`,
    `${SHOWN}Indexing: 140 of 1,000, 14%, 5 s left`,
    `${SHOWN}Indexing: 180 of 1,000, 18%, 5 s left`,
  ]);
  line.end();
  expect(written.at(-1)).toBe(SHOWN);
});

it('goes on telling what it knows while nothing new is known', () => {
  const { line, written, pass } = lineOn(true);
  line.tell(() => ({ text: 'Making the PDF' }));
  pass(1_000);
  expect(written.length).toBeGreaterThan(1);
  expect(new Set(written)).toEqual(new Set([`${SHOWN}Making the PDF`]));
});

it('reckons the time of a second work from its own beginning', () => {
  const { line, written, pass } = lineOn(true);
  pass(2_000);
  line.tell(() => ({ text: 'first', share: 0.5 }));
  pass(8_000);
  line.tell(() => ({ text: 'second', share: 0.1 }));
  pass(200);
  expect(written.at(-1)).toBe(`${SHOWN}second, 10%`);
  pass(1_000);
  line.tell(() => ({ text: 'second', share: 0.5 }));
  pass(200);
  expect(written.at(-1)).toBe(`${SHOWN}second, 50%, 2 s left`);
});

it('writes nothing where stderr is no terminal', () => {
  const { line, written, pass } = lineOn(false);
  line.tell(() => ({ text: 'Listing: 3 articles' }));
  pass(5_000);
  line.end();
  expect(written).toEqual([]);
});

it('fits the terminal, and is in French', () => {
  const { line, written, pass } = lineOn(true, { columns: 30, language: 'fr' });
  pass(1_000);
  line.tell(() => ({ text: 'Indexation : 1 sur 4', share: 0.25 }));
  expect(written.at(-1)).toBe(`${SHOWN}Indexation : 1 sur 4, 25\u00a0%, r`);
});

it.each([
  [0.01, 10_000, undefined],
  [0.5, 499, undefined],
  [0.5, 1_000, 1],
  [0.25, 1_000, 3],
  [1, 1_000, 0],
])('of a share of %d after %d ms, %s s are left', (share, elapsed, left) => {
  expect(timeLeft(share, elapsed)).toBe(left);
});
