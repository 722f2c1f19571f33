/**
 * The suffix of a feed (`rss`, `atom`, `jsonfeed`), by how it begins: servers give it any of ten types, and sites any name.
 * Undefined for anything else.
 */
export function feedSuffix(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, 2048).replace(/^(?:\xef\xbb\xbf)?\s*/, '');
  if (/^\{[^{[]*"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/.test(head)) return 'jsonfeed';
  const root = head.startsWith('<') ? rootName(head) : undefined;
  if (root === 'feed') return 'atom';
  return root === 'rss' || root === 'rdf' ? 'rss' : undefined;
}

/** The name of the root element of XML, without its prefix, behind declarations and comments. */
function rootName(xml: string): string | undefined {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    if (xml[at + 1] !== '?' && xml[at + 1] !== '!')
      return /^<(?:\w+:)?(\w+)/.exec(xml.slice(at, at + 40))?.[1]?.toLowerCase();
    const end = xml.indexOf(xml.startsWith('<!--', at) ? '-->' : '>', at);
    if (end < 0) return undefined;
    at = end;
  }
  return undefined;
}
