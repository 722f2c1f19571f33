import { resolve } from 'node:path';
import type { LibraryIndex } from '../index/library-index.ts';
import { searchLibrary, withLibraryIndex } from '../index/search-library.ts';
import { readBody } from '../library/read-body.ts';
import { withTag } from '../library/sort-articles.ts';
import { meetsAll } from '../memory/conditions.ts';
import { isEmptyQuery, parseQuery, type Query } from '../search/query.ts';
import type { Hit, Snippet } from '../search/results.ts';
import { cleanLine } from '../unicode/clean.ts';
import { commandLine } from '../unicode/shell-quote.ts';
import type { SearchOptions } from './command-options.ts';
import { type Environment, type ExitCode, Failure, widthOf } from './environment.ts';
import { articleJson, jsonText, tsv } from './script-output.ts';
import type { Result } from './search-lines.ts';

/** Cells of a snippet that is not limited by a terminal. */
const SNIPPET_WIDTH = 160;
const NO_SNIPPET: Snippet = { text: '', matches: [] };

/** `kiosque search`: the matching articles, best first, each with a line of its text around the matches. */
export async function search(environment: Environment, options: SearchOptions): Promise<ExitCode> {
  const { stdout, language } = environment;
  if (stdout.isTTY && !options.json) {
    // Layout and themes are loaded for a terminal only.
    const [{ INDENT, resultLines }, { printed, write }] = await Promise.all([
      import('./search-lines.ts'),
      import('./print.ts'),
    ]);
    const results = await resultsOf(environment, options, widthOf(stdout) - INDENT);
    await write(stdout, printed(resultLines(results, language, widthOf(stdout)), environment));
    return 0;
  }
  const results = await resultsOf(environment, options, SNIPPET_WIDTH);
  if (options.json) stdout.write(jsonText(results.map(resultJson)));
  else stdout.write(tsv(results.map(({ article, snippet }) => [article.id, article.title, snippet.text])));
  return 0;
}

/** The results, with snippets of `cells` cells. Throws a `Failure` if there are none. */
async function resultsOf(environment: Environment, options: SearchOptions, cells: number): Promise<Result[]> {
  const paths = options.paths.length > 0 ? options.paths : [environment.catalogue];
  const { cache, readOnly } = environment.storage;
  const library = { paths: paths.map((path) => resolve(path)), input: options.input, cache, readOnly };
  return withLibraryIndex(library, async (index) => {
    const { words, is, limit } = options;
    const query = parseQuery(is === undefined ? words : `is:${is} ${words}`);
    if (isEmptyQuery(query)) throw new Failure(2, (messages) => messages.wordsMissing);
    const filter = await filterOf(environment, options, query, index);
    const hits = await searchLibrary(index, query, filter ? { limit, filter } : { limit }, library);
    if (hits.length === 0) throw await nothingFound(environment, options, index);
    return withSnippets(index, hits, query, cells);
  });
}

/** True for the documents with the tags and marks asked for; undefined if none are. Only for marks is the memory read. */
async function filterOf(
  environment: Environment,
  { tags }: SearchOptions,
  { conditions }: Query,
  index: LibraryIndex,
): Promise<((doc: number) => boolean) | undefined> {
  if (tags.length === 0 && conditions.length === 0) return undefined;
  const marks = conditions.length > 0 ? (await import('./marks.ts')).openMarks(environment) : undefined;
  return (doc) => {
    const article = index.article(doc);
    if (marks && !meetsAll(marks.of(article), conditions)) return false;
    return tags.every((tag) => withTag([article], tag).length > 0);
  };
}

async function withSnippets(
  index: LibraryIndex,
  hits: readonly Hit[],
  query: Query,
  cells: number,
): Promise<Result[]> {
  const docs = hits.map(({ doc }) => doc);
  const passages = index.passages(query, docs, cells);
  const found = docs.map((doc) => ({ article: index.article(doc), passage: passages.get(doc) }));
  const { snippetsOf } = await import('./reader/snippets.ts');
  const snippets = snippetsOf((article, parse) => parse(readBody(article), article), found, query, cells);
  return found.map(({ article }, i) => ({
    article,
    score: hits[i]!.score,
    snippet: snippets[i]?.[1] ?? NO_SNIPPET,
  }));
}

async function nothingFound(
  environment: Environment,
  options: SearchOptions,
  index: LibraryIndex,
): Promise<Failure> {
  const { noneTagged, openCatalogue } = await import('./catalogue.ts');
  if (index.count === 0) await openCatalogue(environment, options);
  const { words, paths, tags, is } = options;
  if (is !== undefined && words.trim() === '')
    return new Failure(1, (messages) => messages.noArticlesMarked[is]);
  const query = parseQuery(words);
  const suggestion = index.suggest(query);
  const tag = suggestion === undefined ? unknownTag(index, query) : undefined;
  if (tag !== undefined) return noneTagged((await openCatalogue(environment, options)).articles, tag);
  const instead = suggestion && [
    ...['kiosque', 'search'],
    ...paths.flatMap((path) => ['--from', cleanLine(path)]),
    ...tags.flatMap((each) => ['--tag', cleanLine(each)]),
    ...(is === undefined ? [] : ['--is', is]),
    cleanLine(suggestion),
  ];
  return new Failure(1, (messages) =>
    messages.nothingFound(cleanLine(words), instead && commandLine(instead)),
  );
}

/** A tag that the query asks for and no article has, as it was typed. */
function unknownTag(index: LibraryIndex, query: Query): string | undefined {
  const unknown = query.clauses.find(
    (clause) =>
      clause.field === 'tags' &&
      !clause.excluded &&
      index.search({ ...query, clauses: [clause] }, { limit: 1 }).length === 0,
  );
  return unknown && query.text.slice(unknown.terms[0]!.start, unknown.terms.at(-1)!.end);
}

const resultJson = ({ article, score, snippet: { text, matches } }: Result): object => ({
  ...articleJson(article),
  score: Math.round(score * 1000) / 1000,
  snippet: text,
  matches: matches.map(({ start, end }) => ({ start, end })),
});
