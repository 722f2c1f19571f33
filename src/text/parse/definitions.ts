import type { Links } from 'marked';
import { FOOTNOTE } from './chunks.ts';
import { type DefinitionReader, definitionReader, type LexerContext } from './lexer.ts';
import { Scanner } from './scanner.ts';

/** A definition is looked for in this many characters. */
const MAX_DEFINITION = 2000;

/** What a line may begin with and still hold a definition: quotations and items. */
const FENCE = /`{3,}|~{3,}/y;
const PREFIX = /(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]))*[ \t]*/y;

/**
 * Collects what a source defines, before any of it is parsed: labels of footnotes and, with `links`, reference links, of
 * which the first of a label counts. Linear, and much faster than parsing.
 */
export function collectDefinitions(
  source: string,
  context: LexerContext,
  notes: Set<string>,
  links?: Links,
): void {
  const scanner = new Scanner(source);
  const read = definitionReader(context);
  let hit = source.indexOf(']:');
  /** The fence of code that is open in a quotation. */
  let quoted = '';
  while (hit >= 0 && !scanner.done) {
    quoted = scanner.opaque ? '' : fenceInQuotation(source, scanner.state.at, quoted);
    if (hit < scanner.end && !quoted && !scanner.opaque && !scanner.state.html) {
      const skipped = readDefinition(scanner, read, notes, links);
      for (let line = 1; line < skipped; line++) scanner.next();
      scanner.next();
      if (skipped > 0) scanner.state.paragraph = false;
    } else scanner.next();
    if (hit < scanner.state.at) hit = source.indexOf(']:', scanner.state.at);
  }
}

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
