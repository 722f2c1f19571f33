import type { Article } from '../../library/article.ts';
import type { Library } from '../../library/load-library.ts';
import { cliMessages } from '../../messages/cli.ts';
import { progressMessages } from '../../messages/progress.ts';
import { publishedMessages } from '../../messages/published.ts';
import type { RemoteLibrary } from '../../published/remote-library.ts';
import { type Environment, Failure } from '../environment.ts';
import { ProgressLine } from '../progress-line.ts';
import { listedArticles } from './articles.ts';
import { editionText } from './edition-text.ts';
import { openedLibrary, publishedErrorText } from './open-library.ts';

/**
 * The articles of the published library that stands among the paths of a command; undefined if there is none. What is not as
 * it should be is told on stderr.
 *
 * @param limit  how many are enough, if the newest will do
 * @throws {Failure} if none can be fetched
 */
export async function publishedCatalogue(
  environment: Environment,
  [path]: readonly string[],
  limit?: number,
): Promise<Library | undefined> {
  const library = openedLibrary(path);
  if (!library?.edition) return undefined;
  sayEdition(environment, library);
  const line = new ProgressLine(environment);
  const tell = (articles: readonly Article[]): void =>
    line.tell(() => ({
      text: progressMessages[environment.language].listing(articles.length),
      share: articles.length / Math.max(1, Math.min(limit ?? count, count)),
    }));
  const { manifest } = library.edition;
  const { count } = manifest;
  const { articles, missing, error } = await listedArticles(library, manifest, {
    limit,
    onPages: tell,
  }).finally(() => line.end());
  if (error) {
    const reason = publishedErrorText(error, library.root, environment, cliMessages[environment.language]);
    if (articles.length === 0) throw new Failure(2, () => reason, { cause: error });
    environment.stderr.write(
      `kiosque: ${publishedMessages[environment.language].missingArticles(missing, reason)}\n`,
    );
  }
  return { articles, warnings: [], folders: [], leftOut: [], unread: [], isWhole: missing === 0 };
}

/** Says on stderr if the edition may not be the latest one. */
export function sayEdition({ stderr, language }: Environment, library: RemoteLibrary): void {
  const text = editionText(library, language);
  if (text !== undefined) stderr.write(`kiosque: ${text}\n`);
}
