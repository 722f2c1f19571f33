import { describe, expect, it } from 'vitest';
import type { DocumentParts } from '../../../src/document/fixed-document.ts';
import type { DialectRule } from '../../../src/document/markdown/dialects.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { parsedParts } from '../../support/document.ts';

const open = (source: string, title?: string): DocumentParts =>
  parsedParts({ format: 'markdown', source, firstLine: 0 }, title === undefined ? {} : { title });
const text = (source: string): string => open(source).text;

/** For each rule, a source that only this rule changes, and its text. */
const EXAMPLES: Readonly<Record<DialectRule, readonly [source: string, text: string]>> = {
  jsx: ['a <B c={d}> e', 'a e'],
  liquidBlock: ['{% raw %}a{% endraw %}', 'a'],
  liquidTag: ['a {% if b %}', 'a'],
  extension: ['a {::comment}b{:/comment}', 'a'],
  blockEnd: ['a\n^\nb', 'a\nb'],
  blockBreak: ['a\n\n+++ {"b": 1}\n\nc', 'a\nc'],
  lineComment: ['% a\n\n(b)=\n# c', 'c'],
  expressionComment: ['a {/* b\nc */} d', 'a d'],
  hugoBlock: ['{{< highlight go >}}\na\n{{< /highlight >}}', 'a'],
  hugoTag: ['a {{< b >}}', 'a'],
  output: ['a {{ "b" }}', 'a b'],
  contentsList: ['* a\n{:toc}', ''],
  contents: ['[TOC]', ''],
  clipping: ['[\n\na\n\n](b.fr)', 'a'],
  abbreviation: ['*[HTML]: a', ''],
  headingId: ['# a {#b}', 'a'],
  directive: ['::video[a]', 'a'],
  textDirective: ['a :abbr[B *c*]{title="d"} e', 'a B c e'],
  numbered: ['#. a\n#. b', 'a\nb'],
  label: ['(a)=\n', ''],
  attributes: ['a\n{: .b}', 'a'],
  span: ['a [b]{.c}', 'a b'],
  rawFormat: ['`a`{=html}', 'a'],
  classes: ['*a*{.b}', 'a'],
  role: ['{ref}`a <b>`', 'a'],
  edited: ['a {++b++}', 'a b'],
  keys: ['a ++ctrl+b++', 'a Ctrl+B'],
  raised: ['x^2^', 'x²'],
  lowered: ['x~2~', 'x₂'],
  icon: ['a :material-b:', 'a'],
  emoji: ['a :tada:', 'a 🎉'],
  blockId: ['a ^b-c', 'a'],
  hiddenBlock: ['%%\na\n%%', ''],
  hidden: ['a %%b%%', 'a'],
  mark: ['a ==b==', 'a b'],
  display: ['$$\na\n$$', 'a'],
  displayed: ['$$a_1$$', 'a_1'],
  formula: ['a $b_1$', 'a b_1'],
};

it.each(Object.entries(EXAMPLES))('applies the rule %s', (_, [source, expected]) => {
  expect(text(source)).toBe(expected);
});

