import { EditWalker } from './edit-automaton.ts';
import { expand, foldedLength, foldedText } from './expand.ts';
import { accentChar } from './fold.ts';
import type { Query, Term } from './query.ts';
import type { Segment } from './segment.ts';
import { isStopWord } from './stop-words.ts';
import { MAX_EDITED } from './typos.ts';

/** Edits beyond those that search forgives, by the length of the shorter word: a third of it at most. */
const editsAllowed = (length: number): number =>
  length > MAX_EDITED ? 0 : length < 5 ? 1 : length < 7 ? 2 : 3;

/** Letters of a word at least that another may be written together with. */
const PART = 3;

/**
 * `query` with the words that no article has replaced by the nearest that some have, or by two of which they are made;
 * undefined if it comes out the same.
 */
export function suggest(segments: readonly Segment[], query: Query): string | undefined {
  let text = '';
  let at = 0;
  const clauses = query.clauses.filter(
    ({ excluded, joined }) => !excluded && !joined.some((term) => isKnown(segments, term)),
  );
  for (const term of clauses.flatMap((clause) => clause.terms)) {
    if (!/\p{L}/u.test(term.folded) || isKnown(segments, term)) continue;
    const near = nearest(segments, term) ?? parted(segments, term);
    if (near === undefined) continue;
    text += query.text.slice(at, term.start) + near;
    at = term.end;
  }
  return at === 0 ? undefined : text + query.text.slice(at);
}

const isKnown = (segments: readonly Segment[], term: Term): boolean =>
  segments.some((segment) => expand(segment.dictionary, term, false).length > 0);

/**
 * The nearest word in its most frequent spelling: of several, one with the same first letter, which is hardly ever
 * mistyped (Pollock and Zamora, “Automatic spelling correction in scientific and scholarly text”, CACM 27, 1984), then the
 * most frequent. What a stop word would be taken for is left as it was typed.
 */
function nearest(segments: readonly Segment[], { folded }: Term): string | undefined {
  const limit = Math.min(editsAllowed(folded.length), folded.length - 1);
  if (limit === 0) return undefined;
  let best: { key: string; cost: number; count: number } | undefined;
  for (const segment of segments) {
    const walker = new EditWalker(folded, false, limit);
    segment.dictionary.walk('', (cursor) => {
      const distance = walker.distance(cursor);
      cursor.skipPrefix(walker.deadEnd);
      if (distance > limit) return true;
      const length = foldedLength(cursor);
      if (distance > editsAllowed(length)) return true;
      const cost = 2 * distance + (cursor.units[0] === folded.charCodeAt(0) ? 0 : 1);
      const { count } = cursor;
      if (best && (cost > best.cost || (cost === best.cost && count <= best.count))) return true;
      if (!isStopWord(foldedText(cursor, length))) best = { key: cursor.text(), cost, count };
      return true;
    });
  }
  return best && spelled(best.key);
}

/** A key of a word, and how many documents of a segment have it. */
interface Known {
  readonly key: string;
  readonly count: number;
}

/**
 * Two words that stand in articles, where they were typed as one: of several such pairs the one whose rarer word is the most
 * frequent.
 */
function parted(segments: readonly Segment[], { folded }: Term): string | undefined {
  let best: { words: readonly Known[]; count: number } | undefined;
  for (let at = PART; at <= folded.length - PART; at += 1) {
    const words = [folded.slice(0, at), folded.slice(at)].flatMap(
      (word) => mostFrequent(segments, word) ?? [],
    );
    const count = words.length < 2 ? 0 : Math.min(...words.map((word) => word.count));
    if (count > (best?.count ?? 0)) best = { words, count };
  }
  return best?.words.map(({ key }) => spelled(key)).join(' ');
}

/** The spelling of a folded word that most documents of a segment have. */
function mostFrequent(segments: readonly Segment[], folded: string): Known | undefined {
  let best: Known | undefined;
  for (const { dictionary } of segments) {
    dictionary.walk(folded, (cursor) => {
      if (foldedText(cursor, foldedLength(cursor)) !== folded) return false;
      if (cursor.count > (best?.count ?? 0)) best = { key: cursor.text(), count: cursor.count };
      return true;
    });
  }
  return best;
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
