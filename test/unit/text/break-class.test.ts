import { expect, it } from 'vitest';
import { classOf, LETTER, LETTERS } from '../../../src/text/break-class.ts';

it('presets the class of letters only for characters that Unicode gives no other class', () => {
  for (const [first, last] of LETTERS) {
    for (let unit = Math.max(first, 0x300); unit <= last; unit++) {
      if (classOf(unit) !== LETTER) continue;
      expect(String.fromCharCode(unit)).not.toMatch(
        /[\p{M}\p{Nd}\p{sc=Han}\p{Emoji_Presentation}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Sc}\p{Pd}\p{Cf}]/u,
      );
    }
  }
});
