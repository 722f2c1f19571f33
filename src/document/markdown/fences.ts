const FENCE = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?=[^`]*$)|~{3,})/;

/** Whether a line opens or closes a block of fenced code. */
export const isFence = (line: string): boolean => FENCE.test(line);

/** Tells which lines of a Markdown source, read one after the other, are fenced code. */
export class Fences {
  #open = '';

  /** Whether code is open after the lines that were read. */
  get isOpen(): boolean {
    return this.#open !== '';
  }

  /** Whether `line`, the next one, is code or a fence around it. */
  isCode(line: string): boolean {
    const mark = FENCE.exec(line)?.[1];
    if (mark === undefined) return this.isOpen;
    if (this.#open === '') this.#open = mark;
    else if (mark.startsWith(this.#open)) this.#open = '';
    return true;
  }
}
