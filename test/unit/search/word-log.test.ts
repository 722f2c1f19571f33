import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WordLog } from '../../../src/search/word-log.ts';

it('gives back the words and their positions', () => {
  const number = fc.oneof(fc.nat(100), fc.nat(0x3fffffff));
  const position = fc.oneof(fc.constant(undefined), fc.nat(0xfffffffe));
  fc.assert(
    fc.property(fc.array(fc.tuple(number, position), { maxLength: 3000 }), (given) => {
      const log = new WordLog();
      let last = -1;
      const pushed = given.map(([word, at]) => {
        last = at ?? Math.min(last + 1, 0xfffffffe);
        log.push(word, last);
        return [word, last];
      });
      const reader = log.reader();
      expect(pushed.map(() => [reader.next(), reader.position])).toEqual(pushed);
    }),
  );
});
