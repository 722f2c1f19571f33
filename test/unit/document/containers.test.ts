import { describe, expect, it } from 'vitest';
import { rewriteContainers } from '../../../src/document/markdown/containers.ts';
import { rewriteDefinitionLists } from '../../../src/document/markdown/definition-lists.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { parsedParts } from '../../support/document.ts';

const text = (source: string): string => parseDocument({ format: 'markdown', source, firstLine: 0 }).text;

describe('rewriteContainers', () => {
  it.each([
    [':::note\na\n:::', '> [!note]\n> a\n'],
    ['::: tip A title\n\na\n\n:::\nb', '> [!tip] A title\n>\n> a\n>\n\nb'],
    [':::info[A *title*]{#id}\na\n:::', '> [!info] A *title*\n> a\n'],
    ['::: {.callout-warning title="T"}\na\n:::', '> [!warning] T\n> a\n'],
    ['::::danger\n:::note\na\n:::\n::::', '> [!danger]\n> > [!note]\n> > a\n>\n'],
    [':::note\n```\n:::\n```\n:::', '> [!note]\n> ```\n> :::\n> ```\n'],
    ['- a\n\n  :::note\n  b\n  :::', '- a\n\n  > [!note]\n  > b\n'],
    ['::: code-group\na\n:::', '\na\n'],
    ['!!! note\n    a\n\n    b\n\nc', '> [!note]\n> a\n>\n> b\n\nc'],
    ['??? info "T"\n\n    a\n', '> [!info] T\n>\n> a\n'],
    ['!!! danger ""\n    a', '> [!danger]\n> a'],
    ['=== "A"\n\n    !!! tip\n        a', '**A**\n\n> [!tip]\n> a'],
    ['{% hint style="warning" %}\na\n{% endhint %}', '> [!warning]\n> a\n'],
    ['{{< hint info >}}\na\n{{< /hint >}}', '> [!info]\n> a\n'],
    ['{{% notice tip "T" %}}\na\n{{% /notice %}}', '> [!tip] T\n> a\n'],
    ['{% tip "A b" %}\na\n{% endtip %}', '> [!tip] A b\n> a\n'],
    ['{{< tip "A b" >}}\na\n{{< /tip >}}', '> [!tip] A b\n> a\n'],
    ['{{< details "More" >}}\na\n{{< /details >}}', '> [!details] More\n> a\n'],
    ['```{note}\n:class: x\na\n```\nb', '> [!note]\n>\n> a\n\nb'],
    ['````{admonition} A *title*\n```py\na\n```\n````', '> [!note] A *title*\n> ```py\n> a\n> ```\n'],
    [':::{tip}\na\n:::', '> [!tip]\n> a\n'],
    ['::: Outer ::::::\na\n\n::: Inner\nb\n:::\n::::::::', '\na\n\n\nb\n\n'],
    [':::a\n:::tip\nb\n:::\n:::\n:::', '\n> [!tip]\n> b\n\n\n:::'],
    [':::: columns\n::: {.column width="40%"}\na\n:::\n\n::: column\nb\n:::\n::::', '\n\na\n\n\n\nb\n\n'],
    [':::: tip\n:::\na\n::::', '> [!tip]\n> :::\n> a\n'],
    [':::: tip\na\n:::', '> [!tip]\n> a\n'],
    [':::: tip\n:::note\na\n::::', '> [!tip]\n> :::note\n> a\n'],
    ['::: {.callout-tip}\n## T #\n\na\n:::', '> [!tip] T\n>\n>\n> a\n'],
    ['Term\n\n:   a\n\n    ::: {#b}\n    - c\n    :::', 'Term\n\n:   a\n\n\n    - c\n'],
    ['{% note %}\na\n{% endnote %}', '> [!note]\n> a\n'],
    ['```{toctree}\n:hidden:\n\na\n```\nb', '\n\n\n\n\nb'],
  ])('rewrites %j', (source, expected) => expect(rewriteContainers(source)).toBe(expected));

  it.each([
    '```{code-block} py\na\n```',
    '````md\n```{note}\na\n```\n````',
    '```{note}\nnothing closes it',
    ':::note\nnothing closes it',
    '```\n:::note\na\n:::\n```',
    '    :::note\n    a\n    :::',
    'A\n\n:   b\n\n        :::note\n        c\n        :::',
    '- a\n\n      :::note\n      b\n      :::',
    'a !!! note',
    ':::',
    'a\n::: \nb',
  ])('does not change %j', (source) => expect(rewriteContainers(source)).toBe(source));

  it('keeps nested containers together in a long source', () => {
    const filler = `${'word '.repeat(100)}\n\n`.repeat(50);
    const source = `:::note\n${filler}:::tip\nb\n:::\n\n${filler}c\n:::\n\n${filler}`;
    const document = parseDocument({ format: 'markdown', source, firstLine: 0 });
    document.extend(Infinity);
    expect(document.text).not.toContain(':::');
    expect(document.blocks.at(0)).toMatchObject({ kind: 'quotation', callout: 'note' });
  });

  it('gives callouts separate from adjacent paragraphs', () => {
    const { blocks } = parsedParts({
      format: 'markdown',
      source: 'a\n:::note\nb\n:::\nc',
      firstLine: 0,
    });
    expect(blocks).toMatchObject([
      { kind: 'paragraph', line: 0 },
      { kind: 'quotation', callout: 'note', blocks: [{ line: 2 }] },
      { kind: 'paragraph', line: 4 },
    ]);
  });
});

