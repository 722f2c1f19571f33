import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../src/document/parse-document.ts';
import { groupsOf, linesOf } from '../../../../src/document/plain/line.ts';

const pieces = (source: string): string[] =>
  Array.from(linesOf(source, 0, source.length), ({ text }) => text);

describe('linesOf', () => {
  it('cuts a line of a megabyte at blanks, and loses no word', () => {
    const source = `${'une ligne sans fin '.repeat(60_000)}\nla suite`;
    const cut = pieces(source);
    expect(Math.max(...cut.map((piece) => piece.length))).toBeLessThanOrEqual(262_144);
    expect(cut.join(' ')).toBe(source.replace(' \n', ' '));
  });

  it('cuts a line without blanks, but no character', () => {
    const source = `a${'😀'.repeat(400_000)}`;
    const cut = pieces(source);
    expect(cut.length).toBeGreaterThan(2);
    expect(cut.join('')).toBe(source);
    for (const piece of cut) expect(piece.isWellFormed()).toBe(true);
  });

  it('gives the offset of each piece', () => {
    const source = `  ${'mot '.repeat(200_000)}`;
    for (const { text, at } of linesOf(source, 0, source.length))
      expect(source.startsWith(text, at)).toBe(true);
  });
});

describe('groupsOf', () => {
  it('ends a group that has grown long, with or without an empty line', () => {
    const source = `${'un paragraphe sur une seule ligne. '.repeat(300)}\n`.repeat(100);
    const groups = [...groupsOf(linesOf(source, 0, source.length))];
    expect(groups.length).toBeGreaterThan(2);
    expect(groups.flat()).toHaveLength(100);
  });
});

describe('a text in one line', () => {
  it('is parsed some of it at a time', () => {
    const source = 'mot '.repeat(500_000);
    const document = parseDocument({ source, format: 'text', firstLine: 0 });
    const lengths = [document.length];
    for (; !document.complete; lengths.push(document.length)) document.extend(document.blocks.length + 1);
    const added = lengths.map((length, i) => length - (lengths[i - 1] ?? 0));
    expect(Math.max(...added)).toBeLessThan(300_000);
    expect(document.text.split(/\s/)).toHaveLength(500_000);
  });
});
