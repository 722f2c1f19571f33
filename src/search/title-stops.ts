import type { Query, Term } from './query.ts';
import type { Candidate } from './rank.ts';
import type { Segment } from './segment.ts';
import { isStopWord } from './stop-words.ts';
import { TITLE_MARK } from './tokenize.ts';
import { STOPS_IN_TITLE, TELLING_STOP } from './weights.ts';

/*
 * The words of a query between its telling ones say which of several titles is meant: `what to back up` is not `how to back up`,
 * and `sans mot de passe` is not `avec un mot de passe`. The postings of such words are the longest, so titles have their own,
 * under keys that begin with a mark.
 */

/** The key of a folded stop word in titles. */
export const titleKey = (folded: string): string => String.fromCharCode(TITLE_MARK) + folded;

/** The stop words of a query as terms of titles, each once. */
export function titleStops({ clauses }: Query): readonly Term[] {
  const terms = new Map<string, Term>();
  for (const { optional, terms: own } of clauses)
    for (const term of optional ? own : []) {
      const key = titleKey(term.folded);
      if (isStopWord(term.folded)) terms.set(key, { ...term, folded: key, key, prefix: false, exact: true });
    }
  return [...terms.values()];
}

/** True if a stop word that `count` of `total` titles have tells nothing. */
export const isInMostTitles = (count: number, total: number): boolean => count > TELLING_STOP * total;

/** Multiplies the scores of candidates by what the stop words say that their titles have of those of the query. */
export function raiseByTitleStops(
  segments: readonly Segment[],
  stops: readonly Term[],
  candidates: readonly Candidate[],
): void {
  const total = segments.reduce((sum, { count }) => sum + count, 0);
  const bySegment = segments.map((_, number) =>
    candidates.filter(({ segment }) => segment === number).sort((a, b) => a.doc - b.doc),
  );
  const found = new Map<Candidate, number>();
  let told = 0;
  for (const { key } of stops) {
    const entries = segments.map(({ dictionary }) => dictionary.find(key));
    const count = entries.reduce((sum, entry) => sum + (entry?.count ?? 0), 0);
    if (isInMostTitles(count, total)) continue;
    told += 1;
    for (const [number, entry] of entries.entries())
      for (const candidate of entry ? having(segments[number]!.docs(entry), bySegment[number]!) : [])
        found.set(candidate, (found.get(candidate) ?? 0) + 1);
  }
  for (const [candidate, count] of found) candidate.score *= 1 + (STOPS_IN_TITLE * count) / told;
}

/** The candidates, sorted by document, among documents that ascend. */
function having(
  docs: { readonly doc: number; next(): boolean },
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const candidate of candidates) {
    while (docs.doc < candidate.doc) if (!docs.next()) return found;
    if (docs.doc === candidate.doc) found.push(candidate);
  }
  return found;
}
