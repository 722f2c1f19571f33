import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/document/document.ts';
import type { DocumentParts } from '../../../src/document/fixed-document.ts';
import { parsedParts } from '../../support/document.ts';

const open = (source: string): DocumentParts => parsedParts({ format: 'markdown', source, firstLine: 0 });
const text = (source: string): string => open(source).text;
const kinds = (blocks: readonly Block[]): string[] => blocks.map((block) => block.kind);

describe('Markdown blocks', () => {
  it('include headings, paragraphs, rules and code, with their source lines', () => {
    const { blocks, text, headings } = open(
      '# One\n\nTwo\nthree\n\n---\n\n```js\nlet a;\n\nb\n```\n\nSix\n===\n',
    );
    expect(text).toBe('One\nTwo three\nlet a;\n\nb\nSix');
    expect(kinds(blocks)).toEqual(['heading', 'paragraph', 'rule', 'code', 'heading']);
    expect(blocks.map((block) => block.line)).toEqual([0, 2, 5, 7, 13]);
    expect(blocks[3]).toMatchObject({ code: 'let a;\n\nb', language: 'js', start: 14, end: 23 });
    expect(headings).toEqual([
      { depth: 1, text: 'One', at: 0 },
      { depth: 1, text: 'Six', at: 24 },
    ]);
  });

  it('include lists with their numbers, tasks and nesting', () => {
    const [list] = open('3. a\n   - [x] b\n   - [ ] c\n4. d\n').blocks;
    expect(list).toMatchObject({
      kind: 'list',
      first: 3,
      loose: false,
      items: [
        { blocks: [{ kind: 'paragraph' }, { kind: 'list', items: [{ task: 'done' }, { task: 'open' }] }] },
        { blocks: [{ kind: 'paragraph', line: 3 }] },
      ],
    });
  });

  it('keep the cells of a table beyond those of its header, and escaped bars in them', () => {
    const { text, blocks } = open('| a | b |\n|---|---|\n| 1 | 2 | *extra* \\| words | |\n| 3 |');
    expect(text.replaceAll('\n', '·')).toContain('1·2·extra | words');
    const [table] = blocks;
    expect(table?.kind === 'table' && table.rows.map((row) => row.length)).toEqual([4, 4, 4]);
  });

  it('include tables, whose text is cell after cell', () => {
    const { blocks, text } = open('| a | b |\n|:--|--:|\n| *c* |  |\n');
    expect(text).toBe('a\nb\nc');
    expect(blocks[0]).toMatchObject({ kind: 'table', align: ['left', 'right'], start: 0, end: 5 });
  });
});

describe('inline Markdown', () => {
  it('shows the address of a link without words, but not that of a heading', () => {
    expect(text('See [](https://a.org/x) and [](b%20c.md).')).toBe('See https://a.org/x and b c.md.');
    expect(text('## Title [](https://a.org/#title)')).toBe('Title');
    expect(text('[](#title)Words')).toBe('Words');
  });

  it('becomes styled runs, with adjacent runs of the same style joined', () => {
    expect(open('a **b *c*** `d  e` ~~f~~ \\*g').blocks[0]).toMatchObject({
      runs: [
        { text: 'a ', at: 0 },
        { text: 'b ', style: { bold: true } },
        { text: 'c', style: { bold: true, italic: true } },
        { text: ' ' },
        { text: 'd  e', style: { role: 'code' } },
        { text: ' ' },
        { text: 'f', style: { strike: true } },
        { text: ' *g' },
      ],
    });
  });

  it('has line breaks only where the source forces them', () => {
    expect(text('a\nb  \nc\\\nd<br>e')).toBe('a b\nc\nd\ne');
  });

  it('has links with the kind of their target', () => {
    const { links } = open(
      '[a](https://x.org/é) [b](../c.md#d) [e](javascript:alert) ![f](g.png) [h](#i) <j@k.fr>',
    );
    expect(links.map(({ kind, href }) => `${kind} ${href}`)).toEqual([
      'web https://x.org/%C3%A9',
      'article ../c.md#d',
      'other javascript:alert',
      'image g.png',
      'anchor #i',
      'web mailto:j@k.fr',
    ]);
    expect(links[0]).toMatchObject({ start: 0, end: 1 });
  });

  it('has entities decoded once and control characters removed', () => {
    expect(text('&eacute;&#8217;&amp;lt; &#27;[31mx &#x9b;y \x1b[1mz')).toBe('é’&lt; x ›y z');
  });
});

