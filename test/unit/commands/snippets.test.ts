import { describe, expect, it } from 'vitest';
import { snippetsOf } from '../../../src/commands/reader/snippets.ts';
import { parseDocument, readingText } from '../../../src/document/parse-document.ts';
import type { Article } from '../../../src/library/article.ts';
import { createMemoryIndex } from '../../../src/search/engine.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';

const article: Article = {
  ...{ id: 'a', title: 'A', tags: [], words: 9, format: 'markdown', path: '/a.md', size: 9, mtime: 1 },
};

/** The line that is shown for a text in Markdown, found through its index. */
function lineOf(source: string, query: string): string | undefined {
  const body = { format: 'markdown', source, firstLine: 0 } as const;
  const index = createMemoryIndex([{ title: 'A', tags: [], body: readingText(body, 'A') }]);
  const parsed = parseQuery(query);
  const passage = index.passages(parsed, [0], 60).get(0);
  const [[, snippet] = []] = snippetsOf(
    () => parseDocument(body, { title: 'A' }),
    [{ article, passage }],
    parsed,
    60,
  );
  return snippet?.text;
}

const filler = 'Et ainsi de suite, sans fin ni raison. '.repeat(20);

describe('a snippet', () => {
  it('shows prose where the words are also in code, whichever comes first', () => {
    const code = '```js\nconst marge = prix - cout; // marge, prix\n```';
    const prose = `${filler}Une marge, et un prix. ${filler}`;
    for (const source of [
      `${code}\n\n${prose}`,
      `${prose}\n\n${code}`,
      `- ${code.replaceAll('\n', '\n  ')}\n\n${prose}`,
    ]) {
      expect(lineOf(source, 'marge prix ')).toContain('Une marge, et un prix.');
      expect(lineOf(source, 'prix ')).toContain('Une marge, et un prix.');
      expect(lineOf(source, 'prix cout ')).toContain('un prix');
    }
  });

  it.each([
    ['```mermaid\ngraph TD; Marge --> Prix\n```'],
    ['    marge = prix'],
    ['Un modèle&nbsp;: `{{ page.marge }}` ou `{% prix marge %}`.'],
  ])('shows prose rather than a diagram or a template: %s', (code) => {
    expect(lineOf(`${code}\n\n${filler}\n\nUne marge large.`, 'marge ')).toContain('Une marge large.');
  });

  it.each([
    ['```mermaid\ngraph TD; Alpha --> Beta\n```'],
    ['    alpha = beta'],
    ['Alpha `{{ page.beta }}` ou `{% beta alpha %}`.'],
  ])('of prose does not reach into a diagram or a template beside it: %s', (code) => {
    for (const source of [`${code}\n\nUne marge large.`, `Une marge large.\n\n${code}`]) {
      expect(lineOf(source, 'marge ')).toContain('Une marge large.');
      expect(lineOf(source, 'marge ')).not.toMatch(/beta/i);
    }
  });

  it('of an article that is code is code, if its title matches', () => {
    expect(lineOf('```\nconst prix = 1;\n```\n\nEt puis.', 'a ')).toContain('const prix = 1;');
  });

  it('shows code where nothing else matches', () => {
    expect(lineOf(`${filler}\n\n\`\`\`\nconst marge = 1;\n\`\`\``, 'marge ')).toContain('const marge = 1;');
  });

  it('prefers a sentence that has all the words', () => {
    const apart = 'Il y a une marge. Le prix est ailleurs. ';
    const together = 'Ici la marge est aussi dans le prix. ';
    expect(lineOf(apart + together, 'marge prix ')).toContain(together.trim());
    expect(lineOf(together + apart, 'marge prix ')).toContain(together.trim());
    expect(
      lineOf(`Une marge, et puis, mais plus loin, un prix. ${filler}${together}`, 'marge prix '),
    ).toContain('dans le prix.');
  });
});
