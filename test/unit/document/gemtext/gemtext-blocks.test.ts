import { describe, expect, it } from 'vitest';
import { loadParser } from '../../../../src/document/late-parsers.ts';
import { type Hints, parseDocument } from '../../../../src/document/parse-document.ts';
import { bodyOf } from '../../../../src/library/read-body.ts';
import { outlineOfBlocks } from '../../../support/page.ts';

await loadParser('gemtext');

function gemtextOf(source: string, hints: Hints = {}, budget?: number) {
  const document = parseDocument({ format: 'gemtext', source, firstLine: 0 }, hints, budget);
  document.extend(Number.POSITIVE_INFINITY);
  return document;
}

describe('the blocks of Gemtext', () => {
  it.each([
    ['lines that are not joined', 'Un\ndeux\n\ntrois', 'Un⏎deux\ntrois'],
    ['headings', '# Un\n##Deux\n### Trois\n#', '# Un\n## Deux\n### Trois\n#'],
    ['a list', '* un\n* deux\n*trois', 'list:\n- un\n- deux\n*trois'],
    ['a quotation', '> Un\n>deux', 'quotation:\n  Un⏎deux'],
    ['links', '=> gemini://a.example/ Un lien\n=>b.gmi', '[link: Un lien]⏎[link: b.gmi]'],
    ['code', '```js\nlet a;\n\n# b\n```\nfin', 'code js: "let a;\\n\\n# b"\nfin'],
    ['a drawing', '```Un chat assis\n ^_^\n```', '[italic: Un chat assis]\ncode : " ^_^"'],
    ['code that does not end', '```\na', 'code : "a"'],
    ['marks of Markdown', '**a** `b` [c](d)', '**a** `b` [c](d)'],
  ])('writes %s', (_, source, outline) => {
    expect(outlineOfBlocks(gemtextOf(source).blocks)).toBe(outline);
  });

  it('takes the first heading for the title, and follows links to other files', () => {
    const document = gemtextOf('# Titre\n\n=> autre.gmi Un autre\n=> https://a.example/', {
      takeTitle: true,
    });
    expect(document.ownTitle).toBe('Titre');
    expect(document.links.map(({ href, kind }) => [href, kind])).toEqual([
      ['autre.gmi', 'article'],
      ['https://a.example/', 'web'],
    ]);
  });

  it('is plain text once the memory is spent', () => {
    const document = gemtextOf(`${'* mot\n\n'.repeat(3000)}fin`, {}, 100_000);
    expect(
      [...document.blocks].some((block) => block.kind === 'quotation' && block.callout === 'rest is plain'),
    ).toBe(true);
    expect(document.text.endsWith('fin')).toBe(true);
  });
});

describe('a file of Gemtext', () => {
  it.each(['a.gmi', 'a.gemini'])('is recognized by its name: %s', (path) => {
    expect(bodyOf('Un texte\n', path).format).toBe('gemtext');
  });
});
