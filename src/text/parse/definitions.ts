import type { Links } from 'marked';
import { FOOTNOTE } from './chunks.ts';
import { type DefinitionReader, definitionReader, type LexerContext } from './lexer.ts';
import { Scanner } from './scanner.ts';

/** A definition is looked for in this many characters. */
const MAX_DEFINITION = 2000;

/** What a line may begin with and still hold a definition: quotations and items. */
const FENCE = /`{3,}|~{3,}/y;
const PREFIX = /(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]))*[ \t]*/y;

/** What may be the label of a definition, and of a reference (CommonMark 0.31, link label). */
const DEFINED = /\[((?:[^[\]\\]|\\[\s\S]){1,999})\]:/g;
const REFERENCE = /\[((?:[^[\]\\]|\\[\s\S]){1,999})\]/g;

/**
 * What a source defines: labels of footnotes and, with `links`, reference links, of which the first of a label counts. A
 * part of the source may refer to what is defined after it: the source is looked through as far as that, in linear time
 * and much faster than by parsing.
 */
export class Definitions {
  readonly #notes: Set<string>;
  readonly #links: Links | undefined;
  readonly #scanner: Scanner;
  readonly #read: DefinitionReader;
  /** Where what may define a label stands last. */
  readonly #last = new Map<string, number>();
  /** The fence of code that is open in a quotation. */
  #quoted = '';

  /** @param notes  takes the labels of footnotes that are known, in lower case; `links` the reference links */
  constructor(source: string, context: LexerContext, notes: Set<string>, links?: Links) {
    this.#notes = notes;
    this.#links = links;
    this.#scanner = new Scanner(source);
    this.#read = definitionReader(context);
    for (const { 1: label, index } of source.matchAll(DEFINED)) this.#last.set(keyOf(label!), index);
  }

  /** Makes known what `part` refers to. */
  reach(part: string): void {
    if (this.#last.size === 0) return;
    for (const [, label] of part.matchAll(REFERENCE)) {
      const key = keyOf(label!);
      const last = this.#last.get(key);
      while (last !== undefined && this.#scanner.state.at <= last && !this.#isKnown(key)) this.#step();
    }
  }

  #isKnown(key: string): boolean {
    if (key.startsWith('^')) return this.#notes.has(key.slice(1));
    return this.#links !== undefined && key in this.#links;
  }

  /** Goes on behind the next line, or the definition that begins there. */
  #step(): void {
    const scanner = this.#scanner;
    const { source, state } = scanner;
    this.#quoted = scanner.opaque ? '' : fenceInQuotation(source, state.at, this.#quoted);
    const readable = !this.#quoted && !scanner.opaque && !state.html;
    const lines = readable ? readDefinition(scanner, this.#read, this.#notes, this.#links) : 0;
    for (let line = 1; line < lines; line++) scanner.next();
    scanner.next();
    if (lines > 0) scanner.state.paragraph = false;
  }
}

/** A label as labels are compared. */
const keyOf = (label: string): string => label.toLowerCase().replace(/\s+/g, ' ');

/** The fence that is open after the line at `at` when it belongs to a quotation, where `open` was open before it. */
function fenceInQuotation(source: string, at: number, open: string): string {
  PREFIX.lastIndex = at;
  const prefix = PREFIX.exec(source)![0];
  if (!prefix.includes('>')) return '';
  FENCE.lastIndex = at + prefix.length;
  const mark = FENCE.exec(source)?.[0];
  return mark === undefined ? open : open === '' ? mark : mark.startsWith(open) ? '' : open;
}

/** Reads the definition on the scanner's line, if there is one; returns how many lines it takes. */
function readDefinition(scanner: Scanner, read: DefinitionReader, notes: Set<string>, links?: Links): number {
  const { source, state, end } = scanner;
  PREFIX.lastIndex = state.at;
  const at = state.at + PREFIX.exec(source)![0].length;
  if (source[at] !== '[') return 0;
  FOOTNOTE.lastIndex = at;
  const label = FOOTNOTE.exec(source)?.[1];
  if (label) notes.add(label.toLowerCase());
  const nested = at > scanner.first || scanner.inItem;
  if (label || !links || (!nested && (state.paragraph || scanner.indent > 3))) return 0;
  const definition = read(source.slice(at, nested ? end : at + MAX_DEFINITION));
  if (!definition) return 0;
  links[definition.tag] ??= { href: definition.href, title: definition.title };
  return definition.raw.split('\n').length;
}
