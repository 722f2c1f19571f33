import { grown } from '../algorithms/grown.ts';
import { partitionPoint } from '../algorithms/partition-point.ts';
import type { Sequence } from '../algorithms/sequence.ts';
import type { Match } from './results.ts';

/** Matches in the order of the text, none of which overlap. A long text may have millions. */
export class MatchList implements Sequence<Match> {
  length = 0;
  #starts = new Uint32Array(64);
  #ends = new Uint32Array(64);

  /** Adds matches that are sorted by start, without those that overlap an earlier one. */
  push(matches: Iterable<Match>): void {
    let last = this.at(this.length - 1)?.end ?? 0;
    for (const { start, end } of matches) {
      if (start < last) continue;
      if (this.length === this.#starts.length) {
        this.#starts = grown(this.#starts);
        this.#ends = grown(this.#ends);
      }
      this.#starts[this.length] = start;
      this.#ends[this.length] = end;
      this.length++;
      last = end;
    }
  }

  at(index: number): Match | undefined {
    if (!(index >= 0 && index < this.length)) return undefined;
    return { start: this.#starts[index]!, end: this.#ends[index]! };
  }

  *[Symbol.iterator](): Generator<Match> {
    for (let index = 0; index < this.length; index++) yield this.at(index)!;
  }
}

/** The number of the first of some matches, in order, that ends after an offset; their number if none does. */
export const firstEndingAfter = (matches: Sequence<Match>, at: number): number =>
  partitionPoint(matches.length, (index) => matches.at(index)!.end <= at);
