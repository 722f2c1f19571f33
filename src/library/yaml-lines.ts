/** What front matter may hold: strings, lists and maps; formats' other types are turned into strings. */
export type Value = string | readonly Value[] | { readonly [key: string]: Value };
export type Fields = Readonly<Record<string, Value>>;

const KEY = /^[^\s"'#&*!|>%@`?,:[\]{}-][^:#]{0,63}$/;

/**
 * The front matter that people write — `key: value`, `key: [a, b]`, `key:` with `- item` lines — read without a YAML
 * parser, which takes longer to load than most articles to show. Undefined for anything further (nested maps, block
 * scalars, anchors, values that YAML would read otherwise), unless `lenient`: then lines that cannot be read are
 * passed over.
 */
export function readYamlLines(text: string, lenient = false): Fields | undefined {
  const fields: Record<string, Value> = Object.create(null);
  let list: Value[] | undefined;
  let indent = -1;
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || line[0] === '#') continue;
    if (list && (line === '-' || line.startsWith('- '))) {
      if (list.length === 0) indent = raw.indexOf('-');
      else if (raw.indexOf('-') !== indent && !lenient) return undefined;
      const value = pairOf(line.slice(1).trim()) && !lenient ? undefined : scalar(line.slice(1), lenient);
      if (value === undefined) return undefined;
      list.push(value);
      continue;
    }
    list = undefined;
    const pair = raw[0] === ' ' || raw[0] === '\t' ? undefined : pairOf(line);
    const value = pair ? readValue(pair.value, lenient) : undefined;
    if (pair && value !== undefined) {
      if (pair.value === '') list = [];
      fields[pair.key] = list ?? value;
    } else if (!lenient) return undefined;
  }
  return fields;
}

/** `key: value`; the value is empty where a list follows. */
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

/** Items between commas that stand outside of quotation marks. */
const flowItems = (text: string): string[] =>
  text.match(/(?:[ \t]*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*(?=,|$))|[^,]+/g) ?? [];

/** Signs that mean something to YAML where a value begins. */
const INDICATORS = '-?:,[]{}#&*!|>\'"%@`';

/** A plain, single- or double-quoted scalar on one line. */
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
  const plain = text.replace(/(?:^|[ \t]+)#.*$/, '');
  return plain === '' || !(INDICATORS.includes(plain[0]!) || /:(?:[ \t]|$)/.test(plain)) ? plain : undefined;
}
