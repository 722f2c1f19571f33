import { cpuUsage } from 'node:process';
import { describe, expect, it } from 'vitest';
import { alphabetOf, literalPatterns, type Pattern } from '../support/patterns.ts';

/**
 * Patterns that take quadratic time on some long text, by file, and why they never see one. A pattern that is not here
 * must be linear: a run at its beginning may start only where the run does, as in `(?<! ) +$`.
 */
const ONLY_SHORT: Readonly<Record<string, readonly [pattern: string, reason: string][]>> = {
  'document/code-language.ts': [['[.#@][\\w-]+', 'lines are cut at 200 units']],
  'document/first-words.ts': [
    ['[^\\s\\d]{1,2}', 'titles are short'],
    ['[\\s,;:.!?…–—-]+$', 'titles are short'],
  ],
  'document/markdown/dialects.ts': [
    ['<!--', 'bounded by 20,000'],
    ['\\[(.*)\\]', 'the rule’s pattern is bounded'],
  ],
  'document/parse-document.ts': [['[-+−]?[\\d\\s', 'fields of at most 100 units']],
  'document/placeholders.ts': [['\\{\\{.*?\\}\\}', 'a sample of 300 units']],
  'document/plain/boilerplate-phrases.ts': [['\\s*\\|\\s*', 'our own phrases']],
  'document/plain/boilerplate.ts': [
    ['\\s*(\\S.*)', 'the text is trimmed'],
    ['[#>*_+', 'lines are cut'],
    ['\\s*:', 'lines are cut'],
  ],
  'document/plain/line-patterns.ts': [
    ['\\S(?:\\t+', 'lines of at most 400 units'],
    ['^(?:https?:', 'lines of at most 100 units'],
  ],
  'library/front-matter.ts': [['"[^"\\\\]*(?:', 'a string without an end is the last match']],
  'messages/locale.ts': [['\\B(?=', 'our own numbers']],
  'search/query.ts': [['\\d{1,3}', 'queries are short']],
  'search/stem-fr.ts': [['(\\w+)(?:>', 'our own table']],
  'unicode/emoji.ts': [['(\\S+) (\\S+)', 'our own table']],
};

/** UTF-16 units of the texts: time that is quadratic grows by sixteen from one to the other, linear time by four. */
const SHORT = 4_000;
const LONG = 16_000;
const MOST_GROWTH = 9;
/** Milliseconds that linear time never takes. */
const QUICK = 12;
const RUNS = 3;

/** Texts to repeat: characters that the pattern names, those beside each other, and beginnings of a match. */
function pumpsOf(source: string): string[] {
  const atoms = alphabetOf(source).filter((atom) => atom.length > 0);
  const characters = [...new Set(atoms.flat())].slice(0, 24);
  const firsts = atoms.map(([first]) => first!);
  const pairs = firsts.slice(0, 16).map((first, i) => first + (firsts[i + 1] ?? ''));
  const beginnings = firsts.slice(0, 24).map((_, i) => firsts.slice(0, i + 1).join(''));
  const lines = characters.slice(0, 8).flatMap((character) => [`${character} `, `${character}\n`]);
  return [
    ...new Set([
      ...characters,
      'a',
      ' ',
      '\n',
      ...pairs,
      ...beginnings.filter((_, i) => i % 3 === 2),
      ...lines,
    ]),
  ];
}

/** Milliseconds of CPU to apply a pattern to the whole of a text, or if it is sticky, to its beginning. */
function timeOf(pattern: RegExp, text: string, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = cpuUsage();
    pattern.lastIndex = 0;
    if (pattern.sticky) pattern.test(text);
    else text.replace(pattern, '');
    const { user, system } = cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

const repeated = (pump: string, length: number, end: string): string =>
  pump.repeat(Math.ceil(length / pump.length)) + end;

/** A text on which a pattern takes more than linear time, as it is repeated; undefined if there is none. */
function slowOn({ pattern }: Pattern): string | undefined {
  const { source, flags, sticky } = pattern;
  const everywhere = new RegExp(source, sticky || flags.includes('g') ? flags : `${flags}g`);
  for (const pump of pumpsOf(source)) {
    for (const end of ['', '\0']) {
      const long = repeated(pump, LONG, end);
      if (timeOf(everywhere, long, 1) < QUICK) continue;
      const time = timeOf(everywhere, long, RUNS);
      const growth = time / timeOf(everywhere, repeated(pump, SHORT, end), RUNS);
      if (time >= QUICK && growth > MOST_GROWTH) return JSON.stringify(pump + end);
    }
  }
  return undefined;
}

const isShort = ({ file, pattern }: Pattern): boolean =>
  ONLY_SHORT[file]?.some(([part]) => pattern.source.includes(part)) ?? false;

describe('the patterns of the source', () => {
  const patterns = literalPatterns('src');

  it('are all found', () => {
    expect(patterns.length).toBeGreaterThan(700);
    expect(patterns.map(({ pattern }) => String(pattern))).toContain(String(/^={3,}$/));
  });

  it('take time linear in the length of a text', { timeout: 120_000 }, () => {
    const slow = patterns
      .filter((pattern) => !isShort(pattern))
      .flatMap((pattern) => {
        const text = slowOn(pattern);
        return text === undefined ? [] : [`${pattern.file}: ${pattern.pattern} on ${text} repeated`];
      });
    expect(slow).toEqual([]);
  });

  it.each(Object.entries(ONLY_SHORT))('are still where they are excused: %s', (file, excused) => {
    for (const [part] of excused)
      expect(patterns.some((each) => each.file === file && each.pattern.source.includes(part))).toBe(true);
  });

  it('would be found slow if a run could start anywhere in itself', () => {
    expect(slowOn({ file: '', pattern: / +$/ })).toBe('" \\u0000"');
    expect(slowOn({ file: '', pattern: /(?<! ) +$/ })).toBeUndefined();
  });
});
