/** How a line may end after a piece. */
export const SPACE_END = 0;
/** Between two characters, with nothing to drop: after a hyphen, between ideographs, at the end of the text. */
export const BARE_END = 1;
/** Inside a word, where a hyphen has to be drawn. */
export const HYPHEN_END = 2;
/** Inside an address or a path, at a sensible point. */
export const POINT_END = 3;
/** Inside a word that is wider than the measure, wherever the line is full. */
export const CUT_END = 4;
/** The line has to end here. */
export const HARD_END = 5;

/**
 * A text cut at its break opportunities, as columns of numbers: piece `i` is `text[start[i], stop[i])`, and what
 * stands between it and the next (blanks, a soft hyphen, a newline) is dropped if a line ends there. `left` and
 * `right` are the cells from the beginning of the text to either end, so a line of pieces a…b is `right[b] - left[a]`
 * cells wide. Used again and again, and grows as needed.
 */
export class Pieces {
  count = 0;
  start = new Int32Array(256);
  stop = new Int32Array(256);
  left = new Int32Array(256);
  right = new Int32Array(256);
  end = new Uint8Array(256);
  /** Whether some line needs more than a slice of the text: tabs, dropped characters. */
  patchy = false;

  clear(): void {
    this.count = 0;
    this.patchy = false;
  }

  add(start: number, stop: number, left: number, right: number, end: number): void {
    const index = this.count++;
    if (index === this.start.length) this.grow();
    this.start[index] = start;
    this.stop[index] = stop;
    this.left[index] = left;
    this.right[index] = right;
    this.end[index] = end;
  }

  private grow(): void {
    const size = this.start.length * 2;
    const longer = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const fresh = new Int32Array(size);
      fresh.set(old);
      return fresh;
    };
    this.start = longer(this.start);
    this.stop = longer(this.stop);
    this.left = longer(this.left);
    this.right = longer(this.right);
    const end = new Uint8Array(size);
    end.set(this.end);
    this.end = end;
  }
}
