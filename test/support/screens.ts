import { parseDocument } from '../../src/document/parse-document.ts';
import type { Article } from '../../src/library/article.ts';
import { documentOf, paragraphs } from './articles.ts';
import { Desk } from './reader.ts';

const markdownWith = (
  family: string,
): string => `Un *premier* paragraphe assez long pour être coupé, avec un [lien](b.md), du \`code\` et une note[^1].

## Une question : laquelle ?

- une liste
  - dedans, 你好世界 et ${family}
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

/**
 * A list of four articles with everything that is hard to draw; one is starred, one is read.
 *
 * @param family an emoji joined from several, whose width differs between terminals
 */
export function filled(language: 'fr' | 'en', family = '👩‍👩‍👧‍👦'): Desk {
  const document = parseDocument(
    { format: 'markdown', source: markdownWith(family), firstLine: 0 },
    { lang: 'fr' },
  );
  const texts = { a: document, b: documentOf('Deux.'), c: documentOf(...paragraphs(9)), d: documentOf('') };
  const desk = new Desk(100, 30, language).open(texts, FACTS);
  return desk.type('*jm\rG k').type('q').type('k');
}

/** The keys and actions that lead from the list to each screen. */
export const SCREENS: Readonly<Record<string, (desk: Desk) => Desk>> = {
  list: (desk) => desk,
  'list, at its end': (desk) => desk.type('G'),
  reader: (desk) => desk.type('\r'),
  'reader, at its end': (desk) => desk.type('\rG'),
  'reader, on a link': (desk) => desk.type('\r\t'),
  'reader, alone': (desk) => desk.type('\rz'),
  contents: (desk) => desk.type('\rt'),
  tags: (desk) => desk.type('tj'),
  'tags, searched': (desk) => desk.type('t/é'),
  themes: (desk) => desk.type('TG'),
  help: (desk) => desk.type('?'),
  'help, searched': (desk) => desk.type('?/pa'),
  'help, nothing found': (desk) => desk.type('?/zzzz'),
  'left out': (desk) =>
    desk
      .act({
        type: 'articles',
        articles: desk.state.library.articles,
        warnings: [],
        leftOut: Array.from({ length: 40 }, (_, number) => ({
          path: `/articles/un dossier au nom long/你好/document ${number}.pdf`,
          isFolder: number % 5 === 0,
          reason: number % 3 === 0 ? 'unreadable' : 'ignored',
        })),
        complete: true,
      })
      .type('LG'),
  find: (desk) => desk.type('\r/paragraph'),
  'find, a long text': (desk) => desk.type(`\r/${'très long 你好 '.repeat(20)}`),
  search: (desk) => desk.type('/你好 mot'),
  'search, results': (desk) => {
    const [a, b] = desk.state.library.articles as [Article, Article];
    const results = {
      query: 'mot',
      tag: undefined,
      condition: undefined,
      articles: [a, b],
      suggestion: undefined,
    };
    const text = 'un mot 你好世界 et la suite de la phrase, qui est coupée où il faut';
    const found = { text, matches: [{ start: 3, end: 6 }] };
    desk.type('/mot').act({ type: 'found', results });
    return desk.act({ type: 'snippets', query: 'mot', snippets: [[a.path, found]] });
  },
  'search, nothing found': (desk) =>
    desk.type('/mort').act({
      type: 'found',
      results: {
        query: 'mort',
        tag: undefined,
        condition: undefined,
        articles: [],
        suggestion: 'mot et encore un mot',
      },
    }),
  sorted: (desk) => desk.type('ssSG'),
  'related articles': (desk) => {
    const [a, b, c] = desk.state.library.articles as [Article, Article, Article];
    desk.type('\rG').act({ type: 'idle' }, { type: 'related', path: a.path, articles: [b, c] });
    return desk.type('\x1b[Z');
  },
  'no articles': (desk) => desk.act({ type: 'articles', articles: [], warnings: [], complete: true }),
  'no text': (desk) =>
    desk.act({ type: 'failed', article: desk.state.library.articles[0]!, problem: 'Le fichier a disparu.' }),
  notice: (desk) => desk.type('o'),
  count: (desk) => desk.type('12'),
};
