import { isUnreadDocument } from '../document/formats.ts';
import type { LibraryError } from '../library/error.ts';
import type { CliMessages } from '../messages/cli.ts';
import { cleanExcerpt, cleanLine } from '../unicode/clean.ts';
import { WebError } from '../web/web-error.ts';
import { displayPath } from './display-path.ts';
import { webErrorText } from './web/web-error-text.ts';

/** Why a path cannot be opened, as one line. */
export function libraryErrorText({ kind, path, cause }: LibraryError, messages: CliMessages): string {
  if (cause instanceof WebError) return webErrorText(cause, messages);
  if (kind === 'empty' && path === '-') return messages.nothingPiped;
  if (kind === 'binary' && isUnreadDocument(path))
    return messages.noConverter(cleanExcerpt(displayPath(path)));
  return messages.unopened[kind](cleanExcerpt(displayPath(path)), reasonOf(cause, messages));
}

/** The system's reason: translated, or without the code that Node puts before it and the call and path after. */
export function reasonOf(error: unknown, { systemErrors, unknownReason }: CliMessages): string {
  if (!(error instanceof Error)) return unknownReason;
  const translated = systemErrors[String(systemError(error).code)];
  const reason = error.message.replace(/^[A-Z\d]+: /, '').replace(/, \w+(?: '.*)?$/s, '');
  return translated ?? (cleanLine(reason) || unknownReason);
}

/** The code and the call of a system error; empty for another error. */
export function systemError(error: unknown): { readonly code?: unknown; readonly syscall?: unknown } {
  return error instanceof Error ? (error as NodeJS.ErrnoException) : {};
}
