import type { Links } from 'marked';
import { decodeEntities } from '../../unicode/entities.ts';
import * as ascii from './ascii.ts';
import type { HeadingLabels } from './heading-labels.ts';
import type { ClosedElements } from './html.ts';
import { emailAt, endOfAddress, startOfScheme } from './inline-address.ts';
import { Delimiters } from './inline-delimiters.ts';
import { Emission, type InlineSink } from './inline-emission.ts';
import { endOfClosingTag, endOfName, endOfTag } from './inline-html.ts';
import { type Destination, endOfLabel, labelKey, MAX_LABEL, readDestination } from './inline-link.ts';
import { Lookahead, runLength } from './inline-lookahead.ts';
import * as node from './inline-nodes.ts';
import { characterClass, OTHER, PUNCTUATION } from './punctuation.ts';

/** What inline text may refer to. */
export interface InlineContext {
  /** Definitions of reference links, by label; see `labelKey`. */
  readonly links: Links;
  /** Labels of the footnotes there are, in lower case. */
  readonly notes: ReadonlySet<string>;
  /** The headings of the source; absent if they cannot be referred to. */
  readonly headings?: HeadingLabels;
}

/** What the blocks of one document may refer to. */
export interface BlockContext extends InlineContext {
  /** The elements that the document closes somewhere. */
  readonly closed: ClosedElements;
}

/**
 * Reads a text of inline Markdown (a paragraph, a heading, a cell) and tells `sink` what it says, in reading order:
 * CommonMark 0.31, GitHub's strikethrough and addresses without markup, and what articles add (footnotes, inline notes,
 * wikilinks, `<<quotations>>`). Never throws; time is linear in the text. The sink must not read another text meanwhile.
 */
export function readInline(source: string, context: InlineContext, sink: InlineSink): void {
  reader.read(source, context, sink);
}

/** Characters at which something may begin or end that is not text. */
const SPECIAL = /[\\`*_~[\]<>:@\n]/g;
/** The same for a text with an address like `www.example.org`. */
const SPECIAL_OR_W = /[\\`*_~[\]<>:@\nwW]/g;

/** An opening bracket that is not closed yet. */
interface Bracket {
  /** The index of its node. */
  readonly node: number;
  /** The delimiters before it. */
  readonly delimiters: number;
  readonly image: boolean;
  /** Whether another bracket follows, so that it begins no label. */
  followed: boolean;
}

class InlineReader {
  #source = '';
  #context: InlineContext = { links: {}, notes: new Set() };
  readonly #nodes = new node.Nodes();
  readonly #delimiters = new Delimiters();
  readonly #brackets: Bracket[] = [];
  /** Below this place brackets begin no link: there is a link in them. */
  #inactive = 0;
  readonly #lookahead = new Lookahead();
  /** Where `>>` ends the quotation that is open. */
  #quoteEnd = -1;
  readonly #emission = new Emission();

  read(source: string, context: InlineContext, sink: InlineSink): void {
    const special = source.includes('ww.') || source.includes('WW.') ? SPECIAL_OR_W : SPECIAL;
    special.lastIndex = 0;
    if (!special.test(source)) {
      if (source !== '') sink.text(decodeEntities(source));
      return;
    }
    this.#begin(source, context);
    do {
      const at = special.lastIndex - 1;
      special.lastIndex = this.#special(source.charCodeAt(at), at);
    } while (special.test(source));
    this.#delimiters.match(0);
    this.#emission.emit(source, this.#nodes, this.#delimiters.marks, sink);
  }