describe('site generator syntax', () => {
  it('is reduced to the text of its tags', () => {
    expect(
      text('{% if x %}a{% endif %} [b]({{ site.baseurl }}/c) {% include f.html src="g.png" caption="h" %}'),
    ).toBe('a b h');
    expect(text('{{< figure src="a.png" alt="b" >}} {{% notice %}}c *d*{{% /notice %}}')).toBe('b c d');
    expect(text('{{< figure src="a" alt="B" title="C" caption="D" attr="E" attrlink="f" >}}')).toBe(
      'B C D E',
    );
    expect(text('{{< figure src="a" caption="B" attr="C" >}}')).toBe('B C');
    expect(text('{: .no_toc }\n\n## a {#b}\n\n* TOC\n{:toc}\n\nc')).toBe('a\nc');
  });

  it('keeps an expression whose value is not known', () => {
    expect(text('a {{ page.b | upcase }} c {% include d.html %} {{ "e" | upcase }}')).toBe(
      'a {{ page.b | upcase }} c e',
    );
  });

  it('includes labels that are first arguments', () => {
    expect(text('{{< tab "A b" >}}c{{< /tab >}}\n\n{{< alert "D e" >}}\n\n{{< f "g" >}}')).toBe('A b c\nD e');
    expect(text('{% tip "A b" %}c {{< tip "D" >}} {% aside "E f" %} {% include "g h.html" %}')).toBe(
      'A b c D E f',
    );
    expect(text('{% if "a b" %}c{% endif %} {{< img "d e/f.png" >}}')).toBe('c');
    expect(text('{{< tabs >}}\n{{% tab "A" %}}\n\nb\n\n{{% /tab %}}\n{{< /tabs >}}')).toBe('A\nb');
  });

  it('includes highlighted blocks, which become code with their blank lines', () => {
    const { blocks } = open('{% highlight ruby %}\nputs "{{ a }}"\n\n  b\n{% endhighlight %}\n\nc');
    expect(blocks).toMatchObject([
      { kind: 'code', language: 'ruby', code: 'puts "{{ a }}"\n\n  b' },
      { line: 6 },
    ]);
  });

  it('includes leaf directives, which are reduced to their labels', () => {
    expect(text('a\n\n::video[A *talk*]{#x}\n\n::ad{id=1}\n\n  ::note[b]\n\n::c and d::e{f}')).toBe(
      'a\nA talk\nb\n::c and d::e{f}',
    );
  });

  it('begins a list anew after a circumflex or a comment', () => {
    expect(open('* a\n* b\n^\n* c').blocks).toMatchObject([{ kind: 'list' }, { kind: 'list' }]);
    expect(open('1. a\n\n<!-- -->\n\n1. b').blocks).toMatchObject([{ first: 1 }, { first: 1 }]);
    expect(open('#. a\n#. b').blocks).toMatchObject([{ kind: 'list', first: 1 }]);
  });

  it('has attributes after addresses, and links in spans with attributes', () => {
    expect(text('<https://a.b>{.c} [d [e](f) g]{.h}')).toBe('https://a.b d e g');
    const { links, text: read } = open('[a](#b.c:d)\n\n## E {#b.c:d .f}\n\ng');
    expect([read, links[0]!.target]).toEqual(['a\nE\ng', 2]);
  });

  it.each([
    ['a ^ b', 'a ^ b'],
    ['a\n+++\nb', 'a +++ b'],
    ['a[:foo[1]] :b[c](d) 12:ab[c] :c[1]:', 'a[:foo[1]] :bc 12:ab[c] :c[1]:'],
    ['#.a', '#.a'],
  ])('is not seen in %j', (source, expected) => {
    expect(text(source)).toBe(expected);
  });

  it('is left alone in code', () => {
    expect(text('`{% a %}` ``==b==``\n\n```\n{{ c }} %%d%%\n```\n\n    {% e %}')).toBe(
      '{% a %} ==b==\n{{ c }} %%d%%\n{% e %}',
    );
  });
});

describe('code with dialects in it', () => {
  it.each([
    ['- a ` b\n- `{{c}}`', 'a ` b\n{{c}}'],
    ['1. a ` b\n2. `{{c}}`', 'a ` b\n{{c}}'],
    ['> a ` b\n> # `{{c}}`', 'a ` b\n{{c}}'],
    ['| a ` |\n|---|\n| `{{c}}` |', 'a `\n{{c}}'],
    ['`a\n{{c}}`', 'a {{c}}'],
  ])('stays as it is in %j', (source, expected) => expect(text(source)).toBe(expected));
});

