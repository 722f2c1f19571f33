import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.ts';
import { parseDocument } from '../../src/document/parse-document.ts';
import { minutesOf } from '../../src/library/article.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { readBody } from '../../src/library/read-body.ts';
import { layout } from '../../src/text/layout.ts';
import { lintFrench } from '../support/typography.ts';

const FOLDER = resolve(import.meta.dirname, '../../articles');
const TAGS = [
  ...['offre', 'prix', 'positionnement', 'clients', 'vente', 'partenariats', 'contenu', 'marketing'],
  ...['finances', 'mesure', 'organisation', 'éthique', 'droit', 'outils', 'écriture', 'découvrir'],
];

const SAMPLES = resolve(import.meta.dirname, '../../../shared/samples');
const LONG_READ = 'du-premier-mois-a-la-premiere-annee';
/** The length in words of a run that two texts do not share by chance. */
const RUN = 12;
/** Markdown that the parser left as text. */
const LEFT_OVER = /\*\*|\]\(|\[\[|\[\^|^#{1,6} |^```|&[a-z]+;/;

const { articles, warnings } = await loadLibrary([FOLDER]);
const bodies = await Promise.all(articles.map(readBody));
const catalogue = articles.map((article, index) => ({ article, body: bodies[index]! }));
const texts = catalogue.map(({ article, body }) => {
  const document = parseDocument(body, article);
  document.extend(Number.POSITIVE_INFINITY);
  return document;
});
const named = catalogue.map(({ article, body }) => [article.id, { article, body }] as const);

/** The breaches of typography in a text; `firstLine` is the number of lines before it in the file. */
const lint = (text: string, firstLine = 0) =>
  lintFrench(text).map(
    ({ line, column, rule, excerpt }) => `${firstLine + line}:${column} ${rule}: ${excerpt}`,
  );

describe('the bundled articles', () => {
  it('load without a warning, with their file names as ids', () => {
    const names = readdirSync(FOLDER).map((name) => name.replace(/\.md$/, ''));
    expect(warnings).toEqual([]);
    expect(articles.map(({ id }) => id).sort()).toEqual(names.sort());
  });

  it('have distinct dates and complete series', () => {
    const days = articles.map(({ date }) => date);
    expect(new Set(days).size).toBe(days.length);
    for (const series of new Set(articles.flatMap((article) => article.series ?? []))) {
      const parts = articles.filter((article) => article.series === series).map(({ part }) => part);
      expect(parts.sort(), series).toEqual(parts.map((_, index) => index + 1));
    }
  });

  it.each(named)('have complete metadata: %s', (_, { article }) => {
    expect(article).toMatchObject({ author: 'Kiosque', lang: expect.stringMatching(/^(fr|en)$/) });
    expect(article.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(article.summary).toMatch(/\S.*[.!?…]$/);
    expect(TAGS).toEqual(expect.arrayContaining([...article.tags]));
    expect(article.tags.length).toBeGreaterThan(0);
  });

  it.each(named)('link only to articles that exist: %s', (_, { body }) => {
    const prose = body.source.replace(/^```.*?^```$/gms, '');
    const targets = [...prose.matchAll(/\]\(([^):]+\.md)\)|\[\[([^\]|]+)/g)].map(
      ([, file, page]) => file ?? `${page}.md`,
    );
    expect(targets.filter((target) => !existsSync(resolve(FOLDER, target)))).toEqual([]);
    // A wikilink without a label would show the id of the article.
    expect(prose).not.toMatch(/\[\[[^|\]]*\]\]/);
  });

  it.each(named.filter(([, { article }]) => article.lang === 'fr'))(
    'follow French typography: %s',
    (_, { article, body }) => {
      expect(lint(article.title)).toEqual([]);
      expect(lint(article.summary ?? '')).toEqual([]);
      expect(lint(body.source, body.firstLine)).toEqual([]);
    },
  );

  it.each(named)('have the length of an article: %s', (id, { article }) => {
    const most = id === LONG_READ ? 5_000 : 1_500;
    expect(article.words).toBeGreaterThanOrEqual(500);
    expect(article.words).toBeLessThanOrEqual(most);
    expect(minutesOf(article.words)).toBeLessThanOrEqual(most / 200);
  });

  it.each([40, 72])('are laid out without faults at %d columns', (width) => {
    const faults = texts.flatMap((document, index) =>
      linesOf(document, width).flatMap(({ text, cells }) => {
        const fault =
          cells > width
            ? 'too wide'
            : document.lang === 'fr' && /^\s*[;:!?»,.)](?:\s|$)|[«(]\s*$/.test(text)
              ? 'broken at a sign'
              : LEFT_OVER.test(text) && 'markup left over';
        return fault ? [`${articles[index]!.id}: ${fault}: ${text}`] : [];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('share no run of twelve words with each other or with the samples', () => {
    const first = new Map<string, string>();
    const shared: string[] = [];
    for (const [id, text] of [
      ...texts.map(({ text }, i) => [articles[i]!.id, text] as const),
      ...samples(),
    ]) {
      for (const run of runsOf(text)) {
        const other = first.get(run);
        if (other === undefined) first.set(run, id);
        else if (other !== id) shared.push(`${other}, ${id}: ${run}`);
      }
    }
    expect(shared).toEqual([]);
  });
});

function linesOf(document: Document, width: number): { text: string; cells: number }[] {
  const flow = layout(document, { width });
  const lines = [];
  for (let line = flow.line(0), index = 1; line; line = flow.line(index++)) {
    // Code may break anywhere, and so may the text of narrow table cells, so neither is checked.
    const prose = line.spans.map(({ text, style }) =>
      style.role === 'code' ? text.replace(/\S/gu, 'x') : text,
    );
    const text = prose.join('').replace(/^│ (?:│ )*/, '');
    lines.push({ text: text.includes('│') ? '' : text, cells: line.width });
  }
  return lines;
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' '));
}

/** The sample articles, which must not be copied, if they are on this machine. */
function samples(): (readonly [string, string])[] {
  if (!existsSync(SAMPLES)) return [];
  return readdirSync(SAMPLES).map((name) => [name, readFileSync(resolve(SAMPLES, name), 'utf8')] as const);
}
