import { decodeEntities } from '../../unicode/entities.ts';
import type { LinkKind, Style } from '../document.ts';
import { BOLD, ITALIC, STRIKE } from '../writer/styles.ts';
import { mayHide } from './html.ts';
import { CLOSES, MARK_SIZES } from './inline-delimiters.ts';
import * as node from './inline-nodes.ts';
import { isForeign, isPlaceholder, isUnknown } from './tags.ts';

/** Takes what inline Markdown says, in reading order. All text is decoded and untrusted. */
export interface InlineSink {
  text(text: string): void;
  /** A span of code: its blanks are to be kept. */
  code(text: string): void;
  break(): void;
  /** Opens a style, until the `endStyle` that belongs to it. */
  style(style: Style): void;
  endStyle(): void;
  /** Opens a link, until the `endLink` that belongs to it. */
  link(target: string, kind?: LinkKind): void;
  endLink(): void;
  /** An image, and its alternative text or title. */
  image(text: string, target: string): void;
  /** A mention of a footnote. */
  note(label: string): void;
  /** A note, as Markdown. */
  inlineNote(source: string): void;
  /** A tag of HTML that opens an element. @param name in lower case */
  tag(name: string, source: string): void;
  endTag(name: string): void;
}

/** Styles by the mark of their delimiters. */
const STYLES = [undefined, ITALIC, BOLD, STRIKE, STRIKE];

/** Kinds of nodes whose title is text. */
const TITLED: ReadonlySet<number> = new Set([node.AUTOLINK, node.BARE_LINK, node.WIKILINK, node.EMBED]);

/** Tells a sink what the nodes of a text say. */
export class Emission {
  #source = '';
  #nodes = new node.Nodes();
  #marks: Uint8Array = new Uint8Array(0);
  #sink!: InlineSink;
  /** Text that has not been told yet. */
  #text = '';
  /** Where the source goes on that has not been told yet. */
  #from = 0;
  /** Index of the node that ends the link that is open, and whether an `a` of HTML is. */
  #linkEnd = -1;
  #inAnchor = false;
  /** By the name of an element: the first node that opens it, and the last that closes it. */
  readonly #openings = new Map<string, number>();
  readonly #closings = new Map<string, number>();

  emit(source: string, nodes: node.Nodes, marks: Uint8Array, sink: InlineSink): void {
    if (nodes.length === 0) {
      sink.text(decodeEntities(source));
      return;
    }
    this.#source = source;
    this.#nodes = nodes;
    this.#marks = marks;
    this.#sink = sink;
    this.#from = 0;
    this.#linkEnd = -1;
    this.#inAnchor = false;
    this.#findElements();
    for (let index = 0; index < nodes.length; index++) index = this.#node(index);
    this.#textUntil(source.length);
    this.#flush();
  }

