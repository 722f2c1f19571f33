import type { Article } from '../library/article.ts';
import { readBody } from '../library/read.ts';
import { createMemoryIndex, type SearchDocument, type Searcher } from '../search/engine.ts';
import type { Snippet } from '../search/match.ts';
import { parseQuery, type Query } from '../search/query.ts';
import { snippet } from '../search/snippet.ts';
import { openDocument } from '../text/open.ts';
import { cleanLine } from '../unicode/clean.ts';
import { cellWidth } from '../unicode/width.ts';
import { openCatalogue, tagged, warn } from './catalogue.ts';
import type { Environment, ExitCode } from './environment.ts';
import { Failure } from './failure.ts';
import { articleJson, jsonText } from './json.ts';
import type { SearchOptions } from './options.ts';
import { printed } from './print.ts';
import { INDENT, resultLines } from './search-lines.ts';
import { tsv } from './tsv.ts';

/** An article that was found. */
export interface Result {
  readonly article: Article;
  readonly score: number;
  readonly snippet: Snippet;
}

/** Cells of a snippet where no terminal limits it. */
const SNIPPET = 160;

/** `kiosque search`: the articles that match, best first, each with a line of its text around the matches. */
export async function search(environment: Environment, options: SearchOptions): Promise<ExitCode> {
  const { articles, warnings } = await openCatalogue(environment, options.paths);
  warn(environment, warnings);
  const { stdout } = environment;
  const aligned = stdout.isTTY && !options.json;
  const results = await resultsOf(articles, options, aligned ? stdout.columns - INDENT : SNIPPET);
  if (options.json) stdout.write(jsonText(results.map(resultJson)));
  else if (aligned)
    stdout.write(printed(resultLines(results, articles, environment.language, stdout.columns), environment));
  else stdout.write(tsv(results.map(({ article, snippet: { text } }) => [article.id, article.title, text])));
  return 0;
}

async function resultsOf(
  articles: readonly Article[],
  options: SearchOptions,
  cells: number,
): Promise<Result[]> {
  const query = parseQuery(options.words);
  const documents = await Promise.all(articles.map(documentOf));
  const searcher = createMemoryIndex(documents);
  const wanted = new Set(tagged(articles, options.tags));
  const hits = searcher.search(query, { limit: options.limit, filter: (doc) => wanted.has(articles[doc]!) });
  if (hits.length === 0) throw nothingFound(options.words, query, searcher);
  return hits.map(({ doc, score }) => ({
    article: articles[doc]!,
    score,
    snippet: snippet(documents[doc]!.body, query, cells, cellWidth),
  }));
}

function nothingFound(words: string, query: Query, searcher: Searcher): Failure {
  const suggestion = searcher.suggest(query);
  return new Failure(1, (messages) =>
    messages.nothingFound(cleanLine(words), suggestion && cleanLine(suggestion)),
  );
}

async function documentOf(article: Article): Promise<SearchDocument> {
  const { title, tags, author, date, lang } = article;
  const document = openDocument(await readBody(article), { title, ...(lang && { lang }) });
  return { title, tags, body: document.text, ...(author && { author }), ...(date && { date }) };
}

const resultJson = ({ article, score, snippet: { text, matches } }: Result): object => ({
  ...articleJson(article),
  score: Math.round(score * 1000) / 1000,
  snippet: text,
  matches: matches.map(({ start, end }) => ({ start, end })),
});
