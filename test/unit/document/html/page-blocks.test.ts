import { describe, expect, it } from 'vitest';
import { outlineOf, outlineOfBlocks, pageOf } from '../../../support/page.ts';

describe('the blocks of a page', () => {
  it.each([
    ['paragraphs', '<p>Un <b>mot</b>.<p>Deux\n  mots.', 'Un [bold: mot].\nDeux mots.'],
    ['text between blocks', 'avant<div>dedans</div>après<br>la ligne', 'avant\ndedans\naprès⏎la ligne'],
    [
      'inline elements',
      '<p><kbd>Ctrl</kbd> <code>a  b</code> H<sub>2</sub>O x<sup>2</sup> <mark>m</mark> <del>d</del> <ins>i</ins>',
      '[kbd: Ctrl] [code: a b] H₂O x² [mark: m] [strike: d] [underline: i]',
    ],
    [
      'styles',
      '<p><span style="font-weight: bold">b</span> <i style="font-weight:700">c</i> ' +
        '<u style="color:red; text-decoration : underline line-through">d</u> <s style="font-style:Italic">e</s>',
      '[bold: b] [bold italic: c] [underline strike: d] [italic strike: e]',
    ],
    [
      'an element that holds blocks',
      '<a href="https://a.example/"><h2>Un</h2><p>deux</a>',
      '## [link: Un]\n[link: deux]',
    ],
    [
      'headings',
      '<h1>Un</h1><div role=heading aria-level=3>Deux</div><h6><div>Trois</div></h6>',
      '# Un\n### Deux\n###### Trois',
    ],
    ['a rule', '<p>a<hr>b', 'a\nrule\nb'],
    ['quotations', '<blockquote><p>Cité<footer>— Moi</footer></blockquote>', 'quotation:\n  Cité\n  — Moi'],
    ['ruby with brackets', '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>', '漢(kan)'],
    ['ruby without brackets', '<ruby>漢<rt>kan</rt></ruby>字', '漢(kan)字'],
    ['details', '<details><summary>Plus</summary><p>Suite</details>', '[bold: Plus]\nSuite'],
    ['a formula', '<math alttext="x^2"><mi>x</mi></math>', 'x^2'],
    [
      'a formula in TeX',
      '<math><semantics><mi>y</mi><annotation encoding="application/x-tex">y_1</annotation></semantics></math>',
      'y_1',
    ],
    [
      'lines of verse',
      '<div class="line-block"><div class="line">un</div><div class="line">deux</div></div>',
      'un⏎deux',
    ],
    [
      'pictures',
      '<img src="a.png" alt="Un chat"><img src="b.png" alt=""><img src="p.gif" width=1 height=1>',
      '[image: Un chat]',
    ],
    [
      'a picture that is loaded late',
      '<img src="data:image/gif;base64,R0" data-src="chat.png">',
      '[image: chat.png]',
    ],
    [
      'figures',
      '<figure><img src="a.png" alt="Un chat"><figcaption>Le chat dort.</figcaption></figure>',
      '[image: Un chat]\n[italic: Le chat dort.]',
    ],
    [
      'a caption that is the alternative text, once',
      '<figure><img src="a.png" alt="Un chat"><figcaption>Un chat</figcaption></figure>',
      '[image: Un chat]',
    ],
    ['no-break spaces', '<p>Oui&nbsp;! Non&#x202f;?', 'Oui\u00a0! Non\u202f?'],
    ['an old page', '<center><font size=5>Titre</font></center><p>Texte<p>fin', 'Titre\nTexte\nfin'],
  ])('are read: %s', (_, source, expected) => {
    expect(outlineOf(source)).toBe(expected);
  });

  it('quote as the language of the page does', () => {
    const quoted = '<p><q>un <q>deux</q></q>';
    expect(outlineOf(`<html lang=fr>${quoted}`)).toBe('«\u00a0un “deux”\u00a0»');
    expect(outlineOf(`<html lang=en-GB>${quoted}`)).toBe('“un ‘deux’”');
  });

  it('quote as the language of the text around does', () => {
    const english = '<blockquote lang="en-US"><p>said <q>x</q></p></blockquote>';
    expect(outlineOf(`<html lang=fr>${english}<p><q lang=en>y</q></p>`)).toBe(
      'quotation:\n  said “x”\n«\u00a0y\u00a0»',
    );
    expect(outlineOf('<p xml:lang="fr">dit <q>x</q>')).toBe('dit «\u00a0x\u00a0»');
  });

  it.each([
    ['script', '<script>x()</script>a<style>p{}</style><noscript>b</noscript><template>c</template>'],
    ['what is hidden', 'a<p hidden>b</p><p style="display: none">c</p><i aria-hidden=true>d</i>'],
    [
      'forms',
      'a<form><input value=b><select><option>c</select><textarea>d</textarea><button>e</button></form>',
    ],
    ['drawings without a name', 'a<svg><text>b</text></svg>'],
  ])('do not have %s', (_, source) => {
    expect(outlineOf(source)).toBe('a');
  });
});

