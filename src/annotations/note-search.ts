import { basename, dirname } from 'node:path';
import type { Article } from '../library/article.ts';
import type { ArticleCondition } from '../search/conditions.ts';
import type { Clause, Field, Query } from '../search/query.ts';
import { holds } from '../search/requirement.ts';
import { clauseMatches } from '../search/text-matches.ts';
import type { Annotation } from './annotation.ts';

/** An annotation whose note has the words of a query. */
export type Noted = Annotation & { readonly note: string };

/** The tests of a query for an article and its notes. */
export interface NoteQuery {
  /** True if one of the notes may have the words of the query: cheaper than `find`, and without its article. */
  readonly mayFind: (annotations: readonly Annotation[]) => boolean;
  /**
   * The first annotation whose note has all words of the query, if the article has the title, tags and author asked for.
   *
   * @param meets  tells whether the article meets a condition of the query
   */
  readonly find: (
    article: Article,
    annotations: readonly Annotation[],
    meets: (condition: ArticleCondition) => boolean,
  ) => Noted | undefined;
}

/** The facts of an article that clauses are about. */
type Facts = Pick<Article, 'title' | 'tags' | 'author' | 'summary' | 'matter' | 'path'>;

/** Tests an article with one of its notes for a clause. */
type ClauseTest = (article: Facts, note: string) => boolean;

/**
 * A query as it is asked of notes: an article is found by the words of one of its notes, in any inflection.
 *
 * @returns undefined if the query has no words that a note could have
 */
export function noteQueryOf(query: Query): NoteQuery | undefined {
  const { clauses, requirements } = query;
  if (query.unknownConditions.length > 0 || !clauses.some(isFoundInNotes)) return undefined;
  const tests = clauses.map((clause) => testOf(query, clause));
  const required = clauses.flatMap((clause, i) =>
    clause.optional || clause.grouped ? [] : [{ clause, test: tests[i]! }],
  );
  const inNote = required.filter(({ clause }) => isInNote(clause));
  const hasWords = (article: Facts, note: string): boolean => inNote.every(({ test }) => test(article, note));
  return {
    mayFind: (annotations) => annotations.some((each) => isNoted(each) && hasWords(NO_ARTICLE, each.note)),
    find: (article, annotations, meets) =>
      annotations.find((each): each is Noted => {
        if (!isNoted(each)) return false;
        const { note } = each;
        return (
          required.every(({ test }) => test(article, note)) &&
          requirements.every((requirement) =>
            holds(requirement, {
              clause: (clause) => tests[clause]!(article, note),
              condition: meets,
              // A note is short: all of its words are near each other.
              near: ({ operands }) =>
                operands.every((operand) => operand.some((clause) => tests[clause]!(article, note))),
            }),
          )
        );
      }),
  };
}

const NO_ARTICLE: Facts = { title: '', tags: [], path: '' };

const isNoted = (annotation: Annotation): annotation is Noted => annotation.note !== undefined;

const isInNote = ({ field }: Clause): boolean => field === undefined || field === 'body';

const isFoundInNotes = (clause: Clause): boolean => isInNote(clause) && !clause.excluded && !clause.optional;

/** Tests for the words of a clause, or for their absence if they are excluded by themselves. */
function testOf(query: Query, { field, excluded, ...words }: Clause): ClauseTest {
  // The matchers are kept by the query.
  const alone: Query = { ...query, clauses: [{ ...words, excluded: false, optional: false }] };
  const isAbsent = excluded && !words.grouped;
  return (article, note) => {
    const text = field === undefined || field === 'body' ? note : factOf(article, field);
    return clauseMatches(text, alone, 'forms').length > 0 !== isAbsent;
  };
}

function factOf(
  { title, tags, author = '', summary = '', matter = '', path }: Facts,
  field: Exclude<Field, 'body'>,
): string {
  switch (field) {
    case 'title':
      return title;
    case 'tags':
      return tags.join('\n');
    case 'author':
      return author;
    case 'summary':
      return summary;
    case 'folder':
      return dirname(path);
    case 'file':
      return basename(path);
    case 'matter':
      return matter;
  }
}
