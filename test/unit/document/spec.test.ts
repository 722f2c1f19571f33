import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { COMMONMARK, type Example, GFM } from '../../support/examples.ts';
import { textOfHtml, withoutBlanks } from './html-text.ts';

function expectText({ markdown, html }: Example): void {
  const document = parseDocument({ format: 'markdown', source: markdown, firstLine: 0 });
  expect(withoutBlanks(document.text)).toBe(withoutBlanks(textOfHtml(html)));
}

/** `[[foo]]` is a link to another article here, as note books have it. */
const isWikilink = ({ markdown }: Example): boolean => markdown.startsWith('![[foo]]');
/** The rules for comments have changed with CommonMark 0.31. */
const isOldComment = ({ markdown }: Example): boolean => markdown.startsWith('foo <!--');

describe('the examples of the CommonMark specification', () => {
  it.each(COMMONMARK.filter((example) => !isWikilink(example)))('$name', expectText);
});

describe('the examples of the specification of GitHub’s Markdown', () => {
  it.each(GFM.filter((example) => !isWikilink(example) && !isOldComment(example)))('$name', expectText);
});