describe('lists of a page', () => {
  it.each([
    [
      '<ul><li>un<li><p>deux<ol start=3><li>a<li>b</ol></ul>',
      'list:\n- un\n- deux\n  list from 3:\n  - a\n  - b',
    ],
    ['<ul><li>un</li><ul><li>a</ul></ul>', 'list:\n- un\n  list:\n  - a'],
    ['<ul><li><p>un<p>deux<li>trois</ul>', 'list, loose:\n- un\n  deux\n- trois'],
    [
      '<ul><li><input type=checkbox checked> fait<li><label><input type=checkbox>à faire</label></ul>',
      'list:\n(done) fait\n(open) à faire',
    ],
    ['<ul><li><li> </ul>', ''],
    [
      '<dl><dt>un<dd>1<dt>deux<dt>trois<dd>3</dl>',
      'term: [bold: un]\n  1\nterm, tight: [bold: deux]\nterm, tight: [bold: trois]\n  3',
    ],
    ['<dl><div><dt>un<dd><p>1<p>2</div><dd>3</dl>', 'term: [bold: un]\n  1\n  2\nterm: \n  3'],
  ])('%s', (source, expected) => {
    expect(outlineOf(source)).toBe(expected);
  });
});

describe('code of a page', () => {
  it.each([
    ['<pre>\na\n  b\n\nc\n</pre>', 'code : "a\\n  b\\n\\nc"'],
    ['<pre><code class="language-rust">fn</code></pre>', 'code rust: "fn"'],
    ['<pre class="brush: js notranslate">x</pre>', 'code js: "x"'],
    ['<pre class="sourceCode haskell"><code class="sourceCode haskell">x</code></pre>', 'code haskell: "x"'],
    [
      '<div class="highlight-python notranslate"><div class="highlight"><pre><span></span>x</pre></div></div>',
      'code python: "x"',
    ],
    [
      '<div class="language-sh highlighter-rouge"><div class="highlight"><pre class="highlight"><code>x</code></pre></div></div>',
      'code sh: "x"',
    ],
    ['<pre><code data-lang="go">x</code></pre>', 'code go: "x"'],
    ['<pre class="literal-block">x</pre>', 'code : "x"'],
    ['<pre>a<br>b<b>c</b></pre>', 'code : "a\\nbc"'],
    [
      '<pre><span class="line">a</span>\n<span class="line"></span>\n<span class="line">b</span></pre>',
      'code : "a\\n\\nb"',
    ],
    [
      '<pre><span class="line">a</span><span class="line"></span><span class="line">b</span></pre>',
      'code : "a\\n\\nb"',
    ],
    [
      '<pre><code><div class="token-line">a<br></div><div class="token-line">b<br></div></code></pre>',
      'code : "a\\nb"',
    ],
    ['<pre><span class="lineno">1 </span>a\n<span class="lineno">2 </span>b</pre>', 'code : "a\\nb"'],
    [
      '<table class="highlighttable"><tr><td class="linenos"><div class="linenodiv"><pre>1\n2</pre></div></td><td class="code"><div><pre>a\nb</pre></div></td></tr></table>',
      'code : "a\\nb"',
    ],
    ['<pre>a &lt; b &amp;&amp; c\t\u00a0</pre>', 'code : "a < b && c"'],
  ])('%s', (source, expected) => {
    expect(outlineOf(source)).toBe(expected);
  });
});