describe('rewriteDefinitionLists', () => {
  it.each([
    ['Term\n: a\n: b', '+ <b>Term</b><br>\n  a\n  <br>b'],
    ['Term\n:   a\n    b\n\nOther\n:   c', '+ <b>Term</b><br>\n  a\n    b\n\n+ <b>Other</b><br>\n  c'],
    ['Term\n\n: a\n\nText.', '+ <b>Term</b>\n\n  a\n\nText.'],
    ['Term\nOther\n: a', '+ <b>Term</b><br>\n  <b>Other</b><br>\n  a'],
    ['Term\nOther\n\n~ a\n\n~ b', '+ <b>Term</b><br>\n  <b>Other</b>\n\n  a\n\n  b'],
    ['Term\n: a\n\n+ b', '* <b>Term</b><br>\n  a\n\n+ b'],
    ['`-f` *FILE*, `--from`\n: a', '+ <b>`-f` *FILE*, `--from`</b><br>\n  a'],
    ['--from\n: a\n\n**b**\n: c', '+ <b>--from</b><br>\n  a\n\n+ <b>**b**</b><br>\n  c'],
    ['Term\n: a\n\n    Inner\n    : b', '+ <b>Term</b><br>\n  a\n\n    + <b>Inner</b><br>\n      b'],
  ])('rewrites %j', (source, expected) => expect(rewriteDefinitionLists(source)).toBe(expected));

  it.each([
    'A sentence that ends.\n: a',
    'A paragraph that goes on for more\nthan one line of a text is no list of terms\n: a',
    '```\nterm\n: a\n```',
    '# a\n: b',
    '- a\n: b',
    '---\n: b',
    '``a`\n: `b`',
    'a\n\n    Code\n    : b',
  ])('does not change %j', (source) => expect(rewriteDefinitionLists(source)).toBe(source));
});

describe('a definition list', () => {
  it('does not make the list after it loose', () => {
    const { blocks } = parsedParts({
      format: 'markdown',
      source: 'Term\n: a\n\n- b\n- c',
      firstLine: 0,
    });
    expect(blocks).toMatchObject([
      { kind: 'list', loose: false },
      { kind: 'list', loose: false, items: [{}, {}], line: 3 },
    ]);
  });
});

describe('admonitions of Python-Markdown', () => {
  it.each([
    ['!!! mise-en-garde\n    mots', 'Mise-en-garde\nmots'],
    ['!!! note "Titre"\n    mots', 'Titre\nmots'],
    ['!!! Attention les enfants\n\nfin', '!!! Attention les enfants\nfin'],
    ['??? Quoi encore\n\nfin', '??? Quoi encore\nfin'],
  ])('lose no word of %j', (source, expected) => expect(text(source)).toBe(expected));
});

describe('components', () => {
  it.each([
    ['<TabItem value="a" label="Une pomme">\n\nb\n\n</TabItem>', 'Une pomme\nb'],
    ['<Card title="A" href="b" />\n\nc', 'A\nc'],
    ['<Details summary="A">\nb\n</Details>', 'A\nb'],
    ['<DIV title="A">\nb\n</DIV>', 'b'],
    ['<div title="A">\nb\n</div>', 'b'],
  ])('keep the label of %j', (source, expected) => expect(text(source)).toBe(expected));
});

describe('inline dialect syntax', () => {
  it.each([
    [':tada: :+1: 10:30:00 :nothing: `:tada:` a:tada:b', '🎉 👍 10:30:00 :nothing: :tada: a:tada:b'],
    [':tada::book: :star2:² :+1:', '🎉📖 🌟² 👍'],
    ['x^2^ and a^b^c and H~2~O', 'x² and a^b^c and H₂O'],
    ['++ctrl+alt+del++ and i++ + j++', 'Ctrl+Alt+Del and i++ + j++'],
    ['{++a++} {--b--} {==c==}{>>d<<}', 'a b c'],
    ['[a](b){ .c } ![d](e.png){: width="3" } `f`{.g} {h}', 'a d f {h}'],
    ['a\n{: .b }\n\nc\n{ .d }', 'a\nc'],
    ['## a { #b data-c="d" }\n\n## e {.f}', 'a\ne'],
    ['a ^b-1\n\n^c2d3', 'a'],
    ['*[HTML]: Hyper Text\n\na HTML', 'a HTML'],
    [':material-account-circle: a', 'a'],
  ])('is read in %j as %j', (source, expected) => expect(text(source)).toBe(expected));
});
