/** What front matter may hold: strings, lists and maps; formats' other types are turned into strings. */
export type Value = string | readonly Value[] | { readonly [key: string]: Value };
export type Fields = Readonly<Record<string, Value>>;

const KEY = /^([\p{L}_][\p{L}\p{N}_ .-]{0,63}?)[ \t]*:(?:[ \t]+(.*))?$/u;

/**
 * The front matter that people write — `key: value`, `key: [a, b]`, `key:` with `- item` lines — read without a YAML
 * parser, which takes longer to load than most articles to show. Undefined for anything further (nested maps, block
 * scalars, anchors, values that YAML would read otherwise), unless `lenient`: then lines that cannot be read are
 * passed over.
 */
export function readYamlLines(text: string, lenient = false): Fields | undefined {
  const fields: Record<string, Value> = Object.create(null);
  let list: string[] | undefined;
  for (const raw of text.split('\n')) {
    const line = raw.trimEnd();
    if (line === '' || line.trimStart().startsWith('#')) continue;
    const item = /^[ \t]*-(?:[ \t]+(.*))?$/.exec(line);
    if (item && list) {
      const value = scalar(item[1] ?? '', lenient);
      if (value === undefined || (!lenient && KEY.test(item[1] ?? ''))) return undefined;
      list.push(value);
      continue;
    }
    const pair = KEY.exec(line);
    const value = pair ? readValue(pair[2] ?? '', lenient) : undefined;
    if (!pair || value === undefined) {
      if (!lenient) return undefined;
      list = undefined;
      continue;
    }
    const key = pair[1]!;
    list = undefined;
    if (value === '' && !pair[2]) {
      list = [];
      fields[key] = list;
    } else fields[key] = value;
  }
  return fields;
}

function readValue(written: string, lenient: boolean): Value | undefined {
  const flow = /^\[(.*)\](?:[ \t]+#.*)?$/.exec(written.trim());
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

/** A plain, single- or double-quoted scalar on one line. */
function scalar(written: string, lenient: boolean): string | undefined {
  const text = written.trim();
  const quoted = /^(?:"((?:[^"\\]|\\["\\/])*)"|'((?:[^']|'')*)')(?:[ \t]+#.*)?$/.exec(text);
  if (quoted) {
    return quoted[1] === undefined ? quoted[2]!.replaceAll("''", "'") : quoted[1].replace(/\\(.)/g, '$1');
  }
  if (lenient) return text.replace(/^["']|["']$/g, '');
  const plain = text.replace(/(?:^|[ \t]+)#.*$/, '');
  return /^[-?:,[\]{}#&*!|>'"%@`]|:(?:[ \t]|$)/.test(plain) ? undefined : plain;
}