  #begin(source: string, context: InlineContext): void {
    this.#source = source;
    this.#context = context;
    this.#nodes.clear();
    this.#delimiters.clear(source.length);
    this.#brackets.length = 0;
    this.#inactive = 0;
    this.#lookahead.begin(source);
    this.#quoteEnd = -1;
  }

  /** Reads what is at a special character, and returns the offset to go on at. */
  #special(code: number, at: number): number {
    switch (code) {
      case ascii.NEWLINE:
        return this.#lineEnd(at);
      case ascii.BACKSLASH:
        return this.#escape(at);
      case ascii.BACKTICK:
        return this.#code(at);
      case ascii.ASTERISK:
      case ascii.UNDERSCORE:
      case ascii.TILDE:
        return this.#delimiterRun(code, at);
      case ascii.OPEN_BRACKET:
        return this.#openBracket(at);
      case ascii.CLOSE_BRACKET:
        return this.#brackets.length > 0 ? this.#closeBracket(at) : at + 1;
      case ascii.LESS:
        return this.#angle(at);
      case ascii.GREATER:
        return at === this.#quoteEnd ? this.#add(node.TEXT, at, at + 2, '»') : at + 1;
      case ascii.COLON:
        return this.#colon(at);
      case ascii.AT:
        return this.#at(at);
      default:
        return this.#www(at);
    }
  }

  /** Adds a node, and returns where it ends. */
  #add(kind: number, start: number, end: number, value?: string, title?: string): number {
    this.#nodes.add(kind, start, end, value, title);
    return end;
  }

  #lineEnd(at: number): number {
    const source = this.#source;
    if (source.charCodeAt(at - 1) !== ascii.SPACE || source.charCodeAt(at - 2) !== ascii.SPACE) return at + 1;
    const floor = this.#nodes.end;
    let start = at;
    while (start > floor && source.charCodeAt(start - 1) === ascii.SPACE) start--;
    return at - start > 1 ? this.#add(node.BREAK, start, at + 1) : at + 1;
  }

  #escape(at: number): number {
    const next = this.#source.charCodeAt(at + 1);
    if (next === ascii.NEWLINE) return this.#add(node.BREAK, at, at + 2);
    if (next < 128 && characterClass(next) === PUNCTUATION)
      return this.#add(node.TEXT, at, at + 2, this.#source[at + 1]!);
    return at + 1;
  }

  #code(at: number): number {
    const length = runLength(this.#source, at);
    const closing = this.#lookahead.ticks(length, at + length);
    return closing < 0 ? at + length : this.#add(node.CODE, at, closing + length);
  }

  #delimiterRun(code: number, at: number): number {
    const end = at + runLength(this.#source, at);
    return this.#delimiters.add(this.#source, code, at, end) ? this.#add(node.DELIMITERS, at, end) : end;
  }

  #openBracket(at: number): number {
    const source = this.#source;
    const before = this.#free(at - 1);
    const image = before === ascii.BANG;
    const next = source.charCodeAt(at + 1);
    let end = before === ascii.CARET ? this.#inlineNote(at - 1) : -1;
    if (end < 0 && next === ascii.CARET) end = this.#footnote(at);
    if (end < 0 && next === ascii.OPEN_BRACKET) end = this.#wikilink(at, image);
    if (end >= 0) return end;
    const last = this.#brackets.at(-1);
    if (last) last.followed = true;
    const delimiters = this.#delimiters.length;
    this.#brackets.push({ node: this.#nodes.length, delimiters, image, followed: false });
    return this.#add(node.BRACKET, image ? at - 1 : at, at + 1);
  }

  /** The character at an offset that belongs to no node; 0 where there is none. */
  #free(at: number): number {
    return at >= this.#nodes.end ? this.#source.charCodeAt(at) : 0;
  }

  /** `^[text]`: a note where it is mentioned, as Pandoc and Obsidian write it; -1 if it is none. */
  #inlineNote(at: number): number {
    INLINE_NOTE.lastIndex = at;
    const text = INLINE_NOTE.exec(this.#source)?.[1];
    return text?.trim() ? this.#add(node.INLINE_NOTE, at, INLINE_NOTE.lastIndex, text) : -1;
  }

  /** `[^label]`, if there is a footnote of that label; -1 if there is none. */
  #footnote(at: number): number {
    FOOTNOTE.lastIndex = at;
    const label = FOOTNOTE.exec(this.#source)?.[1];
    if (label === undefined || !this.#context.notes.has(label.toLowerCase())) return -1;
    return this.#add(node.FOOTNOTE, at, FOOTNOTE.lastIndex, label);
  }

  /** Obsidian's `[[target|text]]` and `![[picture.png]]`; -1 if it is neither. */
  #wikilink(at: number, image: boolean): number {
    WIKILINK.lastIndex = at;
    const [whole, target = '', text = ''] = WIKILINK.exec(this.#source) ?? [];
    // Where the label is defined, it is a reference link in brackets.
    if (!whole || labelKey(target) in this.#context.links) return -1;
    const end = at + whole.length;
    if (this.#source.charCodeAt(end) === ascii.OPEN_PAREN && this.#hasAddress(end)) return -1;
    const start = image ? at - 1 : at;
    if (!image || !PICTURE.test(target))
      return this.#add(node.WIKILINK, start, end, target, text || readableTarget(target));
    // The text of a picture may be its size.
    return this.#add(node.EMBED, start, end, target, /^\d+(?:x\d+)?$/.test(text) ? '' : text);
  }

  /** True if an address in parentheses begins at `at`, and no plural ending: `[[1]](notes.md)` is a link of Markdown. */
  #hasAddress(at: number): boolean {
    return /[/.:#]/.test(readDestination(this.#source, at)?.href ?? '');
  }

  #closeBracket(at: number): number {
    const opener = this.#brackets.pop()!;
    const place = this.#brackets.length;
    const isActive = opener.image || place >= this.#inactive;
    this.#inactive = Math.min(this.#inactive, place);
    const destination = isActive ? this.#destination(opener, at) : undefined;
    if (!destination) return at + 1;
    this.#delimiters.match(opener.delimiters);
    const nodes = this.#nodes;
    nodes.kinds[opener.node] = opener.image ? node.IMAGE : node.LINK;
    nodes.values[opener.node] = destination.href;
    nodes.titles[opener.node] = destination.title;
    nodes.pairs[opener.node] = nodes.length;
    if (!opener.image) this.#inactive = place;
    return this.#add(node.END, at, destination.end);
  }

  /** Where a link leads whose text ends at the bracket at `at`; undefined if it is no link. */
  #destination(opener: Bracket, at: number): Destination | undefined {
    const source = this.#source;
    const next = source.charCodeAt(at + 1);
    const inline = next === ascii.OPEN_PAREN ? readDestination(source, at + 1) : undefined;
    if (inline) return inline;
    const labelEnd = next === ascii.OPEN_BRACKET ? endOfLabel(source, at + 1) : -1;
    let label = source.slice(at + 2, Math.max(at + 2, labelEnd));
    if (label === '') {
      // Collapsed, `[text][]`, or a shortcut, `[text]`.
      label = source.slice(this.#nodes.ends[opener.node], at);
      if (opener.followed || label.length > MAX_LABEL) return undefined;
    } else if (label.trim() === '') return undefined;
    const end = labelEnd < 0 ? at + 1 : labelEnd + 1;
    const link = this.#context.links[labelKey(label)];
    if (link) return { href: decodeEntities(link.href ?? ''), title: decodeEntities(link.title ?? ''), end };
    // A shortcut may be text in brackets.
    if (labelEnd < 0 || !this.#context.headings?.has(label)) return undefined;
    return { href: `#${encodeURIComponent(label.trim().toWellFormed())}`, title: '', end };
  }

  #angle(at: number): number {
    const source = this.#source;
    const next = source.charCodeAt(at + 1);
    if (next === ascii.LESS) return this.#quotation(at);
    if (next === ascii.BANG || next === ascii.QUESTION) return this.#declaration(at, next);
    if (next === ascii.SLASH) {
      const name = endOfName(source, at + 2);
      const end = name > at + 2 ? endOfClosingTag(source, name) : -1;
      return end < 0 ? at + 1 : this.#add(node.END_TAG, at, end, source.slice(at + 2, name).toLowerCase());
    }
    const name = endOfName(source, at + 1);
    const end = name > at + 1 ? endOfTag(source, name) : -1;
    if (end >= 0) return this.#add(node.TAG, at, end, source.slice(at + 1, name).toLowerCase());
    AUTOLINK.lastIndex = at;
    const [whole, address, email] = AUTOLINK.exec(source) ?? [];
    if (!whole) return at + 1;
    const text = address ?? email!;
    return this.#add(node.AUTOLINK, at, at + whole.length, address ?? `mailto:${email}`, text);
  }

  /** `<<words>>`, quotation marks as kramdown has them, if they stand around words. */
  #quotation(at: number): number {
    const source = this.#source;
    const run = runLength(source, at);
    const end = run === 2 ? this.#lookahead.find('>>', at + 2) : -1;
    if (end < 0 || !isBoundary(source, at - 1) || !isBoundary(source, end + 2)) return at + run - 1;
    AUTOLINK.lastIndex = at + 1;
    if (!QUOTED.test(source.slice(at + 2, end)) || AUTOLINK.test(source)) return at + 1;
    this.#quoteEnd = end;
    return this.#add(node.TEXT, at, at + 2, '«');
  }

  /** A comment, a declaration, an instruction or a section of character data. */
  #declaration(at: number, next: number): number {
    const source = this.#source;
    if (next === ascii.QUESTION) return this.#hidden(at, '?>', at + 2);
    if (source.startsWith('<!--', at)) return this.#hidden(at, '-->', at + 2);
    if (source.startsWith('<![CDATA[', at)) return this.#hidden(at, ']]>', at + 9);
    return ascii.isLetter(source.charCodeAt(at + 2)) ? this.#hidden(at, '>', at + 2) : at + 1;
  }

  #hidden(at: number, ending: string, from: number): number {
    const end = this.#lookahead.find(ending, from);
    return end < 0 ? at + 1 : this.#add(node.HIDDEN, at, end + ending.length);
  }

  /** `https://…` without markup. */
  #colon(at: number): number {
    const source = this.#source;
    if (source.charCodeAt(at + 1) !== ascii.SLASH || source.charCodeAt(at + 2) !== ascii.SLASH) return at + 1;
    const start = startOfScheme(source, at, this.#nodes.end);
    const end = start < 0 ? -1 : endOfAddress(source, at + 3, this.#brackets.length > 0);
    return end < 0 ? at + 1 : this.#bareLink(start, end, '');
  }

  #www(at: number): number {
    const source = this.#source;
    if (source.charCodeAt(at + 3) !== ascii.DOT || source.slice(at, at + 3).toLowerCase() !== 'www')
      return at + 1;
    if (at > this.#nodes.end && !BEFORE_WWW.test(source[at - 1]!)) return at + 1;
    const end = endOfAddress(source, at + 4, this.#brackets.length > 0);
    return end < 0 ? at + 1 : this.#bareLink(at, end, 'http://');
  }

  #at(at: number): number {
    const email = emailAt(this.#source, at, this.#nodes.end, this.#delimiters.length > 0);
    return email ? this.#bareLink(email.start, email.end, email.scheme ? '' : 'mailto:') : at + 1;
  }

  #bareLink(start: number, end: number, scheme: string): number {
    const text = this.#source.slice(start, end);
    return this.#add(node.BARE_LINK, start, end, scheme + text, text);
  }
}

