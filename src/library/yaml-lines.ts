/** A value of front matter; scalars that are not strings in their format become strings. */
export type Value = string | readonly Value[] | { readonly [key: string]: Value };
export type Fields = Readonly<Record<string, Value>>;

const KEY = /^[^\s"'#&*!|>%@`?,:[\]{}-][^:#]{0,63}$/;

/**
 * Reads the YAML that most front matter consists of (`key: value`, `key: [a, b]`, and `key:` with `- item` lines) without
 * the YAML parser, which takes longer to load than most articles to show. Undefined if there is anything else: nested
 * maps, block scalars, anchors, values that YAML would read otherwise.
 *
 * @param lenient  skip lines that cannot be read instead; for front matter that the parser rejects
 */
export function readYamlLines(text: string, lenient = false): Fields | undefined {
  const reader = new LineReader(lenient);
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || line[0] === '#') continue;
    if (!reader.read(raw, line) && !lenient) return undefined;
  }
  return reader.fields;
}

class LineReader {
  readonly fields: Record<string, Value> = Object.create(null);
  readonly #lenient: boolean;
  /** The list of the last key, if that has no value on its line, and the column of its dashes. */
  #list: Value[] | undefined;
  #column = -1;

  constructor(lenient: boolean) {
    this.#lenient = lenient;
  }

  /** Reads a line, `line` without white space at either end; false if it cannot be read. */
  read(raw: string, line: string): boolean {
    if (this.#list && (line === '-' || line.startsWith('- '))) {
      return this.#readItem(this.#list, line.slice(1), raw.indexOf('-'));
    }
    this.#list = undefined;
    const pair = raw[0] === ' ' || raw[0] === '\t' ? undefined : pairOf(line);
    const value = pair && readValue(pair.value, this.#lenient);
    if (!pair || value === undefined) return false;
    if (pair.value === '') this.#list = [];
    this.fields[pair.key] = this.#list ?? value;
    return true;
  }

  #readItem(list: Value[], written: string, column: number): boolean {
    if (list.length === 0) this.#column = column;
    const isPlain = column === this.#column && !pairOf(written.trim());
    const value = isPlain || this.#lenient ? scalar(written, this.#lenient) : undefined;
    if (value === undefined) return false;
    list.push(value);
    return true;
  }
}

/** The key and the value of `key: value`; the value is empty if a list follows. */
function pairOf(line: string): { readonly key: string; readonly value: string } | undefined {
  const colon = line.indexOf(':');
  const after = line.charCodeAt(colon + 1);
  if (colon === -1 || (colon + 1 < line.length && after !== 32 && after !== 9)) return undefined;
  const key = line.slice(0, colon).trimEnd();
  return KEY.test(key) ? { key, value: line.slice(colon + 1).trim() } : undefined;
}

function readValue(written: string, lenient: boolean): Value | undefined {
  const flow = written[0] === '[' ? /^\[(.*)\](?:[ \t]+#.*)?$/.exec(written) : null;
  if (!flow) return scalar(written, lenient);
  const items: string[] = [];
  for (const item of flowItems(flow[1]!)) {
    const value = /[[\]{}]/.test(item) && !lenient ? undefined : scalar(item, lenient);
    if (value === undefined) return undefined;
    if (value !== '') items.push(value);
  }
  return items;
}

/** The items of a flow list, split at the commas outside quotation marks. */
const flowItems = (text: string): string[] =>
  text.match(/(?:[ \t]*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*(?=,|$))|[^,]+/g) ?? [];

/** Characters that have a meaning in YAML at the beginning of a value. */
const INDICATORS = '-?:,[]{}#&*!|>\'"%@`';

/** The text of a plain, single- or double-quoted scalar on one line; undefined if it is anything else. */
function scalar(written: string, lenient: boolean): string | undefined {
  const text = written.trim();
  if (text === '') return text;
  if (!INDICATORS.includes(text[0]!) && !text.includes(': ') && !text.includes(' #') && !text.endsWith(':')) {
    return text;
  }
  const quoted = /^(?:"((?:[^"\\]|\\["\\/])*)"|'((?:[^']|'')*)')(?:[ \t]+#.*)?$/.exec(text);
  if (quoted) {
    return quoted[1] === undefined ? quoted[2]!.replaceAll("''", "'") : quoted[1].replace(/\\(.)/g, '$1');
  }
  if (lenient) return text.replace(/^["']|["']$/g, '');
  const plain = text.replace(/(?:^|(?<![ \t])[ \t]+)#.*$/, '');
  return plain === '' || !(INDICATORS.includes(plain[0]!) || /:(?:[ \t]|$)/.test(plain)) ? plain : undefined;
}
