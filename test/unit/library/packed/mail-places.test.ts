import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesIn } from '../../../../src/library/packed/mail/mail-places.ts';

/** The sources of the mails in a mailbox, found in windows of some bytes. */
function mailsIn(mailbox: string, window?: number): string[] {
  const bytes = Buffer.from(mailbox, 'latin1');
  const file = {
    size: bytes.length,
    read: (buffer: Buffer, from: number) => bytes.copy(buffer, 0, from, from + buffer.length),
  };
  return placesIn(file, window).map(({ at, length }) => bytes.toString('latin1', at, at + length));
}

describe('the mails of a mailbox', () => {
  it('begin after a separator, at its beginning and after blank lines', () => {
    expect(mailsIn('From a Mon\nA: 1\n\nx\n\nFrom b Tue\nB: 2\n\ny\n')).toEqual([
      'A: 1\n\nx\n\n',
      'B: 2\n\ny\n',
    ]);
    expect(mailsIn('From a\r\nA: 1\r\n\r\nx\r\n\r\nFrom b\r\nB: 2\r\n')).toEqual([
      'A: 1\r\n\r\nx\r\n\r\n',
      'B: 2\r\n',
    ]);
  });

  it('may have lines like separators in their texts', () => {
    const text = 'A: 1\n\nFrom now on, none.\n\nFrom here\nto there\n\n>From x\nB: 2\nFrom y\nC: 3\n';
    expect(mailsIn(`From a\n${text}`)).toEqual([text]);
  });

  it('are none in other files', () => {
    expect(mailsIn('')).toEqual([]);
    expect(mailsIn('From a distance\n\nA text.\n')).toEqual([]);
    expect(mailsIn('\n\nA text.\n')).toEqual([]);
  });

  it('are the same whatever the window', () => {
    const part = fc.constantFrom('From a\n', 'A: b\n', '\n', '\r\n', 'text\n', 'From', ' ');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.integer({ min: 1, max: 60 }), (parts, window) => {
        const text = parts.join('');
        expect(mailsIn(text, window)).toEqual(mailsIn(text));
      }),
    );
  });
});
