import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { notesFolder } from '../annotations/folder.ts';
import type { DocumentCache } from '../cache/document-cache.ts';
import type { LibraryIndex } from '../index/library-index.ts';
import { searchLibrary, withLibraryIndex } from '../index/search-library.ts';
import type { UpdateOptions } from '../index/upkeep.ts';
import type { Article } from '../library/article.ts';
import { unnamedDraft } from '../library/drafts.ts';
import { RESULT_FIELDS } from '../library/fields.ts';
import { hasTags } from '../library/sort-articles.ts';
import { progressMessages } from '../messages/progress.ts';
import type { ArticleCondition } from '../search/conditions.ts';
import type { SearchOptions as EngineOptions } from '../search/engine.ts';
import { parseQuery } from '../search/parse-query.ts';
import { hasWords, isEmptyQuery, type Query } from '../search/query.ts';
import type { Hit } from '../search/results.ts';
import { unknownTag } from '../search/unknown-tag.ts';
import { cleanExcerpt } from '../unicode/clean.ts';
import { isWebAddress } from '../web/address.ts';
import type { SearchOptions } from './command-options.ts';
import { conditionTest } from './condition-test.ts';
import { type Environment, type ExitCode, Failure, widthOf } from './environment.ts';
import { type Found, NO_SNIPPET, nothingFoundFor } from './found.ts';
import { documentCache } from './open-text.ts';
import { ProgressLine } from './progress-line.ts';
import { articleJson, asksForFields, jsonText, tsv } from './script-output.ts';
import type { Result } from './search-lines.ts';
import { snippetLines } from './snippet-lines.ts';
import { snippetTexts } from './snippet-texts.ts';
import { write } from './write.ts';

/** Cells of a snippet that is not limited by a terminal. */
const SNIPPET_WIDTH = 160;

/**
 * `kiosque search`: the matching articles, best first, each with a line of its text around the matches; then those of whose notes
 * one matches, with a line of it.
 */
export async function search(environment: Environment, options: SearchOptions): Promise<ExitCode> {
  const { stdout, language } = environment;
  if (asksForFields(options)) {
    const { results } = await resultsOf(environment, options, SNIPPET_WIDTH);
    const { printFields } = await import('./chosen-fields.ts');
    printFields(environment, results.map(resultJson), RESULT_FIELDS, options);
    return 0;
  }
  if (stdout.isTTY && !options.json) {
    // Layout and themes are loaded for a terminal only.
    const [{ INDENT, resultLines }, { printed }] = await Promise.all([
      import('./search-lines.ts'),
      import('./print.ts'),
    ]);
    const { results, folded } = await resultsOf(environment, options, widthOf(stdout) - INDENT);
    await write(stdout, printed(resultLines(results, folded, language, widthOf(stdout)), environment));
    return 0;
  }
  const { results } = await resultsOf(environment, options, SNIPPET_WIDTH);
  if (options.json) stdout.write(jsonText(results.map(resultJson)));
  else stdout.write(tsv(results.map(({ article, snippet }) => [article.id, article.title, snippet.text])));
  return 0;
}

/** The results, with snippets of `cells` cells. Throws a `Failure` if there is nothing. */
async function resultsOf(environment: Environment, options: SearchOptions, cells: number): Promise<Found> {
  if (options.paths.some(isWebAddress))
    return (await import('./published/search.ts')).publishedResults(
      environment,
      options,
      queryOf(options),
      cells,
    );
  const paths = options.paths.length > 0 ? options.paths : [environment.catalogue];
  const { cache, readOnly } = environment.storage;
  const { input, isAll } = options;
  const { synonyms } = environment.settings;
  const library = { paths: paths.map((path) => resolve(path)), input, isAll, cache, readOnly, synonyms };
  const { limit, all } = options;
  const query = queryOf(options);
  const line = new ProgressLine(environment);
  const told = { ...library, ...toldUpdate(environment, line) };
  const found = withLibraryIndex(told, async (index) => {
    const meets = await conditionTest(environment, options.paths, query, index.articles());
    const isAccepted = (article: Article): boolean => hasTags(article, options.tags);
    const how = {
      limit,
      all,
      meets: (doc: number, condition: ArticleCondition) => meets(index.article(doc), condition),
      ...(options.tags.length > 0 && { filter: (doc: number) => isAccepted(index.article(doc)) }),
    };
    const hits = await publishedHits(index, query, how, told, options);
    const results = await withSnippets(documentCache(environment), index, hits, query, cells);
    const folder = notesFolder(environment.storage.data);
    if (hits.length < limit && hasWords(query) && existsSync(folder)) {
      const { notedResults } = await import('./noted-results.ts');
      const found = new Set(results.map(({ article }) => article.path));
      const noted = await notedResults(environment, {
        folder,
        paths: options.paths,
        index,
        query,
        isAccepted,
        meets,
        cells,
      });
      results.push(...noted.filter(({ article }) => !found.has(article.path)));
    }
    if (results.length === 0) throw await nothingFound(environment, options, index);
    const isTold = !all && !options.json && environment.stdout.isTTY;
    return { results: results.slice(0, limit), folded: isTold ? index.countFolded(query, how) : 0 };
  });
  return found.finally(() => line.end());
}

