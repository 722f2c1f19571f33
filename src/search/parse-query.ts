import { ClauseList, type Role, wordsOf } from './clause-list.ts';
import { type ArticleCondition, conditionTyped, isDateName } from './conditions.ts';
import { type Leaf, type Near, parseSyntax, type Qualified, type Syntax } from './grammar.ts';
import { fieldNamed } from './qualifiers.ts';
import { type Field, isStrict, type Query, type Requirement, type UnknownCondition } from './query.ts';
import { tokenize } from './tokenize.ts';

/** Parses a query: see `grammar.ts`. Anything is a query, and none is an error. */
export const parseQuery = (text: string): Query => new QueryBuilder(text).build();

/** A part of the tree that has no others: a condition, or words with their field. */
type Atom =
  | { readonly kind: 'condition'; readonly condition: ArticleCondition }
  | { readonly kind: 'leaves'; readonly leaves: readonly Leaf[]; readonly field: Field | undefined };

/** Where a part of a requirement is: after a field, below an odd number of exclusions. */
type Place = Pick<Role, 'field' | 'excluded'>;

class QueryBuilder {
  readonly #clauses: ClauseList;
  readonly #requirements: Requirement[] = [];
  /** The numbers of the clauses that requirements are made of. */
  readonly #grouped = new Set<number>();
  readonly #unknownConditions: UnknownCondition[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#clauses = new ClauseList(text);
  }

  build(): Query {
    const syntax = parseSyntax(this.#text);
    for (const item of syntax.kind === 'all' ? syntax.items : [syntax]) this.#add(item);
    const clauses = this.#clauses.finish(this.#grouped);
    const loose = !clauses.some((clause) => isStrict(clause) || clause.grouped);
    return {
      text: this.#text,
      clauses,
      requirements: this.#requirements,
      unknownConditions: this.#unknownConditions,
      loose,
      sentence: loose && clauses.some((clause) => clause.optional),
    };
  }

  /** Adds one of the items that a query has side by side: words are ranked, anything else must hold. */
  #add(item: Syntax): void {
    const excluded = item.kind === 'not';
    const atom = this.#atomOf(excluded ? item.item : item);
    if (atom?.kind === 'leaves') {
      for (const leaf of atom.leaves)
        this.#clauses.add(leaf, { field: atom.field, excluded, grouped: false });
      return;
    }
    const requirement = atom
      ? negatedIf(excluded, { kind: 'condition', condition: atom.condition })
      : this.#requirementOf(item, { excluded: false });
    if (requirement) this.#requirements.push(requirement);
  }

  /** The requirement of a part of the tree; undefined if there is nothing in it. */
  #requirementOf(syntax: Syntax, place: Place): Requirement | undefined {
    const atom = this.#atomOf(syntax);
    if (atom?.kind === 'condition') return atom;
    if (atom) return this.#words(atom.leaves, { ...place, field: atom.field ?? place.field });
    switch (syntax.kind) {
      case 'all':
        return this.#allOf(syntax.items.map((item) => this.#requirementOf(item, place)));
      case 'any':
        return joinedBy(
          'any',
          syntax.items.map((item) => this.#requirementOf(item, place)).filter(isDefined),
        );
      case 'near':
        return this.#near(syntax, place);
      case 'not': {
        const requirement = this.#requirementOf(syntax.item, { ...place, excluded: !place.excluded });
        return requirement && negatedIf(true, requirement);
      }
      case 'qualified': {
        const field = fieldNamed(foldedName(syntax));
        return field
          ? this.#requirementOf(syntax.item, { ...place, field })
          : this.#requirementOf(distributed(syntax, syntax.item), place);
      }
      // A leaf is an atom.
      case 'words':
      case 'phrase':
        return undefined;
    }
  }

  #words(leaves: readonly Leaf[], place: Place): Requirement | undefined {
    const numbers = leaves.flatMap((leaf) => this.#clauses.add(leaf, { ...place, grouped: true }));
    return this.#allOf(numbers.map((clause) => ({ kind: 'clause', clause })));
  }

  /** All of several requirements; without the stop words among them, unless there is nothing else. */
  #allOf(parts: readonly (Requirement | undefined)[]): Requirement | undefined {
    const defined = parts.filter(isDefined);
    const isOptional = (part: Requirement): boolean =>
      part.kind === 'clause' && this.#clauses.at(part.clause).optional;
    const telling = defined.filter((part) => !isOptional(part));
    const kept = telling.length > 0 ? telling : defined;
    for (const part of defined)
      if (part.kind === 'clause') {
        if (kept.includes(part)) this.#grouped.add(part.clause);
        else this.#grouped.delete(part.clause);
      }
    return joinedBy('all', kept);
  }

  /** Words near each other. Of words that are several clauses, the first is near the others. */
  #near({ items, distances }: Near, place: Place): Requirement | undefined {
    const rest: Requirement[] = [];
    const operands = items.map((item) =>
      (item.kind === 'any' ? item.items : [item]).flatMap((leaf) => {
        const [first, ...others] = this.#clauses.add(leaf as Leaf, { ...place, grouped: true });
        rest.push(...others.map((clause): Requirement => ({ kind: 'clause', clause })));
        return first === undefined ? [] : [first];
      }),
    );
    if (operands.some((operand) => operand.length === 0)) return undefined;
    for (const clause of operands.flat()) this.#grouped.add(clause);
    return this.#allOf([{ kind: 'near', operands, distances }, ...rest]);
  }

  /** A leaf or a condition; undefined for anything else. A condition that is unknown is words as well. */
  #atomOf(syntax: Syntax): Atom | undefined {
    if (isLeaf(syntax)) return { kind: 'leaves', leaves: [syntax], field: undefined };
    if (syntax.kind !== 'qualified' || !isLeaf(syntax.item)) return undefined;
    const { name, start, item } = syntax;
    const folded = foldedName(syntax);
    const field = fieldNamed(folded);
    if (field) return { kind: 'leaves', leaves: [item], field };
    if (item.kind === 'words' && !item.exact) {
      const words = wordsOf(item).filter((word) => !word.joined);
      const condition = conditionTyped(folded, item.text, words.map((word) => word.folded).join(''));
      if (condition) return { kind: 'condition', condition };
      const kind = isDateName(folded) ? 'date' : 'mark';
      this.#unknownConditions.push({ kind, text: `${name}:${item.text}` });
    }
    const end = start + name.length;
    const named: Leaf = { kind: 'words', text: name, exact: false, start, end, open: false };
    return { kind: 'leaves', leaves: [named, item], field };
  }
}

const isLeaf = (syntax: Syntax): syntax is Leaf => syntax.kind === 'words' || syntax.kind === 'phrase';

const isDefined = <T>(value: T | undefined): value is T => value !== undefined;

const foldedName = ({ name }: Qualified): string => tokenize(name)[0]?.folded ?? '';

const negatedIf = (negated: boolean, of: Requirement): Requirement => (negated ? { kind: 'not', of } : of);

const joinedBy = (kind: 'all' | 'any', of: readonly Requirement[]): Requirement | undefined =>
  of.length > 1 ? { kind, of } : of[0];

/** `item` with a qualifier before each of its leaves: `is:(read OR starred)` is `is:read OR is:starred`. */
function distributed(qualified: Qualified, item: Syntax): Syntax {
  switch (item.kind) {
    case 'words':
    case 'phrase':
      return { ...qualified, item };
    case 'qualified':
      return item;
    case 'not':
      return { ...item, item: distributed(qualified, item.item) };
    case 'all':
    case 'any':
      return { ...item, items: item.items.map((each) => distributed(qualified, each)) };
    case 'near':
      return { kind: 'all', items: item.items.map((each) => distributed(qualified, each)) };
  }
}
