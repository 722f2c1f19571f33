import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, flush, type Input } from '../../../src/keys/decode.ts';

const names = (chunk: string): string[] =>
  decode(chunk).inputs.map((input) => (input.kind === 'key' ? input.key : input.kind));

describe('decode', () => {
  it('splits a burst into keys', () => {
    expect(names('jjj')).toEqual(['j', 'j', 'j']);
    expect(names('5jG')).toEqual(['5', 'j', 'G']);
    expect(names('éà€😀')).toEqual(['é', 'à', '€', '😀']);
  });

  it.each([
    ['\x1b[A\x1b[B\x1bOC\x1bOD', ['up', 'down', 'right', 'left']],
    [
      '\x1b[5~\x1b[6~\x1b[H\x1b[F\x1b[1~\x1b[4~\x1b[3~',
      ['pageup', 'pagedown', 'home', 'end', 'home', 'end', 'delete'],
    ],
    ['\x1b[1;5C\x1b[1;3D\x1b[1;2A\x1b[5;5~', ['ctrl-right', 'alt-left', 'shift-up', 'ctrl-pageup']],
    ['\x1b[Z\t\r\n\x7f\b ', ['shift-tab', 'tab', 'enter', 'ctrl-j', 'backspace', 'backspace', 'space']],
    ['\x01\x04\x0c\x1a\x1f\0', ['ctrl-a', 'ctrl-d', 'ctrl-l', 'ctrl-z', 'ctrl-_', 'ctrl-space']],
    ['\x1bb\x1b\x7f', ['alt-b', 'alt-backspace']],
    ['\x1b\x1b[A', ['escape', 'up']],
    ['\x1bOP\x1b[11~\x1bOM', ['f1', 'f1', 'enter']],
    [
      '\x1b[99;5u\x1b[27u\x1b[106u\x1b[106;2u\x1b[98;3u\x1b[9;2u',
      ['ctrl-c', 'escape', 'j', 'J', 'alt-b', 'shift-tab'],
    ],
    ['\x1b[27;5;99~\x1b[27;2;71~\x1b[13u\x1b[32;2u', ['ctrl-c', 'G', 'enter', 'space']],
  ])('names the keys of %j', (chunk, keys) => {
    expect(names(chunk)).toEqual(keys);
  });

  it('drops other replies of the terminal and unknown sequences', () => {
    expect(names('\x1b[5;10R\x1b[I\x1b[O\x1b]10;rgb:0/0/0\x07\x1bP1$r\x1b\\\x1b[200z')).toEqual([]);
    expect(names('\x1b[>1;10;0cj')).toEqual(['j']);
    expect(names('\x1b[57441u\x1b[106;1:3u\x1b[27;5~\x1b[25~\x1b[?0u')).toEqual([]);
  });

  it('reads the replies with the background color and the attributes', () => {
    expect(decode('\x1b]11;rgb:ffff/8080/0000\x1b\\\x1b[?62;22c').inputs).toEqual([
      { kind: 'background', color: [255, 128, 0] },
      { kind: 'attributes' },
    ]);
    expect(decode('\x1b]11;rgb:f/0/8\x07').inputs).toEqual([{ kind: 'background', color: [255, 0, 136] }]);
  });

  it('keeps an unfinished sequence pending until the next chunk', () => {
    for (const sequence of ['\x1b[1;5C', '\x1b[<64;10;5M', '\x1bOA', '\x1b[200~copié\x1b[201~']) {
      const whole = decode(sequence);
      expect(whole.pending).toBe('');
      for (let cut = 1; cut < sequence.length; cut++) {
        const first = decode(sequence.slice(0, cut));
        const second = decode(sequence.slice(cut), first.pending);
        expect([...first.inputs, ...second.inputs], `${JSON.stringify(sequence)} cut at ${cut}`).toEqual(
          whole.inputs,
        );
      }
    }
  });

  it('takes a lone Escape for the key when nothing follows', () => {
    expect(decode('\x1b')).toEqual({ inputs: [], pending: '\x1b' });
    expect(flush('\x1b')).toEqual([{ kind: 'key', key: 'escape' }]);
    expect(flush('\x1b\x1b').length).toBe(2);
    expect(flush('\x1b[1;')).toEqual([]);
    expect(flush('\x1b[')).toEqual([]);
    expect(flush('')).toEqual([]);
  });

  it('reads mouse reports, counting cells from 0', () => {
    expect(decode('\x1b[<0;1;1M').inputs).toEqual([{ kind: 'mouse', action: 'press', x: 0, y: 0 }]);
    expect(decode('\x1b[<64;12;5M\x1b[<65;12;5M').inputs).toMatchObject([
      { action: 'wheel-up', x: 11, y: 4 },
      { action: 'wheel-down' },
    ]);
    expect(decode('\x1b[<32;2;1M\x1b[<0;3;1m').inputs).toMatchObject([
      { action: 'drag', x: 1 },
      { action: 'release', x: 2 },
    ]);
    expect(decode('\x1b[<2;1;1m\x1b[<2;1;1M\x1b[<35;4;4M\x1b[<0;;M').inputs).toEqual([]);
  });

  it('reads a paste as one input, even if it contains sequences', () => {
    expect(decode('a\x1b[200~q\njj\x1b[A\x1b[201~b').inputs).toEqual([
      { kind: 'key', key: 'a', text: 'a' },
      { kind: 'paste', text: 'q\njj\x1b[A' },
      { kind: 'key', key: 'b', text: 'b' },
    ]);
  });

  it('passes on a huge paste in pieces without loss', () => {
    const text = 'mot '.repeat(50_000);
    const sent = `\x1b[200~${text}\x1b[201~`;
    let pending = '';
    let got = '';
    for (let at = 0; at < sent.length; at += 10_007) {
      const decoded = decode(sent.slice(at, at + 10_007), pending);
      pending = decoded.pending;
      expect(pending.length).toBeLessThan(90_000);
      for (const input of decoded.inputs) if (input.kind === 'paste') got += input.text;
    }
    expect(pending).toBe('');
    expect(got).toBe(text);
  });

  it('accepts any input in any pieces, and reports no control character as text', () => {
    const bytes = fc.array(
      fc.constantFrom('\x1b', '[', '<', '0', ';', '~', 'M', 'O', ']', 'a', '\x07', '\x9b', 'é', '2'),
    );
    fc.assert(
      fc.property(fc.array(bytes.map((parts) => parts.join(''))), (chunks) => {
        let pending = '';
        const inputs: Input[] = [];
        for (const chunk of chunks) {
          const decoded = decode(chunk, pending);
          pending = decoded.pending;
          inputs.push(...decoded.inputs);
        }
        inputs.push(...flush(pending));
        for (const input of inputs) {
          if (input.kind === 'key' && input.text) expect(input.text).not.toMatch(/[\0-\x1f\x7f-\x9f]/);
        }
      }),
    );
  });
});
