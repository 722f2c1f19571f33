import { partitionPoint } from '../algorithms/partition-point.ts';
import type { Line } from './line.ts';
import { LineList, type LineSequence } from './line-list.ts';
import type { RowRun } from './row-run.ts';

/** The text that lines show. */
type Text = ConstructorParameters<typeof LineList>[0];

/** The lines of a flow, in order: lists of lines that were laid out, and runs of paragraphs of one line between them. */
export class FlowLines implements LineSequence {
  readonly #text: Text;
  readonly #parts: LineSequence[] = [];
  /** The index of the first line of each part. */
  readonly #firsts: number[] = [];
  /** The last part if lines are pushed to it. */
  #list: LineList | undefined;
  /** Lines before the last part. */
  #before = 0;

  constructor(text: Text) {
    this.#text = text;
  }

  get length(): number {
    return this.#before + (this.#parts.at(-1)?.length ?? 0);
  }

  push(line: Line): void {
    if (!this.#list) {
      this.#list = new LineList(this.#text);
      this.#add(this.#list);
    }
    this.#list.push(line);
  }

  /** Adds a run, which may still grow until something else is added. */
  pushRun(run: RowRun): void {
    this.#add(run);
    this.#list = undefined;
  }

  at(index: number): Line | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const part = this.#partOf(index);
    return this.#parts[part]!.at(index - this.#firsts[part]!);
  }

  startOf(index: number): number {
    const part = this.#partOf(index);
    return this.#parts[part]!.startOf(index - this.#firsts[part]!);
  }

  get end(): number {
    return this.length === 0 ? 0 : this.#parts.at(-1)!.end;
  }

  countUpTo(at: number): number {
    const parts = this.#parts;
    const part = partitionPoint(parts.length, (index) => parts[index]!.startOf(0) <= at) - 1;
    return part < 0 ? 0 : this.#firsts[part]! + parts[part]!.countUpTo(at);
  }

  #add(part: LineSequence): void {
    this.#before = this.length;
    this.#firsts.push(this.#before);
    this.#parts.push(part);
  }

  #partOf(index: number): number {
    if (index >= this.#before) return this.#parts.length - 1;
    return partitionPoint(this.#firsts.length, (part) => this.#firsts[part]! <= index) - 1;
  }
}
