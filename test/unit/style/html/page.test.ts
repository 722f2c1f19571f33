import fc from 'fast-check';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../../src/document/document.ts';
import { parseDocument } from '../../../../src/document/parse-document.ts';
import { escapeHtml, safeHref } from '../../../../src/style/html/markup.ts';
import { articleHtml, PAGE_END, pageStart } from '../../../../src/style/html/page.ts';
import { documents } from '../../../support/arbitrary.ts';
import { articles } from '../../../support/markdown.ts';

const pageOf = (document: Document, title = 'Title'): string =>
  pageStart(title, 'fr') +
  [...articleHtml({ title, byline: '', document, blocks: document.blocks }, 1)].join('') +
  PAGE_END;

function pageOfMarkdown(source: string): string {
  const document = parseDocument({ format: 'markdown', source, firstLine: 1 });
  document.extend(Number.POSITIVE_INFINITY);
  return pageOf(document);
}

type Node = DefaultTreeAdapterMap['node'];

/** The elements of a page, and what a browser would complain of. */
function elementsOf(html: string) {
  const errors: string[] = [];
  const root = parse(html, { onParseError: ({ code }) => errors.push(code) });
  const elements: { tag: string; attributes: Record<string, string> }[] = [];
  const visit = (node: Node): void => {
    if ('tagName' in node) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      elements.push({ tag: node.tagName, attributes });
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(root);
  return { errors, elements };
}

const TAGS = new Set(
  'html head meta title style body article h1 h2 h3 h4 h5 h6 p strong em u s code kbd mark a br ul ol li pre table thead tbody tr th td blockquote aside dl dt dd div hr section span'.split(
    ' ',
  ),
);

describe('a page of HTML', () => {
  it('has the blocks of the article, escaped, with links to the web and within the page only', async () => {
    const source = [
      '# Une section',
      '',
      'Un *texte* avec `a<b>`, ~~barré~~, [lien](https://example.org/?a=1&b=2), [non](javascript:void),',
      '[ancre](#une-section) et un [fichier](b.md).[^1]',
      '',
      '<script>x</script>',
      '',
      '- [x] fait',
      '- à faire',
      '  3. trois',
      '',
      '> Citation.',
      '',
      '> [!NOTE]',
      '> Attention.',
      '',
      '| a | b |',
      '|---|--:|',
      '| 1 | 2 |',
      '',
      '```js',
      'if (a < b && "c") {}',
      '```',
      '',
      '![image](https://example.org/i.png)',
      '',
      '[^1]: La note.',
    ].join('\n');
    await expect(pageOfMarkdown(source)).toMatchFileSnapshot('goldens/page.html');
  });

  it('is well formed, and of known elements only, whatever the article holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          articles.map(pageOfMarkdown),
          documents.map((each) => pageOf(each, 'a < b')),
        ),
        (html) => {
          const { errors, elements } = elementsOf(html);
          expect(errors).toEqual([]);
          expect(elements.filter(({ tag }) => !TAGS.has(tag))).toEqual([]);
          for (const { attributes } of elements) {
            expect(attributes.href ?? '#').toMatch(/^(?:https?:\/\/|mailto:|#)/);
            expect(Object.keys(attributes).filter((name) => /^on|^src$/.test(name))).toEqual([]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leads to elements of the page', () => {
    const html = pageOfMarkdown('## A\n\n[a](#a) b[^x]\n\n[^x]: c');
    const { elements } = elementsOf(html);
    const ids = new Set(elements.map(({ attributes }) => attributes.id));
    const targets = elements.flatMap(({ attributes }) => (attributes.href ? [attributes.href.slice(1)] : []));
    expect(targets).toHaveLength(3);
    expect(targets.filter((id) => !ids.has(id))).toEqual([]);
  });
});

it('escapes what could be markup, and refuses addresses that are none of the web', () => {
  expect(escapeHtml(`<a b="c" d='e'>&amp;`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;');
  expect(safeHref('https://example.org/?a=1&b="')).toBe('https://example.org/?a=1&amp;b=&quot;');
  expect(safeHref('MAILTO:a@example.org')).toBe('MAILTO:a@example.org');
  for (const href of [
    'javascript:void',
    'file:///x',
    'data:text/plain,x',
    '//example.org',
    ' https://x',
    'a.md',
  ])
    expect(safeHref(href)).toBeUndefined();
});
