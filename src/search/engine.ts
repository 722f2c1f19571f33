import { clauseMatches } from './find.ts';
import { editDistance } from './fuzzy.ts';
import type { Hit } from './match.ts';
import type { Clause, Field, Query } from './query.ts';
import { tokenize } from './tokenize.ts';

/** An article as the index takes it. `body` is its text without markup (see `strip.ts`). */
export interface SearchDocument {
  readonly title: string;
  readonly tags: readonly string[];
  readonly author?: string;
  /** ISO 8601, as precise as it is known. */
  readonly date?: string;
  readonly body: string;
}

export interface SearchOptions {
  /** Most hits returned; all of them without it. */
  readonly limit?: number;
  /** Articles to look at, by number. */
  readonly filter?: (doc: number) => boolean;
}

export interface Searcher {
  /** The articles that answer `query`, best first. */
  search(query: Query, options?: SearchOptions): readonly Hit[];
  /** The query with its unknown words replaced by the nearest known ones; undefined where there is none. */
  suggest(query: Query): string | undefined;
}

const BOOSTS: readonly (readonly [Field, number])[] = [
  ['title', 6],
  ['tags', 4],
  ['author', 2],
  ['body', 1],
];

/** An index in memory, for catalogues that are small or whose cache folder cannot be written. */
export function createMemoryIndex(documents: readonly SearchDocument[]): Searcher {
  return {
    search: (query, options = {}) => search(documents, query, options),
    suggest: (query) => suggest(documents, query),
  };
}

function search(documents: readonly SearchDocument[], query: Query, options: SearchOptions): readonly Hit[] {
  const found = documents.flatMap((document, doc) => {
    if (options.filter && !options.filter(doc)) return [];
    const date = document.date ?? '';
    if (query.after !== undefined && !(date >= query.after)) return [];
    if (query.before !== undefined && !(date !== '' && date < query.before)) return [];
    const scores = query.clauses.map((clause) => clauseScore(document, clause, query));
    if (query.clauses.some((clause, i) => clause.excluded && scores[i]! > 0)) return [];
    const matched = query.clauses.filter((clause, i) => isRequired(clause) && scores[i]! > 0).length;
    const score = query.clauses.reduce((sum, clause, i) => sum + (clause.excluded ? 0 : scores[i]!), 0);
    return [{ doc, score, matched }];
  });
  const required = query.clauses.filter(isRequired).length;
  const most = Math.max(0, ...found.map((hit) => hit.matched));
  return found
    .filter((hit) => required === 0 || (most > 0 && hit.matched === most))
    .sort((a, b) => b.score - a.score || a.doc - b.doc)
    .slice(0, options.limit)
    .map(({ doc, score }) => ({ doc, score }));
}

const isRequired = (clause: Clause): boolean => !clause.excluded && !clause.optional;

function clauseScore(document: SearchDocument, clause: Clause, query: Query): number {
  const wanted = { ...query, clauses: [{ ...clause, excluded: false, optional: false }] };
  let score = 0;
  for (const [field, boost] of BOOSTS) {
    const text = field === 'tags' ? document.tags.join(' | ') : (document[field] ?? '');
    const matches = clauseMatches(text, wanted, field).length;
    score += (boost * matches) / (matches + 1 + text.length / 5000);
  }
  return score;
}

function suggest(documents: readonly SearchDocument[], query: Query): string | undefined {
  const known = new Set(
    documents.flatMap((each) => tokenize(`${each.title} ${each.body}`).map((word) => word.folded)),
  );
  let text = '';
  let at = 0;
  for (const term of query.clauses.flatMap((clause) => clause.terms)) {
    if (known.has(term.folded)) continue;
    const near = [...known]
      .map((word) => ({ word, distance: editDistance(term.folded, word, 3) }))
      .filter(({ word, distance }) => distance < 4 && distance < word.length / 2)
      .sort((a, b) => a.distance - b.distance)[0];
    if (!near) return undefined;
    text += query.text.slice(at, term.start) + near.word;
    at = term.end;
  }
  return at === 0 ? undefined : text + query.text.slice(at);
}
