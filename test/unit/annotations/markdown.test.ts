import { marked } from 'marked';
import { expect, it } from 'vitest';
import { markdownOf } from '../../../src/annotations/markdown.ts';

const annotation = (exact: string, at: number, facts = {}) => ({
  id: `${at}`,
  quote: { exact, prefix: '', suffix: '', at },
  color: 'yellow' as const,
  created: 0,
  changed: 0,
  ...facts,
});

const LABELS = { missing: 'The article is gone.', lost: 'No longer in the text' };

it('quotes the passages in the order of the text, below their headings, with the notes', () => {
  const annotations = [
    annotation('a promise\nkept', 50, { section: 'Prices', note: 'To read again' }),
    annotation('first words', 3),
    annotation('a sentence', 80, { section: 'Prices' }),
  ];
  const article = { key: '/a.md', title: 'On prices', source: 'https://a.org/' };
  expect(markdownOf([{ article, annotations }], LABELS)).toBe(`# On prices

<https://a.org/>

> first words

## Prices

> a promise
> kept

To read again

> a sentence
`);
});

it('says that an article is gone, and lists the passages that are not in its text any more last', () => {
  const annotations = [
    annotation('lost words', 3, { section: 'Old', note: 'Why?' }),
    annotation('a sentence', 80, { section: 'Prices' }),
  ];
  const article = { key: '/a.md', title: 'On prices' };
  const lost = new Set([annotations[0]!.id]);
  expect(
    markdownOf(
      [
        { article, annotations, lost },
        { article, annotations: [], isMissing: true },
      ],
      LABELS,
    ),
  ).toBe(`# On prices

/a.md

## Prices

> a sentence

## No longer in the text

> lost words

Why?

# On prices

/a.md

*The article is gone.*
`);
});

it('prints no control character, whatever the file holds', () => {
  const evil = 'a\x1bcb\x07\u009b31m\u202e';
  const article = { key: evil, title: evil, source: `https://a.org/${evil}` };
  const all = [annotation(evil, 0, { section: evil, note: evil })];
  const files = [
    { article, annotations: all },
    { article: { key: evil, title: 'T' }, annotations: all, lost: new Set([evil]) },
  ];
  const out = markdownOf(files, LABELS);
  expect(out).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
});

it('leaves a note as it was written, as it may be Markdown', () => {
  const all = [annotation('x', 0, { note: '- one\n- *two*' })];
  expect(markdownOf([{ article: { key: 'k', title: 'T' }, annotations: all }], LABELS)).toContain(
    '\n- one\n- *two*\n',
  );
});

it.each([
  '# not a heading',
  '1. no list',
  '*not* [a](link) `code` <b>',
  '- no item',
  '> no quote',
  '~~~',
  '\\',
])('writes a passage so that nothing in it is markup: %j', (text) => {
  const article = { key: '/a.md', title: 'T' };
  const html = marked.parse(markdownOf([{ article, annotations: [annotation(text, 0)] }], LABELS), {
    async: false,
  });
  const plain = /<blockquote>\s*<p>([\s\S]*)<\/p>\s*<\/blockquote>/.exec(html)?.[1];
  const decoded = plain
    ?.replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
  expect(decoded).toBe(text);
});
