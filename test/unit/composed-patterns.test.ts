import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ComposedPattern, composedPatterns, compositions } from '../support/composed-patterns.ts';
import { slowOn } from '../support/pattern-growth.ts';

/** Bodies from which each function composes its patterns, by format. */
const SOURCES = {
  markdown: [
    // Names, arguments and ends of containers.
    '{% hint style="info" title="a" %}\na\n{% endhint %}\n\n:::note\na\n:::\n\n{{< callout type="tip" >}}\na\n{{< /callout >}}',
    '```{note} a\nb\n```\n\n::youtube[A talk]{#x}\n\n::a[b]\n\n[a]{.b}\n\n{{< figure src="a" caption="b" >}}\n',
    '<p>a</p>\n\n<script>\na\n\nb\n</script>\n\n<textarea>a</textarea>\n\n{% raw %}\na\n{% endraw %}\n\n{% comment %} a {% endcomment %}',
    '%% a\nb %%\n\na\n{: .b}\n\n# c ## {#d}\n',
    'a\u200bb\u200c\u200d\ufe0e\u034f\u2800',
  ],
  org: ['* A\n\nb *c* [[d][e]]\n'],
  mdx: ["import a from 'b'\n\n<Note>a `b < c` d</Note>\n\n<Tabs>\na `` e ` `` <b>\n</Tabs>\n"],
  table: ['a,b\n"c ""d""",2\ne,3\n', 'a\tb\nc\td\n'],
  text: [
    '« Monsieur,\n\nJe vous écris. Et je vous salue.\n\nBien à vous, de tout cœur. »\n\nUn autre paragraphe suit la lettre.\n',
  ],
  terminal: [
    'LS(1)                 User Commands                LS(1)\n\nNA\bAM\bME\bE\n       ls   a   b\n       c   d   e\n       e   f   g\n',
  ],
} as const;

/** Texts by which a format is detected. */
const UNKNOWN = [
  '"""\nA module.\n"""\n\nimport os\n\ndef a():\n    return 1\n',
  'A text.\n\n```js\nlet a = 1;\n```\n\nMore text.\n',
] as const;

/** Patterns of one line that are tried: more of them differ in a name only. */
const OF_LINE = 3;

async function composeAll(files: Iterable<string>): Promise<void> {
  for (const file of files) await import(resolve('src', file));
  const { parseDocument } = await import('../../src/document/parse-document.ts');
  const { loadParser } = await import('../../src/document/late-parsers.ts');
  const { readingOf } = await import('../../src/document/detect-reading.ts');
  for (const [format, sources] of Object.entries(SOURCES) as [keyof typeof SOURCES, readonly string[]][]) {
    await loadParser(format);
    for (const source of sources) parseDocument({ source, format, firstLine: 0 }).extend(Infinity);
  }
  for (const source of UNKNOWN) readingOf('a', source);
  (await import('../../src/commands/script-output.ts')).jsonText('a');
}

describe('patterns that are composed', () => {
  const counts = compositions('src');
  let patterns: readonly ComposedPattern[] = [];

  beforeAll(async () => {
    patterns = await composedPatterns('src', () => composeAll(counts.keys()));
  });

  it.each([...counts])('are all tried: %s', (file, count) => {
    const lines = new Set(patterns.filter((each) => each.file === file).map(({ line }) => line));
    expect([file, lines.size]).toEqual([file, count]);
  });

  it('take time linear in the length of a text', () => {
    const isTried = ({ file, line }: ComposedPattern, index: number): boolean =>
      patterns.slice(0, index).filter((each) => each.file === file && each.line === line).length < OF_LINE;
    const slow = patterns.filter(isTried).flatMap(({ file, line, pattern }) => {
      const text = slowOn(pattern);
      return text === undefined ? [] : [`${join('src', file)}:${line} ${pattern} on ${text} repeated`];
    });
    expect(slow).toEqual([]);
  }, 120_000);
});
