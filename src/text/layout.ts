import { partitionPoint } from '../algorithms/partition-point.ts';
import type { Document } from '../document/document.ts';
import { gap, setBlock, setBlocks } from './layout-blocks.ts';
import type { Flow, LayoutOptions, Line, Span } from './line.ts';
import { LinePrefix } from './line-prefix.ts';
import type { Setting } from './setting.ts';
import { typographyOf } from './typography.ts';

/** Lines laid out between two checks of the clock. */
const BATCH = 64;

/**
 * Lays out a document lazily: lines are laid out, and the document is parsed, only as far as lines are requested. The first
 * screen therefore takes the same time however long the article is.
 */
export function layout(document: Document, options: LayoutOptions): Flow {
  return new LazyFlow(document, options);
}

/** The end of a span in the document. */
const spanEnd = ({ at, text, wide }: Span): number => at + (wide ? 1 : text.length);

class LazyFlow implements Flow {
  private readonly document: Document;
  private readonly lines: Line[] = [];
  private readonly source: Generator<Line>;
  private done = false;

  constructor(document: Document, options: LayoutOptions) {
    this.document = document;
    this.source = setLines(document, options);
  }

  line(index: number): Line | undefined {
    while (this.lines.length <= index && this.step());
    return this.lines[index];
  }

  get known(): number {
    return this.lines.length;
  }

  get complete(): boolean {
    return this.done;
  }

  advance(milliseconds: number, now: () => number): boolean {
    const until = now() + milliseconds;
    while (!this.done) {
      for (let lines = 0; lines < BATCH && this.step(); lines++);
      if (now() >= until) break;
    }
    return this.done;
  }

  lineAt(at: number): number {
    while (!this.done && !((this.lines.at(-1)?.start ?? -1) > at)) this.step();
    const { lines } = this;
    let last = Math.max(0, partitionPoint(lines.length, (index) => lines[index]!.start <= at) - 1);
    // Table cells are side by side, so a line may hold text that comes before that of the line above.
    for (let index = last; index >= 0 && index < lines.length && lines[index]!.end > at; index--)
      if (lines[index]!.spans.some((span) => span.at >= 0 && span.at <= at && at < spanEnd(span)))
        return index;
    while (last > 0 && lines[last]!.start === lines[last]!.end && lines[last - 1]!.end === at) last--;
    return last;
  }

  get height(): number {
    if (this.done) return this.lines.length;
    const read = this.lines.at(-1)?.end ?? 0;
    if (read === 0) return this.lines.length + 1;
    return Math.max(
      this.lines.length + 1,
      Math.round((this.lines.length * this.document.text.length) / read),
    );
  }

  private step(): boolean {
    if (this.done) return false;
    const next = this.source.next();
    if (next.done) this.done = true;
    else this.lines.push(next.value);
    return !this.done;
  }
}

/** The lines of a document, for printing: each is laid out when it is requested, and not kept. */
export function* setLines(document: Document, options: LayoutOptions): Generator<Line> {
  const prefix = new LinePrefix(options.width);
  const setting: Setting = {
    document,
    options,
    typography: typographyOf(document.lang),
    hyphenate: options.hyphenate,
    blocks: (blocks, inner, tight) => setBlocks(blocks, inner, tight, setting),
  };
  for (let index = 0; ; index++) {
    if (index >= document.blocks.length && !document.complete) document.extend(index + 1);
    const block = document.blocks[index];
    if (block === undefined) return;
    const before = document.blocks[index - 1];
    if (before !== undefined)
      for (let lines = gap(before, block, false); lines > 0; lines--) yield prefix.blank(block.start);
    yield* setBlock(block, prefix, setting);
  }
}
