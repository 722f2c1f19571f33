/** A tag of JSX: `<Name a="b" c={d}>`, `</Name>`, `<Name />`, or of a fragment, `<>`. */
export interface JsxTag {
  /** Empty for a fragment. */
  readonly name: string;
  readonly kind: 'open' | 'close' | 'single';
  /** The attributes whose values are texts, by name. */
  readonly texts: ReadonlyMap<string, string>;
  /** True if an attribute is an expression with texts in it, such as a list of cards. */
  readonly holdsTexts: boolean;
  /** The offset after it. */
  readonly end: number;
}

/** UTF-16 units of a tag or an expression at most. */
const MAX_LENGTH = 500_000;
/** UTF-16 units that are read in vain for ends that never come, in one source. */
const MAX_VAIN = 5_000_000;

/** Finds the tags and expressions of JSX in one source, in linear time over all calls. */
export class JsxReader {
  readonly #source: string;
  #vain = 0;
  /** Endings that do not occur any more. */
  readonly #absent = new Set<string>();

  constructor(source: string) {
    this.#source = source;
  }

  /** The tag that begins at `at`; undefined if none does. */
  tagAt(at: number): JsxTag | undefined {
    START.lastIndex = at;
    const [start, slash, name = ''] = START.exec(this.#source) ?? [];
    if (start === undefined) return undefined;
    const texts = new Map<string, string>();
    let holdsTexts = false;
    for (let from = at + start.length; ; ) {
      const attribute = this.#attributeAt(from);
      if (!attribute) {
        const end = this.#match(END, from);
        if (!end) return undefined;
        const kind = slash ? 'close' : end.includes('/') ? 'single' : 'open';
        return { name, kind, texts, holdsTexts, end: from + end.length };
      }
      if (attribute.text !== undefined) texts.set(attribute.name, attribute.text);
      holdsTexts ||= attribute.holdsTexts;
      from = attribute.end;
    }
  }

  #attributeAt(
    at: number,
  ):
    | { readonly name: string; readonly text?: string; readonly holdsTexts: boolean; readonly end: number }
    | undefined {
    const start = this.#match(ATTRIBUTE, at);
    if (!start) return undefined;
    const name = start.replace(/[\s=]/g, '');
    const value = at + start.length;
    if (name !== '' && !start.includes('=')) return { name, holdsTexts: false, end: value };
    const quoted = name === '' ? undefined : this.#match(QUOTED, value);
    if (quoted) return { name, text: quoted.slice(1, -1), holdsTexts: false, end: value + quoted.length };
    const end = this.expressionEnd(value);
    if (end === undefined) return undefined;
    const expression = this.#source.slice(value, end);
    const text = literalOf(expression);
    const holdsTexts = text === undefined && /[:,[(]\s*["'`]/.test(expression);
    return { name, ...(text !== undefined && { text }), holdsTexts, end };
  }

  /** The offset after the expression in braces that begins at `at`; undefined if none does. */
  expressionEnd(at: number): number | undefined {
    if (this.#source[at] !== '{' || this.#vain > MAX_VAIN) return undefined;
    const limit = Math.min(this.#source.length, at + MAX_LENGTH);
    let depth = 0;
    for (let end = at; end < limit; end = this.#afterPart(end)) {
      const char = this.#source[end];
      if (char === '{') depth++;
      else if (char === '}' && --depth === 0) return end + 1;
    }
    this.#vain += limit - at;
    return undefined;
  }

  /** The offset after the character at `at`, or after the comment or the text that begins there, whose braces do not count. */
  #afterPart(at: number): number {
    const source = this.#source;
    switch (source[at]) {
      case '"':
      case "'":
        // A text ends on its line, or else this is an apostrophe.
        return at + (this.#match(TEXT, at)?.length ?? 1);
      case '`':
        return this.#afterNext('`', at);
      case '/':
        if (source[at + 1] === '*') return this.#afterNext('*/', at);
        return at + (this.#match(LINE_COMMENT, at)?.length ?? 1);
      default:
        return at + 1;
    }
  }

  /** The offset after the next `closing` that no backslash precedes; after the character at `at` if there is none. */
  #afterNext(closing: string, at: number): number {
    if (this.#absent.has(closing)) return at + 1;
    let end = this.#source.indexOf(closing, at + 1);
    while (this.#source[end - 1] === '\\') end = this.#source.indexOf(closing, end + 1);
    if (end >= 0) return end + closing.length;
    this.#absent.add(closing);
    return at + 1;
  }

  #match(pattern: RegExp, at: number): string | undefined {
    pattern.lastIndex = at;
    return pattern.exec(this.#source)?.[0];
  }
}

const START = /<(\/?)([A-Za-z_$][\w$.:-]*|(?=>))/y;
/** The name of an attribute and its equals sign, or an expression in place of both. */
const ATTRIBUTE = /\s+[A-Za-z_$][\w$:.-]*(?:\s*=\s*(?=["'{]))?|\s*(?=\{)/y;
const QUOTED = /"[^"]{0,5000}"|'[^']{0,5000}'/y;
const END = /\s*\/?>/y;
const TEXT = /(["'])(?:\\.|(?!\1)[^\\\n])*\1/y;
/** Two slashes in an address begin none. */
const LINE_COMMENT = /(?<!:)\/\/[^\n]*/y;

/** The text that an expression in braces is; empty for a comment; undefined for anything else. */
export function literalOf(expression: string): string | undefined {
  if (!/^\{[\s\S]*\}$/.test(expression)) return undefined;
  const inner = expression.slice(1, -1).trim();
  if (/^(?:\/\*[\s\S]*\*\/)?$/.test(inner)) return '';
  if (!/^(["'`])(?:\\[\s\S]|(?!\1)[^\\])*\1$/.test(inner) || inner.includes('${')) return undefined;
  return inner
    .slice(1, -1)
    .replace(/\\([\s\S])/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
}
