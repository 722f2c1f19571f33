import type { Block, Document } from '../document/document.ts';
import { FlowLines } from './flow-lines.ts';
import { setBlocks } from './layout-blocks.ts';
import type { Flow, LayoutOptions, Line, Span } from './line.ts';
import { LinePrefix } from './line-prefix.ts';
import { isRowParagraph, RowRun } from './row-run.ts';
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

/** Blocks that make a run of rows, at least; and at most those that are looked at in a step. */
const LEAST_ROWS = 256;
const MOST_ROWS = 512;
/** Blocks before the first run: more than a screen, for which no more than it shows is to be parsed. */
const BEFORE_ROWS = 100;

class LazyFlow implements Flow {
  complete = false;
  readonly #document: Document;
  readonly #setting: Setting;
  readonly #prefix: LinePrefix;
  readonly #lines: FlowLines;
  /** The lines of the block that is laid out, the blocks before and after it. */
  #block: Iterator<Line> = [].values();
  #above: Block | undefined;
  #next = 0;
  /** The last run of rows if all before `#next` is laid out with it, and the block before which no other begins. */
  #run: RowRun | undefined;
  #noRunBefore = BEFORE_ROWS;

  constructor(document: Document, options: LayoutOptions) {
    this.#document = document;
    this.#setting = settingOf(document, options);
    this.#prefix = new LinePrefix(options.width);
    this.#lines = new FlowLines(document);
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

  /** Lays out the next line, or adds to a run of rows; returns false at the end. */
  #step(): boolean {
    while (!this.complete) {
      const { done, value } = this.#block.next();
      if (!done) {
        this.#lines.push(value);
        return true;
      }
      if (this.#addRows()) return true;
      this.#begin();
    }
    return false;
  }

  /** Begins the next block. */
  #begin(): void {
    const document = this.#document;
    if (this.#next >= document.blocks.length) document.extend(this.#next + 1);
    const block = document.blocks.at(this.#next);
    if (block === undefined) {
      this.complete = true;
      return;
    }
    this.#block = setBlocks([block], this.#prefix, false, this.#setting, this.#above);
    this.#above = block;
    this.#next++;
    this.#run = undefined;
  }

  /** Adds the next blocks as rows if there are enough of them; returns whether it did. */
  #addRows(): boolean {
    if (this.#next < this.#noRunBefore) return false;
    const document = this.#document;
    const { blocks } = document;
    const most = this.#next + MOST_ROWS;
    let end = this.#next;
    for (; end < most; end++) {
      if (end === blocks.length) document.extend(most);
      const block = blocks.at(end);
      if (!block || !isRowParagraph(block, this.#prefix.measure)) break;
    }
    const count = end - this.#next;
    if (count < (this.#run ? 1 : LEAST_ROWS)) {
      this.#noRunBefore = end + 1;
      return false;
    }
    this.#run ??= this.#beginRun();
    this.#run.count += count;
    this.#above = blocks.at(end - 1);
    this.#next = end;
    return true;
  }

  #beginRun(): RowRun {
    const set = (block: Block): Line => setBlocks([block], this.#prefix, false, this.#setting).next().value;
    const run = new RowRun(this.#document.blocks, this.#next, set);
    this.#lines.pushRun(run);
    return run;
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
  return setBlocks(blocks, new LinePrefix(options.width), false, settingOf(document, options));
}

function settingOf(document: Document, options: LayoutOptions): Setting {
  const setting: Setting = {
    document,
    options,
    typography: typographyOf(options.typography ?? document.lang),
    hyphenate: options.hyphenate,
    blocks: (blocks, prefix, tight) => setBlocks(blocks, prefix, tight, setting),
  };
  return setting;
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
