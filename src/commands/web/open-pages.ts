import { cliMessages } from '../../messages/cli.ts';
import { locales } from '../../messages/locale.ts';
import { cleanLine } from '../../unicode/clean.ts';
import type { Environment } from '../environment.ts';
import { pageAt } from './page-at.ts';
import { toldFetch } from './told-fetch.ts';

/**
 * Fetches the page at an address, and returns the path of its file. If that is one of an earlier day, stderr says so.
 *
 * @throws {Failure} if it cannot be fetched
 */
export async function openPage(environment: Environment, address: string): Promise<string> {
  const { path, keptSince } = await toldFetch(environment, address, (onProgress) =>
    pageAt(environment, address, { ...(onProgress && { onProgress }) }),
  );
  if (keptSince !== undefined) {
    const { stderr, language } = environment;
    const date = locales[language].date(new Date(keptSince).toISOString().slice(0, 10));
    stderr.write(`kiosque: ${cliMessages[language].offline(cleanLine(address), date)}\n`);
  }
  return path;
}
