import { describe, expect, it } from 'vitest';
import { slowOn } from '../support/pattern-growth.ts';
import { literalPatterns, type Pattern } from '../support/patterns.ts';

/**
 * Patterns that take quadratic time on some long text, by file, and why they never see one. A pattern that is not here
 * must be linear: a run at its beginning may start only where the run does, as in `(?<! ) +$`.
 */
const ONLY_SHORT: Readonly<Record<string, readonly [pattern: string, reason: string][]>> = {
  'document/code-language.ts': [['[.#@][\\w-]+', 'lines are cut at 200 units']],
  'document/column-alignment.ts': [['[-+−]?[\\d\\s', 'fields of at most 100 units']],
  'document/first-words.ts': [
    ['[^\\s\\d]{1,2}', 'titles are short'],
    ['[\\s,;:.!?…–—-]+$', 'titles are short'],
  ],
  'document/markdown/dialects.ts': [
    ['<!--', 'bounded by 20,000'],
    ['\\[(.*)\\]', 'the rule’s pattern is bounded'],
  ],
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
  'search/clause-list.ts': [['\\d{1,3}', 'queries are short']],
  'search/stem-fr.ts': [['(\\w+)(?:>', 'our own table']],
  'unicode/emoji.ts': [['(\\S+) (\\S+)', 'our own table']],
};

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
        const text = slowOn(pattern.pattern);
        return text === undefined ? [] : [`${pattern.file}: ${pattern.pattern} on ${text} repeated`];
      });
    expect(slow).toEqual([]);
  });

  it.each(Object.entries(ONLY_SHORT))('are still where they are excused: %s', (file, excused) => {
    for (const [part] of excused)
      expect(patterns.some((each) => each.file === file && each.pattern.source.includes(part))).toBe(true);
  });

  it('would be found slow if a run could start anywhere in itself', () => {
    expect(slowOn(/ +$/)).toBe('" \\u0000"');
    expect(slowOn(/(?<! ) +$/)).toBeUndefined();
  });
});
