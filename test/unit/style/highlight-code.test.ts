import { beforeAll, describe, expect, it } from 'vitest';
import { loadHighlighter } from '../../../src/style/highlight-code.ts';
import type { Highlighter } from '../../../src/text/line.ts';

describe('the highlighter', () => {
  let highlight: Highlighter;
  beforeAll(async () => {
    highlight = await loadHighlighter();
  });

  it('returns the spans of each line', () =>
    expect(highlight('const a = "b"; // c\nreturn 1', 'js')).toEqual([
      [
        { text: 'const', style: { role: 'code.keyword' } },
        { text: ' a = ', style: { role: 'code' } },
        { text: '"b"', style: { role: 'code.string' } },
        { text: '; ', style: { role: 'code' } },
        { text: '// c', style: { role: 'code.comment' } },
      ],
      [
        { text: 'return', style: { role: 'code.keyword' } },
        { text: ' ', style: { role: 'code' } },
        { text: '1', style: { role: 'code.number' } },
      ],
    ]));

  it.each([
    ['sh', 'echo "<b> & $HOME" # é\n\ncd /'],
    ['html', '<p class="a">&amp; <b>x</b></p>\n<script>let a = `b`</script>'],
    ['python', 'def f(x):\n\treturn f"{x}"  # 日本'],
    ['diff', '-a\n+b\n c'],
    ['json', '{ "a": [1, true, null] }'],
    ['css', 'a:hover { color: #fff }'],
    ['tsx', 'const a: Foo<Bar> = <b>{c}</b>;'],
    ['make', '\n\nall: a\n\tcc a\n'],
  ])('loses nothing of %s', (language, code) =>
    expect(
      highlight(code, language)
        ?.map((line) => line.map((span) => span.text).join(''))
        .join('\n'),
    ).toBe(code),
  );

  it.each(['', 'klingon', 'text', 'constructor'])('leaves code in %j plain', (language) =>
    expect(highlight('let a', language)).toBeUndefined(),
  );

  it('leaves long code plain', () => {
    expect(highlight('a\n'.repeat(1001), 'js')).toBeUndefined();
    expect(highlight('a'.repeat(40_001), 'js')).toBeUndefined();
  });

  it('leaves nested scripts plain, which take exponential time', () =>
    expect(highlight('<script>'.repeat(16), 'html')).toBeUndefined());
});
