import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StyledText } from '../../../../src/document/document.ts';
import { styledLines } from '../../../../src/document/terminal/styled-lines.ts';

const read = (source: string): StyledText[][] => [...styledLines(source)].map((line) => [...line]);
const textOf = (source: string): string =>
  read(source)
    .map((line) => line.map(({ text }) => text).join(''))
    .join('\n');

const plain = (text: string) => ({ text, style: {} });
const bold = (text: string) => ({ text, style: { bold: true } });
const underlined = (text: string) => ({ text, style: { underline: true } });

describe('overstrikes', () => {
  it.each([
    ['l\bls\bs FILE', [bold('ls'), plain(' FILE')]],
    ['_\bF_\bI', [underlined('FI')]],
    ['F\b_', [underlined('F')]],
    ['o\b+ un', [plain('• un')]],
    ['+\bo un', [plain('• un')]],
    ['_\b_ b_\b__\bx', [bold('_'), plain(' b'), bold('_'), underlined('x')]],
    ['_\ba_\b_', [underlined('a_')]],
    ['_\ba\ba', [{ text: 'a', style: { underline: true, bold: true } }]],
    ['é\bé', [bold('é')]],
    ['字\b\b字x', [bold('字'), plain('x')]],
    ['字\b字x', [bold('字'), plain('x')]],
    ['e\u0301\be\u0301', [bold('e\u0301')]],
    ['ab\b\bcd', [plain('cd')]],
    ['\b\ba', [plain('a')]],
  ])('%j', (source, line) => expect(read(source)).toEqual([line]));
});

describe('SGR sequences', () => {
  it.each([
    ['\x1b[1mNOM\x1b[0m fin', [bold('NOM'), plain(' fin')]],
    ['\x1b[4ma\x1b[24mb\x1b[1mc\x1b[22md', [underlined('a'), plain('b'), bold('c'), plain('d')]],
    ['\x1b[mx', [plain('x')]],
    ['\x1b[31mx\x1b[39my', [{ text: 'x', style: { fg: ['', 1] } }, plain('y')]],
    ['\x1b[1;92;44mx', [{ text: 'x', style: { bold: true, fg: ['', 10], bg: ['', 4] } }]],
    ['\x1b[38;5;208mx', [{ text: 'x', style: { fg: ['#ff8700', 3] } }]],
    ['\x1b[38;2;250;0;4;3mx', [{ text: 'x', style: { fg: ['#ff0000', 9], italic: true } }]],
    ['\x1b[48:2::0:0:255mx', [{ text: 'x', style: { bg: ['#0000ff', 4] } }]],
    ['\x1b[4:3mx\x1b[4:0my', [underlined('x'), plain('y')]],
    ['\x1b[38;5;999mx\x1b[38;7my', [plain('x'), plain('y')]],
    ['\x1b[5;8mx', [plain('x')]],
    [
      '\x1b[01;31m\x1b[Kmot\x1b[m\x1b[K suite',
      [{ text: 'mot', style: { bold: true, fg: ['', 1] } }, plain(' suite')],
    ],
  ])('%j', (source, line) => expect(read(source)).toEqual([line]));

  it('last from line to line until they are reset', () =>
    expect(read('\x1b[1ma\nb\x1b[0m\nc')).toEqual([[bold('a')], [bold('b')], [plain('c')]]));

  it('give equal attributes as the same object', () => {
    const [[first, , third]] = read('\x1b[1ma\x1b[0mb\x1b[1mc') as [StyledText[]];
    expect(first!.style).toBe(third!.style);
  });
});

describe('the rest', () => {
  it('of sequences is removed: cursor, titles, links, bells', () =>
    expect(textOf('a\x1b[2J\x1b]0;titre\x07b\x1b]8;;http://x\x1b\\c\x1b]8;;\x1b\\\x07d\x1b(B')).toBe('abcd'));

  it('has no controls and keeps the words, whatever the input', () => {
    const noise = fc.constantFrom(
      '\x1b[1m',
      '\x1b[0m',
      '\x1b[38;5;3m',
      '\x1b[K',
      '\x1b[2J',
      '\x07',
      '\x1b]0;a\x07',
      '',
    );
    const word = fc.stringMatching(/^[a-zé字]{1,6}$/);
    const shown = fc.tuple(word, fc.constantFrom('plain', 'bold', 'underlined')).map(([text, how]) => ({
      text,
      printed: how === 'plain' ? text : [...text].map((c) => `${how === 'bold' ? c : '_'}\b${c}`).join(''),
    }));
    fc.assert(
      fc.property(fc.array(fc.tuple(noise, shown)), (words) => {
        const source = words.map(([before, { printed }]) => before + printed).join(' ');
        expect(textOf(source)).toBe(words.map(([, { text }]) => text).join(' '));
      }),
    );
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('\x1b', '\b', '[', ']', '1', ';', 'm', '\x9b', '\x07', 'a', '_', '\n', 'P'),
        }),
        (source) => {
          expect(textOf(source)).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/);
        },
      ),
    );
  });

  it('is read in time linear in the length of a line', () => {
    const read = (length: number): number => {
      const start = performance.now();
      textOf('a\bab_\bc\x1b[1m'.repeat(length));
      return performance.now() - start;
    };
    read(2000);
    expect(read(40_000)).toBeLessThan(60 * Math.max(5, read(4000)));
  });
});
