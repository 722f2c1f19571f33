import type { Links } from 'marked';
import { FOOTNOTE } from './chunks.ts';
import { Fences } from './fences.ts';
import { labelKey } from './inline-link.ts';
import { type DefinitionReader, definitionReader } from './lexer.ts';
import { Scanner } from './scanner.ts';

/** A definition is looked for in this many characters. */
const MAX_DEFINITION = 2000;

/** Markers of quotations and items, behind which a line may still hold a definition. */
const PREFIX = /(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]))*[ \t]*/y;

/** Possible labels of definitions and of references (CommonMark 0.31, “link label”). */
const DEFINED = /\[((?:[^[\]\\]|\\[\s\S]){1,999})\]:/g;
const REFERENCE = /\[((?:[^[\]\\]|\\[\s\S]){1,999})\]/g;

/**
 * The definitions in a source: labels of footnotes and, with `links`, reference links, of which the first for a label
 * counts. A part of the source may refer to later definitions: the source is searched as far as these, in linear time
 * and much faster than by parsing.
 */
export class Definitions {
  readonly #notes: Set<string>;
  readonly #links: Links | undefined;
  readonly #scanner: Scanner;
  readonly #read: DefinitionReader;
  /** Offset of the last possible definition of each label. */
  readonly #last = new Map<string, number>();
  /** The code in the quotation that is open. */
  #quoted: Fences | undefined;

  /** @param notes  takes the labels of footnotes that are known, in lower case; `links` the reference links */
  constructor(source: string, notes: Set<string>, links?: Links) {
    this.#notes = notes;
    this.#links = links;
    this.#scanner = new Scanner(source);
    this.#read = definitionReader();
    for (const { 1: label, index } of source.matchAll(DEFINED)) this.#last.set(labelKey(label!), index);
  }

  /** Reads on until every definition that `part` refers to is known. */
  reach(part: string): void {
    if (this.#last.size === 0) return;
    for (const [, label] of part.matchAll(REFERENCE)) {
      const key = labelKey(label!);
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
    const prefix = prefixAt(source, state.at);
    if (scanner.opaque || !prefix.includes('>')) this.#quoted = undefined;
    else this.#quoted ??= new Fences();
    const code = scanner.opaque || this.#quoted?.isCode(source.slice(state.at, scanner.end));
    const lines = code || state.html ? 0 : this.#readAt(state.at + prefix.length);
    for (let line = 1; line < lines; line++) scanner.next();
    scanner.next();
    if (lines > 0) scanner.state.paragraph = false;
  }

  /** Reads the definition at `at` on the scanner's line; returns its number of lines, 0 if there is no definition. */
  #readAt(at: number): number {
    const { source, state, end, first, inItem, indent } = this.#scanner;
    if (source[at] !== '[') return 0;
    FOOTNOTE.lastIndex = at;
    const label = FOOTNOTE.exec(source)?.[1];
    if (label) this.#notes.add(label.toLowerCase());
    const nested = at > first || inItem;
    if (label || !this.#links || (!nested && (state.paragraph || indent > 3))) return 0;
    const definition = this.#read(source.slice(at, nested ? end : at + MAX_DEFINITION));
    if (!definition) return 0;
    this.#links[definition.tag] ??= { href: definition.href, title: definition.title };
    return definition.raw.split('\n').length;
  }
}

/** The markers of quotations and items before the text of the line at `at`. */
function prefixAt(source: string, at: number): string {
  PREFIX.lastIndex = at;
  return PREFIX.exec(source)![0];
}
