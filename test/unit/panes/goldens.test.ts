import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document/parse-document.ts';
import type { Article } from '../../../src/library/article.ts';
import { documentOf, paragraphs } from '../../support/articles.ts';
import { Desk } from '../../support/reader.ts';

const SOURCE = readFileSync(join(import.meta.dirname, 'article.md'), 'utf8');
const FACTS: Readonly<Record<string, Partial<Article>>> = {
  noyer: {
    title: 'Le noyer du jardin',
    author: 'Hélène Aubry',
    date: '2024-05-03',
    tags: ['jardin', 'patience'],
  },
  marche: {
    title: 'Un marché sous la pluie',
    author: 'Basile',
    date: '2023-11-01',
    tags: ['marché'],
    words: 2_300,
  },
  lettre: { title: 'Lettre à une amie qui ouvre boutique, et qui doute un peu', date: '2021', words: 700 },
  note: { title: 'Sans date ni auteur', summary: 'Quelques lignes écrites un soir.', words: 90 },
};

function desk(columns: number, rows: number, language: 'fr' | 'en' = 'fr'): Desk {
  const noyer = parseDocument({ format: 'markdown', source: SOURCE, firstLine: 0 }, { lang: 'fr' });
  const texts = {
    noyer,
    marche: documentOf(...paragraphs(40)),
    lettre: documentOf('Chère amie,'),
    note: documentOf('Fin.'),
  };
  return new Desk(columns, rows, language).open(texts, FACTS);
}

/** Shows results of the query that was typed, the first with a snippet. */
function found(searching: Desk): Desk {
  const [noyer, marche] = searching.state.library.articles as [Article, Article];
  const query = searching.state.search.field.value;
  searching.act({
    type: 'found',
    results: {
      query,
      tag: undefined,
      condition: undefined,
      articles: [noyer, marche],
      suggestion: undefined,
    },
  });
  const text = '… le noyer ne donne rien avant dix ans …';
  return searching.act({
    type: 'snippets',
    query,
    snippets: [[noyer.path, { text, matches: [{ start: 5, end: 10 }] }]],
  });
}

const nothing = (searching: Desk): Desk =>
  searching.act({
    type: 'found',
    results: {
      query: searching.state.search.field.value,
      tag: undefined,
      condition: undefined,
      articles: [],
      suggestion: 'noyer',
    },
  });

/** Resumes an article that was left halfway, as the program does when it starts. */
function resumed(reading: Desk): Desk {
  const article = reading.state.library.articles[1]!;
  reading.type('j\r  q').act({ type: 'resume', article });
  return reading;
}

function related(reading: Desk): Desk {
  const [noyer, marche, lettre] = reading.state.library.articles as [Article, Article, Article];
  return reading.act({ type: 'idle' }, { type: 'related', path: noyer.path, articles: [marche, lettre] });
}

const SCREENS: Readonly<Record<string, () => Desk>> = {
  'list-120x40': () => desk(120, 40).type('j*jm kk'),
  'list-80x24-en': () => desk(80, 24, 'en'),
  'list-40x12': () => desk(40, 12),
  'list-20x5': () => desk(20, 5),
  'reader-80x24': () => desk(80, 24).type('\rjj'),
  'reader-40x12': () => desk(40, 12).type('\r'),
  'reader-alone-120x40': () => desk(120, 40).type('\rzk'),
  'search-100x24': () => found(desk(100, 24).type('/noyer')),
  'nothing-found-80x24': () => nothing(desk(80, 24).type('/noier')),
  'find-80x24': () => desk(80, 24).type('\r/noyer'),
  'contents-120x30': () => desk(120, 30).type('\rtj'),
  'tags-80x24': () => desk(80, 24).type('t'),
  'tags-searched-80x24': () => desk(80, 24).type('t/marche'),
  'themes-80x24': () => desk(80, 24).type('\rTjjjj'),
  'help-80x24': () => desk(80, 24).type('?'),
  'help-searched-80x24-en': () => desk(80, 24, 'en').type('?/tab'),
  'first-120x40': () => desk(120, 40),
  'resumed-80x24': () => resumed(desk(80, 24)),
  'link-80x24': () => desk(80, 24).type('\r\t'),
  'found-80x24': () => desk(80, 24).type('j\r/paragraph\rnnn'),
  'related-80x24': () => related(desk(80, 24).type('\rG')),
  'empty-60x12': () =>
    new Desk(60, 12, 'fr').act({ type: 'articles', articles: [], warnings: [], complete: true }),
  'no-text-80x12': () => {
    const reading = desk(80, 12).type('\r');
    return reading.act({
      type: 'failed',
      article: reading.state.reader.article!,
      problem: 'Le fichier a disparu.',
    });
  },
  'ask-for-room-18x4': () => desk(18, 4),
};

describe('screens', () => {
  it.each(Object.entries(SCREENS))('%s', async (name, bringUp) => {
    await expect(`${bringUp().screen.join('\n')}\n`).toMatchFileSnapshot(`goldens/${name}.txt`);
  });
});