describe('references to headings', () => {
  it('are links to them', () => {
    const { links, text } = open(
      'a [b *c*][D: `e`], [f g][]\n\n[h][i] [f g] [k][d: `e`]\n\n## D: `e` {#d}\n\nF g\n---\n\nl',
    );
    expect(text).toBe('a b c, f g\n[h][i] [f g] k\nD: e\nF g\nl');
    expect(
      links.map(({ kind, target }) => [kind, target === undefined ? '' : text.slice(target, target + 4)]),
    ).toEqual([
      ['anchor', 'D: e'],
      ['anchor', 'F g\n'],
      ['anchor', 'D: e'],
    ]);
  });

  it('give way to definitions', () => {
    expect(open('[a][b]\n\n# b\n\n[b]: c.md').links).toMatchObject([{ kind: 'article', href: 'c.md' }]);
  });
});

describe('MyST roles and labels', () => {
  it.each([
    ['{ref}`A part <part>` and {term}`word`', 'A part and word'],
    ['{py:func}`~os.path` {command}`make`', 'os.path make'],
    ['(a-label)=\n# Part\n\n(a) = b', 'Part\n(a) = b'],
    ['{a}`b`\n\n% c\n% d\n\n# E\n% f\n\ng is 20\n% of h', 'b\nE\ng is 20 % of h'],
    ['a\n\n% ls -l', 'a\n% ls -l'],
    ['`a(`$' + '{b}`, `c`)`', 'a($' + '{b}, c)'],
    ['a {boolean} and `{ref}`x``', 'a {boolean} and {ref}x``'],
  ])('are read in %j', (source, expected) => expect(text(source)).toBe(expected));
});

describe('kramdown extensions and spans with attributes', () => {
  it.each([
    ['a {::comment}b{:/comment} c', 'a c'],
    ['a\n\n{::comment}\n\nb\n\n{:/comment}\n\nc', 'a\nc'],
    ['{::options toc_levels="1" /}\n\na {::nomarkdown}<b>b</b>{:/} c', 'a b c'],
    ['a [b *c*]{.d} e', 'a b c e'],
    ['[]{#a}b [c](#a)', 'b c'],
  ])('are read in %j', (source, expected) => expect(text(source)).toBe(expected));
});

describe('directives that stand alone', () => {
  it.each([
    ['a\n\n::b[c [d] e]{f="g" h=\'i}\'}\n\nj', 'a\nc [d] e\nj'],
    ['::b{c="{ d: [e] }"}\n\nf', 'f'],
    ['::b-c\n\nd', 'd'],
    [':::b-c[d]{e=f}\ng\n\nh', 'd g\nh'],
    ['::b\n\n::c d\n\n`::e-f`', '::b\n::c d\n::e-f'],
  ])('are read in %j', (source, expected) => expect(text(source)).toBe(expected));
});

describe('CriticMarkup', () => {
  it.each([
    ['a {++b++} c', 'a b c'],
    ['a {--b--} c', 'a b c'],
    ['a {==b==}{>>d<<} c', 'a b c'],
    ['a {~~b~>d~~} c', 'a bd c'],
  ])('%j', (source, expected) => expect(text(source)).toBe(expected));
});

describe('attributes of kramdown', () => {
  it.each([
    ['a\n{: .b :}\n\n{:c: .d #e}\n\n{:.f}\n\n{: key="a b" .g}', 'a'],
    ["*a*{:.b} `c`{: .d} [e](f){:target='_blank'} g {: .h}", 'a c e g'],
    ['*a*{:b} [c](d){:e}\n{:f}\n\n- {:g} h', 'a c\nh'],
    ['# a {: .b }\n\n| c {: .d } |\n|---|', 'a\nc'],
  ])('are not shown in %j', (source, expected) => expect(text(source)).toBe(expected));

  it.each([
    'It returns {:ok, result} or {:error, reason}.',
    'foo({:ok, value}), {:name => "x"}, {:a=>1}, a {: lost word }.',
    'f(x){:ok} or {:ok}',
    '{:ok, a}',
  ])('are none in %j', (source) => expect(text(source)).toBe(source));

  it.each(['* TOC\n{:toc}', '1. toc\n{:toc .a}', '[[toc]]', '[[_TOC_]]', '[toc]'])(
    'make a table of contents of %j',
    (source) => expect(text(`a\n\n${source}\n\nb`)).toBe('a\nb'),
  );
});

