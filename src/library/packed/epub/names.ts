/**
 * Names of files in an archive, which are paths from its top. None leads out of it: `..` above the top is left out.
 */

/** The name that a reference in a file of the archive may have, as it is written, without its fragment; empty for the file itself. */
export function referredName(from: string, href: string): string {
  const path = href.replace(/[?#].*$/s, '').trim();
  if (path === '') return from;
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The fragment of a reference as it is written; undefined if it has none. */
export function fragmentOf(href: string): string | undefined {
  const at = href.indexOf('#');
  return at < 0 || at === href.length - 1 ? undefined : href.slice(at + 1).trim();
}

/** The spellings that a name in a reference may stand for: as it is, percent-decoded, composed and decomposed. */
export function* spellingsOf(name: string): Generator<string> {
  const decoded = percentDecoded(name);
  for (const each of decoded === name ? [name] : [name, decoded]) {
    yield each;
    yield each.normalize('NFC');
    yield each.normalize('NFD');
  }
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** True if a reference leaves the book: it has a scheme, or names a host. */
export const isOutside = (href: string): boolean => /^\s*(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(href);
