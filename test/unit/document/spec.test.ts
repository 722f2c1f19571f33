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

/** Tags of no element of HTML, which nothing closes and whose attributes have no values: they are text here. */
const UNKNOWN_TAG = /<(bar|foo|foo\nbar|bab|c2c|b2\/|\/foo )>/g;
const isUnknownTag = ({ html }: Example): boolean => html.search(UNKNOWN_TAG) >= 0;

describe('the examples of the CommonMark specification', () => {
  it.each(COMMONMARK.filter((example) => !isWikilink(example) && !isUnknownTag(example)))(
    '$name',
    expectText,
  );

  it.each(COMMONMARK.filter(isUnknownTag))('$name, unknown tags as text', ({ html, ...example }) => {
    expectText({ ...example, html: html.replace(UNKNOWN_TAG, '&lt;$1&gt;') });
  });
});

describe('the examples of the specification of GitHub’s Markdown', () => {
  it.each(GFM.filter((example) => !isWikilink(example) && !isOldComment(example)))('$name', expectText);
});
