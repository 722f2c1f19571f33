import * as ascii from './ascii.ts';
import { multilineTableEnd } from './multiline-table.ts';
import { Regions } from './regions.ts';

/** What is open at the start of a line, which decides how the line is read. */
interface State {
  /** Offset of the line, and its number from 0. */
  at: number;
  line: number;
  /** The fence of code that is open; it ends with the list item it is in, whose content starts at `column`. */
  fence: { readonly char: string; readonly length: number; readonly column: number } | undefined;
  /** End of the region that must not be cut (comment, script, block of a template); its last line is still inside. */
  insideUntil: number;
  insideHidden: boolean;
  /** End of the container, table or clipping that is open. */
  heldUntil: number;
  /** The column at which the content of the open list's last item starts; 0 outside of lists. */
  itemColumn: number;
  /** Number of open HTML elements that hold blocks. */
  elements: number;
  /** Inside a block of HTML, which ends at the next blank line. */
  html: boolean;
  afterBlank: boolean;
  /** The line before may belong to a paragraph, which a link definition cannot interrupt. */
  paragraph: boolean;
}

/** Scans Markdown by lines, in linear time, for places to cut it so that the parts have the same blocks as the whole. */
export class Scanner {
  readonly source: string;
  readonly regions: Regions;
  /** End of the line, its newline excluded. */
  end = 0;
  /** Offset of the line's first character that is not a blank, and its column. */
  first = 0;
  indent = 0;
  state: State = {
    at: 0,
    line: 0,
    fence: undefined,
    insideUntil: 0,
    insideHidden: false,
    heldUntil: 0,
    itemColumn: 0,
    elements: 0,
    html: false,
    afterBlank: true,
    paragraph: false,
  };

  constructor(source: string) {
    this.source = source;
    this.regions = new Regions(source);
    this.#measure();
  }

  get done(): boolean {
    return this.state.at >= this.source.length;
  }

  get blank(): boolean {
    return this.first >= this.end;
  }

  /** True if nothing in the line is Markdown: it is code, or inside a region. */
  get opaque(): boolean {
    const { fence, insideUntil, at } = this.state;
    if (insideUntil > at) return true;
    return fence !== undefined && (this.indent >= fence.column || this.blank);
  }

  /** True if a part of the source may end before this line. */
  get canCut(): boolean {
    const { afterBlank, elements, itemColumn, heldUntil, at } = this.state;
    if (heldUntil > at || !afterBlank || this.opaque || elements > 0 || this.indent > 0 || this.blank)
      return false;
    if (BELONGS_ABOVE.test(this.source.slice(this.first, this.first + 8))) return false;
    return itemColumn === 0 ? !this.#vanishes : !this.#goesOn;
  }

  /** True if the line may start a top-level item of a list. */
  get isItem(): boolean {
    return this.indent < 4 && itemColumnOf(this.source, this.first, this.indent) > 0;
  }

