import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workBudget } from '../../../../src/document/budgets.ts';
import { loadParser } from '../../../../src/document/late-parsers.ts';
import { parseDocument } from '../../../../src/document/parse-document.ts';
import { articlesAt } from '../../../../src/library/articles-at.ts';
import { loadLibrary } from '../../../../src/library/load-library.ts';
import { openBody } from '../../../../src/library/open-body.ts';
import { ConverterThread } from '../../../../src/library/packed/asciidoc/converter-thread.ts';
import { temporaryFolder } from '../../../support/home.ts';
import { outlineOf } from '../../../support/page.ts';

function written(source: string, name = 'a.adoc'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, source);
  return path;
}

async function outlineFor(source: string): Promise<string> {
  const { articles } = await articlesAt(written(source));
  return outlineOf((await openBody(articles[0]!)).source);
}

const HEADER = `= Le *grand* voyage & retour
Ada Lovelace <ada@a.example>; Ève Dupré
v1, 2024-05-03
:lang: fr
:keywords: mer, vent
:description: Un résumé.
:toc:

Un mot.
`;

describe('a text of AsciiDoc', () => {
  it('is an article with the facts of its header', async () => {
    const { articles } = await loadLibrary([join(written(HEADER, 'a.asciidoc'), '..')]);
    expect(articles).toMatchObject([
      {
        title: 'Le grand voyage & retour',
        author: 'Ada Lovelace, Ève Dupré',
        date: '2024-05-03',
        lang: 'fr',
        tags: ['mer', 'vent'],
        summary: 'Un résumé.',
        packed: 'asciidoc',
        words: 2,
      },
    ]);
  });

  it('may have front matter, which counts first', async () => {
    const { articles } = await articlesAt(
      written(`---\ntitle: Autre\ndate: 2023-01-02\ndraft: true\n---\n${HEADER}`),
    );
    expect(articles).toMatchObject([
      { title: 'Autre', date: '2023-01-02', author: 'Ada Lovelace, Ève Dupré', draft: true },
    ]);
  });

  it('is read whatever its name if the user says so', async () => {
    const { articles } = await articlesAt(written(HEADER, 'a.txt'), 'asciidoc');
    expect(articles).toMatchObject([{ title: 'Le grand voyage & retour', packed: 'asciidoc' }]);
    expect((await openBody(articles[0]!)).format).toBe('html');
  });

  it.each([
    ['tasks', '* [x] a\n* [ ] b', 'list:\n(done) a\n(open) b'],
    ['notes', 'a.footnote:[Une note.]', 'a.[note: ¹]\nnotes:\n1.\n  Une note. [note: ↩]'],
    ['code', '[source,python]\n----\na = 1\n----', 'code python: "a = 1"'],
    ['callouts', 'NOTE: Un mot.', 'quotation note:\n  Un mot.'],
  ])('shows %s', async (_, source, outline) => {
    expect(await outlineFor(source)).toBe(outline);
  });

  it('reads no other file, and links to other texts', async () => {
    const path = written('include::/etc/hostname[]\n\nxref:b.adoc#haut[b]');
    const { articles } = await articlesAt(path);
    expect((await openBody(articles[0]!)).source).toContain('href="/etc/hostname"');
    expect((await openBody(articles[0]!)).source).toContain('href="b.adoc#haut"');
  });

  it('is plain text below a line that says so if it is too long', async () => {
    await loadParser('text');
    const source = `= Titre\n\n${'mot *gras* '.repeat(workBudget('asciidoc') / 11)}\n\nfin`;
    const { articles } = await articlesAt(written(source));
    const document = parseDocument(await openBody(articles[0]!));
    document.extend(Number.POSITIVE_INFINITY);
    expect(document.blocks.at(0)).toMatchObject({ kind: 'quotation', callout: 'rest is plain' });
    expect(document.text).toContain('mot *gras* ');
    expect(document.text.endsWith('fin')).toBe(true);
  });
});

describe('the thread that converts AsciiDoc', () => {
  /** A thread that answers a text with what the expression is, in which `text` is the text. */
  const threadOf = (
    expression: string,
    limits: { readonly time: number; readonly memory: number },
  ): ConverterThread => {
    const script = `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', (text) => parentPort.postMessage(${expression}));
      parentPort.postMessage('ready');`;
    return new ConverterThread(new URL(`data:text/javascript,${encodeURIComponent(script)}`), limits);
  };

  it('converts texts one after the other', async () => {
    const thread = threadOf('({ html: text })', { time: 60_000, memory: 60 });
    const pages = await Promise.all(['a', 'b', 'c'].map((text) => thread.convert(text)));
    expect(pages.map((page) => page?.html)).toEqual(['a', 'b', 'c']);
  });

  it('gives up a text that takes too long, and goes on with the next', async () => {
    const thread = threadOf("text === 'long' ? (() => { for (;;); })() : { html: text }", {
      time: 500,
      memory: 60,
    });
    const pages = await Promise.all(['a', 'long', 'b'].map((text) => thread.convert(text)));
    expect(pages.map((page) => page?.html)).toEqual(['a', undefined, 'b']);
  });

  it('gives up a text that takes too much memory, and goes on with the next', async () => {
    const filled = '(() => { const all = []; for (;;) all.push(new Array(1000).fill({ text })); })()';
    const thread = threadOf(`text === 'large' ? ${filled} : { html: text }`, { time: 60_000, memory: 20 });
    const pages = await Promise.all(['a', 'large', 'b'].map((text) => thread.convert(text)));
    expect(pages.map((page) => page?.html)).toEqual(['a', undefined, 'b']);
  });

  it('gives up if there is no such program', async () => {
    const thread = new ConverterThread(new URL('file:///none/at-all.mjs'), { time: 60_000, memory: 20 });
    expect(await thread.convert('a')).toBeUndefined();
  });
});
