import { existsSync } from 'node:fs';
import type { AnnotationFile } from '../../annotations/format.ts';
import type { Article } from '../../library/article.ts';
import { LibraryError } from '../../library/error.ts';
import { loadLibrary } from '../../library/load-library.ts';
import { readArticles } from '../../memory/file.ts';
import type { NotesOptions } from '../command-options.ts';
import type { Environment } from '../environment.ts';
import { oldKeys } from '../renames.ts';

/** The annotations of all articles, those of renamed articles in the paths with the keys that these have now. */
export async function withNewKeys(
  environment: Environment,
  files: readonly AnnotationFile[],
  { paths, input }: Pick<NotesOptions, 'paths' | 'input'>,
): Promise<readonly AnnotationFile[]> {
  const { state } = environment.storage;
  const oldKeyOf = await oldKeys(environment, new Map(files.map((file) => [file.article.key, file])), {
    paths,
    articles: () => articlesOf(paths, input),
    records: () => (state === undefined ? undefined : readArticles(state)),
  });
  const newKeyOf = new Map([...oldKeyOf].map(([to, from]) => [from, to]));
  return files.map((file) => {
    const key = newKeyOf.get(file.article.key);
    return key === undefined ? file : { ...file, article: { ...file.article, key } };
  });
}

/** The articles that are still in the paths; the notes of the others are listed all the same. */
async function articlesOf(
  paths: readonly string[],
  input: NotesOptions['input'],
): Promise<readonly Article[]> {
  try {
    return (await loadLibrary(paths.filter(existsSync), { input })).articles;
  } catch (error) {
    if (error instanceof LibraryError) return [];
    throw error;
  }
}
