import { findQuote } from '../../annotations/find-quote.ts';
import type { AnnotationFile, CheckedFile } from '../../annotations/format.ts';
import type { Article } from '../../library/article.ts';
import { articlesAt } from '../../library/articles-at.ts';
import { LibraryError } from '../../library/error.ts';
import { openBody } from '../../library/open-body.ts';
import { keysOf } from '../../memory/key.ts';
import { openCatalogue } from '../catalogue.ts';
import type { FromOptions } from '../command-options.ts';
import type { Environment } from '../environment.ts';
import { documentCache, openText } from '../open-text.ts';

/** Finds out which annotations have lost their passage, or their article. */
export async function checkedFiles(
  environment: Environment,
  files: readonly AnnotationFile[],
  { input }: Pick<FromOptions, 'input'>,
): Promise<readonly CheckedFile[]> {
  const cache = documentCache(environment);
  const articleOf = await articleFinder(environment, files, input);
  const checked: CheckedFile[] = [];
  for (const file of files) {
    const article = await articleOf(file.article.key);
    const text = article && (await textOf(article));
    if (text === undefined) checked.push({ ...file, isMissing: true });
    else checked.push({ ...file, lost: lostIn(text, file) });
  }
  return checked;

  async function textOf(article: Article): Promise<string | undefined> {
    try {
      const { document } = await openText(article, () => openBody(article), cache);
      document.extend(Number.POSITIVE_INFINITY);
      return document.text;
    } catch (error) {
      if (error instanceof LibraryError) return undefined;
      throw error;
    }
  }
}

const lostIn = (text: string, { annotations }: AnnotationFile): ReadonlySet<string> =>
  new Set(annotations.filter(({ quote }) => !findQuote(text, quote)).map(({ id }) => id));

/** Returns a function that finds the article with a key; undefined if its file is gone or cannot be read. */
async function articleFinder(
  environment: Environment,
  files: readonly AnnotationFile[],
  input: FromOptions['input'],
): Promise<(key: string) => Promise<Article | undefined>> {
  const isBundled = (key: string): boolean => key.startsWith('kiosque:');
  const keyOf = keysOf(environment.catalogue);
  const bundled = files.some(({ article }) => isBundled(article.key))
    ? (await openCatalogue(environment, { paths: [], input: undefined })).articles
    : [];
  return async (key) => {
    if (isBundled(key)) return bundled.find((article) => keyOf(article) === key);
    try {
      return (await articlesAt(key, input)).articles[0];
    } catch (error) {
      if (error instanceof LibraryError) return undefined;
      throw error;
    }
  };
}
