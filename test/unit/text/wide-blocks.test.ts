import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { plainLine } from '../../../src/style/plain.ts';
import { setLines } from '../../../src/text/layout.ts';
import { articles } from '../../support/markdown.ts';

const open = (source: string) => parseDocument({ format: 'markdown', source, firstLine: 0 });

const TABLE = `| ${'un '.repeat(10)}| ${'deux '.repeat(6)}|\n|---|---|\n| a | b |\n`;
const CODE = '```\nconst valeur = fonction(argument, autre);\nb\n```\n';

/** The lines of a source at 30 cells, each after the cells by which it is outdented. */
const linesOf = (source: string, left: number, right: number) =>
  [...setLines(open(source), { width: 30, beside: { left, right } })].map(
    (line) => `${line.outdent ?? 0}|${plainLine(line)}`,
  );

describe('tables and code beside the measure', () => {
  it('keep to it if they fit', () =>
    expect(linesOf('| a | b |\n|---|---|\n| c | d |\n', 20, 20)).toEqual(
      linesOf('| a | b |\n|---|---|\n| c | d |\n', 0, 0),
    ));

  it('take the cells on the right first', () => {
    expect(linesOf(TABLE, 40, 40)[0]).toBe(`0|${'un '.repeat(10)}│ ${'deux '.repeat(6).trim()}`);
    expect(linesOf(CODE, 40, 20)).toEqual(['0|  const valeur = fonction(argument, autre);', '0|  b']);
  });

  it('begin as far to the left as they need to, all their lines alike', () => {
    expect(linesOf(TABLE, 40, 10).map((line) => line.slice(0, 3))).toEqual(['21|', '21|', '21|']);
    expect(linesOf(CODE, 40, 3)).toEqual(['10|  const valeur = fonction(argument, autre);', '10|  b']);
  });

  it('do not begin to the left of a list or a quotation', () => {
    expect(linesOf(`> ${CODE.replaceAll('\n', '\n> ')}`, 40, 3).every((line) => line.startsWith('0|'))).toBe(
      true,
    );
  });

  it('leave prose in its measure, and never leave the pane', () => {
    fc.assert(
      fc.property(articles, fc.nat(30), fc.nat(30), (source, left, right) => {
        for (const { width, outdent = 0, spans } of setLines(open(source), {
          width: 40,
          beside: { left, right },
        })) {
          expect(outdent).toBeLessThanOrEqual(left);
          expect(width).toBeLessThanOrEqual(Math.max(40 + right + outdent, spans.length > 0 ? 2 : 0));
        }
      }),
      { numRuns: 100 },
    );
  });
});
