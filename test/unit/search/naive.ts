import type { SearchDocument } from '../../../src/search/builder.ts';
import type { Clause, Field, Query, Term } from '../../../src/search/query.ts';
import { Kinship, kinshipWith } from '../../../src/search/stem.ts';
import { tokenize, type Word } from '../../../src/search/tokenize.ts';
import { isTypo } from '../../../src/search/typos.ts';
import { FEW } from '../../../src/search/weights.ts';

/** The texts of a document with their fields. A phrase lies within one text. */
const texts = (document: SearchDocument): readonly (readonly [Field, string])[] => [
  ['title', document.title],
  ...document.tags.map((tag) => ['tags', tag] as const),
  ['author', document.author ?? ''],
  ['summary', document.summary ?? ''],
  ['body', document.body],
];

/**
 * The numbers of the documents that match a query, those that have only some of its words included, found by reading every
 * document for every clause: slow, but plainly what the search promises.
 */
export function naiveSearch(documents: readonly SearchDocument[], query: Query): number[] {
  const required = query.clauses.filter((clause) => !clause.excluded && !clause.optional);
  const matches = required.map((clause) => matching(documents, clause));
  const excluded = query.clauses
    .filter((clause) => clause.excluded)
    .map((clause) => matching(documents, clause));
  const filtered = documents.flatMap((document, doc) =>
    inPeriod(document.date, query) &&
    !excluded.some((docs) => docs.has(doc)) &&
    required.every((clause, i) => !(clause.quoted || clause.field) || matches[i]!.has(doc))
      ? [doc]
      : [],
  );
  if (required.length === 0) return filtered;
  const matched = (doc: number): number => matches.filter((docs) => docs.has(doc)).length;
  const most = Math.max(0, ...filtered.map(matched));
  return filtered.filter((doc) => matched(doc) >= (query.loose ? 1 : Math.max(1, most)));
}

function inPeriod(date: string | undefined, { after, before }: Query): boolean {
  if (after === undefined && before === undefined) return true;
  return date !== undefined && date >= (after ?? '') && date < (before ?? '9999-99');
}

function matching(documents: readonly SearchDocument[], clause: Clause): Set<number> {
  if (takesTypos(documents, clause)) return documentsWith(documents, clause, isFormOrTypo);
  return documentsWith(documents, clause, clause.quoted ? isSpelled : isForm);
}

/** Whether misspellings match: only for a single word that few documents have. */
const takesTypos = (documents: readonly SearchDocument[], clause: Clause): boolean =>
  clause.terms.length === 1 &&
  !clause.quoted &&
  !clause.excluded &&
  documentsWith(documents, clause, isForm).size < FEW;

type Accepts = (word: Word, term: Term) => boolean;

const isSpelled: Accepts = (word, term) =>
  word.folded === term.folded || (term.prefix && word.folded.startsWith(term.folded));
const isForm: Accepts = (word, term) =>
  isSpelled(word, term) || kinshipWith(term.folded)(word.folded) > Kinship.none;
const isFormOrTypo: Accepts = (word, term) =>
  isForm(word, term) || isTypo(term.folded, word.folded, term.prefix);

function documentsWith(
  documents: readonly SearchDocument[],
  clause: Clause,
  accepts: Accepts,
  acceptsAsOne = isForm,
): Set<number> {
  const last = clause.terms.at(-1)!;
  const asOne = clause.excluded ? [] : clause.joined;
  const has = (words: readonly Word[]): boolean => {
    if (asOne.some((term) => words.some((word) => acceptsAsOne(word, term)))) return true;
    if (clause.terms.length === 1) return words.some((word) => accepts(word, last));
    return words.some((first) =>
      clause.terms.every((term, i) =>
        words.some((word) => word.position === first.position + i && accepts(word, term)),
      ),
    );
  };
  return new Set(
    documents.flatMap((document, doc) =>
      texts(document).some(
        ([field, text]) => (clause.field === undefined || clause.field === field) && has(tokenize(text)),
      )
        ? [doc]
        : [],
    ),
  );
}