describe('tables of a page', () => {
  it.each([
    [
      'spans',
      '<table><caption>Titre</caption><tr><th>A<th colspan=2>B<tr><td rowspan=2>1<td>2<td align=right>3<tr><td>4<td align=right>5</table>',
      '[italic: Titre]\ntable   right:\n  A | B | \n  1 | 2 | 3\n   | 4 | 5',
    ],
    ['no header', '<table><tr><td>1<td>2<tr><td>3<td>4</table>', 'table:\n   | \n  1 | 2\n  3 | 4'],
    [
      'parts in another order',
      '<table><tfoot><tr><td>f<td>g</tfoot><tbody><tr><td>1<td>2</tbody><thead><tr><th>A<th>B</thead></table>',
      'table:\n  A | B\n  1 | 2\n  f | g',
    ],
    [
      'lists and code in cells',
      '<table><tr><th>A<th>B<tr><td><ul><li>x<li><p>y</ul><td><pre>a = 1</pre><p>b</table>',
      'table:\n  A | B\n  • x⏎• y | [code: a = 1]⏎b',
    ],
    ['layout', '<table><tr><td><h2>A</h2><p>un<td><p>deux</table>', '## A\nun\ndeux'],
    ['a row', '<table><tr><td>un<td>deux</table>', 'un\ndeux'],
  ])('%s', (_, source, expected) => {
    expect(outlineOf(source)).toBe(expected);
  });
});

describe('callouts of a page', () => {
  it.each([
    [
      'docutils',
      '<div class="admonition warning"><p class="admonition-title">Warning</p><p>x</div>',
      'quotation warning:\n  x',
    ],
    [
      'MkDocs',
      '<div class="admonition tip"><p class="admonition-title">Pour finir</p><p>x</div>',
      'quotation tip titled:\n  [quote bold: Pour finir]\n  x',
    ],
    [
      'Asciidoctor',
      '<div class="admonitionblock note"><table><tr><td class="icon"><div class="title">Note</div></td><td class="content">x</td></tr></table></div>',
      'quotation note:\n  x',
    ],
    [
      'GitHub',
      '<div class="markdown-alert markdown-alert-important"><p class="markdown-alert-title"><svg></svg>Important</p><p>x</div>',
      'quotation important:\n  x',
    ],
    [
      'DocBook',
      '<div class="caution"><h3 class="title">Attention</h3><p>x</div>',
      'quotation caution titled:\n  [quote bold: Attention]\n  x',
    ],
    ['a part of the page', '<section class="summary"><h2>Summary</h2><p>x</section>', '## Summary\nx'],
  ])('%s', (_, source, expected) => {
    expect(outlineOf(source)).toBe(expected);
  });
});

describe('notes of a page', () => {
  it.each([
    [
      'pandoc',
      '<p>a<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p><section class="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>La note.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>',
    ],
    [
      'docutils',
      '<p>a<a class="footnote-reference brackets" href="#id2" id="id1">1</a></p><dl class="footnote brackets"><dt class="label" id="id2"><span class="brackets"><a class="fn-backref" href="#id1">1</a></span></dt><dd><p>La note.</p></dd></dl>',
    ],
    [
      'newer docutils',
      '<p>a<a class="footnote-reference brackets" href="#id2" id="id1" role="doc-noteref"><span class="fn-bracket">[</span>1<span class="fn-bracket">]</span></a></p><aside class="footnote brackets" id="id2" role="doc-footnote"><span class="label"><span class="fn-bracket">[</span><a role="doc-backlink" href="#id1">1</a><span class="fn-bracket">]</span></span><p>La note.</p></aside>',
    ],
    [
      'MediaWiki',
      '<p>a<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup></p><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><a href="#cite_ref-1">↑</a></span> <span>La note.</span></li></ol>',
    ],
    [
      'Asciidoctor',
      '<p>a<sup class="footnote">[<a id="_footnoteref_1" class="footnote" href="#_footnotedef_1">1</a>]</sup></p><div id="footnotes"><hr><div class="footnote" id="_footnotedef_1"><a href="#_footnoteref_1">1</a>. La note.</div></div>',
    ],
    [
      'by hand',
      '<p>a<sup><a name="r1" href="#n1">1</a></sup></p><hr><p><a name="n1" href="#r1">1</a>. La note.</p>',
    ],
    [
      'EPUB',
      '<p>a<a epub:type="noteref" href="#n1">*</a></p><aside epub:type="footnote" id="n1"><p>La note.</p></aside>',
    ],
  ])('of %s come at the end', (_, source) => {
    const note = outlineOf(source).replace(/\[\[?¹\]?\]|\[note: ¹\]/, '[note: ¹]');
    expect(note.replace('[[note: ¹]]', '[note: ¹]')).toBe('a[note: ¹]\nnotes:\n1.\n  La note. [note: ↩]');
  });

  it('are not made of other links', () => {
    const source = '<p><a href="#deux">2</a><h2 id="deux">Deux</h2><p>Texte <a href="#un">a</a><p id="un">Un';
    expect(outlineOf(source)).toBe('[link: 2]\n## Deux\nTexte [link: a]\nUn');
  });
});

