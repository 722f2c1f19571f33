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
});
