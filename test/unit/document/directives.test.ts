import { describe, expect, it } from 'vitest';
import { rewriteContainers } from '../../../src/document/markdown/containers.ts';
import { parsedParts } from '../../support/document.ts';

const open = (source: string) => parsedParts({ format: 'markdown', source, firstLine: 0 });

describe('directives of MyST', () => {
  it.each([
    ['```{note}\n:class: dropdown\na\n```', 'a'],
    ['```{note}\n---\nclass: dropdown\n---\na\n```', 'a'],
    ['```{admonition} T *t*\n:class: dropdown\na\n```', 'T t\na'],
    [':::{tip}\n:class: dropdown\na\n:::', 'a'],
    ['```{figure} a.png\n:width: 300px\n:alt: b\n\nThe *caption*.\n```', 'b\nThe caption.'],
    ['```{figure} a.png\nThe *caption*.\n```', 'a.png\nThe caption.'],
    ['```{image} a.png\n:alt: b\n```', 'b'],
    [':::{image} a.png\n:alt: b\n:::', 'b'],
    ['```{code-block} py\n:linenos:\n:caption: C\n\na = 1\n```', 'C\na = 1'],
    ['```{code-cell} ipython3\n:tags: [hide-input]\na = 1\n```', 'a = 1'],
    ['````{tab-set}\n```{tab-item} A\nb\n```\n```{tab-item} C\nd\n```\n````', 'A\nb\nC\nd'],
    ['```{card} A\nb\n^^^\nc\n+++\nd\n```', 'A\nb\nc\nd'],
    ['```{versionadded} 1.2\na\n```', 'Version 1.2\na'],
    ['```{prf:theorem} T\na\n```', 'Theorem: T\na'],
    ['```{epigraph}\na\n```', 'a'],
    ['```{math}\n:label: x\na = b\n```', 'a = b'],
    ['```{include} a.md\n```', 'a.md'],
    ['```{toctree}\n:hidden:\n\na\n```\nb', 'b'],
    ['```{unknown} a\n:b: c\nd\n```', 'a\n:b: c\nd'],
    ['```{unknown}\n:b: c\nd\n```', ':b: c\nd'],
    ['```{note} a\nb\n```', 'a b'],
    ['```{note} a *b*\n```', 'a b'],
    ['```{note} a\n:class: dropdown\n\nb\n```', 'a\nb'],
    ['```{highlight} python\n```\na', 'a'],
    ['```{rubric} A *b*\n```', 'A b'],
    ['```{centered} A\n```', 'A'],
    ['```{only} html\na *b*\n```', 'a b'],
    ['```{hlist}\n:columns: 2\n\n* a\n* b\n```', 'a\nb'],
    ['```{raw} html\n<p>a</p>\n```', 'a'],
    ['```{raw} latex\n\\a\n```', '\\a'],
    ['```{=html}\n<p>a</p>\n```', 'a'],
    ['``` {=html}\n<p>a</p>\n```', 'a'],
    ['```{py:function} a(b, *c)\n:noindex:\n\nd *e*\n```', 'a(b, *c)\nd e'],
    ['```{autoclass} a.B\n```', 'a.B'],
    ['$$\na\n$$ (eq)', 'a'],
    ['```{python}\n#| echo: false\na\n```', 'a'],
  ])('%j', (source, text) => expect(open(source).text).toBe(text));

  it('keep the language of code', () => {
    const { blocks } = open(
      '```{code-block} python\n:linenos:\na\n```\n\n```{code-cell} ipython3\n---\nb: c\n---\nd\n```',
    );
    expect(blocks).toMatchObject([
      { kind: 'code', language: 'python', code: 'a', line: 0 },
      { kind: 'code', language: 'ipython3', code: 'd', line: 5 },
    ]);
  });

  it.each([
    [
      '```{list-table} T\n:header-rows: 1\n\n* - a\n  - b\n* - c\n    d\n  - - e\n    - f\n* - |\n  -\n```',
      '**T**\n\n| a | b |\n|---|---|\n| c d | • e<br>• f |\n| \\| |  |\n\n\n\n\n\n',
    ],
    ['```{list-table}\n* - a\n  - b\n* - c\n  - d\n```', '\n|  |  |\n|---|---|\n| a | b |\n| c | d |\n'],
    ['```{list-table}\na\n```', '\na\n'],
    [
      '```{csv-table} T\n:header: "a", b\n\n"c, ""d""",2\n```',
      '**T**\n\n| a | b |\n|---|---|\n| c, "d" | 2 |',
    ],
    ['```{table} T\n:name: t\n| a |\n|---|\n```', '**T**\n\n| a |\n|---|\n'],
  ])('are tables in %j', (source, markdown) => {
    expect(rewriteContainers(source).replace(/[ \t]+$/gm, '')).toBe(markdown);
  });
});

describe('roles of MyST', () => {
  it.each([
    ['H{sub}`2`O 10{sup}`3`', 'H₂O 10³'],
    ['{pep}`8` {rfc}`2822`', 'PEP 8 RFC 2822'],
    ['{guilabel}`&Ouvrir` {menuselection}`Fichier --> Ouvrir`', 'Ouvrir Fichier ‣ Ouvrir'],
    ['{samp}`print {x}` {kbd}`Ctrl+C` {file}`a.txt`', 'print x Ctrl+C a.txt'],
  ])('%s', (source, text) => expect(open(source).text).toBe(text));

  it('show the target where a number is to be', () =>
    expect(open('{numref}`Fig. %s <a>` {doc}`b` {ref}`c <d>`').text).toBe('Fig. a b c'));
});
