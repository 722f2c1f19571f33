import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectKind } from '../../../src/document/detect-format.ts';

describe('detectKind', () => {
  it.each([
    '# Titre\n\nTexte\n\n## Suite\n',
    '# seul\n\nTexte.',
    'Voir [ici](https://example.org).\n',
    'Texte\n\n```\ncode\n```\n\n```\ncode\n```\n',
    '# Titre\n\nDu **gras** ici.\n',
    'Un **gras**.\n',
    'mot[^1]\n',
    '- [x] fait\n',
    '> cité\n',
    'Un caf&eacute;.\n',
    '&eacute;t&eacute;\n',
    '<!-- x -->\n\nTexte.\n',
    '| a | b |\n|---|---|\n| 1 | 2 |\n',
    'Voir [la suite\nde ce texte](suite.md).\n',
    '***Fort***\n',
    '- `a.b(1)`\n- `c.d(2)`\n',
    '# Titre\n\n```diff\n-x\n+y\n```\n',
    'La lampe *tourne*  \nvers la mer  \net la mer  \nla regarde\n',
    '**nom** : a\n**rue** : b\n**ville** : c\n',
    'Voir la liste\nde ceux qui ont écrit\n[ici](https://example.org/une/adresse/qui/ne/tient/pas/sur/la/ligne).\n',
    '* 3f2a1b0 fix `a`\n* 2b3c4d5 add **b**\n',
    '`a`    one\n\nA line of text, after which    there is *more*.\n\nAnd more.\n',
    '- 10:00 *a*\n- 11:00 *b*\n- 12:00 *c*\n',
    ':::note\nmots ici\n:::\n',
    '::: {.note}\nmots\n:::\n',
    ':::{note}\nmots ici\n:::\n',
    'Bonjour.\n\n:::tip[Un titre]\nmots\n:::\n',
    '::: {.callout-note}\nmots ici, et **gras**\n:::\n',
    '::::{grid} 2\n:::{card}\nmots\n:::\n::::\n',
    '!!! note\n    mots ici\n',
    '??? tip "Titre"\n\n    mots ici\n',
    '=== "Un"\n\n    mots\n\n=== "Deux"\n\n    autres\n',
    '{% hint style="info" %}\nDes mots.\n{% endhint %}\n',
    '{{< callout type="info" >}}\nDes mots.\n{{< /callout >}}\n',
    '{: .note }\nmots ici\n',
    '[texte]{.smallcaps} ici.\n',
    'Une note^[la note] ici.\n',
    '$$\nx^2\n$$\n',
    '- [/] à moitié\n- [-] annulé\n',
    '| Vers un\n| vers deux\n',
    'Terme\n: définition\n',
    'Terme\n\n:   définition\n',
    'Un terme\nUn autre\n: définition\n',
    'Terme\n:   définition\n:   autre\n\nAutre terme\n~   définition\n',
    '<Tip>\nDes mots.\n</Tip>\n',
    'import X from "./x";\n\n# Titre\n\n<X a="b"/>\n\nDes mots.\n',
  ])('takes %j for Markdown', (text) => {
    expect(detectKind(text)).toBe('markdown');
  });

  it.each([
    'Un texte ordinaire.\n\n- une liste\n- encore\n\n1. et\n2. une autre\n',
    '***\n\nTexte [1] et (note).\n',
    'Title\n=====\n\nText.\n',
    'Title\n~~~~~\n\nText.\n\nSecond\n~~~~~~\n\nMore text.\n',
    'Il y a 2 * 3 * 4 places, et un tarif* réduit.\n\n* Sur place.\n',
    'Places #1 to #40 are for schools.\n',
    '– Bonjour.\n– Bonjour, dit-elle.\n',
    "The file `foo' is not there, nor is snake_case_name or a_b.\n",
    "The commands `wait -p' and `unset' now agree, as do `.' and `source'.\n",
    'The pattern [^a] matches another letter.\n',
    'GNU shelf NEWS                                    -*- outline -*-\n\nThe shelf no longer falls down.\n',
    '2024-05-03  Ada Roux  <ada@example.org>\n\n\t* shelf.c (main): Do not fall.\n\tReport the weight.\n',
    '.. note:: Un titre\n   mots ici\n',
    'Voici donc une phrase assez longue pour tenir sur deux lignes au\nmoins, et peut-être sur trois, si rien ne vient la couper avant\n: elle continue.\n',
    'Il crie !!! note bien ceci.\n',
  ])('takes %j for plain text', (text) => {
    expect(detectKind(text)).toBe('prose');
  });

  it.each([
    ['html', '<!-- wp:paragraph -->\n<p>Un mot.</p>\n<!-- /wp:paragraph -->\n'],
    ['page', '<!DOCTYPE html>\n<html><body><p>Un mot.</p></body></html>\n'],
    ['lines', 'lait\npain\noeufs\n'],
    ['lines', 'lait\npain\n'],
    ['prose', 'Lait,\npain.\n'],
    ['prose', '- un\n- deux\n'],
    ['lines', 'On branch main\nnothing to commit, working tree clean\n'],
    ['prose', 'Un texte court mais qui a deux\nlignes.\n'],
    ['diff', '1c1\n< ancien\n---\n> nouveau\n'],
    ['diff', '*** a\n--- b\n***************\n*** 1 ****\n! x\n--- 1 ----\n! y\n'],
    ['diff', '@@@ -1,2 -1,2 +1,3 @@@\n  a\n- b\n++c\n'],
    ['listing', '* main\n  notes\n'],
    ['history', '1a2b3c4d (Ada Roux 2024-05-03 1) # A\n1a2b3c4d (Ada Roux 2024-05-03 2) **b**\n'],
    ['listing', '3:un **mot**\n12:un autre\n'],
    ['listing', 'un mot:12:et\nun mot:13:et\n'.replaceAll(' ', '_')],
    ['listing', 'd41d8cd98f00b204e9800998ecf8427e  a\n7215ee9c7d9dc229d2921a40e899ec5f  b\n'],
    ['listing', 'proc on /proc type proc (rw)\ntmpfs on /tmp type tmpfs (rw)\n/x on / type ext4 (rw)\n'],
    ['listing', 'a:x:0:0:A B:/root:/bin/sh\nb:x:1:1:b:/b:/bin/false\n'],
    ['listing', 'NAME   SIZE USE\na       12G  1%\nlonger   1G 30%\n'],
    ['listing', ' /\\_/\\\n( o.o )\n > ^ <\n'],
    ['listing', '+---+    +---+\n| a |--->| b |\n+---+    +---+\n'],
    ['prose', '-----\nTitre\n-----\n\nUn texte.\n'],
    ['prose', 'Le matin, de la terre au ciel.\n\nLe soir, de la ville au port.\n'],
    ['csv', 'a;b\n1;"x;y"\n2;z\n'],
    ['tsv', 'a\tb\n1\tx\n2\tz\n'],
    ['json', '[{"a": 1}]\n'],
    ['yaml', 'a: 1\nb:\n  - c\n'],
    ['ini', 'host = x\nport = y\n'],
    ['toml', '[a]\nb = "c"\n'],
    ['diff', '--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n'],
    ['log', '2024-05-03 09:12:01 a\n2024-05-03 09:12:02 b\n'],
    ['history', 'commit 0a1b2c3d4e\nAuthor: Ada <a@example.org>\n\n    Un message\n'],
    ['listing', 'total 4\n-rw-r--r-- 1 ada ada 12 May  3 09:12 a.md\n'],
    ['traceback', 'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\nKeyError: 1\n'],
    ['roff', '.TH LS 1\n.SH NAME\nls \\- list\n'],
    ['manual', 'LS(1)              User Commands              LS(1)\n\nNAME\n       ls\n'],
    ['shell', '#!/bin/sh\necho x\n'],
    ['code', 'def f(x):\n    return x\n'],
    ['code', 'std::cout << x;\na::b();\n'],
    ['code', '<Tip>\n  <Icon/>\n</Tip>\n'],
    ['mail', 'From: a@example.org\nTo: b@example.org\nSubject: x\n\nBonjour.\n'],
    ['lines', 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\nFiles: *\n'],
    ['lines', 'Package: a\nVersion: 1\n\nPackage: b\nVersion: 2\n'],
    ['lines', 'Package: a\nVersion: 1\nDescription: b\n Un mot.\n .\n Un autre.\n'],
    ['yaml', 'Package: a\nVersion: 1\nDescription: b\n'],
    ['prose', '*kiosque.txt*\tA reader\n\n\t\t\t*kiosque*\nSee `:help`, `gg` and `G`.\n'],
  ] as const)('detects %s in %j', (kind, text) => {
    expect(detectKind(text)).toBe(kind);
  });

  it.each([
    ['It is *both*, and *all*.\n', 'prose'],
    ['--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n', 'prose'],
    ['Voir [ici](https://example.org).\n', 'markdown'],
  ])('takes a long text that ends in %j for %s', (end, kind) => {
    const line = 'A line of a long text, in which nothing is set apart from the rest of it.\n';
    expect(detectKind(`${line.repeat(60)}\n${end}`)).toBe(kind);
  });

  it('takes time linear in the length of any text', () => {
    const pieces = fc.constantFrom(
      ...'[ * _ < ` ( | - # & a ~ > " \' = : \\ / \n \t \b {" [[ ]( ** __ ``` ~~~\n /* <a <!-- """ wrote:\n a; ;" ,, @@'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 4 }), (parts) => {
        const unit = parts.join('');
        const text = `a\n${unit.repeat(Math.ceil(60_000 / unit.length))}`;
        const start = process.cpuUsage();
        detectKind(text);
        expect(process.cpuUsage(start).user).toBeLessThan(100_000);
      }),
      { examples: [[['\n']], [[' ']]] },
    );
  });
});