/** The query that the options ask for. Throws a `Failure` if there is none, or it cannot be answered. */
function queryOf({ words, is }: SearchOptions): Query {
  const query = parseQuery([...is.map((mark) => `is:${mark}`), words].join(' '));
  if (isEmptyQuery(query)) throw new Failure(2, (messages) => messages.wordsMissing);
  const [unknown] = query.unknownConditions;
  if (unknown !== undefined)
    throw new Failure(2, (messages) => messages.unknownCondition[unknown.kind](cleanExcerpt(unknown.text)));
  return query;
}

/** Tells how far the update of an index is. */
function toldUpdate({ language }: Environment, line: ProgressLine): UpdateOptions {
  const progress = progressMessages[language];
  return {
    onListed: (count) => line.tell(() => ({ text: progress.listing(count) })),
    onReport: (done, total) =>
      line.tell(() => ({
        text: progress.indexing(done, total),
        share: total > 0 ? done / total : undefined,
      })),
  };
}

async function withSnippets(
  cache: DocumentCache,
  index: LibraryIndex,
  hits: readonly Hit[],
  query: Query,
  cells: number,
): Promise<Result[]> {
  const docs = hits.map(({ doc }) => doc);
  const passages = index.passages(query, docs, cells);
  const found = docs.map((doc) => ({ article: index.article(doc), passage: passages.get(doc) }));
  const open = await snippetTexts(
    found.map(({ article }) => article),
    cache,
  );
  const snippets = snippetLines(open, found, query, cells);
  return found.map(({ article }, i) => ({
    article,
    score: hits[i]!.score,
    snippet: snippets[i]?.[1] ?? NO_SNIPPET,
  }));
}

/** The hits without drafts, unless these are asked for: searches again only if there are some, as few libraries have any. */
async function publishedHits(
  index: LibraryIndex,
  query: Query,
  how: EngineOptions,
  library: Parameters<typeof searchLibrary>[3],
  { drafts, paths }: SearchOptions,
): Promise<readonly Hit[]> {
  const hits = await searchLibrary(index, query, how, library);
  const isLeftOut = unnamedDraft(paths);
  if (drafts || !hits.some(({ doc }) => isLeftOut(index.article(doc)))) return hits;
  const { filter = () => true } = how;
  return index.search(query, { ...how, filter: (doc) => filter(doc) && !isLeftOut(index.article(doc)) });
}

async function nothingFound(
  environment: Environment,
  options: SearchOptions,
  index: LibraryIndex,
): Promise<Failure> {
  const { noneMarked, noneTagged, openCatalogue } = await import('./catalogue.ts');
  if (index.count === 0) await openCatalogue(environment, options);
  const { words, is } = options;
  if (is.length > 0 && words.trim() === '') return noneMarked(is);
  const query = parseQuery(words);
  const suggestion = index.suggest(query);
  const tag = suggestion === undefined ? unknownTag(index, query) : undefined;
  if (tag !== undefined) return noneTagged((await openCatalogue(environment, options)).articles, tag);
  return nothingFoundFor(options, suggestion);
}

const resultJson = ({ article, score, snippet: { text, matches }, isNote }: Result) => ({
  ...articleJson(article),
  score: Math.round(score * 1000) / 1000,
  snippet: text,
  matches: matches.map(({ start, end }) => ({ start, end })),
  ...(isNote && { inNote: true }),
});
