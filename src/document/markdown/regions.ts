import { containerAt } from './container-openings.ts';
import { Fences } from './fences.ts';

/** A range of lines that is one unit, blank lines included. */
export interface Region {
  /** Offset at which it ends; the rest of that line belongs to it. */
  readonly end: number;
  /** True if its text is not shown. */
  readonly hidden: boolean;
}

/** Displayed formulas are at most this long, so that stray marks take nothing along. */
const MAX_MARKED = 10_000;

/**
 * A comment of Obsidian that begins a line and ends on a later one, at the next two percent signs. Where both stand before
 * words, they are more likely headings of cells of code (`%% Part`).
 */
export const hiddenBlock = (): RegExp =>
  /^%%(?!%)(?:[ \t]*\n(?:(?!%%)[\s\S]){0,10000}%%(?![\p{L}\p{N}%])|(?:(?!%%)[^\n]){1,2000}\n(?:(?!%%)[\s\S]){0,10000}(?:%%(?=[ \t]*$)|(?<=[^\s\d][ \t]*)%%(?![\p{L}\p{N}%])))/mu;

/** An opening tag whose end is looked for. */
const MAX_TAG = 1000;

/** Finds the regions of one source: comments, raw HTML, blocks of templates, formulas. Takes linear time over all calls. */
export class Regions {
  readonly #source: string;
  /** Endings that are known not to occur any more. */
  readonly #absent = new Set<string>();
  /** True once containers between colons have turned out not to be nested properly: counting them would take too long. */
  #unbalanced = false;
  /** Made when it is needed, as it takes long to make. */
  #hiddenBlock: RegExp | undefined;
  /** Unclosed openings of HTML: offset of the opening, and of the end of its tag unless it is a comment. */
  readonly unclosed: { readonly at: number; readonly end?: number | undefined }[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  /** The region that starts at `first`, the first character of a line that ends at `end`; undefined if none does, or it is unclosed. */
  at(first: number, end: number): Region | undefined {
    switch (this.#source[first]) {
      case '<':
        return this.#html(first);
      case '{':
        return this.#template(first, end);
      case '%':
        return this.#comment(first);
      case '$':
        return this.#formula(first, end);
    }
    return undefined;
  }

  /** Kinds 1 to 5 of HTML blocks (CommonMark 4.6), and how each ends. */
  #html(first: number): Region | undefined {
    const opening = this.#source.slice(first, first + 10);
    const found = HTML.find(([begins]) => begins.test(opening));
    if (!found) return undefined;
    const [, ending, hidden] = found;
    const end = this.#endAfter(ending, first + 2);
    if (end !== undefined) return { end, hidden };
    const tag = /^<\w[^<>]*>/.exec(this.#source.slice(first, first + MAX_TAG))?.[0];
    this.unclosed.push({ at: first, end: tag ? first + tag.length : undefined });
    return undefined;
  }

  /** The offset at which the container of Markdown that starts at `first` is closed; undefined if none does, or it is unclosed. */
  containerEnd(first: number): number | undefined {
    const newline = this.#source.indexOf('\n', first);
    const { closing, nests } = containerAt(this.#source.slice(first, newline)) ?? {};
    if (newline < 0 || !closing || this.#absent.has(closing.source)) return undefined;
    let nearest: number | undefined;
    let depth = nests && !this.#unbalanced ? 1 : 0;
    for (const { line, end, deeper } of this.#linesFrom(newline + 1)) {
      if (closing.test(line)) nearest ??= end;
      if (depth > 0) depth += deeper;
      if (nearest !== undefined && depth === 0) return end;
    }
    if (nearest === undefined) this.#absent.add(closing.source);
    else this.#unbalanced = true;
    return nearest;
  }

  /** The lines from offset `from` on that are no code, and the depth of containers between colons after each. */
  *#linesFrom(
    from: number,
  ): Generator<{ readonly line: string; readonly end: number; readonly deeper: number }> {
    const fences = new Fences();
    for (let at = from; at > 0; at = this.#source.indexOf('\n', at) + 1) {
      const next = this.#source.indexOf('\n', at);
      const end = next < 0 ? this.#source.length : next;
      const line = this.#source.slice(at, end);
      if (fences.isCode(line)) continue;
      const [, opening] = /^[ \t]*:{3,}[ \t]*([A-Za-z{]|$)/.exec(line) ?? [];
      yield { line, end, deeper: opening === undefined ? 0 : opening === '' ? -1 : 1 };
    }
  }

  /** Blocks of Jekyll, Hugo, kramdown and MDX whose content is no Markdown. */
  #template(first: number, end: number): Region | undefined {
    const opening = this.#source.slice(first, Math.min(end, first + 100));
    const found = TEMPLATES.find(([begins]) => begins.test(opening));
    if (!found) return undefined;
    const [, ending, hidden] = found;
    const after = this.#endAfter(ending, first + 2);
    return after === undefined ? undefined : { end: after, hidden };
  }

  #comment(first: number): Region | undefined {
    if (!this.#source.startsWith('%%', first)) return undefined;
    this.#hiddenBlock ??= new RegExp(hiddenBlock().source, 'muy');
    this.#hiddenBlock.lastIndex = first;
    if (!this.#hiddenBlock.test(this.#source)) return undefined;
    return { end: this.#hiddenBlock.lastIndex, hidden: true };
  }

  #formula(first: number, end: number): Region | undefined {
    if (this.#source.slice(first, Math.min(end, first + 100)).trimEnd() !== '$$') return undefined;
    const length = this.#source.slice(end, end + MAX_MARKED).indexOf('\n$$');
    return length < 0 ? undefined : { end: end + length + 3, hidden: false };
  }

  #endAfter(ending: RegExp, from: number): number | undefined {
    if (this.#absent.has(ending.source)) return undefined;
    const pattern = new RegExp(ending.source, 'gi');
    pattern.lastIndex = from;
    if (pattern.test(this.#source)) return pattern.lastIndex;
    this.#absent.add(ending.source);
    return undefined;
  }
}

type Kind = readonly [begins: RegExp, ending: RegExp, hidden: boolean];

const HTML: readonly Kind[] = [
  [/^<!--/, /-->/, true],
  [/^<\?/, /\?>/, true],
  [/^<!\[CDATA\[/, /\]\]>/, true],
  [/^<![A-Z]/i, />/, true],
  [/^<script[\s>]/i, /<\/script>/, true],
  [/^<style[\s>]/i, /<\/style>/, true],
  [/^<pre[\s>]/i, /<\/pre>/, false],
  [/^<textarea[\s>]/i, /<\/textarea>/, false],
];

const TEMPLATES: readonly Kind[] = [
  [/^\{%-?\s*highlight\b/, /\{%-?\s*endhighlight\s*-?%\}/, false],
  [/^\{%-?\s*raw\b/, /\{%-?\s*endraw\s*-?%\}/, false],
  [/^\{%-?\s*comment\b/, /\{%-?\s*endcomment\s*-?%\}/, true],
  [/^\{\/\*/, /\*\/\}/, true],
  [/^\{::comment\b/, /\{:\/(?:comment)?\}/, true],
  [/^\{\{[<%]\s*highlight\b/, /\{\{[<%]\s*\/\s*highlight\s*[%>]\}\}/, false],
];
