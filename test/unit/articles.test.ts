import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/library/open.ts';
import { readBody } from '../../src/library/read.ts';
import { lintFrench } from '../support/typography.ts';

const FOLDER = resolve(import.meta.dirname, '../../articles');
const TAGS = [
  ...['offre', 'prix', 'positionnement', 'clients', 'vente', 'partenariats', 'contenu', 'marketing'],
  ...['finances', 'mesure', 'organisation', 'éthique', 'droit', 'outils', 'écriture', 'découvrir'],
];

const { articles, warnings } = await openLibrary([FOLDER]);
const bodies = await Promise.all(articles.map(readBody));
const catalogue = articles.map((article, index) => ({ article, body: bodies[index]! }));
const named = catalogue.map(({ article, body }) => [article.id, { article, body }] as const);

/** Front matter values are prose too, on lines of their own before the body. */
const lint = (text: string, firstLine = 0) =>
  lintFrench(text).map(
    ({ line, column, rule, excerpt }) => `${firstLine + line}:${column} ${rule}: ${excerpt}`,
  );

describe('the bundled articles', () => {
  it('open without a warning, each under the name of its file', () => {
    const names = readdirSync(FOLDER).map((name) => name.replace(/\.md$/, ''));
    expect(warnings).toEqual([]);
    expect(articles.map(({ id }) => id).sort()).toEqual(names.sort());
  });

  it('have each a day of their own, and series without a gap', () => {
    const days = articles.map(({ date }) => date);
    expect(new Set(days).size).toBe(days.length);
    for (const series of new Set(articles.flatMap((article) => article.series ?? []))) {
      const parts = articles.filter((article) => article.series === series).map(({ part }) => part);
      expect(parts.sort(), series).toEqual(parts.map((_, index) => index + 1));
    }
  });

  it.each(named)('%s says what it is', (_, { article }) => {
    expect(article).toMatchObject({ author: 'Kiosque', lang: expect.stringMatching(/^(fr|en)$/) });
    expect(article.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(article.summary).toMatch(/\S.*[.!?…]$/);
    expect(TAGS).toEqual(expect.arrayContaining([...article.tags]));
    expect(article.tags.length).toBeGreaterThan(0);
  });

  it.each(named)('%s links to articles that exist', (_, { body }) => {
    const prose = body.source.replace(/^```.*?^```$/gms, '');
    const targets = [...prose.matchAll(/\]\(([^):]+\.md)\)|\[\[([^\]|]+)/g)].map(
      ([, file, page]) => file ?? `${page}.md`,
    );
    expect(targets.filter((target) => !existsSync(resolve(FOLDER, target)))).toEqual([]);
  });

  it.each(named.filter(([, { article }]) => article.lang === 'fr'))(
    '%s is set as French',
    (_, { article, body }) => {
      expect(lint(article.title)).toEqual([]);
      expect(lint(article.summary ?? '')).toEqual([]);
      expect(lint(body.source, body.firstLine)).toEqual([]);
    },
  );
});