  #findElements(): void {
    if (this.#openings.size > 0) this.#openings.clear();
    if (this.#closings.size > 0) this.#closings.clear();
    const { length, kinds, values } = this.#nodes;
    for (let index = 0; index < length; index++) {
      const kind = kinds[index];
      if (kind === node.END_TAG) this.#closings.set(values[index]!, index);
      else if (kind === node.TAG && !this.#openings.has(values[index]!))
        this.#openings.set(values[index]!, index);
    }
  }

  /** Tells what a node says, and returns the index of the last node it took. */
  #node(index: number): number {
    const { kinds, starts, ends, values, titles } = this.#nodes;
    const kind = kinds[index]!;
    if (kind === node.BRACKET || this.#isRead(index)) return index;
    if (kind === node.DELIMITERS) {
      this.#delimiters(starts[index]!, ends[index]!);
      return index;
    }
    this.#textUntil(starts[index]!);
    this.#from = ends[index]!;
    if (kind === node.TEXT) this.#text += values[index]!;
    else if (kind === node.BARE_LINK && (index < this.#linkEnd || this.#inAnchor))
      this.#text += decodeEntities(titles[index]!);
    else if (kind !== node.HIDDEN) {
      if (values[index] === 'a' && (kind === node.TAG || kind === node.END_TAG))
        this.#inAnchor = kind === node.TAG;
      this.#flush();
      return this.#markup(kind, index);
    }
    return index;
  }

  #markup(kind: number, index: number): number {
    const sink = this.#sink;
    const value = this.#nodes.values[index]!;
    const title = this.#nodes.titles[index]!;
    switch (kind) {
      case node.CODE:
        sink.code(codeOf(this.#sourceOf(index)));
        break;
      case node.BREAK:
        sink.break();
        break;
      case node.LINK:
        sink.link(value);
        this.#linkEnd = this.#nodes.pairs[index]!;
        break;
      case node.END:
        sink.endLink();
        break;
      case node.IMAGE:
        return this.#image(index);
      case node.AUTOLINK:
      case node.BARE_LINK:
      case node.WIKILINK:
        this.#linked(kind, decodeEntities(value), decodeEntities(title));
        break;
      case node.EMBED:
        sink.image(decodeEntities(title), decodeEntities(value));
        break;
      case node.FOOTNOTE:
        sink.note(value);
        break;
      case node.INLINE_NOTE:
        sink.inlineNote(value);
        break;
      case node.TAG:
        sink.tag(value, this.#sourceOf(index));
        break;
      case node.END_TAG:
        sink.endTag(value);
        break;
    }
    return index;
  }

  #sourceOf(index: number): string {
    return this.#source.slice(this.#nodes.starts[index], this.#nodes.ends[index]);
  }

  #linked(kind: number, target: string, text: string): void {
    this.#sink.link(target, kind === node.WIKILINK ? (target[0] === '#' ? 'anchor' : 'article') : undefined);
    this.#sink.text(text);
    this.#sink.endLink();
  }

  #image(index: number): number {
    const { values, titles, pairs, ends } = this.#nodes;
    const last = pairs[index]!;
    this.#sink.image(this.#alternativeText(index, last).replace(SIZE, '') || titles[index]!, values[index]!);
    this.#from = ends[last]!;
    return last;
  }

  #delimiters(start: number, end: number): void {
    for (let at = start; at < end; ) {
      const mark = this.#marks[at]!;
      if (mark === 0) {
        at++;
        continue;
      }
      this.#textUntil(at);
      this.#flush();
      const style = mark & ~CLOSES;
      if (mark & CLOSES) this.#sink.endStyle();
      else this.#sink.style(STYLES[style]!);
      at += MARK_SIZES[style]!;
      this.#from = at;
    }
  }

  /** Whether a node is a tag that is there to be read. */
  #isRead(index: number): boolean {
    const kind = this.#nodes.kinds[index];
    if (kind === node.TAG) return !this.#isMarkup(index);
    return kind === node.END_TAG && !this.#isEndMarkup(index);
  }

  /** Whether a tag is markup. Unclosed ones may be text, like `<your name>`, or `<title>`, which would hide the rest. */
  #isMarkup(index: number): boolean {
    const name = this.#nodes.values[index]!;
    const source = this.#sourceOf(index);
    if ((this.#closings.get(name) ?? -1) > index) return !isForeign(name, source);
    return !isPlaceholder(name, source) && (source.endsWith('/>') || !mayHide(name));
  }

  /** Whether a closing tag is markup. Alone on a line it may close what opens in another block. */
  #isEndMarkup(index: number): boolean {
    const { starts, ends, values } = this.#nodes;
    const name = values[index]!;
    if (!isUnknown(name)) return true;
    const opening = this.#openings.get(name) ?? index;
    if (isForeign(name, this.#sourceOf(Math.min(opening, index)))) return false;
    if (opening < index) return true;
    const before = this.#source[skipBlanksBack(this.#source, starts[index]!) - 1] ?? '\n';
    const after = this.#source[skipBlanks(this.#source, ends[index]!)] ?? '\n';
    return before === '\n' && after === '\n';
  }

  #textUntil(end: number): void {
    if (end > this.#from) this.#text += decodeEntities(this.#source.slice(this.#from, end));
    this.#from = end;
  }

  #flush(): void {
    if (this.#text !== '') this.#sink.text(this.#text);
    this.#text = '';
  }

  /** The text between two nodes, without markup. */
  #alternativeText(first: number, last: number): string {
    const source = this.#source;
    let text = '';
    const { kinds, starts, ends, values, titles } = this.#nodes;
    let from = ends[first]!;
    for (let index = first + 1; index <= last; index++) {
      const kind = kinds[index]!;
      if (kind === node.BRACKET || this.#isRead(index)) continue;
      text += decodeEntities(source.slice(from, starts[index]));
      from = ends[index]!;
      if (kind === node.DELIMITERS) text += unmarked(source, this.#marks, starts[index]!, from);
      else if (kind === node.TEXT) text += values[index];
      else if (kind === node.CODE) text += codeOf(this.#sourceOf(index));
      else if (kind === node.BREAK) text += ' ';
      else if (TITLED.has(kind)) text += decodeEntities(titles[index]!);
    }
    return text;
  }
}

function skipBlanks(source: string, at: number): number {
  while (source[at] === ' ' || source[at] === '\t') at++;
  return at;
}

function skipBlanksBack(source: string, at: number): number {
  while (source[at - 1] === ' ' || source[at - 1] === '\t') at--;
  return at;
}

/** The delimiters that mark nothing. */
function unmarked(source: string, marks: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += Math.max(1, MARK_SIZES[marks[at]! & ~CLOSES]!))
    if (marks[at] === 0) text += source[at];
  return text;
}

/** The code in a span, from its source: lines become one, and a blank on either side is none of it. */
function codeOf(source: string): string {
  let ticks = 1;
  while (source[ticks] === '`') ticks++;
  const code = source.slice(ticks, -ticks);
  const line = code.includes('\n') ? code.replace(/\n[ \t]*/g, ' ') : code;
  return line.startsWith(' ') && line.endsWith(' ') && /[^ ]/.test(line) ? line.slice(1, -1) : line;
}

/** The size of a picture that Obsidian puts after its alternative text. */
const SIZE = /\|\d{1,4}(?:x\d{1,4})?$/;
