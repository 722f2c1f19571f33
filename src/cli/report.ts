import { join } from 'node:path';
import { displayPath } from '../commands/catalogue.ts';
import { type ExitCode, Failure, type Variables } from '../commands/environment.ts';
import { isTrustedFolder } from '../files/trusted.ts';
import { LibraryError } from '../library/error.ts';
import { type CliMessages, cliMessages } from '../messages/cli.ts';
import type { Language } from '../messages/locale.ts';
import { cleanLine } from '../unicode/clean.ts';

/** How an error ends the program. */
export interface Ending {
  readonly code: ExitCode;
  /** One line for stderr; empty if the reader of our output went away. */
  readonly text: string;
}

/** The exit code for an error and the line that explains it; with the stack if `KIOSQUE_DEBUG` is set. */
export function endingFor(error: unknown, language: Language, env: Variables): Ending {
  const { code, text } = explained(error, cliMessages[language]);
  if (text === '') return { code, text };
  const stack = env.KIOSQUE_DEBUG && error instanceof Error ? `\n${stackOf(error)}` : '';
  return { code, text: `kiosque: ${text}${stack}\n` };
}

/** A line for stderr if a part of the cache is not used because others may write to it; undefined otherwise. */
export function cacheWarning(cache: string, language: Language): string | undefined {
  const folders = [cache, ...['code', 'documents', 'index'].map((name) => join(cache, name))];
  const unsafe = folders.find((folder) => !isTrustedFolder(folder, folder));
  return unsafe && `kiosque: ${cliMessages[language].unsafeCache(cleanLine(unsafe))}\n`;
}

function explained(error: unknown, messages: CliMessages): Ending {
  if (error instanceof Failure) return { code: error.code, text: error.say(messages) };
  if (error instanceof LibraryError) return { code: 2, text: libraryText(error, messages) };
  const { code, syscall } = systemError(error);
  if (syscall === 'write') {
    // The reader of a pipe, or the terminal, is gone.
    if (code === 'EPIPE' || code === 'EIO') return { code: 0, text: '' };
    return { code: 2, text: messages.cannotWrite(reasonOf(error, messages)) };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 2, text: messages.unexpected(cleanLine(message)) };
}

function libraryText({ kind, path, cause }: LibraryError, messages: CliMessages): string {
  if (kind === 'empty' && path === '-') return messages.nothingPiped;
  return messages.unopened[kind](displayPath(path), reasonOf(cause, messages));
}

/** The system's reason: translated, or without the code that Node puts before it and the call and path after. */
function reasonOf(error: unknown, { systemErrors, unknownReason }: CliMessages): string {
  if (!(error instanceof Error)) return unknownReason;
  const translated = systemErrors[String(systemError(error).code)];
  const reason = error.message.replace(/^[A-Z\d]+: /, '').replace(/, \w+(?: '.*)?$/s, '');
  return translated ?? (cleanLine(reason) || unknownReason);
}

function systemError(error: unknown): { readonly code?: unknown; readonly syscall?: unknown } {
  return error instanceof Error ? (error as NodeJS.ErrnoException) : {};
}

const stackOf = (error: Error): string =>
  error.cause instanceof Error ? `${error.stack}\n${stackOf(error.cause)}` : `${error.stack}`;
