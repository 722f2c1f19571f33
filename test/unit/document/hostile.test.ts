import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { expectSound } from '../../support/leaves.ts';

const SIZE = 40_000;
const filled = (unit: string): string => unit.repeat(Math.ceil(SIZE / unit.length));
const steps = (count: number, line: (step: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

/** Sources for which marked alone takes seconds to years or overflows the stack. */
const SOURCES: Readonly<Record<string, string>> = {
  'a list 1,000 deep': steps(1000, (i) => `${'  '.repeat(i)}- a`),
  'a list 1,000 deep on one line': `${'- '.repeat(1000)}a`,
  'quotations 8,000 deep': `${'>'.repeat(8000)} a`,
  'quotations of decreasing depth': steps(300, (i) => `${'>'.repeat(50 - (i % 50))} a`),
  'quotations with lazy lines': filled('>a\nb\n'),
  'one item with a long paragraph': `- a\n${filled('b\n')}`,
  'headings that may be tables': filled('a\n|-|-\n'),
  'underlined headings': filled('a\n-\n'),
  '50,000 letters before an @': `${'a'.repeat(50_000)}@`,
  'nested emphasis': '*a '.repeat(SIZE / 6) + ' b*'.repeat(SIZE / 6),
  'nested mixed emphasis': '*a **b '.repeat(SIZE / 14) + 'c** d*'.repeat(SIZE / 14),
  stars: filled('*a'),
  'links without an end': `${filled('[a](b')})`,
  'an address with a long end': `http://a${filled('?!.')}`,
  'comments without an end': filled('x<!--'),
  'comments without an end, on lines': filled('<!-- a\n'),
  'instructions without an end': filled('x<?'),
  'backticks of every length': steps(340, (i) => '`'.repeat(i)),
  'tags without an end': filled('<a b="'),
  'tables in tables': filled('<table><tr><td>a'),
  'templates without an end': filled('{% raw %}\n'),
  'Obsidian comments without an end': filled('%%a\n'),
  'containers without an end': filled(':::note\n'),
  'containers in containers': steps(3000, () => ':::note') + '\n:::'.repeat(3000),
  'containers of ever more colons': steps(300, (i) => `${':'.repeat(303 - i)}note`),
  'containers indented ever deeper': steps(300, (i) => `${' '.repeat(4 * i)}!!! note`),
  definitions: filled('a\n: b\n\n'),
  'MDX comments without an end': filled('{/* a\n'),
  'an import with many blanks': `import${' '.repeat(SIZE)}a`,
  'an import of many names': `import ${filled('a, ')} from 'b'`,
  'braces in a title': `:::note ${'{'.repeat(200_000)}\na\n:::`,
  'containers within ten others, closed at the end': `${steps(10, (i) => `${':'.repeat(20 - i)}note`)}\n${filled(':::note\n')}${steps(10, (i) => ':'.repeat(11 + i))}`,
  'containers that are closed in pairs': filled(':::a\n:::b\n:::\n'),
  'containers closed by more colons': `${filled(':::a\n')}${filled('::::\n')}`,
  'tables of Pandoc without an end': filled('--- ---\na   b\n\n'),
  'tables of Pandoc with many columns': `${'-- '.repeat(70_000)}\n${filled('a  ')}\n${'-- '.repeat(70_000)}`,
  'grids without an end': filled('+--+--+\n| a| b|\n\n'),
  'lines of verse': filled('| a\n'),
  'attributes without an end': `a${' {.'.repeat(70_000)}`,
  'links around blocks without an end': filled('[\na\n'),
  'attributes that say `markdown`': `<div${filled(' markdown')}`,
  'HTML with Markdown in HTML': `${filled('<div markdown="1">')}a`,
  'quotations behind the tag of HTML with Markdown': `<div markdown="1">${'>'.repeat(8000)} a`,
  'rules that may be tables of several lines': `${filled('---\na\n\n')}${filled('--- ---\na\n\n')}`,
  'definitions apart from their terms': filled('a\n\n: b\n\n'),
  'references to headings that there are not': filled('[a][b]\n# c\n'),
  'unused imports': filled("import Ab from 'b'\n\n"),
  'tags of different components': steps(20_000, (i) => `<A${i}a>`),
  'tags of JSX without an end': `<Ab/>\n\n${filled('<Ab c={')}`,
  'expressions of JSX without an end': `<Ab/>\n\n${filled("{`{'{/*")}`,
  'components in components': `${filled('<Ab>\n  ')}a</Ab>`,
  'unfinished emoji shortcodes': filled(':a'),
  'closing parentheses': `a${')'.repeat(SIZE)}`,
  'hidden elements without an end': `x ${filled('<select> a <title>')}`,
  'a table of short rows': `|${'a|'.repeat(3000)}\n|${'-|'.repeat(3000)}\n${'|\n'.repeat(3000)}`,
  'footnotes that refer to each other': steps(3000, (i) => `[^a${i}]: b[^a${i + 1}]`),
  'one line': filled('mot '),
  'a line without blanks': 'a'.repeat(400_000),
  'one large code block': `\`\`\`\n${'a = 1\n'.repeat(100_000)}`,
};

describe('parseDocument', () => {
  it.each(Object.entries(SOURCES))('is fast for %s', (_, source) => {
    const document = parseDocument({ format: 'markdown', source, firstLine: 0 });
    document.extend(Infinity);
    expect(document.complete).toBe(true);
    expect(document.text.length).toBeGreaterThan(0);
    if (document.text.length < 100_000) expectSound(document);
  });
});