describe('dollar signs', () => {
  it.each([
    ['cat $' + '{A}/$' + '{B} fin', 'cat $' + '{A}/$' + '{B} fin'],
    ['de $5 à $6, $HOME et $USER$', 'de $5 à $6, $HOME et $USER$'],
    ['soit $x$ et $n + 1$', 'soit x et n + 1'],
    ['soit $\\frac{a}{b}$ et $a_i^2$', 'soit \\frac{a}{b} et a_i^2'],
    ['entre $un prix et un autre$ ici', 'entre $un prix et un autre$ ici'],
  ])('are read as formulas or left alone in %j', (source, expected) => expect(text(source)).toBe(expected));
});

describe('JSX tags', () => {
  it.each([
    ['a <span style={{a: "b"}}>b</span> c', 'a b c'],
    ['<Tabs value={x}>\n\nb\n\n</Tabs>', 'b'],
  ])('are removed from %j', (source, expected) => expect(text(source)).toBe(expected));
});

describe('footnotes', () => {
  it('are numbered by first reference, collected at the end and linked both ways', () => {
    const { blocks, links, text } = open('a[^x] b[^y] c[^x] d[^z]\n[^y]: e\n[^x]: f\n\n    g\n\nh');
    expect(text).toBe('a¹ b² c¹ d[^z]\nh\nf\ng ↩ ↩\ne ↩');
    expect(blocks.at(-1)).toMatchObject({ kind: 'notes', notes: [{ label: '1' }, { label: '2' }] });
    const at = (needle: string): number => text.indexOf(needle);
    expect(links.map(({ kind, target }) => [kind, target])).toEqual([
      ['footnote', at('f')],
      ['footnote', at('e')],
      ['footnote', at('f')],
      ['backlink', 1],
      ['backlink', 7],
      ['backlink', 4],
    ]);
  });
});

describe('inline footnotes', () => {
  it('are numbered and collected together with the other footnotes', () => {
    const { text, links } = open('a^[one *b*, [c](d)] e[^f] g^[two]\n\n[^f]: h^[three]');
    expect(text).toBe('a¹ e² g³\none b, c ↩\nh⁴ ↩\ntwo ↩\nthree ↩');
    expect(links.map(({ kind }) => kind).slice(0, 4)).toEqual(['footnote', 'footnote', 'footnote', 'other']);
  });

  it.each([
    ['of a number', 'x^[1]', 'x^[1]'],
    ['before a link', 'x^[a](b)', 'x^a'],
    ['of nothing', 'x^[ ]', 'x^[ ]'],
    ['of a regular expression', '"^[^/]x" ^[a-z_] ^[bc]+', '"^[^/]x" ^[a-z_] ^[bc]+'],
    ['without an end', 'x^[a', 'x^[a'],
    ['in code', '`x^[a]`', 'x^[a]'],
    ['in a Pandoc superscript', 'x^[a]^', 'x^[a]^'],
    ['after a backslash', 'x\\^[a]', 'x^[a]'],
  ])('are not recognized %s', (_, source, text) => expect(open(source).text).toBe(text));
});

describe('parseDocument with metadata', () => {
  it('drops a first heading equal to the title, and no other heading', () => {
    expect(open('# The *Title*\n\na\n\n# The title', 'The title').text).toBe('a\nThe title');
    expect(open('# Other\n\na', 'The title').text).toBe('Other\na');
  });

  it('takes the language from the metadata, or else detects it', () => {
    const body = {
      format: 'markdown',
      source: 'Le chat est dans la maison et il dort.',
      firstLine: 0,
    } as const;
    expect(parseDocument(body).lang).toBe('fr');
    expect(parseDocument(body, { lang: 'en-GB' }).lang).toBe('en');
    expect(parseDocument(body, { lang: 'de' }).lang).toBe(undefined);
    expect(parseDocument({ ...body, source: 'x' }).lang).toBe(undefined);
  });
});

