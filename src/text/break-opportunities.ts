import { grown } from '../algorithms/grown.ts';

/** Kinds of line ends: at blanks, which are dropped. */
export const SPACE_END = 0;
/** Between two characters, where nothing is dropped: after a hyphen, between ideographs, at the end of the text. */
export const BARE_END = 1;
/** Inside a word, where a hyphen is added. */
export const HYPHEN_END = 2;
/** Inside an address or a path, at a suitable sign. */
export const POINT_END = 3;
/** Inside a word that is wider than the measure, where the line is full. */
export const CUT_END = 4;
/** Where the line must end. */
export const HARD_END = 5;

/**
 * A text cut into pieces at its break opportunities, in parallel arrays. Piece `i` is `text[start[i], stop[i])`; a line may
 * end after it in the way `kind[i]` says. The characters between it and the next piece (blanks, a soft hyphen, a newline) are
 * dropped if a line ends there. `left` and `right` are the cells from the beginning of the text to the piece's edges, so
 * that a line of pieces a…b is `right[b] - left[a]` cells wide. One instance is reused for all paragraphs.
 */
export class BreakOpportunities {
  count = 0;
  start = new Int32Array(256);
  stop = new Int32Array(256);
  left = new Int32Array(256);
  right = new Int32Array(256);
  kind = new Uint8Array(256);
  /** Whether characters that have no width are to be dropped between pieces of a line, such as soft hyphens. */
  hasDropped = false;

  clear(): void {
    this.count = 0;
    this.hasDropped = false;
  }

  add(start: number, stop: number, left: number, right: number, kind: number): void {
    const index = this.count++;
    if (index === this.start.length) this.#grow();
    this.start[index] = start;
    this.stop[index] = stop;
    this.left[index] = left;
    this.right[index] = right;
    this.kind[index] = kind;
  }

  #grow(): void {
    this.start = grown(this.start);
    this.stop = grown(this.stop);
    this.left = grown(this.left);
    this.right = grown(this.right);
    this.kind = grown(this.kind);
  }
}
