import fc from 'fast-check';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { parseTheme } from '../../../src/settings/parse-theme.ts';
import { problemText } from '../../../src/settings/problem-text.ts';
import { palettes } from '../../../src/style/palettes.ts';

const read = (source: string) => parseTheme(source, 'mine', 'mine.toml', parse);
const texts = (problems: ReturnType<typeof read>['problems']): string[] =>
  problems.map((problem) => problemText(problem, 'en'));

describe('a theme of the user’s', () => {
  it('has the colors of its file, and the rest of its base', () => {
    const { look, problems, advice } = read(
      'base = "light"\ntext = "#222222"\nbackground = "#FFFFF0"\n[colors]\ntitle = "#800000"\ncode-string = "#005500"\nmatch = "#ffee88"',
    );
    expect(problems).toEqual([]);
    expect(advice).toEqual([]);
    expect(look.name).toBe('mine');
    expect(look.ground).toEqual({ text: ['#222222', 0], background: ['#fffff0', 15] });
    expect(look.palette.title).toEqual({ fg: ['#800000', 1], bold: true });
    expect(look.palette['code.string'].fg?.[0]).toBe('#005500');
    expect(look.palette.match).toEqual({ fg: ['#000000', 0], bg: ['#ffee88', 11] });
    expect(look.palette.link).toEqual(palettes.light.link);
  });

  it('tells what is wrong, and takes the rest', () => {
    const { look, problems } = read(
      'base = "grey"\nbackgruond = "#000000"\ntitle = "#ffffff"\n[colors]\nhedding = "#ffffff"\nlink = "blue"\nnote = "#ABCDEF"\nx',
    );
    expect(texts(problems)).toEqual([
      'mine.toml:8: not valid TOML: x; expected [TABLE] or KEY = VALUE, with texts in quotation marks',
      'mine.toml:1: base must be dark or light (got “grey”)',
      'mine.toml:2: a theme has no “backgruond” (did you mean background?)',
      'mine.toml:3: a theme has no “title” (did you mean colors.title?)',
      'mine.toml:5: a theme has no “colors.hedding” (did you mean colors.heading?)',
      'mine.toml:6: colors.link must be a color such as "#d7af5f" (got “blue”)',
    ]);
    expect(look.palette.note.fg?.[0]).toBe('#abcdef');
  });

  it('is told which of its colors are hard to read', () => {
    const { advice } = read('background = "#101010"\n[colors]\ntitle = "#333333"\nrule = "#111111"');
    expect(texts(advice)).toEqual([
      'mine.toml:3: title has a contrast of 1.5:1 with its background; text is easy to read from 4.5:1 on',
    ]);
  });

  it('is one of good contrast if its file is empty', () => {
    expect(read('').advice).toEqual([]);
    expect(read('base = "light"').advice).toEqual([]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        expect(read(`${source}\nbase = "light"`).look.name).toBe('mine');
      }),
    );
  });
});
