/** A value of a TOML file, with the keys of its tables before its own, and the line (from 1) on which its statement begins. */
export interface Entry {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly line: number;
}

export interface TomlEntries {
  readonly entries: readonly Entry[];
  /** The first lines of what is no TOML: each statement is read by itself, so that a mistake in one spares the others. */
  readonly errors: readonly { readonly line: number; readonly text: string }[];
}

type Parse = (source: string) => Readonly<Record<string, unknown>>;

/** Lines that a value is followed over, and attempts to do so in a file: a mistake must not make reading quadratic. */
const LONGEST_STATEMENT = 500;
const MOST_ATTEMPTS = 2_000;

/**
 * The values in a TOML file, one for each key, those in inline tables included. Never throws.
 *
 * A statement of TOML, a header or a key with its value, is TOML by itself, and no statement begins with the whole lines of
 * another: a value that goes on in the next line is not complete before. So the shortest run of lines that the parser accepts
 * is a statement. That gives the line of each key, which parsers do not tell.
 *
 * @param parse  a parser that throws unless all of its argument is TOML
 */
export function tomlEntries(source: string, parse: Parse): TomlEntries {
  const lines = source.replace(/^\ufeff/, '').split(/\r?\n/);
  const entries: Entry[] = [];
  const errors: TomlEntries['errors'][number][] = [];
  /** Undefined below a header that is no TOML: where its keys belong is not known. */
  let header: readonly string[] | undefined = [];
  let attempts = MOST_ATTEMPTS;
  /** The first statement at or after line `start`, and how many lines it has; undefined if there is none. */
  const statementAt = (
    start: number,
  ): { parsed: Readonly<Record<string, unknown>>; length: number } | undefined => {
    const most = Math.min(LONGEST_STATEMENT, lines.length - start);
    for (let length = 1; length <= most; length += 1) {
      const parsed = attempt(parse, lines.slice(start, start + length).join('\n'));
      if (parsed) return { parsed, length };
      if (!mayGoOn(lines[start]!) || attempts === 0) return undefined;
      attempts -= 1;
    }
    return undefined;
  };
  for (let at = 0; at < lines.length; ) {
    const text = lines[at]!;
    const statement = statementAt(at);
    const line = at + 1;
    at += statement?.length ?? 1;
    const isHeader = /^\s*\[/.test(text);
    if (!statement) errors.push({ line, text: text.trim() });
    if (isHeader) header = statement && keysOf(statement.parsed);
    else if (statement && header)
      for (const entry of leavesOf(statement.parsed, header, line)) entries.push(entry);
  }
  return { entries, errors };
}

function attempt(parse: Parse, source: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return parse(source);
  } catch {
    return undefined;
  }
}

/** True if a value begins on a line that may end on a later one. */
const mayGoOn = (line: string): boolean => /[[{]|"""|'''/.test(line.slice(line.indexOf('=') + 1));

/** The keys of a header: each table has only the next one. */
function keysOf(table: Readonly<Record<string, unknown>>): string[] {
  const keys: string[] = [];
  for (let inner: unknown = table; isTable(inner); ) {
    const [entry] = Object.entries(inner);
    if (!entry) break;
    const [key, value] = entry;
    keys.push(key);
    inner = Array.isArray(value) ? value[0] : value;
  }
  return keys;
}

/** Keys before a value; a table below more of them is a value itself. */
const MOST_KEYS = 100;

/** The values in a table and in those inside it. An empty table is a value itself. */
function* leavesOf(
  table: Readonly<Record<string, unknown>>,
  before: readonly string[],
  line: number,
): Generator<Entry> {
  for (const [key, value] of Object.entries(table)) {
    const path = [...before, key];
    if (isTable(value) && Object.keys(value).length > 0 && path.length < MOST_KEYS)
      yield* leavesOf(value, path, line);
    else yield { path, value, line };
  }
}

/** True for a table, which the parser makes without a prototype; dates are objects, too. */
const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null;
