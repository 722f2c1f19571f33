import type { Block, Document } from '../document/document.ts';
import { setBlocks } from './layout-blocks.ts';
import type { Flow, LayoutOptions, Line, Span } from './line.ts';
import { LineList } from './line-list.ts';
import { LinePrefix } from './line-prefix.ts';
import type { Setting } from './setting.ts';
import { typographyOf } from './typography.ts';

/** Lines laid out between two checks of the clock. */
const BATCH = 64;

/** Lays out a document lazily, so that the first screen takes the same time however long the article is. */
export function layout(document: Document, options: LayoutOptions): Flow {
  return new LazyFlow(document, options);
}

/** The end of a span in the document. */
const spanEnd = ({ at, text, wide }: Span): number => at + (wide ? 1 : text.length);

class LazyFlow implements Flow {
  complete = false;
  readonly #document: Document;
  readonly #lines: LineList;
  readonly #source: Generator<Line>;

  constructor(document: Document, options: LayoutOptions) {
    this.#document = document;
    this.#lines = new LineList(document);
    this.#source = setLines(document, options);
  }

  line(index: number): Line | undefined {
    while (this.#lines.length <= index && this.#step());
    return this.#lines.at(index);
  }

  get known(): number {
    return this.#lines.length;
  }

  advance(milliseconds: number, now: () => number): boolean {
    const until = now() + milliseconds;
    while (!this.complete) {
      for (let lines = 0; lines < BATCH && this.#step(); lines++);
      if (now() >= until) break;
    }
    return this.complete;
  }

  lineAt(at: number): number {
    const lines = this.#lines;
    while (!this.complete && !(lines.length > 0 && lines.startOf(lines.length - 1) > at)) this.#step();
    let last = Math.max(0, lines.countUpTo(at) - 1);
    // Table cells are side by side, so a line may hold text that comes before that of the line above.
    for (let index = last; index >= 0; index--) {
      const line = lines.at(index);
      if (!line || line.end <= at) break;
      if (line.spans.some((span) => span.at >= 0 && span.at <= at && at < spanEnd(span))) return index;
    }
    for (let line = lines.at(last); last > 0 && line?.start === line?.end; line = lines.at(last)) {
      if (lines.at(last - 1)!.end !== at) break;
      last--;
    }
    return last;
  }

  get height(): number {
    const { length } = this.#lines;
    if (this.complete) return length;
    const read = this.#lines.end;
    const estimate = read === 0 ? 0 : Math.round((length * this.#document.length) / read);
    return Math.max(length + 1, estimate);
  }

  /** Lays out the next line; returns whether there is one. */
  #step(): boolean {
    if (this.complete) return false;
    const { done, value } = this.#source.next();
    if (done) this.complete = true;
    else this.#lines.push(value);
    return !this.complete;
  }
}

/**
 * The lines of a document, for printing: each is laid out when it is requested, and not kept.
 *
 * @param blocks  the top-level blocks of the document, if it does not keep them
 */
export function setLines(
  document: Document,
  options: LayoutOptions,
  blocks: Iterable<Block> = blocksOf(document),
): Generator<Line> {
  const { hyphenate } = options;
  const setting: Setting = {
    document,
    options,
    typography: typographyOf(document.lang),
    hyphenate,
    blocks: (blocks, prefix, tight) => setBlocks(blocks, prefix, tight, setting),
  };
  return setBlocks(blocks, new LinePrefix(options.width), false, setting);
}

/** The top-level blocks of a document, parsed as far as they are requested. */
function* blocksOf(document: Document): Generator<Block> {
  for (let index = 0; ; index++) {
    if (index >= document.blocks.length) document.extend(index + 1);
    const block = document.blocks.at(index);
    if (block === undefined) return;
    yield block;
  }
}
