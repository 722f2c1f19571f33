import type { SearchDocument } from '../../../src/search/builder.ts';
import type { ArticleCondition } from '../../../src/search/conditions.ts';
import type { Clause, Field, Nearness, Query, Requirement, Term } from '../../../src/search/query.ts';
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
  ['folder', document.folder ?? ''],
  ['file', document.file ?? ''],
  ['matter', document.matter ?? ''],
  ['body', document.body],
];

/**
 * The numbers of the documents that match a query, those that have only some of its words included, found by reading every
 * document for every clause: slow, but plainly what the search promises.
 */
export function naiveSearch(
  documents: readonly SearchDocument[],
  query: Query,
  meets: (doc: number, condition: ArticleCondition) => boolean = () => false,
): number[] {
  if (query.unknownConditions.length > 0) return [];
  const single = query.clauses.filter(({ optional, grouped }) => !optional && !grouped);
  const required = single.filter(({ excluded }) => !excluded).map((clause) => matching(documents, clause));
  const excluded = single.filter((clause) => clause.excluded).map((clause) => matching(documents, clause));
  const all = documents.map((_, doc) => doc);
  const matches = (doc: number, clause: Clause): boolean => matching(documents, clause).has(doc);
  const strict = single.filter(({ excluded, quoted, field }) => !excluded && (quoted || field));
  const filtered = all.filter(
    (doc) =>
      strict.every((clause) => matches(doc, clause)) &&
      query.requirements.every((each) => meeting(doc, documents, query, each, meets)) &&
      !excluded.some((docs) => docs.has(doc)),
  );
  if (required.length === 0) return filtered;
  const matched = (doc: number): number => required.filter((docs) => docs.has(doc)).length;
  const most = Math.max(0, ...filtered.map(matched));
  // Words of a requirement are enough by themselves.
  const hasOthers = query.requirements.some(namesWords);
  const least = query.loose ? 1 : Math.max(1, most);
  return filtered.filter((doc) => matched(doc) >= (hasOthers ? most : least));
}

/** True if every document that meets a requirement has one of its words. */
function namesWords(requirement: Requirement): boolean {
  if (requirement.kind === 'all') return requirement.of.some(namesWords);
  if (requirement.kind === 'any') return requirement.of.every(namesWords);
  return requirement.kind === 'clause' || requirement.kind === 'near';
}

/** True if a document meets a requirement. */
function meeting(
  doc: number,
  documents: readonly SearchDocument[],
  query: Query,
  requirement: Requirement,
  meets: (doc: number, condition: ArticleCondition) => boolean,
): boolean {
  const isMet = (each: Requirement): boolean => meeting(doc, documents, query, each, meets);
  switch (requirement.kind) {
    case 'clause':
      return matching(documents, query.clauses[requirement.clause]!).has(doc);
    case 'condition': {
      const { condition } = requirement;
      return condition.kind === 'period' ? inPeriod(documents[doc]!.date, condition) : meets(doc, condition);
    }
    case 'all':
      return requirement.of.every(isMet);
    case 'any':
      return requirement.of.some(isMet);
    case 'not':
      return !isMet(requirement.of);
    case 'near':
      return hasNear(documents, doc, query, requirement);
  }
}

function inPeriod(
  date: string | undefined,
  { after, before }: ArticleCondition & { kind: 'period' },
): boolean {
  return date !== undefined && date >= (after ?? '') && date < (before ?? '9999-99');
}

/** True if a document has the operands near each other in one of its fields: tries all places of all of them. */
function hasNear(
  documents: readonly SearchDocument[],
  doc: number,
  query: Query,
  { operands, distances }: Nearness,
): boolean {
  const clauses = operands.map((operand) => operand.map((number) => query.clauses[number]!));
  return fields(documents[doc]!).some(([field, words]) => {
    const places = clauses.map((operand) =>
      operand.flatMap((clause) => (isIn(clause, field) ? placesOf(documents, clause, words) : [])),
    );
    const goesOn = (from: Place, i: number): boolean =>
      i === places.length ||
      places[i]!.some((to) => {
        const gap = Math.max(to.first - from.last, from.first - to.last);
        return gap > 0 && gap <= distances[i - 1]! && goesOn(to, i + 1);
      });
    return places[0]!.some((place) => goesOn(place, 1));
  });
}

/** The fields of a document with their words. Tags are one text, a word apart from each other. */
function fields(document: SearchDocument): readonly (readonly [Field, readonly Word[]])[] {
  let next = 0;
  const tags = document.tags.flatMap((tag) => {
    const words = tokenize(tag).map((word) => ({ ...word, position: next + word.position }));
    next = Math.max(next, ...words.map(({ position }) => position + 1)) + 1;
    return words;
  });
  const others = texts(document).filter(([field]) => field !== 'tags');
  return [['tags', tags], ...others.map(([field, text]) => [field, tokenize(text)] as const)];
}

interface Place {
  readonly first: number;
  readonly last: number;
}

const isIn = ({ field }: Clause, other: Field): boolean => field === undefined || field === other;

function placesOf(
  documents: readonly SearchDocument[],
  clause: Clause,
  words: readonly Word[],
): readonly Place[] {
  const accepts = acceptsOf(documents, clause);
  const { terms } = clause;
  const whole = words
    .filter((first) =>
      terms.every((term, i) =>
        words.some((word) => word.position === first.position + i && accepts(word, term)),
      ),
    )
    .map(({ position }) => ({ first: position, last: position + terms.length - 1 }));
  const asOne = words
    .filter((word) => clause.joined.some((term) => isForm(word, term)))
    .map(({ position }) => ({ first: position, last: position }));
  return clause.excluded ? whole : [...whole, ...asOne];
}

function matching(documents: readonly SearchDocument[], clause: Clause): Set<number> {
  return documentsWith(documents, clause, acceptsOf(documents, clause));
}

function acceptsOf(documents: readonly SearchDocument[], clause: Clause): Accepts {
  if (takesTypos(documents, clause)) return isFormOrTypo;
  return clause.quoted ? isSpelled : isForm;
}

/** Whether misspellings match: only for a single word that few documents have. */
const takesTypos = (documents: readonly SearchDocument[], clause: Clause): boolean =>
  clause.terms.length === 1 &&
  !clause.quoted &&
  !clause.excluded &&
  documentsWith(documents, clause, isForm).size < FEW;

type Accepts = (word: Word, term: Term) => boolean;

const isSpelled: Accepts = (word, term) =>
  term.exact
    ? word.key === term.key
    : word.folded === term.folded || (term.prefix && word.folded.startsWith(term.folded));
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
