import { isQualifier } from './qualifiers.ts';
import { tokenize } from './tokenize.ts';

/**
 * The grammar of queries, in EBNF. Every text is a query: what does not fit the grammar is read as words, and what has no
 * words is ignored.
 *
 *     query      = all ;
 *     all        = { any } ;
 *     any        = near , { ( "OR" | "OU" ) , near } ;
 *     near       = unit , { nearby , unit } ;             (* units that are leaves, or an "any" of leaves in parentheses *)
 *     nearby     = "NEAR" | ( "NEAR" | "PRES" | "PRÈS" ) , "/" , digit , { digit } ;
 *     unit       = [ "-" ] , [ qualifier , ":" ] , ( group | [ "=" ] , leaf ) ;
 *     group      = "(" , all , [ ")" ] ;
 *     leaf       = phrase | words ;
 *     phrase     = '"' , { character } , [ '"' ]  |  "«" , { character } , [ "»" ] ;
 *     words      = character , { character } ;            (* up to a blank or a quotation mark *)
 *     qualifier  = "title" | "tag" | "is" | … ;           (* see qualifiers.ts *)
 *
 * Blanks stand between the parts of `all`, and on both sides of operators, which are in capitals so that `or` and `ou` are
 * words. OR binds tighter than words side by side, as in web search: `a b OR c` is `a (b OR c)`. A parenthesis opens a group
 * only where a unit begins, so that `f(x)` and `étudiant(e)s` are words; it need not be closed while a query is typed.
 */
export type Syntax = Leaf | All | Any | Near | Not | Qualified;

/** Words without a blank between them, or a phrase. */
export interface Leaf {
  readonly kind: 'words' | 'phrase';
  /** The text without quotation marks. */
  readonly text: string;
  /** After `=`: accents count. */
  readonly exact: boolean;
  /** UTF-16 range of the text in the query. */
  readonly start: number;
  readonly end: number;
  /** True for a phrase whose quotation mark is not closed. */
  readonly open: boolean;
}
/** Side by side. */
export interface All {
  readonly kind: 'all';
  readonly items: readonly Syntax[];
}
export interface Any {
  readonly kind: 'any';
  readonly items: readonly Syntax[];
}
/** Each item is at most so many words from the next: one distance fewer than items. */
export interface Near {
  readonly kind: 'near';
  readonly items: readonly Syntax[];
  readonly distances: readonly number[];
}
export interface Not {
  readonly kind: 'not';
  readonly item: Syntax;
}
/** After a qualifier such as `title:`, whose name is as it was typed. */
export interface Qualified {
  readonly kind: 'qualified';
  readonly name: string;
  /** Where the name begins in the query. */
  readonly start: number;
  readonly item: Syntax;
}

/** Words between two units that are near each other without a number, at most. */
const NEAR_BY_DEFAULT = 10;
/** Groups within groups. Parentheses in more of them are ignored, which bounds the depth of the tree. */
const MAX_DEPTH = 16;

