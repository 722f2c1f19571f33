import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/library/article.ts';
import { rowWidth } from '../../../src/panes/row.ts';
import { screenOf } from '../../../src/panes/screen.ts';
import { openDocument } from '../../../src/text/open.ts';
import { documentOf, paragraphs } from '../../support/articles.ts';
import { Desk } from '../../support/reader.ts';

const MARKDOWN = `Un *premier* paragraphe assez long pour être coupé, avec un [lien](b.md), du \`code\` et une note[^1].

## Une question : laquelle ?

- une liste
  - dedans, 你好世界 et 👩‍👩‍👧‍👦
- [x] fait

> Citation
> > plus profonde

| Colonne | Autre colonne | Encore |
| :-- | --: | :-: |
| un mot | 12 345 | ok |

\`\`\`js
const longLine = 'une ligne de code qui ne tient certainement pas dans la mesure la plus étroite';
\`\`\`

${paragraphs(30).join('\n\n')}

[^1]: La note.
`;

const FACTS: Readonly<Record<string, Partial<Article>>> = {
  a: {
    title: 'Un titre bien long, qui ne tient pas : 你好世界',
    author: 'Ada',
    date: '2024-05-03',
    tags: ['été', 'prix'],
  },
  b: { title: '你好世界'.repeat(8), tags: ['un mot-clef d’une longueur peu commune'] },
  c: { title: 'e\u0301'.repeat(50), words: 100_000 },
  d: { title: '' },
};

function filled(language: 'fr' | 'en'): Desk {
  const document = openDocument({ format: 'markdown', source: MARKDOWN, firstLine: 0 }, { lang: 'fr' });
  const texts = { a: document, b: documentOf('Deux.'), c: documentOf(...paragraphs(9)), d: documentOf('') };
  const desk = new Desk(100, 30, language).open(texts, FACTS);
  return desk.type('*jm\rG k').type('q').type('k');
}

/** What brings each screen up, from the list. */
const SCREENS: Readonly<Record<string, (desk: Desk) => Desk>> = {
  list: (desk) => desk,
  'list, at its end': (desk) => desk.type('G'),
  reader: (desk) => desk.type('\r'),
  'reader, at its end': (desk) => desk.type('\rG'),
  'reader, on a link': (desk) => desk.type('\r\t'),
  'reader, alone': (desk) => desk.type('\rz'),
  contents: (desk) => desk.type('\rt'),
  tags: (desk) => desk.type('tj'),
  help: (desk) => desk.type('?'),
  'help, searched': (desk) => desk.type('?/pa'),
  'help, nothing found': (desk) => desk.type('?/zzzz'),
  find: (desk) => desk.type('\r/paragraph'),
  'find, a long text': (desk) => desk.type(`\r/${'très long 你好 '.repeat(20)}`),
  search: (desk) => desk.type('/你好 mot'),
  'search, results': (desk) => {
    const [a, b] = desk.state.library.articles as [Article, Article];
    const results = { query: 'mot', tag: undefined, articles: [a, b], suggestion: undefined };
    const text = 'un mot 你好世界 et la suite de la phrase, qui est coupée où il faut';
    const found = { text, matches: [{ start: 3, end: 6 }] };
    desk.type('/mot').act({ type: 'found', results });
    return desk.act({ type: 'snippets', query: 'mot', snippets: [[a.path, found]] });
  },
  'search, nothing found': (desk) =>
    desk.type('/mort').act({
      type: 'found',
      results: { query: 'mort', tag: undefined, articles: [], suggestion: 'mot et encore un mot' },
    }),
  'no articles': (desk) => desk.act({ type: 'articles', articles: [], warnings: [], complete: true }),
  'no text': (desk) =>
    desk.act({ type: 'failed', article: desk.state.library.articles[0]!, problem: 'Le fichier a disparu.' }),
  notice: (desk) => desk.type('o'),
  count: (desk) => desk.type('12'),
};

/** Rows and cursor are inside the screen, and each row exactly as wide as it. */
function expectInside(desk: Desk, where: string): void {
  const { columns, rows } = desk.state.size;
  const screen = screenOf(desk.state);
  if (screen.rows.length !== rows) expect.fail(`${where}: ${screen.rows.length} rows`);
  for (const [y, row] of screen.rows.entries()) {
    if (rowWidth(row) !== columns) {
      expect.fail(`${where}, row ${y}: ${rowWidth(row)} cells: ${row.map((piece) => piece.text).join('')}`);
    }
  }
  const { cursor } = screen;
  if (cursor && (cursor.x < 0 || cursor.x >= columns || cursor.y < 0 || cursor.y >= rows)) {
    expect.fail(`${where}: cursor at ${cursor.x}, ${cursor.y}`);
  }
}

describe('every screen at every size', () => {
  it.each(Object.entries(SCREENS))('%s', (name, bringUp) => {
    const desk = bringUp(filled('fr'));
    for (let columns = 1; columns <= 130; columns++) {
      for (let rows = 1; rows <= 45; rows++) {
        // All heights at the widths where the panes change, and near the least; else each width has heights of its own.
        const all = [19, 20, 59, 60, 99, 100].includes(columns) || (rows > 3 && rows < 10 && columns < 40);
        if (!all && (rows + columns) % 15 !== 0) continue;
        expectInside(desk.resize(columns, rows), `${name} at ${columns}×${rows}`);
      }
    }
    expectInside(desk.resize(500, 200), `${name} at 500×200`);
  });
});
