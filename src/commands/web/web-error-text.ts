import type { CliMessages } from '../../messages/cli.ts';
import { cleanExcerpt } from '../../unicode/clean.ts';
import type { WebError } from '../../web/web-error.ts';

/** Why a page or a file could not be fetched, as one line. */
export const webErrorText = ({ kind, address, detail }: WebError, messages: CliMessages): string =>
  messages.unfetched[kind](cleanExcerpt(address), cleanExcerpt(detail));