const OPENING = /["“”„«]/;
const CLOSING: Readonly<Record<string, RegExp>> = { '«': /[»"]/ };
const QUOTE = /["“”]/;
/** Blanks, except those inside numbers. */
const BLANK = /[^\S\u{a0}\u{202f}\u{2009}]/u;
const END = /[^\S\u{a0}\u{202f}\u{2009}]|["“”«]/u;
const OR = /^(?:OR|OU)$/;
/** UTF-16 units of an operator and the blanks around it that are looked at. */
const LONGEST_OPERATOR = 40;
const NEARBY = /^(?:NEAR|(?:NEAR|PRES|PRÈS)\/(\d{1,4}))$/;

/** Parses a query into a tree; a query without words is an empty `all`. Never throws. */
export function parseSyntax(query: string): Syntax {
  return new Parser(withGroupsJoined(query)).parse();
}

/** A query that has the same tree as `syntax`, except that phrases are closed. */
export const printSyntax = (syntax: Syntax): string => printed(syntax);

/** `typed` with the digits of a number that are grouped by plain spaces kept together. Few queries need the slow pattern. */
const withGroupsJoined = (typed: string): string =>
  /\d \d{3}/.test(typed)
    ? typed.replace(/(?<![\p{L}\p{N}.,/])[1-9]\d{0,2}(?: \d{3})+(?![\p{L}\p{N}])/gu, (number) =>
        number.replaceAll(' ', '\u{a0}'),
      )
    : typed;

class Parser {
  #at = 0;
  #depth = 0;
  readonly #input: string;

  constructor(input: string) {
    this.#input = input;
  }

  parse(): Syntax {
    return this.#all();
  }

  #all(): Syntax {
    const items: Syntax[] = [];
    while (this.#skipBlanks()) {
      const item = this.#any();
      if (item) items.push(...(item.kind === 'all' ? item.items : [item]));
    }
    return only(items) ?? { kind: 'all', items };
  }

  #any(): Syntax | undefined {
    const first = this.#near();
    if (!first) return undefined;
    const items = [...alternativesOf(first)];
    while (this.#operator(OR)) {
      const next = this.#operand(() => this.#near());
      if (!next) break;
      items.push(...alternativesOf(next));
    }
    return only(items) ?? { kind: 'any', items };
  }

  #near(): Syntax | undefined {
    const first = this.#unit();
    if (!first) return undefined;
    const items = [first];
    const distances: number[] = [];
    for (let last = first; canBeNear(last); last = items.at(-1)!) {
      const match = this.#operator(NEARBY);
      if (!match) break;
      const next = this.#operand(() => this.#leafOrLeaves());
      if (!next) break;
      items.push(next);
      distances.push(match[1] === undefined ? NEAR_BY_DEFAULT : Math.max(1, Number(match[1])));
    }
    return only(items) ?? { kind: 'near', items, distances };
  }

  /** The next blank-delimited text if it is an operator. It is not yet read past. */
  #operator(pattern: RegExp): RegExpExecArray | undefined {
    // Parentheses that close no group are blanks.
    if (this.#depth === 0) while (this.#input[this.#at] === ')') this.#at += 1;
    const token = /^\s+(\S{2,9})(?=\s)/.exec(this.#input.slice(this.#at, this.#at + LONGEST_OPERATOR));
    return (token && pattern.exec(token[1]!)) ?? undefined;
  }

  /** Reads an operator and what follows it. Undefined, and nothing is read, if that is no operand. */
  #operand(read: () => Syntax | undefined): Syntax | undefined {
    const start = this.#at;
    this.#skipBlanks();
    while (this.#at < this.#input.length && !BLANK.test(this.#input[this.#at]!)) this.#at += 1;
    const operand = this.#skipBlanks() ? read() : undefined;
    if (operand) return operand;
    this.#at = start;
    return undefined;
  }

  /**
   * Reads a leaf, or alternative leaves in parentheses. Stops at the first sign of anything else: a group that is read in
   * vain and then read again, within others, would take exponential time.
   */
  #leafOrLeaves(): Syntax | undefined {
    if (this.#input[this.#at] !== '(') return this.#plainLeaf();
    this.#at += 1;
    this.#depth += 1;
    const items: Syntax[] = [];
    let hasNext = true;
    while (hasNext) {
      const item = this.#skipBlanks() ? this.#plainLeaf() : undefined;
      if (!item) break;
      items.push(item);
      hasNext = this.#operator(OR) !== undefined;
      if (hasNext) this.#at += /^\s+\S+/.exec(this.#input.slice(this.#at))![0].length;
    }
    const isWhole = !hasNext && !this.#skipBlanks();
    this.#depth -= 1;
    if (!isWhole) return undefined;
    if (this.#input[this.#at] === ')') this.#at += 1;
    return only(items) ?? { kind: 'any', items };
  }

  /** A leaf without a sign or a qualifier. */
  #plainLeaf(): Syntax | undefined {
    if (/[-−(]/.test(this.#input[this.#at]!)) return undefined;
    const item = this.#unit();
    return item && isLeaf(item) ? item : undefined;
  }

  #unit(): Syntax | undefined {
    const excluded = /^[-−][^\s-]/.test(this.#input.slice(this.#at, this.#at + 2));
    if (excluded) this.#at += 1;
    const item = this.#qualified();
    return item && excluded ? { kind: 'not', item } : item;
  }

  #qualified(): Syntax | undefined {
    const start = this.#at;
    const head = this.#input.slice(start, start + 14);
    // Few words are qualifiers, and the pattern takes long to compile.
    const name = /[:：]/.test(head) ? /^([\p{L}]{2,12})[:：](?=\S)/u.exec(head) : undefined;
    if (!name || !isQualifier(folded(name[1]!))) return this.#operandOrLeaf();
    this.#at += name[0].length;
    const isWord = !/["“”„«(]/.test(this.#input[this.#at]!);
    const item = this.#operandOrLeaf();
    if (item) return { kind: 'qualified', name: name[1]!, start, item };
    return isWord ? this.#leaf('words', start, start + name[0].length, {}) : undefined;
  }

  #operandOrLeaf(): Syntax | undefined {
    if (this.#input[this.#at] === '(') return this.#group();
    const exact = /^[=＝][^\s=(]/.test(this.#input.slice(this.#at, this.#at + 2));
    if (exact) this.#at += 1;
    if (OPENING.test(this.#input[this.#at] ?? '')) return this.#phrase(exact);
    const start = this.#at;
    this.#at = this.#endOfWords();
    return this.#leaf('words', start, this.#at, { exact });
  }

  #group(): Syntax | undefined {
    this.#at += 1;
    // In too many groups the parenthesis is read past, and the one that closes it closes another.
    if (this.#depth === MAX_DEPTH) return undefined;
    this.#depth += 1;
    const item = this.#all();
    this.#depth -= 1;
    if (this.#input[this.#at] === ')') this.#at += 1;
    return item.kind === 'all' && item.items.length === 0 ? undefined : item;
  }

  #phrase(exact: boolean): Leaf | undefined {
    const start = this.#at + 1;
    const closing = CLOSING[this.#input[this.#at]!] ?? QUOTE;
    let end = start;
    while (end < this.#input.length && !closing.test(this.#input[end]!)) end += 1;
    this.#at = Math.min(end + 1, this.#input.length);
    return this.#leaf('phrase', start, end, { exact, open: end === this.#input.length });
  }

  /** A leaf of the text in [start, end); undefined if that has no words. */
  #leaf(
    kind: Leaf['kind'],
    start: number,
    end: number,
    { exact = false, open = false }: Partial<Leaf>,
  ): Leaf | undefined {
    const text = this.#input.slice(start, end);
    return tokenize(text).length > 0 ? { kind, text, exact, start, end, open } : undefined;
  }

  /** The end of the words at the current place: a blank, a quotation mark, or a parenthesis without another in these words. */
  #endOfWords(): number {
    let end = this.#at;
    const open: number[] = [];
    for (; end < this.#input.length && !END.test(this.#input[end]!); end += 1) {
      const unit = this.#input[end];
      if (unit === '(') open.push(end);
      else if (unit === ')' && open.pop() === undefined) break;
    }
    return open[0] ?? end;
  }

  /** Skips blanks, and parentheses that close no group; false at the end of the group or the query. */
  #skipBlanks(): boolean {
    while (this.#isBlank()) this.#at += 1;
    return this.#at < this.#input.length && this.#input[this.#at] !== ')';
  }

  #isBlank(): boolean {
    const unit = this.#input[this.#at];
    return unit !== undefined && (BLANK.test(unit) || (unit === ')' && this.#depth === 0));
  }
}

const only = (items: readonly Syntax[]): Syntax | undefined => (items.length === 1 ? items[0] : undefined);

const alternativesOf = (item: Syntax): readonly Syntax[] => (item.kind === 'any' ? item.items : [item]);

const isLeaf = (item: Syntax): boolean => item.kind === 'words' || item.kind === 'phrase';

/** True for what has positions in a text. */
const canBeNear = (item: Syntax): boolean => alternativesOf(item).every(isLeaf);

const folded = (name: string): string => tokenize(name)[0]?.folded ?? '';

function printed(syntax: Syntax): string {
  switch (syntax.kind) {
    case 'words': {
      const { text, exact } = syntax;
      // Words that were no operators where they stood might become some.
      const isOperator = OR.test(text) || NEARBY.test(text);
      return (exact ? '=' : '') + (isOperator ? text.toLowerCase() : text);
    }
    case 'phrase':
      return `${syntax.exact ? '=' : ''}"${syntax.text.trim()}"`;
    case 'all':
      return syntax.items.map(printed).reduce(sideBySide, '').trim();
    case 'any':
      return syntax.items
        .map((item) => (item.kind === 'all' ? `(${printed(item)})` : printed(item)))
        .join(' OR ');
    case 'near': {
      const { items, distances } = syntax;
      return items.map((item, i) => (i === 0 ? '' : ` NEAR/${distances[i - 1]} `) + operand(item)).join('');
    }
    case 'not':
      return `-${syntax.item.kind === 'qualified' ? printed(syntax.item) : operand(syntax.item)}`;
    case 'qualified':
      return `${syntax.name}:${isLeaf(syntax.item) ? printed(syntax.item) : operand(syntax.item)}`;
  }
}

/** Two items with a blank between them, which must not make groups of digits of two numbers. */
const sideBySide = (before: string, item: string): string =>
  /\d$/.test(before) && /^\d{3}/.test(item) ? `${before} (${item})` : `${before} ${item}`;

/** An item that a sign or an operator is tied to: in parentheses unless it is a leaf, which may not begin with a sign. */
const operand = (item: Syntax): string => {
  const text = printed(item);
  return isLeaf(item) && !/^[-−]/.test(text) ? text : `(${text})`;
};
