import { type Language, locales } from '../../messages/locale.ts';
import { publishedMessages } from '../../messages/published.ts';
import { isIncomplete, type RemoteLibrary } from '../../published/remote-library.ts';
import { cleanExcerpt } from '../../unicode/clean.ts';
import { WebError } from '../../web/web-error.ts';

/** Why the edition that is open may not be the latest, and of which day it is; undefined if it is the latest. */
export function editionText({ root, edition }: RemoteLibrary, language: Language): string | undefined {
  if (!edition?.stale) return undefined;
  const { unreachable, refused, incomplete } = publishedMessages[language];
  const host = cleanExcerpt(new URL(root).host);
  const date = locales[language].date(edition.pointer.published.slice(0, 10));
  if (isIncomplete(edition)) return incomplete(host, date);
  const { stale } = edition;
  const isRefused = stale instanceof WebError && stale.kind === 'status';
  return isRefused ? refused(host, cleanExcerpt(stale.detail), date) : unreachable(host, date);
}