const reader = new InlineReader();

/** Not the class of characters of a regular expression: `^[^/]`, `^[a-z]`, `^[ab]+`. */
const INLINE_NOTE =
  /\^\[(?!\d+\]|\^|(?:\w-\w|\\\w|[_.$%-]){1,9}\])((?:\\.|\[(?:\\.|[^[\]\\])*\]|[^[\]\\]){1,2000})\](?![([^+*{])/sy;
const FOOTNOTE = /\[\^([^\]\s]{1,200})\]/y;
const WIKILINK = /\[\[([^[\]\n|]+)(?:\|([^[\]\n]*))?\]\](?!\])/y;
const PICTURE = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/i;
const AUTOLINK =
  /<(?:([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\0- \x7f<>]*)|([\w.!#$%&'*+/=?^`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*))>/y;
const BEFORE_WWW = /[\s*_~(]/;
/** Words between quotation marks: no code, no tags. */
const QUOTED = /^(?!\/)(?=[^a-zA-Z\xc0-\uffff]*[a-zA-Z\xc0-\uffff])[^`<>]*$/;

/** What stands for the target of a wikilink that has no text. */
const readableTarget = (target: string): string => target.replace(/^#|\^/g, '').replaceAll('#', ' > ');

/** Whether there is no letter or digit at an offset. */
const isBoundary = (source: string, at: number): boolean =>
  at < 0 || at >= source.length || characterClass(source.charCodeAt(at)) !== OTHER;
