const FENCE = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?=[^`]*$)|~{3,})/;

/** Tells which lines of a source, read one after the other, are fenced code. */
export class Fences {
  #open = '';

  /** Whether `line`, the next one, is code or a fence around it. */
  isCode(line: string): boolean {
    const mark = FENCE.exec(line)?.[1];
    if (mark === undefined) return this.#open !== '';
    if (this.#open === '') this.#open = mark;
    else if (mark.startsWith(this.#open)) this.#open = '';
    return true;
  }
}
