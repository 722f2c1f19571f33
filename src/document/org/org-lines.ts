/** Columns between two tab stops. */
const TAB = 8;
const BLANK = Number.POSITIVE_INFINITY;

/** The lines of an Org text, and where the blocks and drawers in them end. */
export class OrgLines {
  readonly #lines: string[];
  /** The columns by which lines are indented, as far as they are known: those of lists are asked for at each level. */
  readonly #indents: number[] = [];
  /** The end of an element that begins on a line. */
  readonly #beginnings = new Map<number, string>();
  /** The lines that end something, by what they end, in ascending order. */
  readonly #ends = new Map<string, number[]>();

  constructor(source: string) {
    this.#lines = source.split('\n');
    for (const [index, line] of this.#lines.entries()) {
      const beginning = endName(line);
      if (beginning !== undefined) this.#beginnings.set(index, beginning);
      const name = endOf(line);
      if (name === undefined) continue;
      const ends = this.#ends.get(name);
      if (ends) ends.push(index);
      else this.#ends.set(name, [index]);
    }
  }

  get length(): number {
    return this.#lines.length;
  }

  at(index: number): string {
    return this.#lines[index] ?? '';
  }

  slice(from: number, to: number): readonly string[] {
    return this.#lines.slice(from, to);
  }

  isBlank(index: number): boolean {
    return this.indentAt(index) === BLANK;
  }

  /** The columns by which a line is indented; `Infinity` if it is blank. */
  indentAt(index: number): number {
    this.#indents[index] ??= indentOf(this.at(index));
    return this.#indents[index];
  }

  /** Replaces the first `count` characters of a line by spaces: the marker of an item, whose text then stands alone. */
  blankOut(index: number, count: number): void {
    this.#lines[index] = ' '.repeat(count) + this.at(index).slice(count);
    delete this.#indents[index];
  }

  /** The line in (from, to) that ends what `name` stands for; undefined if none does. */
  #endAfter(name: string, from: number, to: number): number | undefined {
    const ends = this.#ends.get(name) ?? [];
    const end = ends[firstAbove(ends, from)];
    return end !== undefined && end < to ? end : undefined;
  }

  /** The line that ends the block, drawer or environment that begins on a line; undefined if none begins or ends there. */
  endOfElementAt(index: number, to: number): number | undefined {
    const name = this.#beginnings.get(index);
    return name === undefined ? undefined : this.#endAfter(name, index, to);
  }
}

const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^\s*#\+begin_(\S+)/i, 'block '],
  [/^\s*#\+begin:/i, 'dynamic'],
  [/^\s*:(?!end:)[\w-]+:\s*$/i, 'drawer'],
  [/^\s*\\begin\{([\w*]+)\}/, 'environment '],
];

const ENDS: readonly (readonly [RegExp, string])[] = [
  [/^\s*#\+end_(\S+)\s*$/i, 'block '],
  [/^\s*#\+end:?\s*$/i, 'dynamic'],
  [/^\s*:end:\s*$/i, 'drawer'],
  [/\\end\{([\w*]+)\}\s*$/, 'environment '],
];

/** The end of the element that begins on a line; undefined if the line begins nothing that another line ends. */
export const endName = (line: string): string | undefined => named(line, BEGINNINGS);

const endOf = (line: string): string | undefined => named(line, ENDS);

function named(line: string, patterns: typeof ENDS): string | undefined {
  if (!/[#:\\]/.test(line)) return undefined;
  for (const [pattern, kind] of patterns) {
    const match = pattern.exec(line);
    if (match) return kind + (match[1] ?? '').toLowerCase();
  }
  return undefined;
}

/** The index of the first of ascending numbers that is above `value`. */
export function firstAbove(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function indentOf(line: string): number {
  let columns = 0;
  for (const char of line) {
    if (char === ' ') columns++;
    else if (char === '\t') columns += TAB - (columns % TAB);
    else if (/\S/.test(char)) return columns;
  }
  return BLANK;
}
