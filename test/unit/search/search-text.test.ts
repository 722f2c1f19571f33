import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchText } from '../../../src/search/search-text.ts';
import { tokenize } from '../../../src/search/tokenize.ts';

const words = (source: string): string[] =>
  tokenize(searchText({ format: 'markdown', source, firstLine: 0 })).map((word) => word.folded);

describe('searchText', () => {
  it.each([
    ['un [lien](https://exemple.fr/page "titre") ici', ['un', 'lien', 'ici']],
    ['un [lien](page_(v2).md) ici', ['un', 'lien', 'ici']],
    ['![une image](img.png)', ['une', 'image']],
    ['un [lien][cible] ici\n\n[cible]: https://exemple.fr', ['un', 'lien', 'ici']],
    ['[[autre-slug|le texte]] et [[seul]]', ['le', 'texte', 'et', 'seul']],
    ['une note[^n1].\n\n[^n1]: Son texte.', ['une', 'note', 'son', 'texte']],
    ['a <b class="x y">gras</b> <!-- caché\nici --> fin', ['a', 'gras', 'fin']],
    ['<p title="a > b">mot</p>', ['mot']],
    ['2 < 3 et 4 > 1', ['2', '3', 'et', '4', '1']],
    ['```js title=x\nconst a = 1;\n```\nsuite', ['const', 'a', '1', 'suite']],
    ['~~~python\nprint\n~~~', ['print']],
    ['le `code` et ``autre`` mot', ['le', 'code', 'et', 'autre', 'mot']],
    ['**entre**prise et _deux_ *mots*', ['entreprise', 'et', 'deux', 'mots']],
    ['caf&eacute;, l&rsquo;&#233;t&#xE9;&nbsp;!', ['cafe', 'l', 'ete']],
    ['## Titre {#ancre .classe}', ['titre']],
    ['> [!NOTE]\n> Un mot', ['un', 'mot']],
    [
      '::video[Un film]{#x1 w=2}\n\n:::tip[Un conseil]{.x}\n\na ::b\n\n:::',
      ['un', 'film', 'un', 'conseil', 'a', 'b'],
    ],
    ['<!-- jamais fermé', ['jamais', 'ferme']],
    ['| a | b |\n|---|---|\n| c | d |', ['a', 'b', 'c', 'd']],
  ])('%j', (source, expected) => {
    expect(words(source)).toEqual(expected);
  });

  it('leaves plain text as it is', () => {
    const source = 'un [lien](x) <b>';
    expect(searchText({ format: 'text', source, firstLine: 0 })).toBe(source);
  });

  it('takes anything', () => {
    const piece = fc.oneof(
      fc.constantFrom('[', ']', '(', ')', '<', '>', '!--', '&', ';', '`', '\n', '"', '^', '|', '*'),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const source = pieces.join('');
        expect(searchText({ format: 'markdown', source, firstLine: 0 }).length).toBeLessThanOrEqual(
          source.length,
        );
      }),
    );
  });
});
