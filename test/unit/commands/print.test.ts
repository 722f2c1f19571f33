import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { write } from '../../../src/commands/write.ts';

describe('write', () => {
  it('stops generating text when the stream fails', async () => {
    const gone = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('gone'), { code: 'EPIPE' })),
    });
    // The program listens to the errors of its streams.
    gone.on('error', () => {});
    let made = 0;
    const lines = function* () {
      for (; made < 1_000_000; made++) yield 'a line of some length\n';
    };
    await expect(write(gone, lines())).rejects.toThrow('gone');
    expect(made).toBeLessThan(2000);
  });

  it('writes everything in order', async () => {
    let text = '';
    const slow = new Writable({
      decodeStrings: false,
      write: (chunk: string, _encoding, done) => {
        text += chunk;
        setImmediate(done);
      },
    });
    const lines = Array.from({ length: 9000 }, (_, index) => `line ${index}\n`);
    await write(slow, lines);
    slow.end();
    await finished(slow);
    expect(text).toBe(lines.join(''));
  });
});
