import type { Cursor, Entry } from './dictionary.ts';
import { EditWalker } from './edit-automaton.ts';
import { expand, foldedLength, foldedText } from './expand.ts';
import { accentChar } from './fold.ts';
import { META_FIELDS } from './postings.ts';
import type { Field, Query, Term } from './query.ts';
import type { Segment } from './segment.ts';
import { isStopWord } from './stop-words.ts';
import { hasLetter, MAX_EDITED } from './typos.ts';

/** Edits allowed by the length of the shorter word: more than a search forgives, but at most a third of the word. */
const editsAllowed = (length: number): number =>
  length > MAX_EDITED ? 0 : length < 5 ? 1 : length < 7 ? 2 : 3;

/** Fewest letters of a word that may have been typed together with another. */
const PART = 3;
/** Unknown words of a query that are corrected: each takes milliseconds. */
const MOST_CORRECTED = 8;

/**
 * The query with each word that no article has replaced by the nearest known word, or by two known words of which it is
 * made. Undefined if nothing is replaced, or the query asks for a condition that does not exist.
 */
export function suggest(segments: readonly Segment[], query: Query): string | undefined {
  if (query.unknownConditions.length > 0) return undefined;
  let text = '';
  let at = 0;
  const clauses = query.clauses.filter(
    ({ excluded, joined }) => !excluded && !joined.some((term) => isKnown(segments, term)),
  );
  const unknown = clauses
    .flatMap(({ terms, field }) => terms.map((term) => ({ term, field })))
    // After `after:`, or another name that is no field, stands a value rather than a word of a text.
    .filter(({ term, field }) => field !== undefined || query.text[term.start - 1] !== ':')
    .filter(({ term, field }) => hasLetter(term.folded) && !isKnown(segments, term, field));
  for (const { term, field } of unknown.slice(0, MOST_CORRECTED)) {
    const replacement = nearest(segments, term, field) ?? (field ? undefined : split(segments, term));
    if (replacement === undefined) continue;
    text += query.text.slice(at, term.start) + replacement;
    at = term.end;
  }
  return at === 0 ? undefined : text + query.text.slice(at);
}

const isKnown = (segments: readonly Segment[], term: Term, field?: Field): boolean =>
  segments.some((segment) =>
    expand(segment.dictionary, term, false).some((entry) => isIn(segment, entry, field)),
  );

/** Whether an article has the word in a field; true without a field. */
function isIn(segment: Segment, entry: Entry, field: Field | undefined): boolean {
  if (field === undefined) return true;
  const docs = segment.docs(entry);
  while (docs.next()) {
    if (segment.isDeleted(docs.doc)) continue;
    if (field === 'body' ? docs.termFrequency > 0 : (docs.mask & (1 << META_FIELDS.indexOf(field))) !== 0)
      return true;
  }
  return false;
}

/**
 * The nearest word of a field, in its most frequent spelling. Among equally near ones a word with the same first letter is preferred,
 * which is hardly ever mistyped (Pollock and Zamora, “Automatic spelling correction in scientific and scholarly text”,
 * CACM 27, 1984), then the most frequent one. Stop words are not suggested.
 */
function nearest(
  segments: readonly Segment[],
  { folded }: Term,
  field: Field | undefined,
): string | undefined {
  const limit = Math.min(editsAllowed(folded.length), folded.length - 1);
  if (limit === 0) return undefined;
  let best: { key: string; cost: number; count: number } | undefined;
  const compare = (segment: Segment, cursor: Cursor, distance: number): void => {
    const length = foldedLength(cursor);
    if (distance > editsAllowed(length)) return;
    const cost = 2 * distance + (cursor.units[0] === folded.charCodeAt(0) ? 0 : 1);
    const { count } = cursor.entry;
    if (best && (cost > best.cost || (cost === best.cost && count <= best.count))) return;
    if (!isStopWord(foldedText(cursor, length)) && isIn(segment, cursor.entry, field))
      best = { key: cursor.text(), cost, count };
  };
  for (const segment of segments) {
    const walker = new EditWalker(folded, false, limit);
    segment.dictionary.walk('', (cursor) => {
      const distance = walker.distance(cursor);
      cursor.skipPrefix(walker.deadEnd);
      if (distance <= limit) compare(segment, cursor, distance);
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
