import { isAbsolute, join, relative } from 'node:path';
import type { Article } from '../library/article.ts';
import { type Library, type LibraryWarning, loadLibrary } from '../library/load-library.ts';
import { readPrepared } from '../library/prepared-catalogue.ts';
import { withTag } from '../library/sort-articles.ts';
import { type CliMessages, cliMessages } from '../messages/cli.ts';
import { cleanLine } from '../unicode/clean.ts';
import type { Environment } from './environment.ts';
import { Failure } from './failure.ts';

/**
 * The articles of `paths`, or of the bundled catalogue where there are none.
 *
 * @throws {LibraryError} where a path cannot be read
 * @throws {Failure} where there is no article
 */
export async function openCatalogue(environment: Environment, paths: readonly string[]): Promise<Library> {
  const bundled = paths.length === 0 ? bundledArticles(environment) : undefined;
  if (bundled) return { articles: bundled, warnings: [], folders: [] };
  const library = await loadLibrary(paths.length > 0 ? paths : [environment.catalogue]);
  if (library.articles.length > 0) return library;
  warn(environment, library.warnings);
  throw new Failure(1, (messages) => messages.noArticles(paths.map(cleanLine)));
}

/** The bundled articles as the build describes them, which saves looking at them all to find one; see `readPrepared`. */
export const bundledArticles = ({ catalogue }: Environment): readonly Article[] | undefined =>
  readPrepared(join(catalogue, '../dist/catalogue.json'), catalogue);

/** Says on stderr, a line a kind, what could not be read. */
export function warn({ stderr, language, cwd }: Environment, warnings: readonly LibraryWarning[]): void {
  for (const warning of warnings)
    stderr.write(`kiosque: ${warningText(warning, cliMessages[language], cwd)}\n`);
}

/** The articles that carry all of `tags`. @throws {Failure} naming the tags there are, when none does */
export function tagged(articles: readonly Article[], tags: readonly string[]): readonly Article[] {
  const left = tags.reduce<readonly Article[]>((some, tag) => withTag(some, tag), articles);
  if (left.length === 0) {
    const known = [...new Set(articles.flatMap((article) => article.tags))].slice(0, TAGS_NAMED);
    throw new Failure(1, (messages) => messages.noArticlesTagged(tags.map(cleanLine).join(', '), known));
  }
  return left;
}

/** A line has room for about so many. */
const TAGS_NAMED = 12;

function warningText(warning: LibraryWarning, messages: CliMessages, cwd: string): string {
  const { count, paths } = warning;
  const rest = count - paths.length;
  const named = [
    ...paths.map((path) => pathText(path, cwd)),
    ...(rest > 0 ? [messages.more(rest)] : []),
  ].join(', ');
  switch (warning.kind) {
    case 'binary':
      return messages.skippedBinary(count, named);
    case 'empty':
      return messages.skippedEmpty(count, named);
    case 'unreadable':
      return messages.skippedUnreadable(count, named);
    case 'special':
      return messages.skippedSpecial(count, named);
    case 'front-matter':
      return messages.brokenFrontMatter(count, named);
  }
}

/** A path as a person would write it here. */
function pathText(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return cleanLine(short === '' || short.startsWith('..') || isAbsolute(short) ? path : short).normalize(
    'NFC',
  );
}
