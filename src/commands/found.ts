import type { Snippet } from '../search/results.ts';
import { cleanExcerpt } from '../unicode/clean.ts';
import { proposedLine } from '../unicode/shell-quote.ts';
import type { SearchOptions } from './command-options.ts';
import { Failure } from './environment.ts';
import type { Result } from './search-lines.ts';

/** Results, and how many more articles have only some of the words. */
export interface Found {
  readonly results: readonly Result[];
  readonly folded: number;
}

/** The snippet of an article that cannot be read. */
export const NO_SNIPPET: Snippet = { text: '', matches: [] };

/** Says that nothing was found, and what to search for instead. */
export function nothingFoundFor(
  { words, paths, tags, is }: SearchOptions,
  suggestion: string | undefined,
): Failure {
  const instead = suggestion && [
    ...['kiosque', 'search'],
    ...paths.flatMap((path) => ['--from', path]),
    ...tags.flatMap((each) => ['--tag', each]),
    ...is.flatMap((mark) => ['--is', mark]),
    suggestion,
  ];
  return new Failure(1, (messages) =>
    messages.nothingFound(cleanExcerpt(words), instead && proposedLine(instead)),
  );
}
