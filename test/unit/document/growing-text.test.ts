import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GrowingText } from '../../../src/document/writer/growing-text.ts';

/** What is done to a text: a number truncates it to that share of its length. */
const steps = fc.array(
  fc.oneof(
    fc.string(),
    fc.string({ minLength: 4, maxLength: 6 }).map((text) => text.repeat(1000)),
    fc.constantFrom('finish', 'whole' as const).map((name) => ({ name })),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
);

describe('GrowingText', () => {
  it('reads as a string to which the same was done', () => {
    fc.assert(
      fc.property(steps, fc.nat(), fc.nat(), (all, some, other) => {
        const text = new GrowingText();
        let naive = '';
        for (const step of all) {
          if (typeof step === 'string') {
            text.append(step);
            naive += step;
          } else if (typeof step === 'number') {
            naive = naive.slice(0, Math.floor(step * naive.length));
            text.truncate(naive.length);
          } else if (step.name === 'finish') text.finishPart();
          else expect(text.whole).toBe(naive);
          expect(text.length).toBe(naive.length);
          const [from, to] = [some, other].map((n) => n % (naive.length + 1)).sort((a, b) => a - b);
          expect(text.slice(from!, to!)).toBe(naive.slice(from, to));
        }
        expect(text.whole).toBe(naive);
      }),
    );
  });

  it('forgets its beginning, and reads the rest as before', () => {
    fc.assert(
      fc.property(steps, fc.array(fc.boolean()), fc.nat(), (all, forgets, some) => {
        const text = new GrowingText();
        let naive = '';
        let forgotten = 0;
        for (const [i, step] of all.entries()) {
          const kept = naive.length - forgotten;
          if (typeof step === 'string') {
            text.append(step);
            naive += step;
          } else if (typeof step === 'number') {
            naive = naive.slice(0, forgotten + Math.floor(step * kept));
            text.truncate(naive.length);
          } else if (step.name === 'finish') text.finishPart();
          else expect(text.whole).toBe(naive.slice(forgotten));
          if (forgets[i]) {
            text.finishPart();
            text.forgetParts();
            forgotten = naive.length - text.whole.length;
            expect(text.whole.length).toBeLessThan(4096);
          }
          const from = some % (naive.length + 1);
          expect(text.slice(from, naive.length)).toBe(naive.slice(Math.max(from, forgotten)));
          expect(text.slice(0, from)).toBe(naive.slice(forgotten, from));
          expect(text.length).toBe(naive.length);
        }
      }),
    );
  });
});
