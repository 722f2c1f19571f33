/**
 * A word as a POSIX shell reads it back: as it is if no shell gives a meaning to its characters, else in single quotes.
 * Control characters must have been cleaned from it.
 */
export const shellQuote = (word: string): string =>
  /^[\p{L}\p{N}_%+:,./@-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** A command line to paste into a shell. */
export const commandLine = (words: readonly string[]): string => words.map(shellQuote).join(' ');
