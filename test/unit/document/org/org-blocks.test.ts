import { describe, expect, it } from 'vitest';
import { loadParser } from '../../../../src/document/late-parsers.ts';
import { type Hints, parseDocument } from '../../../../src/document/parse-document.ts';
import { expectSound } from '../../../support/leaves.ts';
import { outlineOfBlocks } from '../../../support/page.ts';

await loadParser('org');

function orgOf(source: string, hints: Hints = {}, budget?: number) {
  const document = parseDocument({ format: 'org', source, firstLine: 0 }, hints, budget);
  document.extend(Number.POSITIVE_INFINITY);
  return document;
}

const outlineOf = (source: string): string => outlineOfBlocks(orgOf(source).blocks);

describe('the blocks of Org', () => {
  it.each([
    ['paragraphs', 'Un\nmot.\n\nDeux mots.', 'Un mot.\nDeux mots.'],
    [
      'emphasis',
      '*b* /i/ _u_ +s+ =v *x*= ~c~',
      '[bold: b] [italic: i] [underline: u] [strike: s] [code: v *x*] [code: c]',
    ],
    ['emphasis in emphasis', '*a /b/ c*', '[bold: a ][bold italic: b][bold:  c]'],
    [
      'marks that are none',
      'a*b*c 2 * 3 * 4 /usr/bin snake_case_name',
      'a*b*c 2 * 3 * 4 /usr/bin snake_case_name',
    ],
    ['an end of a line', 'un\\\\\ndeux', 'un⏎deux'],
    ['characters by name', '\\alpha \\to \\eacute{}t\\eacute \\frac{1}{2}', 'α → été \\frac{1}{2}'],
    ['scripts', 'H_{2}O x^2 a^{n}', 'H₂O x² aⁿ'],
    ['dashes, but not options', 'a -- b --- c --help', 'a – b — c --help'],
    ['links', '[[https://a.example/][un *mot*]] [[#x]]', '[link: un ][link bold: mot] [link: x]'],
    ['an address before a full stop', 'https://a.example/b.', '[link: https://a.example/b].'],
    [
      'pictures',
      '[[file:chat.png]] [[https://a.example/][file:chien.jpg]]',
      '[image: chat.png] [image: chien.jpg]',
    ],
    ['brackets that nothing closes', '[[a [b', '[[a [b'],
    ['times', '<2024-05-03 Fri>--<2024-05-04 Sat>', '2024-05-03 Fri–2024-05-04 Sat'],
    ['formulas', '$x^2$ \\(a_b\\) $5 et $6', 'x^2 a_b $5 et $6'],
    ['code in a line', 'src_sh[:x y]{ls -l} @@html:<b>@@', '[code: ls -l]'],
    ['a headline', '* Un\ntexte\n** TODO [#A] Deux :tag:autre:\n', '# Un\ntexte\n## TODO Deux'],
    [
      'planning and properties',
      '* A\nSCHEDULED: <2024-01-01>\n:PROPERTIES:\n:x: y\n:END:\ntexte',
      '# A\ntexte',
    ],
    ['trees that are not exported', '* COMMENT A\nx\n** B\ny\n* C :noexport:\nz\n* D\nd', '# D\nd'],
    ['comments', '# un\ntexte\n#+begin_comment\nx\n#+end_comment\n#\nsuite', 'texte\nsuite'],
    ['drawers', ':LOGBOOK:\nx\n:END:\n:NOTE:\ntexte\n:END:', 'texte'],
    ['a rule', 'a\n-----\nb', 'a\nrule\nb'],
    ['lines as they are', ': un\n:   deux', 'code : "un\\n  deux"'],
    ['code', '  #+BEGIN_SRC emacs-lisp -n\n  (a)\n    ,* b\n  #+END_SRC', 'code lisp: "(a)\\n  * b"'],
    ['code with stars', '#+begin_example\n* a\n#+end_example', 'code : "* a"'],
    ['code that is not exported', '#+begin_src sh :exports none\nx\n#+end_src', ''],
    ['a block that does not end', '#+begin_src sh\nx', '#+begin_src sh x'],
    ['a quotation', '#+begin_quote\nUn\n\ndeux\n#+end_quote', 'quotation:\n  Un\n  deux'],
    ['verse', '#+begin_verse\nUn\n  deux\n#+end_verse', 'Un⏎deux'],
    ['another block', '#+begin_center\n- a\n#+end_center', 'list:\n- a'],
    [
      'a formula of lines',
      '\\begin{align}\na\n\\end{align}',
      'code latex: "\\\\begin{align}\\na\\n\\\\end{align}"',
    ],
    ['macros', '#+MACRO: m Soin de $1 *$2*\n\n{{{m(vous, là)}}} {{{x}}}', 'Soin de vous [bold: là] {{{x}}}'],
  ])('writes %s', (_, source, outline) => {
    expect(outlineOf(source)).toBe(outline);
  });

  it('writes lists in lists, with blocks that are indented less', () => {
    const source =
      '- un\n  suite\n  1. a\n  2. b\n#+begin_src sh\nx\n#+end_src\n- [X] c\n\n  alinéa\n\n\nfin';
    expect(orgOf(source).blocks.at(0)).toMatchObject({
      kind: 'list',
      items: [{ blocks: [{ kind: 'paragraph' }, { kind: 'list', first: 1 }] }],
    });
    const inside = '- a\n  #+begin_src sh\nx\n  #+end_src\n- [-] b';
    expect(orgOf(inside).blocks.at(0)).toMatchObject({
      items: [{ blocks: [{ kind: 'paragraph' }, { kind: 'code', code: 'x' }] }, { task: 'begun' }],
    });
  });

  it('writes a term beside its description', () => {
    expect(orgOf('- un :: deux\n- trois :: quatre').blocks.at(1)).toMatchObject({
      kind: 'hanging',
      term: [{ text: 'trois', style: { bold: true } }],
      tight: true,
    });
  });

  it('writes the header of a table, and leaves out its cookies and formulas', () => {
    const table = orgOf('| <l> | <r> |\n| Nom | N |\n|---+---|\n| a | x |\n#+TBLFM: $2=1').blocks.at(0)!;
    expect(table).toMatchObject({ kind: 'table', align: ['left', 'right'] });
    expect(table.kind === 'table' && table.rows.map((row) => row.map((cell) => cell[0]?.text))).toEqual([
      ['Nom', 'N'],
      ['a', 'x'],
    ]);
  });

  it('numbers notes by their references, and shows them once, without their headline', () => {
    const document = orgOf(
      'a[fn:x] b[fn::en /place/] c[fn:y:ici]\n\n* Footnotes\n\n[fn:x] Texte\n  suite.\n',
    );
    expect(document.text).toBe('a¹ b² c³\nTexte suite. ↩\nen place ↩\nici ↩');
    expect(document.headings).toEqual([]);
  });

  it('leads links to headlines, to names and to other files', () => {
    const source =
      '* Un titre\n:PROPERTIES:\n:CUSTOM_ID: nom\n:END:\n[[*Un titre]] [[#nom][là]] [[file:b.org::*Le bas][b]]';
    const document = orgOf(source);
    expect(document.links.map(({ href, kind, target }) => [href, kind, target])).toEqual([
      ['#un-titre', 'anchor', 0],
      ['#nom', 'anchor', 0],
      ['b.org#le-bas', 'article', undefined],
    ]);
    expect(document.anchors).toMatchObject({ nom: 0 });
  });
});

