import { VOID } from '../markdown/tags.ts';

/**
 * XML as HTML: elements that are closed by their opening tags get closing tags, as HTML would ignore the slash, and sections
 * of character data become text. Takes linear time.
 */
export function withClosedElements(source: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    const section = SECTIONS.find(({ start }) => source.startsWith(start, at));
    if (section) {
      const end = source.indexOf(section.end, at);
      if (end < 0) break;
      const text = section.isText ? source.slice(at + section.start.length, end) : '';
      parts.push(source.slice(from, at), text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
      from = end + section.end.length;
      at = from;
      continue;
    }
    CLOSED.lastIndex = at;
    const [tag, name = '', attributes] = CLOSED.exec(source) ?? [];
    if (tag !== undefined && !VOID.has(name.toLowerCase())) {
      parts.push(source.slice(from, at), `<${name}${attributes}></${name}>`);
      from = at + tag.length;
    }
    at += tag?.length ?? 1;
  }
  return parts.length > 0 ? parts.join('') + source.slice(from) : source;
}

/** Parts of XML that hold no tags. */
const SECTIONS = [
  { start: '<![CDATA[', end: ']]>', isText: true },
  { start: '<?', end: '?>', isText: false },
] as const;

/** An opening tag that closes its element. */
const CLOSED = /<([A-Za-z][\w:.-]*)((?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/>/y;
