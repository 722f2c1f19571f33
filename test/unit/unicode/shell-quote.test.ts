import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandLine, shellQuote } from '../../../src/unicode/shell-quote.ts';

describe('shellQuote', () => {
  it.each([
    ['prix', 'prix'],
    ['/a/b-c.md', '/a/b-c.md'],
    ['économie', 'économie'],
    ['bon client', "'bon client'"],
    ['', "''"],
    ["l'art", "'l'\\''art'"],
    ['~/a', "'~/a'"],
    ['a$b', "'a$b'"],
  ])('%j', (word, quoted) => expect(shellQuote(word)).toBe(quoted));

  it('is read back by a shell as it was', () => {
    const words = fc.sample(fc.string({ unit: 'grapheme-ascii' }), { numRuns: 200, seed: 7 });
    const line = `printf '%s\\n' ${commandLine(words)}`;
    expect(execFileSync('sh', ['-c', line], { encoding: 'utf8' })).toBe(
      words.map((word) => `${word}\n`).join(''),
    );
  });
});
