import { cleanExcerpt } from './clean.ts';

/**
 * A word as a POSIX shell reads it back: as it is if no shell gives a meaning to its characters, else in single quotes.
 * Control characters must have been cleaned from it.
 */
export const shellQuote = (word: string): string =>
  /^[\p{L}\p{N}_%+:,./@-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** Words of a command line in a message. */
const MAX_WORDS = 20;

/**
 * The command line that a message proposes, of words that the user has typed. If they are too many or too long, it is shortened,
 * and shows how the command is called.
 */
export const proposedLine = (words: readonly string[]): string =>
  commandLine(words.slice(0, MAX_WORDS).map(cleanExcerpt)) + (words.length > MAX_WORDS ? ' …' : '');

/** A command line to paste into a shell. */
export const commandLine = (words: readonly string[]): string => words.map(shellQuote).join(' ');