describe('attributes of headings', () => {
  it.each([
    ['a\n\n# b {-}', 'a\nb'],
    ['a\n\n# b {.unnumbered .x} #', 'a\nb'],
    ['a\n\n# b {#c -}\n\n[d](#c)', 'a\nb\nd'],
    ['a\n\nb {-}\n===\n\nc {#d .e}\n---', 'a\nb\nc'],
    ['## b ##    {#c}\n\n### d ### {: .e}\n\n# C# {#f}', 'b\nd\nC#'],
    ['## b # {.c} ##', 'b #'],
    ['a\n\n# b {c}\n\nd {-}', 'a\nb {c}\nd {-}'],
  ])('are not shown in %j', (source, expected) => expect(text(source)).toBe(expected));
});

describe('HTML with the attribute `markdown`', () => {
  it.each([
    ['<div markdown="1">\n*a*\n\n- b\n</div>', 'a\nb'],
    ['<p markdown="span">*a*</p>', 'a'],
    ['<div class="b" markdown>\n*a*\n</div>', 'a'],
    ['<div>\n*a*\n</div>', '*a*'],
  ])('holds Markdown in %j', (source, expected) => expect(text(source)).toBe(expected));

  it('keeps line numbers and closes the element', () => {
    const source = '<ul markdown="1">\n<li markdown="1">*a*</li>\n</ul>\n\nb';
    expect(open(source).blocks).toMatchObject([{}, { kind: 'paragraph', line: 4 }]);
  });
});

describe('clipped web pages', () => {
  it.each([
    ['[\n\n![a](b.png)\n\n](c.fr)', 'a', ['c.fr']],
    ['[\n![a](b.png)\n](c.fr "d")', 'a', ['c.fr']],
    ['- [\n\n  ![a](b.png)\n\n  ](c.fr)', 'a', ['c.fr']],
    ['a\n\n[\n\n### b\n\nc\n\n](d.fr)\n\ne', 'a\nb\nc\ne', ['d.fr']],
    ['[![a](b.png)\n\nc\n\n](d.fr)\n\ne', 'a\nc\ne', ['d.fr']],
    ['[\n\na', '[\na', []],
    ['[\n\na\n\n[\n\nb\n\n](c.fr)', '[\na\nb', ['c.fr']],
  ])('have links around blocks in %j', (source, expected, hrefs) => {
    const { text, links } = open(source);
    expect(text).toBe(expected);
    expect(links.map(({ href }) => href)).toEqual(hrefs);
  });
});

describe('cells of code', () => {
  it.each([
    ['```{python}\n#| echo: false\n#| label: a\nb = 1\n```', 'b = 1'],
    ['```{r}\n#| fig-cap: "A *b*"\nc\n```\n\nd', 'c\nA b\nd'],
    ["```{r}\n#| fig-cap:\n#|   - A\n#|   - 'B c'\n#| echo: true\nd\n```", 'd\nA\nB c'],
    ['```{r, fig.cap="A b", echo=FALSE}\nc\n```', 'c\nA b'],
    ['```{ojs}\n//| echo: false\n\na\n```', 'a'],
    ['```{python}\n#| echo: false\n```\n\na', 'a'],
    ['```python\n#| a\nb\n```', '#| a\nb'],
    ['```{r}\na\n#| b\n```', 'a\n#| b'],
  ])('show their captions, and no other options, in %j', (source, expected) =>
    expect(text(source)).toBe(expected),
  );

  it('keep their line and language', () =>
    expect(open('```{r}\n#| a: b\nc\n```').blocks).toMatchObject([{ kind: 'code', language: 'r', line: 1 }]));
});
