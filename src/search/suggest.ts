import type { Cursor } from './dictionary.ts';
import { EditWalker } from './edit-automaton.ts';
import { expand, foldedLength, foldedText } from './expand.ts';
import { accentChar } from './fold.ts';
import type { Query, Term } from './query.ts';
import type { Segment } from './segment.ts';
import { isStopWord } from './stop-words.ts';
import { MAX_EDITED } from './typos.ts';

/** Edits allowed by the length of the shorter word: more than a search forgives, but at most a third of the word. */
const editsAllowed = (length: number): number =>
  length > MAX_EDITED ? 0 : length < 5 ? 1 : length < 7 ? 2 : 3;

/** Fewest letters of a word that may have been typed together with another. */
const PART = 3;
/** Unknown words of a query that are corrected: each takes milliseconds. */
const MOST_CORRECTED = 8;

/**
 * The query with each word that no article has replaced by the nearest known word, or by two known words of which it is
 * made. Undefined if nothing is replaced.
 */
export function suggest(segments: readonly Segment[], query: Query): string | undefined {
  let text = '';
  let at = 0;
  const clauses = query.clauses.filter(
    ({ excluded, joined }) => !excluded && !joined.some((term) => isKnown(segments, term)),
  );
  const unknown = clauses
    .flatMap((clause) => clause.terms)
    .filter((term) => /\p{L}/u.test(term.folded) && !isKnown(segments, term));
  for (const term of unknown.slice(0, MOST_CORRECTED)) {
    const replacement = nearest(segments, term) ?? split(segments, term);
    if (replacement === undefined) continue;
    text += query.text.slice(at, term.start) + replacement;
    at = term.end;
  }
  return at === 0 ? undefined : text + query.text.slice(at);
}

const isKnown = (segments: readonly Segment[], term: Term): boolean =>
  segments.some((segment) => expand(segment.dictionary, term, false).length > 0);

/**
 * The nearest word, in its most frequent spelling. Among equally near ones a word with the same first letter is preferred,
 * which is hardly ever mistyped (Pollock and Zamora, “Automatic spelling correction in scientific and scholarly text”,
 * CACM 27, 1984), then the most frequent one. Stop words are not suggested.
 */
function nearest(segments: readonly Segment[], { folded }: Term): string | undefined {
  const limit = Math.min(editsAllowed(folded.length), folded.length - 1);
  if (limit === 0) return undefined;
  let best: { key: string; cost: number; count: number } | undefined;
  const compare = (cursor: Cursor, distance: number): void => {
    const length = foldedLength(cursor);
    if (distance > editsAllowed(length)) return;
    const cost = 2 * distance + (cursor.units[0] === folded.charCodeAt(0) ? 0 : 1);
    const { count } = cursor.entry;
    if (best && (cost > best.cost || (cost === best.cost && count <= best.count))) return;
    if (!isStopWord(foldedText(cursor, length))) best = { key: cursor.text(), cost, count };
  };
  for (const { dictionary } of segments) {
    const walker = new EditWalker(folded, false, limit);
    dictionary.walk('', (cursor) => {
      const distance = walker.distance(cursor);
      cursor.skipPrefix(walker.deadEnd);
      if (distance <= limit) compare(cursor, distance);
      return true;
    });
  }
  return best && spelled(best.key);
}

/** Two known words that were typed as one. Of several such pairs, the one whose rarer word is the most frequent. */
function split(segments: readonly Segment[], { folded }: Term): string | undefined {
  let best: { text: string; count: number } | undefined;
  for (let at = PART; at <= folded.length - PART; at += 1) {
    const words = [folded.slice(0, at), folded.slice(at)].map((word) => mostFrequent(segments, word));
    const count = Math.min(...words.map((word) => word.count));
    if (count > (best?.count ?? 0)) best = { text: words.map(({ key }) => spelled(key)).join(' '), count };
  }
  return best?.text;
}

/** The key of a folded word's most frequent spelling, and how many documents of a segment have it; 0 if it is unknown. */
function mostFrequent(segments: readonly Segment[], folded: string): { key: string; count: number } {
  let best = { key: '', count: 0 };
  for (const { dictionary } of segments) {
    dictionary.walk(folded, (cursor) => {
      if (foldedText(cursor, foldedLength(cursor)) !== folded) return false;
      const { count } = cursor.entry;
      if (count > best.count) best = { key: cursor.text(), count };
      return true;
    });
  }
  return best;
}

/** The word of a key, with its accents. */
export function spelled(key: string): string {
  const [folded = '', accents = ''] = key.split('\x01');
  let text = '';
  let at = 0;
  for (let i = 0; i + 1 < accents.length; i += 2) {
    const place = accents.charCodeAt(i) - 1;
    text += folded.slice(at, place) + accentChar(accents.charCodeAt(i + 1));
    at = place;
  }
  return (text + folded.slice(at)).normalize('NFC');
}
