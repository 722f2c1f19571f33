import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/library/decode.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const swapped = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();

describe('decode', () => {
  it.each(['a\x1b[31mb\x07', 'l\bls\bs _\bF', '\x1b(B\x0fx'])(
    'takes the output of a terminal for text: %j',
    (text) => expect(decode(Buffer.from(text))).toBe(text),
  );

  it.each([
    ['UTF-8', Buffer.from('déjà « là » ’ œ 🙂')],
    ['UTF-8 with a mark', Buffer.from('\ufeffdéjà « là » ’ œ 🙂')],
    ['UTF-16 LE with a mark', Buffer.from('\ufeffdéjà « là » ’ œ 🙂', 'utf16le')],
    ['UTF-16 BE with a mark', swapped('\ufeffdéjà « là » ’ œ 🙂')],
    ['UTF-16 LE', Buffer.from('déjà « là » ’ œ 🙂', 'utf16le')],
    ['UTF-16 BE', swapped('déjà « là » ’ œ 🙂')],
  ])('decodes %s', (_, source) => {
    expect(decode(source)).toBe('déjà « là » ’ œ 🙂');
  });

  it('decodes Windows-1252, with its quotes, dashes and œ', () => {
    expect(decode(latin1('L\x92\x8cuvre co\xfbte 5\xa0\x80 \x96 \xab\xa0oui\xa0\xbb\x85'))).toBe(
      'L’Œuvre coûte 5\xa0€ – «\xa0oui\xa0»…',
    );
  });

  it('decodes Windows-1252 with bytes that happen to be valid UTF-8', () => {
    const text = 'La libert\xe9\xa0\xbb, dit-il, \xe9tait l\xe0, tr\xe8s pr\xe8s, d\xe9j\xe0.';
    expect(decode(latin1(text))).toBe('La liberté\xa0», dit-il, était là, très près, déjà.');
  });

  it('decodes UTF-8 with a stray Windows-1252 byte', () => {
    const source = Buffer.concat([Buffer.from('déjà l'), bytes(0x92), Buffer.from('été, très près, où ?')]);
    expect(decode(source)).toBe('déjà l’été, très près, où ?');
  });

  it('reads CRLF and CR as LF', () => {
    expect(decode(Buffer.from('a\r\nb\rc\n\r\nd\r'))).toBe('a\nb\nc\n\nd\n');
  });

  it('drops an incomplete character at the end of a beginning', () => {
    const whole = Buffer.from(`${'a'.repeat(20)}🙂é`);
    for (let cut = 20; cut <= whole.length; cut++) {
      expect(decode(whole.subarray(0, cut), true)).toBe(
        whole
          .subarray(0, cut)
          .toString('utf8')
          .replace(/\ufffd/g, ''),
      );
    }
  });

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj')],
    ['a PNG', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)],
    ['zeros among text', Buffer.from('abc\0def and more text\0')],
    ['controls', Uint8Array.from({ length: 300 }, (_, i) => i % 9)],
  ])('rejects %s', (_, source) => {
    expect(decode(source)).toBeUndefined();
  });

  it('returns any text that was encoded as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(
          !/[\0-\x08\x0e-\x1f\ufeff]/.test(text) && !/[\ud800-\udfff]/.test(text.replace(/\p{Cs}/gu, '')),
        );
        const sound = Buffer.from(text, 'utf8').toString('utf8');
        expect(decode(Buffer.from(sound))).toBe(sound.replace(/\r\n?/g, '\n'));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (source, cut) => void decode(source, cut)),
    );
  });
});
