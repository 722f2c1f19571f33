import { typosAllowed } from './fuzzy.ts';

/**
 * Edit distances from one word to the words of a sorted list, shown one after the other: rows of the table are kept for
 * what a word shares with the one before, and a beginning that is too far off rules out all that go on from it.
 * The distances are those of `fuzzy.ts`.
 */
export class EditWalker {
  /** Row `d` is for the first `d` units of the word shown. */
  private readonly rows: Uint8Array[] = [];
  /** By length of the beginning: the least distance to it or to a shorter beginning. */
  private readonly nearest: number[] = [];
  /** Rows that hold for the word shown. */
  private depth = 0;
  /** Length of a beginning too far off; 0 for none. */
  private dead = 0;
  private readonly word: string;
  private readonly prefix: boolean;
  readonly limit: number;

  constructor(word: string, prefix: boolean, limit = typosAllowed(word)) {
    this.word = word;
    this.prefix = prefix;
    this.limit = limit;
    this.rows.push(Uint8Array.from({ length: word.length + 1 }, (_, i) => i));
    this.nearest.push(word.length);
  }

  /** Length of a beginning of the word shown last that is too far off, so that all that begins with it is; 0 for none. */
  get deadEnd(): number {
    return this.dead;
  }

  /**
   * The distance to `units[0, length)`, of which the first `shared` are those of the word shown before; more than
   * `limit` where it is too far off.
   */
  distance(units: Uint16Array, length: number, shared: number): number {
    const { limit, word } = this;
    const far = limit + 1;
    if (this.dead > 0 && shared >= this.dead) return far;
    this.dead = 0;
    this.depth = Math.min(this.depth, shared);
    while (this.depth < length) {
      const least = this.row(units, this.depth + 1);
      this.depth += 1;
      if (least > limit && !(this.prefix && this.nearest[this.depth]! <= limit)) {
        this.dead = this.depth;
        return this.depth === length ? this.plural(units, length, far) : far;
      }
    }
    const whole = this.prefix ? this.nearest[length]! : this.rows[length]![word.length]!;
    return whole <= limit ? whole : this.plural(units, length, far);
  }

  /** The distance without the plural's last letter; `far` where there is none. */
  private plural(units: Uint16Array, length: number, far: number): number {
    const last = units[length - 1];
    return length > 1 && (last === 0x73 || last === 0x78) ? this.rows[length - 1]![this.word.length]! : far;
  }

  /** Fills row `depth`; returns its least value. */
  private row(units: Uint16Array, depth: number): number {
    const { word, rows } = this;
    const n = word.length;
    let row = rows[depth];
    if (!row) {
      row = new Uint8Array(n + 1);
      rows[depth] = row;
    }
    const above = rows[depth - 1]!;
    const before = rows[depth - 2];
    const unit = units[depth - 1]!;
    row[0] = depth;
    let least = depth;
    for (let i = 1; i <= n; i += 1) {
      const own = word.charCodeAt(i - 1);
      let cost = above[i - 1]! + (own === unit ? 0 : 1);
      if (above[i]! + 1 < cost) cost = above[i]! + 1;
      if (row[i - 1]! + 1 < cost) cost = row[i - 1]! + 1;
      if (
        before &&
        i > 1 &&
        own === units[depth - 2] &&
        word.charCodeAt(i - 2) === unit &&
        before[i - 2]! + 1 < cost
      )
        cost = before[i - 2]! + 1;
      row[i] = cost;
      if (cost < least) least = cost;
    }
    this.nearest[depth] = Math.min(this.nearest[depth - 1]!, row[n]!);
    return least;
  }
}
