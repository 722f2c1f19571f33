const FENCE = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?=[^`]*$)|~{3,})/;

/** True if a line opens or closes a block of fenced code. */
export const isFence = (line: string): boolean => FENCE.test(line);

/** Finds the lines of fenced code in a Markdown source that is read line by line. */
export class Fences {
  #open = '';

  /** True if a block of code is open after the lines read so far. */
  get isOpen(): boolean {
    return this.#open !== '';
  }

  /** Reads the next line; returns whether it is code or a fence. */
  isCode(line: string): boolean {
    const mark = FENCE.exec(line)?.[1];
    if (mark === undefined) return this.isOpen;
    if (this.#open === '') this.#open = mark;
    else if (mark.startsWith(this.#open)) this.#open = '';
    return true;
  }
}
