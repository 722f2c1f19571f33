import type { SearchDocument, Searcher } from './engine.ts';
import { parseQuery } from './query.ts';
import { isStopWord } from './stop-words.ts';
import { foldedKey, keyOf, scan } from './tokenize.ts';

/** A word that says what a text is about. */
export interface KeyTerm {
  /** Folded. */
  readonly word: string;
  /** How much it says: more the oftener it stands there, a little less each time. */
  readonly weight: number;
}

/** Words asked for, and documents looked at for each: what bounds the cost. */
const WORDS = 16;
const DOCUMENTS = 50;
/** UTF-16 units of a body that are looked at. */
const LOOKED_AT = 100_000;
/** What one time in the title and in the tags counts, the body being 1. */
const TITLE = 4;
const TAG = 3;
/** Words two documents have in common at least: fewer are chance. */
const IN_COMMON = 3;
/** Too short to say anything, or a number. */
const MUTE = /^(?:[a-z]{1,2}|\d.*)$/;

/** The words of a document that say most of what it is about, the weightiest first. */
export function keyTerms({ title, tags, body }: SearchDocument): readonly KeyTerm[] {
  const times = new Map<string, number>();
  const count = (text: string, weight: number): void =>
    scan(text, (token) => {
      const word = foldedKey(keyOf(token));
      if (!token.joined && !MUTE.test(word) && !isStopWord(word))
        times.set(word, (times.get(word) ?? 0) + weight);
    });
  count(title, TITLE);
  for (const tag of tags) count(tag, TAG);
  count(body.slice(0, LOOKED_AT), 1);
  return [...times]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, WORDS)
    .map(([word, n]) => ({ word, weight: 1 + Math.log(n) }));
}

/**
 * The documents of an index most like `document`, best first, by their numbers; itself among them where it is in the
 * index. Each telling word is searched as it is spelled, and what its search gives a document (BM25, so that rare words
 * count more) is weighed by how much the word says of this one.
 */
export function relatedTo(searcher: Searcher, document: SearchDocument): readonly number[] {
  const found = new Map<number, { score: number; words: number }>();
  for (const { word, weight } of keyTerms(document)) {
    for (const { doc, score } of searcher.search(parseQuery(`"${word}"`), { limit: DOCUMENTS })) {
      const { score: sum, words } = found.get(doc) ?? { score: 0, words: 0 };
      found.set(doc, { score: sum + weight * score, words: words + 1 });
    }
  }
  return [...found]
    .filter(([, { words }]) => words >= IN_COMMON)
    .sort(([a, one], [b, other]) => other.score - one.score || a - b)
    .map(([doc]) => doc);
}
