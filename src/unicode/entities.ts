import { entities, legacyNames } from './entity-table.ts';

/**
 * `text` with its character references decoded, once: `&amp;lt;` is `&lt;`. References follow the HTML standard's
 * names; what names nothing stays as it is. A number that is no character is U+FFFD, and numbers 128–159 are what
 * they were in Windows-1252, as browsers have it. The result is untrusted: it may hold controls.
 *
 * @param loose also decode the references that old HTML writes without a semicolon (`&eacute `, `&copy`)
 */
export function decodeEntities(text: string, loose = false): string {
  return text.includes('&')
    ? text.replace(loose ? LOOSE : STRICT, (whole, hex, decimal, name) => decode(whole, hex, decimal, name))
    : text;
}

const STRICT = /&(?:#[xX]([0-9a-fA-F]{1,6});|#([0-9]{1,7});|([A-Za-z][A-Za-z0-9]{1,31});)/g;
const LOOSE = /&(?:#[xX]([0-9a-fA-F]{1,6});?|#([0-9]{1,7});?|([A-Za-z][A-Za-z0-9]{1,31};?))/g;

function decode(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (hex !== undefined) return character(Number.parseInt(hex, 16));
  if (decimal !== undefined) return character(Number.parseInt(decimal, 10));
  if (name === undefined) return whole;
  names ??= unpack();
  if (whole.endsWith(';')) return names.get(name.replace(/;$/, '')) ?? whole;
  legacy ??= new Set(legacyNames().trim().split(' '));
  for (let length = name.length; length > 1; length--) {
    const start = name.slice(0, length);
    if (legacy.has(start)) return names.get(start) + name.slice(length);
  }
  return whole;
}

let names: Map<string, string> | undefined;
let legacy: Set<string> | undefined;

function unpack(): Map<string, string> {
  const map = new Map<string, string>();
  let previous = '';
  for (const entry of entities().slice(0, -1).split(';')) {
    const comma = entry.indexOf(',');
    const name = previous.slice(0, Number.parseInt(entry[0]!, 36)) + entry.slice(1, comma);
    const points = entry.slice(comma + 1).split('+');
    map.set(name, String.fromCodePoint(...points.map((point) => Number.parseInt(point, 36))));
    previous = name;
  }
  return map;
}

/** Windows-1252's characters at 0x80–0x9F (HTML standard, "numeric character reference end state"). */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function character(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252[code - 0x80]!;
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return String.fromCodePoint(code);
}