describe('the metadata of Org', () => {
  it('comes from its keywords', () => {
    const { ownTitle, metadata } = orgOf(
      '# -*- mode: org -*-\n#+TITLE: Un *titre*\n#+author: A\n#+author: B\n#+DATE: <2024-05-03 Fri>\n#+LANGUAGE: fr\n#+FILETAGS: :a:b:\n#+DESCRIPTION: résumé\n',
    );
    expect(ownTitle).toBe('Un titre');
    expect(metadata).toEqual({
      title: 'Un titre',
      author: 'A, B',
      date: '<2024-05-03 Fri>',
      lang: 'fr',
      tags: ['a', 'b'],
      summary: 'résumé',
    });
  });

  it('takes the only headline of the first level for the title', () => {
    expect(orgOf('* Titre\n** Un\nx', { takeTitle: true }).ownTitle).toBe('Titre');
    expect(orgOf('* Un\nx\n* Deux\ny', { takeTitle: true }).ownTitle).toBeUndefined();
    expect(orgOf('Texte.\n* Un\nx', { takeTitle: true }).ownTitle).toBeUndefined();
  });
});

describe('Org that takes long', () => {
  const filled = (unit: string): string => unit.repeat(Math.ceil(400_000 / unit.length));

  it.each([
    ['a list 3,000 deep', Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}- a`).join('\n')],
    ['blocks that do not end', filled('#+begin_src\n')],
    ['blocks in blocks', `${'#+begin_a\n'.repeat(20_000)}${'#+end_a\n'.repeat(20_000)}`],
    ['drawers that do not end', filled(':a:\n')],
    ['emphasis that does not end', filled('*a /b ')],
    ['emphasis in emphasis', `${'*/_'.repeat(50_000)}a${'_/*'.repeat(50_000)}`],
    ['links that do not end', filled('[[a][b')],
    ['links in links', `${'[[a]['.repeat(40_000)}b${']]'.repeat(40_000)}`],
    ['notes in notes', `${'[fn::'.repeat(40_000)}b${']'.repeat(40_000)}`],
    ['formulas that do not end', filled('\\(a $b ')],
    ['macros of macros', `#+macro: a ${'{{{a}}}'.repeat(20)}\n\n${filled('{{{a}}}')}`],
    ['a row of many cells', filled('|a')],
    ['a list of many items', filled('- a\n')],
    ['one line', filled('mot ')],
  ])('is read in linear time: %s', (_, source) => {
    const document = orgOf(source);
    expect(document.complete).toBe(true);
    expect(document.text.length).toBeGreaterThan(0);
    if (document.text.length < 100_000) expectSound(document);
  });

  it('is plain text once the memory is spent', () => {
    const document = orgOf(`* A\n${'- mot\n\nmot\n\n'.repeat(2000)}fin`, {}, 100_000);
    expect(
      [...document.blocks].some((block) => block.kind === 'quotation' && block.callout === 'rest is plain'),
    ).toBe(true);
    expect(document.text.endsWith('fin')).toBe(true);
  });
});
