import { Fences } from './fences.ts';

/** Finds closing lines. A kind that does not occur any more is not looked for twice, which keeps the time linear. */
export class Closings {
  readonly #lines: readonly string[];
  readonly #absent = new Set<string>();
  #divs: ReadonlyMap<number, number> | undefined;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /** The line after the container between colons that begins at line `start`; undefined if it does not end. */
  ofDiv(start: number): number | undefined {
    this.#divs ??= divEnds(this.#lines);
    return this.#divs.get(start);
  }

  /** The line after the first one below `start` that `closing` matches outside of code; a fence may be that line. */
  after(closing: RegExp, start: number, isFence: boolean): number | undefined {
    if (this.#absent.has(closing.source)) return undefined;
    const fences = new Fences();
    for (let index = start + 1; index < this.#lines.length; index++) {
      const line = this.#lines[index]!;
      if (isFence && closing.test(line)) return index + 1;
      if (!fences.isCode(line) && closing.test(line)) return index + 1;
    }
    this.#absent.add(closing.source);
    return undefined;
  }
}

/** A line of colons that closes a container, or the one that opens it. */
const COLONS = /^[ \t]*(:{3,})[ \t]*([A-Za-z{]|$)/;

/** The lines after the ends of containers between colons, by their first lines. */
function divEnds(lines: readonly string[]): ReadonlyMap<number, number> {
  const divs = new Divs();
  const fences = new Fences();
  for (const [index, line] of lines.entries()) {
    const [, colons, opening] = fences.isCode(line) ? [] : (COLONS.exec(line) ?? []);
    if (colons && opening) divs.open(index, colons.length);
    else if (colons) divs.close(index, colons.length);
  }
  return divs.finish();
}

/**
 * Pairs lines of colons. A line closes the container opened last, as in Pandoc, but a line shorter than the opening only if
 * no other closes it: Docusaurus takes that one for text.
 */
class Divs {
  readonly #ends = new Map<number, number>();
  readonly #open: { readonly at: number; readonly length: number; short?: number }[] = [];
  /** How many of the open ones have that many colons. */
  readonly #lengths = new Map<number, number>();

  open(at: number, length: number): void {
    this.#open.push({ at, length });
    this.#lengths.set(length, (this.#lengths.get(length) ?? 0) + 1);
  }

  close(at: number, length: number): void {
    const last = this.#open.at(-1);
    if (last === undefined) return;
    if (last.length > length) last.short ??= at + 1;
    else {
      // Those inside the one that was opened by as many colons were never closed.
      while (this.#lengths.get(length) && this.#open.at(-1)!.length !== length) this.#pop();
      this.#ends.set(this.#pop(), at + 1);
    }
  }

  finish(): ReadonlyMap<number, number> {
    for (const { at, short } of this.#open) if (short !== undefined) this.#ends.set(at, short);
    return this.#ends;
  }

  /** Removes the container opened last; returns its first line. */
  #pop(): number {
    const { at, length } = this.#open.pop()!;
    this.#lengths.set(length, this.#lengths.get(length)! - 1);
    return at;
  }
}