  /** True if the line, at the margin, may continue a list. */
  get #goesOn(): boolean {
    return this.isItem || this.#vanishes;
  }

  /** True if the line may be removed before parsing, so that the lines around it meet. */
  get #vanishes(): boolean {
    return LEFTOVER.test(this.source.slice(this.first, this.first + 6));
  }

  /** True if the line is in the content of a list item, not at the top level. */
  get inItem(): boolean {
    return this.state.itemColumn > 0 && this.indent >= this.state.itemColumn;
  }

  /** Goes on to the next line. */
  next(): void {
    this.#read();
    this.state.at = this.end + 1;
    this.state.line++;
    this.#measure();
  }

  /** A copy of the state, for `rewind`. */
  save(): State {
    return { ...this.state };
  }

  rewind(state: State): void {
    this.state = { ...state };
    this.#measure();
  }

  #measure(): void {
    const { source } = this;
    const { at } = this.state;
    const newline = source.indexOf('\n', at);
    this.end = newline < 0 ? source.length : newline;
    let first = at;
    let column = 0;
    for (; first < this.end; first++) {
      const code = source.charCodeAt(first);
      if (code === ascii.SPACE) column++;
      else if (code === ascii.TAB) column += 4 - (column % 4);
      else break;
    }
    this.first = first;
    this.indent = column;
  }

  /** Takes the line into account. */
  #read(): void {
    const { state } = this;
    if (!this.opaque) {
      state.fence = undefined;
      this.#readOpen();
    } else if (state.fence) this.#readInFence();
    state.afterBlank = this.blank;
    if (this.blank) {
      state.html = false;
      state.paragraph = false;
    }
  }

  #readInFence(): void {
    const { char, length, column } = this.state.fence!;
    // How deep the innermost item is, is not known.
    const run = this.indent < 4 || column > 0 ? runLength(this.source, this.first, char) : 0;
    if (run < length || this.source.slice(this.first + run, this.end).trim() !== '') return;
    this.state.fence = undefined;
    this.state.paragraph = false;
  }

  #readOpen(): void {
    const { source, state, first, indent } = this;
    if (this.blank) return;
    if (indent === 0 && state.afterBlank && state.itemColumn > 0 && !this.#goesOn) state.itemColumn = 0;
    const char = source[first]!;
    if (state.html && source.indexOf('<', first) >= 0) this.#countElements();
    if (indent === 0 && LETTER.test(char) && !state.html) {
      state.paragraph = true;
      return;
    }
    state.paragraph = !NO_PARAGRAPH.test(source.slice(first, Math.min(this.end, first + 100)));
    if (indent < 4 || this.inItem) this.#readMarkers(char);
  }

  /** Takes into account markers of items, fences, and whatever starts with `char` at the top level. */
  #readMarkers(char: string): void {
    const { source, state, first, indent, inItem } = this;
    const column = itemColumnOf(source, first, indent);
    if (column > 0 && !inItem) state.itemColumn = column;
    if (!state.html) this.#readFence(column > 0 ? afterMarkers(source, first) : first);
    if (!inItem && column === 0 && !state.html && !state.fence) this.#readTopLevel(char);
  }

  /** Takes into account a line outside of lists, HTML and code, whose first character is `char`. */
  #readTopLevel(char: string): void {
    const { source, state, first } = this;
    if (state.heldUntil <= state.at) state.heldUntil = this.#heldUntil(char) ?? 0;
    if (char === '<' && ELEMENT.test(source.slice(first, first + 3))) {
      state.html = true;
      state.paragraph = false;
      this.#countElements();
    }
    const region = this.regions.at(first, this.end);
    if (!region) return;
    state.insideUntil = region.end;
    state.insideHidden = region.hidden;
    state.html = false;
    state.paragraph = false;
  }

  /** The end of what begins at the line and may hold blank lines; undefined if nothing does. */
  #heldUntil(char: string): number | undefined {
    const { source, state, first } = this;
    if (char === ':' || char === '{') return this.regions.containerEnd(first);
    if (char === '-') return state.afterBlank ? multilineTableEnd(source, state.at) : undefined;
    if (char !== '[') return undefined;
    CLIPPING.lastIndex = first;
    return CLIPPING.test(source) ? CLIPPING.lastIndex : undefined;
  }

  #readFence(first: number): void {
    const { source } = this;
    const char = source[first];
    if (char !== '`' && char !== '~') return;
    const length = runLength(source, first, char);
    const after = source.indexOf('`', first + length);
    if (length < 3 || (char === '`' && after >= 0 && after < this.end)) return;
    // A fence before the content of the item ends the list.
    if (first === this.first && !this.inItem) this.state.itemColumn = 0;
    this.state.fence = { char, length, column: this.state.itemColumn };
    this.state.paragraph = false;
  }

  #countElements(): void {
    const line = this.source.slice(this.first, this.end);
    for (const [, slash] of line.matchAll(HOLDING)) {
      this.state.elements = Math.max(0, this.state.elements + (slash ? -1 : 1));
    }
  }
}

const LETTER = /\p{L}/u;

const NO_PARAGRAPH = /^(?:#{1,6}(?:\s|$)|>|(?:[-=*_][ \t]*)+$)/;
/** A link of a clipped web page around blocks, up to its address. */
const CLIPPING = /\[[ \t]*\n(?:(?!\[[ \t]*$)[^\n]*\n){1,20}?\]\(/my;
/** Definitions and captions, which belong to what is above them, and tables of Pandoc, which may have a caption above. */
const BELONGS_ABOVE = /^(?:[:~][ \t]|[Tt]able:|--|\+[-=:])/;
const LEFTOVER = /^(?:%%|\{[%{:]|\[\[?_?TOC)/i;
const ELEMENT = /^<\/?[a-zA-Z]/;
/** Elements that go on over blank lines and must be closed. */
const HOLDING = /<(\/?)(?:ul|ol|dl|table|blockquote|details)\b/gi;
const ITEM = /(?:[-*+]|\d{1,9}[.)]|#\.)(?=[ \t\n]|$)/y;

/** The column at which the content of the list item at `first` begins; 0 when there is no item. */
function itemColumnOf(source: string, first: number, indent: number): number {
  ITEM.lastIndex = first;
  const length = ITEM.exec(source)?.[0].length;
  if (!length) return 0;
  let blanks = 0;
  while (blanks < 5 && source[first + length + blanks] === ' ') blanks++;
  const content = source[first + length + blanks];
  return indent + length + (blanks > 4 || blanks === 0 || content === '\n' ? 1 : blanks);
}

const MARKERS = /(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+/y;

/** Where the text of the item that begins at `first` begins, items in it skipped. */
function afterMarkers(source: string, first: number): number {
  MARKERS.lastIndex = first;
  return MARKERS.test(source) ? MARKERS.lastIndex : first;
}

function runLength(source: string, at: number, char: string): number {
  let length = 0;
  while (source[at + length] === char) length++;
  return length;
}
