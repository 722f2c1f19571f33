import { describe, expect, it } from 'vitest';
import { lateTail } from '../../../src/keys/late-tail.ts';

describe('the rest of a sequence that comes late', () => {
  it.each([
    ['the wheel', '\x1b[<64;', '10;12M', ''],
    ['the release of a button', '\x1b[<0;3;4', 'm', ''],
    ['the wheel after a lone Escape', '\x1b', '[<64;10;12M', ''],
    ['an arrow key', '\x1b[', 'A', ''],
    ['an arrow key after a lone Escape', '\x1b', '[B', ''],
    ['an arrow key in application mode', '\x1bO', 'A', ''],
    ['a key with modifiers', '\x1b[1;', '5C', ''],
    ['the release of a key, by kitty’s protocol', '\x1b[106;1', ':3u', ''],
    ['the attributes', '\x1b[?6', '2;22c', ''],
    ['the background', '\x1b]11;rgb:ff', 'ff/ffff/ffff\x1b\\', ''],
    ['the background after a lone Escape', '\x1b', ']11;rgb:ffff/ffff/ffff\x07', ''],
    ['a sequence before keys', '\x1b[<64;', '10;12Mjj', 'jj'],
  ])('is taken for what it is: %s', (_, begun, chunk, keys) => {
    const { length, isUnfinished } = lateTail(begun, chunk);
    expect(chunk.slice(length)).toBe(keys);
    expect(isUnfinished).toBe(false);
  });

  it.each([
    ['', '[A'],
    ['\x1b', 'j'],
    ['\x1b', '[j'],
    ['\x1b', '5j'],
    ['\x1b', '[['],
    ['\x1b[', 'j'],
    ['\x1b[<64;', 'q'],
    ['\x1b]11;rgb:ff', 'j'],
    ['\x1b]', 'q'],
    ['\x1bO', 'j'],
  ])('leaves keys alone: after %j, %j', (begun, chunk) => {
    expect(lateTail(begun, chunk)).toEqual({ length: 0, isUnfinished: false });
  });

  it.each([
    ['\x1b[<64;', '10;1'],
    ['\x1b]11;rgb:', '00/ff'],
    ['\x1b', '[<64'],
  ])('may be in pieces itself: after %j, %j', (begun, chunk) => {
    expect(lateTail(begun, chunk)).toEqual({ length: chunk.length, isUnfinished: true });
  });
});
