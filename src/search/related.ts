import type { SearchDocument, Searcher } from './engine.ts';
import { parseQuery } from './parse-query.ts';
import { isStopWord } from './stop-words.ts';
import { foldedKey, keyOf, scan } from './tokenize.ts';

/** A word that characterises a text. */
export interface KeyTerm {
  /** Folded. */
  readonly word: string;
  /** Grows with the logarithm of its frequency. */
  readonly weight: number;
}

/** Key terms searched, and documents considered for each: they bound the cost. */
const TERMS = 16;
const DOCUMENTS = 50;
/** UTF-16 units of a body that are considered. */
const CONSIDERED = 100_000;
/** Weight of an occurrence in the title or in a tag, where one in the body is 1. */
const TITLE = 4;
const TAG = 3;
/** Key terms that two related documents share, at least: fewer may be chance. */
const SHARED = 3;
/** Numbers, and words too short to be key terms. */
const INSIGNIFICANT = /^(?:[a-z]{1,2}|\d.*)$/;

/** The words that characterise a document, the weightiest first. */
export function keyTerms({ title, tags, body }: SearchDocument): readonly KeyTerm[] {
  const frequencies = new Map<string, number>();
  const count = (text: string, weight: number): void =>
    scan(text, (token) => {
      const word = foldedKey(keyOf(token));
      if (!token.joined && !token.inner && !INSIGNIFICANT.test(word) && !isStopWord(word))
        frequencies.set(word, (frequencies.get(word) ?? 0) + weight);
    });
  count(title, TITLE);
  for (const tag of tags) count(tag, TAG);
  count(body.slice(0, CONSIDERED), 1);
  return [...frequencies]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, TERMS)
    .map(([word, n]) => ({ word, weight: 1 + Math.log(n) }));
}

/**
 * The numbers of the documents most similar to `document`, best first; `document` itself is among them if it is indexed.
 * Each key term is searched in its exact spelling, and the scores of its search (BM25, so that rare words count more) are
 * multiplied by the term's weight.
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
    .filter(([, { words }]) => words >= SHARED)
    .sort(([a, one], [b, other]) => other.score - one.score || a - b)
    .map(([doc]) => doc);
}
