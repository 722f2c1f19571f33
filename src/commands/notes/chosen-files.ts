import { parse } from 'node:path';
import type { AnnotationFile } from '../../annotations/format.ts';
import { LibraryError } from '../../library/error.ts';
import { isIn, keysOf } from '../../memory/key.ts';
import { cleanExcerpt, cleanLine } from '../../unicode/clean.ts';
import { fold, slugOf } from '../../unicode/slug.ts';
import { absolutePath } from '../../web/address.ts';
import { type ResolvedArticle, resolveArticles } from '../article.ts';
import type { NotesOptions } from '../command-options.ts';
import { type Environment, Failure } from '../environment.ts';

/**
 * The annotated articles that the user names as for `show`, or else by a part of the title that they had, for some may be gone;
 * without words all in the paths, or all.
 *
 * @throws {Failure} if there are none
 */
export async function chosenFiles(
  environment: Environment,
  all: readonly AnnotationFile[],
  options: NotesOptions,
): Promise<readonly AnnotationFile[]> {
  const { words, paths } = options;
  const isBelow = isIn(paths.map((path) => absolutePath(path, environment.cwd)));
  const files = paths.length === 0 ? all : all.filter(({ article }) => isBelow(article.key));
  const chosen = words.length === 0 ? files : await namedFiles(environment, files, options);
  if (chosen.length > 0) return chosen;
  if (words.length === 0 && all.length > 0)
    throw new Failure(1, (messages) => messages.noNotesBelow(paths.map(cleanExcerpt)));
  const titles = files.map(({ article }) => cleanLine(article.title));
  const reference = words.length === 0 ? undefined : cleanExcerpt(words.join(' '));
  throw new Failure(1, (messages) => messages.noNotes(reference, titles));
}

async function namedFiles(
  environment: Environment,
  files: readonly AnnotationFile[],
  options: NotesOptions,
): Promise<readonly AnnotationFile[]> {
  const reference = options.words.join(' ');
  const named = files.filter(isNamed(reference, environment));
  if (named.length > 0) return named;
  const titled = files.filter(({ article }) => fold(article.title).includes(fold(reference)));
  let resolved: readonly ResolvedArticle[];
  try {
    resolved = await resolveArticles(environment, options);
  } catch (error) {
    const isUnknown = error instanceof Failure || error instanceof LibraryError;
    if (isUnknown && (titled.length > 0 || files.length === 0)) return titled;
    throw error;
  }
  const keyOf = keysOf(environment.catalogue);
  const keys = new Set(resolved.map(({ article }) => keyOf(article)));
  const own = files.filter(({ article }) => keys.has(article.key));
  return own.length > 0 ? own : titled;
}

/** Tests whether a reference is the path of an article's file, its id or its whole title. */
function isNamed(reference: string, { cwd }: Environment): (file: AnnotationFile) => boolean {
  const keys = new Set([absolutePath(reference, cwd), `kiosque:${reference}`]);
  return ({ article: { key, title } }) =>
    keys.has(key) || parse(key).name === reference || slugOf(title) === reference;
}
