import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleFormat } from '../../../src/document/formats.ts';
import { isMdx } from '../../../src/document/markdown/mdx-signs.ts';
import { mdxToMarkdown } from '../../../src/document/markdown/mdx-source.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { bodyOf } from '../../../src/library/read-body.ts';
import { scraps } from '../../support/markdown.ts';

const open = (source: string, format: ArticleFormat = 'mdx') => {
  const document = parseDocument({ format, source, firstLine: 0 });
  document.extend(Infinity);
  return document;
};
const text = (source: string): string => open(source).text;

describe('MDX', () => {
  it.each([
    ['Markdown between two tags', '<Note>\n  *a* and [b](/c)\n</Note>', 'a and b'],
    [
      'indented code and lists',
      '<Tab>\n    ```js\n    a(\n      b)\n    ```\n\n    - c\n      - d\n</Tab>',
      'a(\n  b)\nc\nd',
    ],
    ['tags in an item', '1. a\n   <Info>\n     *b*\n   </Info>\n2. c', 'a\nb\nc'],
    ['tags in a line', 'a <Check size={18} /> *b* <C>d</C>', 'a b d'],
    ['tags between marks', '`a`<B/>`c` *d*<E>*f*</E>', 'ac df'],
    ['tags in a table', '| a |\n|---|\n| <B c="d" /> e |', 'a\ne'],
    ['the title of a tab', '<Tab title="A & *b*">\nc\n</Tab>', 'A & *b*\nc'],
    ['a card', '<Card title="A" href="/b" description="C_d_e" />', 'A\nC_d_e'],
    ['a command to copy', '<Snippet text="a *b* -c" />', 'a *b* -c'],
    ['a picture', '<Image src="/a.png" alt="A b" width={1} />', 'A b'],
    [
      'texts in an expression',
      '<Cards\n  all={[\n    { a: "b *c*" },\n  ]}\n/>',
      '<Cards\n  all={[\n    { a: "b *c*" },\n  ]}\n/>',
    ],
    ['a text in braces', "a{' '}b {`c`}", 'a b c'],
    ['an expression', 'a {b + 1} {', 'a {b + 1} {'],
    ['a comment', 'a {/* b */} c\n\n{/* d\n\ne */}\n\nf', 'a c\nf'],
    [
      'modules',
      "import A from 'b'\nimport { C } from 'd'\n\nexport const e = {\n  f: 1,\n\n  g: 2,\n}\n\nh",
      'h',
    ],
    [
      'sentences on modules',
      'import *is* a word\n\nexport default everything you know',
      'import is a word\nexport default everything you know',
    ],
    [
      'code',
      '`<A>` and ``{`b`}``\n\n```jsx\nimport A from "b"\n\n<A/>\n```',
      '<A> and {`b`}\nimport A from "b"\n\n<A/>',
    ],
    ['escapes', '\\<A> \\{b}', '<A> {b}'],
    ['names between angle brackets', 'replace <name> or <List>', 'replace <name> or <List>'],
    ['elements of HTML', '<div className="a"><p>*b*</p><p>c</p></div>\n\n<a href="/d">e</a>', 'b\nc\ne'],
    ['HTML that stays', '<details>\n<summary>a</summary>\n\n*b*\n\n</details>', 'a\nb'],
    ['texts of tags in a line', 'a <Badge text="b"/> c <Note title="D"/> e', 'a b c D e'],
    ['texts of tags around a line', '<Tab label="A">b</Tab>\n\nc <Tip title="d">e</Tip> f', 'A\nb\nc d e f'],
    ['a tag below text', 'a\n<Tab label="b">\nc\n</Tab>', 'a b\nc'],
    ['unknown elements', '<my word>\na\n</my word>', '<my word> a </my word>'],
    ['a fragment', '<>\n*a*\n</>', 'a'],
    ['apostrophes in an expression', "<A b={<i>l'été</i>} />c", 'c'],
  ])('has %s', (_, source, expected) => expect(text(source)).toBe(expected));

  it('makes links of cards', () => {
    expect(open('<Card title="A" href="/b c" />').links).toMatchObject([{ href: '/b%20c' }]);
  });

  it('is told by the suffix, also below front matter', () => {
    expect(bodyOf('---\ntitle: a\n---\nb', 'c.mdx')).toMatchObject({
      format: 'mdx',
      source: 'b',
      firstLine: 3,
    });
  });

  it('has the lines of its source', () => {
    const parts = fc.constantFrom(
      '<A>',
      '</A>',
      '<B c={{d: "e"}}\n/>',
      '{',
      '}',
      '`',
      "'",
      '/*',
      '*/',
      '{/* f\n*/}',
      '\n\n',
      '  ',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          scraps,
          fc.array(parts).map((some) => some.join('')),
        ),
        (source) => {
          expect(mdxToMarkdown(source).split('\n').length).toBe(source.split('\n').length);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('components in Markdown', () => {
  it.each([
    ['<Badge text="a"/> b <Note title="C"/> d', 'a b C d'],
    ['a\n<Tab label="b">\nc\n</Tab>', 'a b c'],
    ['a <Tip title="b">c</Tip> d', 'a b c d'],
    ['<Card title="A" text="b" description="C d"/>', 'A\nb\nC d'],
    ['<p>a <Badge text="b"/> c</p>', 'a b c'],
    ['<Tabs>\na\n<Tab label="b">c</Tab>\n</Tabs>', 'a\nb\nc'],
    ['<Image src="a.png" alt="B c"/>\n\nd <Image src="e.png" alt="F"/>', 'B c\nd F'],
    ['a <B>b</B> <Br/> c <Strong title="d">e</Strong>', 'a b\nc e'],
  ])('have their texts in %j', (source, expected) => expect(open(source, 'markdown').text).toBe(expected));
});

describe('isMdx', () => {
  it.each([
    "import Tabs from '@theme/Tabs';\n\na",
    "import A from './b'\n\n<A/> c",
    'export const A = 1\n\n{A}',
    'a\n\n{/* b */}\n\nc',
    '<Note>\n*a*\n</Note>\n\n<Note>\nb\n</Note>',
    '<Tabs>\n  <Tab title="a">\n    b\n  </Tab>\n</Tabs>',
  ])('is true of %j', (source) => {
    expect(isMdx(source)).toBe(true);
    expect(open(source, 'markdown').text).toBe(text(source));
  });

  it.each([
    "import a from 'b';\n\nnot used",
    "```js\nimport a from 'b';\n```\n\n<a/>",
    '```jsx\n{/* code */}\n<Note>\n</Note>\n```',
    '{/* a */} and text',
    '{/* nothing ends it',
    'export default everything you know\n',
    '<Your name>\n',
    '<Note>\na\n</Note>',
    '<Details>\na\n</Details>',
    'see <Note>\na\n</Note>',
    '<IfModule php_module>\na\n</IfModule>\n\n<IfModule dir_module>\nb\n</IfModule>',
    '<Directory "/srv">\na\n</Directory>\n<Directory "/home">\nb\n</Directory>',
  ])('is false of %j', (source) => expect(isMdx(source)).toBe(false));
});
