import { decodeEntities } from '../../unicode/entities.ts';
import type { Block } from '../document.ts';
import { HIDDEN, isBlock } from '../markdown/tags.ts';
import { writeUnformatted } from '../markdown/unformatted.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';

/** UTF-16 units of text that are written at a time. */
const PART = 65_536;
/** Paragraphs of a page at most: with more, blocks end with a line end only, as each paragraph takes hundreds of bytes. */
const MAX_PARAGRAPHS = 50_000;

/**
 * Writes the text of a page that is not parsed, since that would take too long or too much memory, below a line that says so.
 * Takes linear time and little memory.
 */
export function* unparsedText(source: string, writer: DocumentWriter): Generator<readonly Block[]> {
  writer.title.close();
  writer.isSpent = true;
  yield writer.restIsPlain(0);
  let parts: string[] = [];
  let length = 0;
  for (const part of partsOf(source)) {
    length += parts.push(part) && part.length;
    if (length < PART) continue;
    yield writeUnformatted(decodeEntities(parts.join(''), true), writer, 0);
    parts = [];
    length = 0;
  }
  yield writeUnformatted(decodeEntities(parts.join(''), true), writer, 0);
}

/** The texts between tags, and what their tags mean: line ends. A tag ends at the first `>`, even one in an attribute. */
function* partsOf(source: string): Generator<string> {
  const next = new Next(source);
  let from = 0;
  let borders = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', Math.max(from, at + 1))) {
    const isComment = source.startsWith('<!--', at);
    const end = next.after(isComment ? '-->' : '>', at);
    TAG.lastIndex = at;
    const [tag, closing, name = ''] = TAG.exec(source) ?? [];
    if (tag === undefined || (!isComment && end > next.after('<', at + 1))) continue;
    if (at > from) yield source.slice(from, at);
    const element = name.toLowerCase();
    const isHidden = closing === '' && HIDDEN.has(element);
    from = isHidden ? next.after('>', next.after(`</${element}`, end)) : end;
    if (element === 'br') yield '\n';
    else if (isBlock(element)) yield ++borders <= MAX_PARAGRAPHS ? '\n\n' : '\n';
  }
  if (from < source.length) yield source.slice(from);
}

/** The beginning of a tag, a comment or a declaration. */
const TAG = /<(?:(\/?)([a-z][a-z\d]{0,20})|[!?])/iy;

/** Finds texts from places further and further on: each is searched for once up to where it is found. */
class Next {
  readonly #source: string;
  readonly #found = new Map<string, number>();

  constructor(source: string) {
    this.#source = source;
  }

  /** The place after the next `text` from `from` on; without one, the end. */
  after(text: string, from: number): number {
    const known = this.#found.get(text);
    if (known !== undefined && known >= from + text.length) return known;
    const at = this.#source.indexOf(text, from);
    const end = at < 0 ? this.#source.length + text.length : at + text.length;
    this.#found.set(text, end);
    return Math.min(end, this.#source.length);
  }
}
