import { cliMessages } from '../../messages/cli.ts';
import { type Language, locales } from '../../messages/locale.ts';
import { cleanExcerpt } from '../../unicode/clean.ts';
import { type FetchOptions, fetchPage } from '../../web/fetch-page.ts';
import { pageFile } from '../../web/page-file.ts';
import { WebError } from '../../web/web-error.ts';
import type { Environment } from '../environment.ts';
import { PageFolder } from './page-folder.ts';

/** The file of a page. */
export interface KeptPage {
  readonly path: string;
  /** When it was fetched, in milliseconds since 1970, if it cannot be reached now. */
  readonly keptSince?: number;
}

/** Failures that may be over later, so that the page of an earlier day serves meanwhile. */
const UNREACHABLE: ReadonlySet<WebError['kind']> = new Set(['unknown-host', 'refused', 'slow', 'broken']);

/**
 * Fetches the page at an address into the cache; if it cannot be reached, the one that was fetched before is taken.
 *
 * @throws {WebError} if there is none, or it must not be fetched; the reason of `signal`, once it is aborted
 */
export async function pageAt(
  environment: Pick<Environment, 'language' | 'version' | 'storage' | 'process'>,
  typed: string,
  options: Pick<FetchOptions, 'signal' | 'onProgress'>,
): Promise<KeptPage> {
  const { language, version } = environment;
  const address = withoutFragment(typed);
  const folder = new PageFolder(environment);
  try {
    const page = await fetchPage(address, { ...options, language, version });
    return { path: await folder.keep(address, pageFile(page)) };
  } catch (error) {
    const isPassing = error instanceof WebError && UNREACHABLE.has(error.kind);
    const kept = isPassing ? folder.kept(address) : undefined;
    if (!kept) throw error;
    return { path: kept.path, keptSince: kept.mtime };
  }
}

const withoutFragment = (address: string): string => address.replace(/#.*$/, '');

/** Says that an address cannot be reached, and from which day the page is that is shown instead. */
export function offlineText(address: string, keptSince: number, language: Language): string {
  const date = locales[language].date(new Date(keptSince).toISOString().slice(0, 10));
  return cliMessages[language].offline(cleanExcerpt(address), date);
}
