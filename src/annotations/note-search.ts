import type { Article } from '../library/article.ts';
import type { Clause, Query } from '../search/query.ts';
import { clauseMatches } from '../search/text-matches.ts';
import type { Annotation } from './annotation.ts';

/** An annotation whose note has the words of a query. */
export type Noted = Annotation & { readonly note: string };

/** The tests of a query for an article and its notes. */
export interface NoteQuery {
  /** The first annotation whose note has all words of the query. */
  readonly find: (annotations: readonly Annotation[]) => Noted | undefined;
  /** True if an article has the title, tags, author and date asked for. */
  readonly accepts: (article: Article) => boolean;
}

/**
 * A query as it is asked of notes: an article is found by the words of one of its notes, in any inflection. Conditions on what is
 * remembered of the article are left to the caller.
 *
 * @returns undefined if the query has no words that a note could have
 */
export function noteQueryOf(query: Query): NoteQuery | undefined {
  const required = query.clauses.filter(({ optional }) => !optional);
  const words = required.filter(({ field }) => field === undefined || field === 'body');
  if (query.unknownConditions.length > 0 || words.every(({ excluded }) => excluded)) return undefined;
  const inNote = words.map((clause) => testOf(query, clause));
  const facts = required.filter((clause) => !words.includes(clause));
  const inFacts = facts.map((clause) => ({ field: clause.field, test: testOf(query, clause) }));
  return {
    find: (annotations) =>
      annotations.find((each): each is Noted => {
        const { note } = each;
        return note !== undefined && inNote.every((test) => test(note));
      }),
    accepts: (article) =>
      isInPeriod(article, query) && inFacts.every(({ field, test }) => test(factOf(article, field))),
  };
}

/** Tests a text for the words of a clause, or for their absence if they are excluded. */
function testOf(query: Query, { field: _, excluded, ...words }: Clause): (text: string) => boolean {
  // The matchers are kept by the query.
  const alone: Query = { ...query, clauses: [{ ...words, excluded: false }] };
  return (text) => clauseMatches(text, alone, 'forms').length > 0 !== excluded;
}

function factOf({ title, tags, author = '', summary = '' }: Article, field: Clause['field']): string {
  switch (field) {
    case 'title':
      return title;
    case 'tags':
      return tags.join('\n');
    case 'author':
      return author;
    case 'summary':
      return summary;
    case 'body':
    case undefined:
      return '';
  }
}

/** ISO 8601 dates sort as text, and a period before the days in it. */
const isInPeriod = ({ date }: Article, { after, before }: Query): boolean =>
  (after === undefined || (date !== undefined && date >= after)) &&
  (before === undefined || (date !== undefined && date < before));
