import { editDistance } from './edit-distance.ts';

/** Shorter words have too many neighbors. */
const SHORTEST = 3;
/** Longer words are no misspelling of a name. */
const LONGEST = 40;

/** The one of `names` that a mistyped word was probably meant to be: at most `limit` edits away. Undefined if there is none. */
export function nearestWord(typed: string, names: readonly string[], limit = 2): string | undefined {
  if (typed.length < SHORTEST || typed.length > LONGEST) return undefined;
  const word = typed.toLowerCase();
  return names
    .map((name) => ({ name, edits: editDistance(word, name.toLowerCase(), limit) }))
    .filter(({ edits }) => edits <= limit)
    .sort((one, other) => one.edits - other.edits)[0]?.name;
}
