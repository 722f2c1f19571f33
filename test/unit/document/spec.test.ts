import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { COMMONMARK, type Example, GFM } from '../../support/examples.ts';
import { textOfHtml, withoutBlanks } from './html-text.ts';

function expectText({ markdown, html }: Example): void {
  const document = parseDocument({ format: 'markdown', source: markdown, firstLine: 0 });
  expect(withoutBlanks(document.text)).toBe(withoutBlanks(textOfHtml(html)));
}

/** Kiosque reads `[[foo]]` as a link to another article, as Obsidian does. */
const isWikilink = ({ markdown }: Example): boolean => markdown.startsWith('![[foo]]');
/** CommonMark 0.31 changed the syntax of comments, and GitHub's specification still has the old one. */
const isOldComment = ({ markdown }: Example): boolean => markdown.startsWith('foo <!--');

/** Kiosque shows the address of a link without words. */
const isWordlessLink = ({ markdown }: Example): boolean => /^\[\]\(\S/.test(markdown);
/** Kiosque keeps the cells of a table beyond those of its header. */
const hasSurplusCells = ({ markdown }: Example): boolean => markdown.includes('| bar | baz | boo |');

/** Unknown tags without an end tag and without attribute values, which Kiosque reads as text. */
const UNKNOWN_TAG = /<(bar|foo|foo\nbar|bab|c2c|b2\/|\/foo )>/g;
const isUnknownTag = ({ html }: Example): boolean => html.search(UNKNOWN_TAG) >= 0;

describe('the CommonMark examples', () => {
  it.each(
    COMMONMARK.filter(
      (example) => !isWikilink(example) && !isWordlessLink(example) && !isUnknownTag(example),
    ),
  )('include $name', expectText);

  it.each(COMMONMARK.filter(isUnknownTag))(
    'include $name, with unknown tags as text',
    ({ html, ...example }) => {
      expectText({ ...example, html: html.replace(UNKNOWN_TAG, '&lt;$1&gt;') });
    },
  );
});

describe('the GitHub Flavored Markdown examples', () => {
  it.each(
    GFM.filter(
      (example) =>
        !isWikilink(example) &&
        !isOldComment(example) &&
        !isWordlessLink(example) &&
        !hasSurplusCells(example),
    ),
  )('include $name', expectText);
});