describe('links of a page', () => {
  const linksOf = (source: string, address?: string): string[] =>
    pageOf(source, { extract: false, ...(address && { address }) }).links.map(
      ({ kind, href }) => `${kind} ${href}`,
    );

  it.each([
    ['relative to its address', '<a href="../b?c#d">x</a>', ['web https://a.example/b?c#d']],
    ['relative to its base', '<base href="/e/"><a href="b">x</a>', ['web https://a.example/e/b']],
    [
      'in the page',
      '<p id="d">p<a href="#d">x</a><a href="https://a.example/f/page#d">y</a>',
      ['anchor #d', 'anchor #d'],
    ],
    ['that do nothing', '<a href="javascript:x()">x</a><a href="#">y</a><a>z</a>', []],
    ['of pictures', '<img alt="p" src="p.png">', ['image https://a.example/f/p.png']],
    ['to mail', '<a href="mailto:a@b.example">x</a>', ['web mailto:a@b.example']],
  ])('%s', (_, source, expected) => {
    expect(linksOf(source, 'https://a.example/f/page')).toEqual(expected);
  });

  it('stay as they are if its address is unknown', () => {
    expect(linksOf('<a href="b.md">x</a><a href="//c.example/d">y</a>')).toEqual([
      'article b.md',
      'other //c.example/d',
    ]);
  });

  it('lead to names in the page', () => {
    const { links, text } = pageOf('<p>un<p><a href="#b">x</a><ul><li>deux<li id=b>trois</ul>', {
      extract: false,
    });
    expect(text.slice(links[0]!.target)).toBe('trois');
  });
});

describe('XHTML', () => {
  it('may close any element in its opening tag', () => {
    const source =
      '<?xml version="1.0"?><html><head><title/></head><body><p>a<a id="b"/> c</p><p/><p><![CDATA[d < e]]></p></body></html>';
    expect(outlineOf(source)).toBe('a c\nd < e');
    expect(outlineOf('<div><i/>a</div>', { xml: true })).toBe('a');
  });
});

describe('the title of a page', () => {
  it.each(['Untitled article', 'untitled', 'Sans titre'])(
    'is not what a program puts where there is none: %s',
    (title) => {
      const page = pageOf(`<title>${title}</title><h1>Les marées</h1><p>Un mot.`, {}, { takeTitle: true });
      expect(page.ownTitle).toBe('Les marées');
    },
  );

  it.each([[''], [' — reads options <a href="#m">¶</a>']])(
    'is left out of the text if it is a link: %s',
    (rest) => {
      const source = `<section id=m><h1><a href="#m">Parser</a>${rest}</h1><p>In <a href="https://a.example/">a file</a>.</section>`;
      const { ownTitle, blocks, links } = pageOf(source, { extract: false }, { takeTitle: true });
      expect(ownTitle).toMatch(/^Parser/);
      expect(outlineOfBlocks(blocks)).toBe('In [link: a file].');
      expect(links.map(({ href }) => href)).toEqual(['https://a.example/']);
    },
  );
});
