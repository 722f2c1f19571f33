import { describe, expect, it } from 'vitest';
import { lintFrench, type TypographyRule } from '../support/typography.ts';

/** Makes the two French spaces visible in the examples: `_` stands for U+00A0 and `·` for U+202F. */
const fr = (text: string): string => text.replaceAll('_', '\u00a0').replaceAll('·', '\u202f');
const rulesOf = (text: string): string[] => lintFrench(fr(text)).map(({ rule }) => rule);

describe('lintFrench', () => {
  it.each([
    'Qui l’a dit·? Personne·; et pourtant·!',
    'Trois choses_: le prix, le délai, la «_politesse_».',
    'Vraiment·?! «_Non·?_» (·?) (!) «_?_»',
    '1·200_€, 12·500·000_€, −10·400_€, 20_%, 3,5_%, 22_h_40, 18_h, 15_min, 4_kg',
    'En 2024 300 personnes, dans les années 1990, au 02 00 00 00 00, à 10:30, 50x70, le 1er, une A4.',
    'En 2024 l’atelier, en 2012 m’a-t-on dit, le 12 s’est perdu.',
    'Puis… — Quoi·? – Rien. Un mot-composé, un «_“mot” dans un mot_».',
    'Une ligne finie par deux espaces  \net la suivante.',
    '## Et après·?\n\n- [ ] une case\n-   une liste\n1.  un numéro',
    '| À gauche   |   À droite |\n| :--------- | ---------: |\n| ?          |      20_%  |',
    'Un filet\n\n---\n\n* * *\n\nTitre\n-----',
    '> «_Alors·?_»\n>\n> —_Rien.',
  ])('finds nothing in %j', (text) => {
    expect(lintFrench(fr(text))).toEqual([]);
  });

  it.each<[string, TypographyRule]>([
    ['Qui l’a dit ?', 'narrow space before ; ! ?'],
    ['Qui l’a dit?', 'narrow space before ; ! ?'],
    ['Assez_!', 'narrow space before ; ! ?'],
    ['**Assez** ; suite', 'narrow space before ; ! ?'],
    ['Une chose : le prix', 'no-break space before :'],
    ['Une chose: le prix', 'no-break space before :'],
    ['Une chose·: le prix', 'no-break space before :'],
    ['**À :** Pierre', 'no-break space before :'],
    ['Une chose :', 'no-break space before :'],
    ['«_mot »', 'no-break space before »'],
    ['«_mot»', 'no-break space before »'],
    ['« mot_»', 'no-break space after «'],
    ['«mot_»', 'no-break space after «'],
    ["l'atelier", 'typographic apostrophe'],
    ["le 12 s'est", 'typographic apostrophe'],
    ['un mot"', 'typographic quotation marks'],
    ['un mot -- un autre', 'dash, not hyphens'],
    ['un mot...', 'ellipsis, not dots'],
    ['1 200_€', 'narrow space between thousands'],
    ['1_200_€', 'narrow space between thousands'],
    ['12·500 000', 'narrow space between thousands'],
    ['20 %', 'no-break space before a unit'],
    ['20%', 'no-break space before a unit'],
    ['20·%', 'no-break space before a unit'],
    ['1·200 €', 'no-break space before a unit'],
    ['3,5 km', 'no-break space before a unit'],
    ['22h40', 'no-break space before a unit'],
    ['22_h 40', 'no-break space before a unit'],
    ['deux  espaces', 'one space'],
    ['une chose _: deux', 'one space'],
    ['> deux  espaces', 'one space'],
  ])('reports the fault in %j', (text, rule) => {
    expect(rulesOf(text)).toEqual([rule]);
  });

  it.each([
    ['front matter', '---\ntitle: "L\'été" -- 20%\n---\n\nDu texte.'],
    ['a fence', '```js\nconst a = "b"; // 20%...\n```'],
    ['a fence in a list', '- un\n\n  ~~~\n  a ? b : "c";\n  ~~~'],
    ['a fence in a quotation', '> ```\n> a ? b : "c";\n> ```\n>\n> Du texte.'],
    ['a longer fence', '````md\n```\n"a"\n```\n"b"\n````'],
    ['a fence that is never closed', '```\nl\'un ; "deux"'],
    ['code in a line', 'Tapez `kiosque --tag "prix" ;` puis ``a ` "b"``.'],
    ['code over two lines', 'Tapez `kiosque\n"prix"` ici.'],
    ['an address', "Voyez https://exemple.fr/?a=1;b=20%20--x et <https://exemple.fr/?q=l'un>."],
    ['the target of a link', 'Voyez [ici](https://exemple.fr/a(b);c "l\'un") et [là][l\'autre].'],
    ['a reference', "[l'autre]: https://exemple.fr \"l'un ; l'autre\""],
    ['a link to another article', '[[aujourd--hui|ce mot]], [[aujourd--hui]].'],
    ['an image', 'Avant ![une image](a--b.png) après.'],
    ['HTML', '<p class="a; b">Du texte</p> <!-- "non" ; -->\n<pre>\n"a" ; b\n</pre>'],
    ['a footnote’s label', 'Un mot[^a--b].\n\n[^a--b]: La note.'],
    ['an entity for the space', 'Une chose&nbsp;: «&nbsp;le prix&nbsp;».'],
  ])('leaves %s alone', (_, text) => {
    expect(lintFrench(text)).toEqual([]);
  });

  it('checks the words of links, footnotes and HTML', () => {
    expect(rulesOf("[l'un](a.md)")).toEqual(['typographic apostrophe']);
    expect(rulesOf("[[un|l'un]]")).toEqual(['typographic apostrophe']);
    expect(rulesOf("[^1]: l'un")).toEqual(['typographic apostrophe']);
    expect(rulesOf("<em>l'un</em>")).toEqual(['typographic apostrophe']);
    expect(rulesOf("![l'un](a.png)")).toEqual(['typographic apostrophe']);
  });

  it('reports line, column and excerpt, counted in the unmasked source', () => {
    const text = '```\n"code"\n```\n\nUn `mot` juste.\nQui l’a dit ? Et l\'autre?';
    expect(lintFrench(text)).toEqual([
      { line: 6, column: 13, rule: 'narrow space before ; ! ?', excerpt: "Qui l’a dit ? Et l'autre?" },
      { line: 6, column: 19, rule: 'typographic apostrophe', excerpt: "i l’a dit ? Et l'autre?" },
      { line: 6, column: 25, rule: 'narrow space before ; ! ?', excerpt: "dit ? Et l'autre?" },
    ]);
  });
});
