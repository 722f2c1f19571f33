import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ExitCode, Failure, type Variables } from '../commands/environment.ts';
import { libraryErrorText, reasonOf, systemError } from '../commands/error-text.ts';
import { isTrustedFolder } from '../files/trusted.ts';
import { LibraryError } from '../library/error.ts';
import { type CliMessages, cliMessages } from '../messages/cli.ts';
import type { Language } from '../messages/locale.ts';
import { cleanExcerpt } from '../unicode/clean.ts';

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
  const unsafe = isTrustedFolder(cache, cache)
    ? PARTS.map((name) => firstUnsafe(join(cache, name))).find((path) => path !== undefined)
    : cache;
  return unsafe && `kiosque: ${cliMessages[language].unsafeCache(cleanExcerpt(unsafe))}\n`;
}

/** The parts of the cache that are kept between runs. */
const PARTS = ['code', 'documents', 'index'] as const;

/** The first file or folder at a path that others may have written; undefined if there is none. */
function firstUnsafe(path: string): string | undefined {
  if (!isTrustedFolder(path, path)) return path;
  for (const name of namesIn(path)) {
    const unsafe = firstUnsafe(join(path, name));
    if (unsafe !== undefined) return unsafe;
  }
  return undefined;
}

/** The names in a folder; none if there is no such folder, or it is a file. */
function namesIn(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function explained(error: unknown, messages: CliMessages): Ending {
  if (error instanceof Failure) return { code: error.code, text: error.say(messages) };
  if (error instanceof LibraryError) return { code: 2, text: libraryErrorText(error, messages) };
  const { code, syscall } = systemError(error);
  if (syscall === 'write') {
    // The reader of a pipe, or the terminal, is gone.
    if (code === 'EPIPE' || code === 'EIO') return { code: 0, text: '' };
    return { code: 2, text: messages.cannotWrite(reasonOf(error, messages)) };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 2, text: messages.unexpected(cleanExcerpt(message)) };
}

const stackOf = (error: Error): string =>
  error.cause instanceof Error ? `${error.stack}\n${stackOf(error.cause)}` : `${error.stack}`;
