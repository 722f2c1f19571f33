import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DocumentCache } from '../../../src/cache/document-cache.ts';
import type { Document } from '../../../src/document/document.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { bodyOf } from '../../../src/library/read-body.ts';
import { setLines } from '../../../src/text/layout.ts';
import { article } from '../../support/articles.ts';
import { temporaryFolder } from '../../support/home.ts';

/** The data of a document, `undefined` included. */
const contents = ({ text, blocks, headings, links, lang, complete }: Document) => ({
  text,
  blocks: [...blocks],
  headings,
  links,
  lang,
  complete,
});

function expectSame(document: Document): void {
  document.extend(Number.POSITIVE_INFINITY);
  const cache = new DocumentCache({ cache: temporaryFolder(), build: 'b1' });
  const about = article('article', { mtime: 1 });
  cache.set(about, { document, firstLine: 0 });
  const kept = cache.get(about)!.document;
  expect(contents(kept)).toStrictEqual(contents(document));
  expect([...setLines(kept, { width: 60 })]).toEqual([...setLines(document, { width: 60 })]);
}

it('restores all articles of the catalogue', () => {
  const names = readdirSync('articles').filter((name) => name.endsWith('.md'));
  expect(names.length).toBeGreaterThan(30);
  for (const name of names)
    expectSame(parseDocument(bodyOf(readFileSync(`articles/${name}`, 'utf8'), name), { lang: 'fr' }));
});

it('restores every kind of block, nested ones too', () => {
  const table = '| a | b | c |\n| --- | :-: | --: |\n| 1 | 2 | 3 |';
  const source = [
    '# Titre',
    'Un *mot* [lié](https://a.example), `code`, [^1] et [[Autre]].',
    table,
    `> [!note] Attention\n> ${table.replaceAll('\n', '\n> ')}`,
    `- [ ] à faire\n\n  ${table.replaceAll('\n', '\n  ')}\n- [x] fait`,
    '```js\nlet a;\n```',
    '---',
    `[^1]: Une note.\n\n    ${table.replaceAll('\n', '\n    ')}`,
  ].join('\n\n');
  const document = parseDocument({ format: 'markdown', source, firstLine: 0 });
  expect(JSON.stringify([...document.blocks])).toContain('"align":[null');
  expect(Array.from(document.blocks, ({ kind }) => kind)).toEqual(
    expect.arrayContaining(['heading', 'paragraph', 'table', 'quotation', 'list', 'code', 'rule', 'notes']),
  );
  expectSame(document);
});
