import { describe, expect, it } from 'vitest';
import { lineChange } from '../../../src/panes/line-change.ts';

const LIST = ' A title \x1b[2m┃\x1b[22m';

describe('the change of a line', () => {
  it('keeps the list beside a text that comes or goes', () => {
    expect(lineChange(4, LIST, `${LIST}  Words`)).toBe('\x1b[5;11H\x1b[K  Words');
    expect(lineChange(4, `${LIST}  Words`, LIST)).toBe('\x1b[5;11H\x1b[K');
  });

  it('begins at the last blank before the first cell that differs', () => {
    expect(lineChange(0, 'One word here', 'One word there')).toBe('\x1b[1;9H\x1b[K there');
    expect(lineChange(0, 'One word', 'One words')).toBe('\x1b[1;4H\x1b[K words');
  });

  it('sets the style in which it goes on', () => {
    expect(lineChange(0, '\x1b[1mbold words\x1b[22m', '\x1b[1mbold letters\x1b[22m')).toBe(
      '\x1b[1;5H\x1b[K\x1b[1m letters\x1b[22m',
    );
  });

  it('does not cut a character from its marks', () => {
    expect(lineChange(0, 'a e b', 'a e\u0301 b')).toBe('\x1b[1;2H\x1b[K e\u0301 b');
  });

  it('draws the whole line behind cells whose width is not certain', () => {
    expect(lineChange(0, '漢 one', '漢 two')).toBe('\x1b[1;1H\x1b[2K漢 two');
    expect(lineChange(0, 'one', 'two')).toBe('\x1b[1;1H\x1b[2Ktwo');
  });
});
