import { join } from 'node:path';
import type { ExitCode, Variables } from '../commands/environment.ts';
import { Failure } from '../commands/failure.ts';
import { isTrustedFolder } from '../files/trusted.ts';
import { LibraryError } from '../library/error.ts';
import { type CliMessages, cliMessages } from '../messages/cli.ts';
import type { Language } from '../messages/locale.ts';
import { cleanLine } from '../unicode/clean.ts';

/** How a run ends that was cut short by an error. */
export interface Ending {
  readonly code: ExitCode;
  /** One line for stderr, nothing where the reader of our output went away. */
  readonly text: string;
}

/** The exit code for an error, and the line that explains it; with the stack where `KIOSQUE_DEBUG` is set. */
export function endingFor(error: unknown, language: Language, env: Variables): Ending {
  const ending = explained(error, cliMessages[language]);
  const stack = env.KIOSQUE_DEBUG && ending.text && error instanceof Error ? `\n${stacks(error)}` : '';
  return ending.text === '' ? ending : { ...ending, text: `kiosque: ${ending.text}${stack}\n` };
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
    return { code: 2, text: messages.cannotWrite(reasonOf(error)) };
  }
  return {
    code: 2,
    text: messages.unexpected(cleanLine(error instanceof Error ? error.message : String(error))),
  };
}

function libraryText(error: LibraryError, messages: CliMessages): string {
  const path = cleanLine(error.path);
  switch (error.kind) {
    case 'missing':
      return messages.missing(path);
    case 'unreadable':
      return messages.unreadable(path, reasonOf(error.cause));
    case 'special':
      return messages.special(path);
    case 'binary':
      return messages.binary(path);
    case 'empty':
      return path === '-' ? messages.nothingPiped : messages.empty(path);
    case 'too-large':
      return messages.tooLarge(path);
  }
}

/** What the system says, without Node's code before it and its call and path after: `permission denied`. */
const reasonOf = (error: unknown): string =>
  error instanceof Error
    ? cleanLine(error.message.replace(/^[A-Z]+: /, '').replace(/, \w+(?: '.*)?$/s, ''))
    : '';

function systemError(error: unknown): { readonly code?: unknown; readonly syscall?: unknown } {
  return error instanceof Error ? (error as NodeJS.ErrnoException) : {};
}

const stacks = (error: Error): string =>
  error.cause instanceof Error ? `${error.stack}\n${stacks(error.cause)}` : `${error.stack}`;
