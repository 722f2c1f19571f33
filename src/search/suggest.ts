import { EditWalker } from './edits.ts';
import { expand, foldedLength } from './expand.ts';
import { accentChar } from './fold.ts';
import type { Query, Term } from './query.ts';
import type { Segment } from './segment.ts';

/** Edits beyond those that search forgives: one in short words, three in long ones. */
const editsAllowed = (word: string): number => (word.length < 4 ? 1 : word.length < 7 ? 2 : 3);

/** `query` with the words that no article has replaced by the nearest that some have; undefined if it comes out the same. */
export function suggest(segments: readonly Segment[], query: Query): string | undefined {
  let text = '';
  let at = 0;
  const terms = query.clauses.filter((clause) => !clause.excluded).flatMap((clause) => clause.terms);
  for (const term of terms) {
    if (isKnown(segments, term)) continue;
    const near = nearest(segments, term);
    if (near === undefined) continue;
    text += query.text.slice(at, term.start) + near;
    at = term.end;
  }
  return at === 0 ? undefined : text + query.text.slice(at);
}

const isKnown = (segments: readonly Segment[], term: Term): boolean =>
  segments.some((segment) => expand(segment.dictionary, term, false).length > 0);

/** The nearest word, the most frequent of several, in its most frequent spelling. */
function nearest(segments: readonly Segment[], term: Term): string | undefined {
  const limit = Math.min(editsAllowed(term.folded), term.folded.length - 1);
  let best: { key: string; distance: number; count: number } | undefined;
  for (const segment of segments) {
    const walker = new EditWalker(term.folded, false, limit);
    segment.dictionary.walk('', (cursor) => {
      const length = foldedLength(cursor);
      const distance = walker.distance(cursor.units, length, Math.min(cursor.shared, length));
      if (distance > limit) return true;
      const { count } = cursor;
      if (!best || distance < best.distance || (distance === best.distance && count > best.count)) {
        best = { key: cursor.text(), distance, count };
      }
      return true;
    });
  }
  return best && spelled(best.key);
}

/** The word a key stands for, with its accents. */
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