describe('HTML', () => {
  it('has its inline elements reduced to text and style', () => {
    expect(
      text('H<sub>2</sub>O m<sup>2</sup> 1<sup>er</sup> <kbd>q</kbd><!-- x --> <script>y</script>'),
    ).toBe('H₂O m² 1er q');
  });

  it.each([
    ['git clone <repo-url> <dir>', 'git clone <repo-url> <dir>'],
    ['Array<String>, <a href="b">c</a>', 'Array<String>, c'],
    ['the <img> element, an <img alt="icon">', 'the <img> element, an icon'],
    ['the <Icon name="a" /> component', 'the component'],
    ['<insert name here>\n\na', '<insert name here>\na'],
    ['<p>cp <from> <to></p>', 'cp <from> <to>'],
    ['<Tabs>\n\na <b>c</b>\n\n</Tabs>', 'a c'],
    ['<Note>a</Note> b\n</Tab>', 'a b'],
    ['![<your picture>](a.png)', '<your picture>'],
  ])('keeps unknown tags without an end tag as text: %j', (source, expected) =>
    expect(text(source)).toBe(expected),
  );

  it.each([
    ['<IfModule php_module>\nLimit 10\n</IfModule>', '<IfModule php_module> Limit 10 </IfModule>'],
    ['In <Location /> and <Directory "/srv">', 'In <Location /> and <Directory "/srv">'],
    ['an empty block (<think></think>)', 'an empty block (<think></think>)'],
    ['<price>5</price> **off**', '<price>5</price> off'],
    ['<recipe>\n<part>Salt</part>\n</recipe>', '<recipe> <part>Salt</part> </recipe>'],
    ['- <name>: yours\n- </name>', '<name>: yours\n</name>'],
    ['<my-tab>a</my-tab> <Note>b</Note> <price unit="€">5</price>', 'a b 5'],
    ['<math><mi>x</mi><mo>=</mo><mn>2</mn></math>', 'x=2'],
  ])('keeps tags as text unless they are HTML or components: %j', (source, expected) =>
    expect(text(source)).toBe(expected),
  );

  it.each([
    ['Il dit <<oui>>, <<je viens *demain*>>.', 'Il dit «oui», «je viens demain».'],
    ['<< oui >>', '« oui »'],
    ['a << 2 >> 1, `<<b>>` and <<`c`>>', 'a << 2 >> 1, <<b>> and <<c>>'],
    ['Ada <<ada@example.org>>', 'Ada <ada@example.org>'],
    ['a<<e>>c <<d', 'a<<e>>c <<d'],
  ])('is distinguished from guillemets in ASCII: %j', (source, expected) =>
    expect(text(source)).toBe(expected),
  );

  it('may have JSX attributes', () => {
    expect(text('a <span style={{a: "b"}}>b</span> <Go to={() => c > d} {...e}>f</Go>')).toBe('a b f');
    expect(text('<div style={{a: "b"}} onClick={() => c > d}>\n\n*e*\n\n</div>')).toBe('e');
  });

  it('has line breaks at `<br/>` without blanks around it', () => {
    expect(text('Bonjour<br/>et<br>vous')).toBe('Bonjour\net\nvous');
  });

  it('has lists, tables and quotations', () => {
    const { blocks, text } = open(
      '<ul><li>a<li>b</ul>\n\n<table><tr><th>c<th>d<tr><td>e<td>f</table>\n\n<blockquote>\n\n*g*\n\n</blockquote>\n',
    );
    expect(text).toBe('a\nb\nc\nd\ne\nf\ng');
    expect(kinds(blocks)).toEqual(['list', 'table', 'quotation']);
  });
});
