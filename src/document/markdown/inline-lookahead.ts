/** Finds closing marks further on; results are kept, so that time is linear over all calls, whose offsets go forward. */
export class Lookahead {
  #source = '';
  /** Where a text comes next, -1 if nowhere. */
  readonly #found = new Map<string, number>();
  /** Where a run of backticks of this length was seen last, once a search has gone through all of the text. */
  readonly #lastTicks = new Map<number, number>();
  #allTicks = false;

  begin(source: string): void {
    this.#source = source;
    // Clearing a map makes a new table, be it empty or not.
    if (this.#found.size > 0) this.#found.clear();
    if (this.#lastTicks.size > 0) this.#lastTicks.clear();
    this.#allTicks = false;
  }

  /** The offset of `text` from `from` on; -1 if there is none. */
  find(text: string, from: number): number {
    const known = this.#found.get(text);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const found = this.#source.indexOf(text, from);
    this.#found.set(text, found);
    return found;
  }

  /** The offset of the next run of exactly `length` backticks from `from` on, which is no middle of one; -1 if there is none. */
  ticks(length: number, from: number): number {
    const source = this.#source;
    if (this.#allTicks && (this.#lastTicks.get(length) ?? -1) < from) return -1;
    for (let at = source.indexOf('`', from); at >= 0; ) {
      const run = runLength(source, at);
      if (run === length) return at;
      if (!this.#allTicks) this.#lastTicks.set(run, at);
      at = source.indexOf('`', at + run);
    }
    this.#allTicks = true;
    return -1;
  }
}

/** Length of the run of one character that begins at `at`. */
export function runLength(source: string, at: number): number {
  const code = source.charCodeAt(at);
  let end = at + 1;
  while (source.charCodeAt(end) === code) end++;
  return end - at;
}
